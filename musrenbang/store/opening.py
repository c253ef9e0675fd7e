"""Opening a store by its address, on whichever engine it is."""

from pathlib import Path

from musrenbang.store import migrations
from musrenbang.store.duck import DuckStore
from musrenbang.store.engine import Store


def open_store(address: str) -> Store:
    """Open and migrate. `address` is a file path, ":memory:" or "postgresql://…".

    Raises StoreBusy when another process holds the file, StoreBroken when it is no database of ours.
    """
    if address.startswith("postgresql://"):
        from musrenbang.store.postgres import PostgresStore

        store: Store = PostgresStore(address)
    else:
        if address != ":memory:":
            Path(address).parent.mkdir(parents=True, exist_ok=True)
        store = DuckStore(address)
    migrations.apply(store)
    return store
