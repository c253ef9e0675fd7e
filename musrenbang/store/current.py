"""The one store of this process: opened and closed by the server's lifespan, asked for by everybody else.

It is a plain module variable and no cached resource of Streamlit, which any browser could clear for everybody.
"""

from musrenbang.store.engine import Store
from musrenbang.store.opening import open_store

_current: Store | None = None


def open_current(address: str, dokumen: str | None = None) -> Store:
    """Raises StoreBusy, StoreBroken or StoreGone, as `open_store`."""
    global _current
    _current = open_store(address, dokumen)
    _current.listen()
    return _current


def current() -> Store:
    if _current is None:
        raise RuntimeError("the server's lifespan has not opened the store")
    return _current


def close_current() -> None:
    global _current
    if _current is not None:
        _current.close()
    _current = None
