"""How a command reaches the application that holds the database file: a Unix socket beside the file.

Only who may open the file may use it, as both are the owner's. What is said is one JSON object a line: the command asks
{"folder": …, "berkala": bool} for a copy, or {"kapsul": […]}; the application answers any number of {"maju": part},
then {"kabar": sentences} (of a copy with "salinan": folder) or {"masalah": sentences, "kode": exit}.
"""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from musrenbang.store.opening import is_server

LONGEST = 100  # a socket's address has room for 107 bytes on Linux, 103 elsewhere


def listen(address: str) -> socket.socket | None:
    """None where there is no need, as on a server, or no such thing as a Unix socket. Raises OSError.

    Who holds the database is alone, so a socket that is there already is left over from a kill.
    """
    path = _beside(address)
    if path is None:
        return None
    path.unlink(missing_ok=True)
    bell = socket.socket(socket.AF_UNIX)
    before = os.umask(0o177)
    try:
        with _short(path) as name:
            bell.bind(name)
        bell.listen()
    except OSError:
        bell.close()
        raise
    finally:
        os.umask(before)
    return bell


def take_down(address: str) -> None:
    if path := _beside(address):
        path.unlink(missing_ok=True)


def ring(address: str) -> socket.socket | None:
    """None when nobody listens."""
    path = _beside(address)
    if path is None:
        return None
    line = socket.socket(socket.AF_UNIX)
    with suppress(OSError), _short(path) as name:
        line.connect(name)
        return line
    line.close()
    return None


def _beside(address: str) -> Path | None:
    if is_server(address) or address == ":memory:" or not hasattr(socket, "AF_UNIX"):
        return None
    return Path(f"{Path(address).resolve()}.salin")


@contextmanager
def _short(path: Path) -> Iterator[str]:
    """A name for the path that fits; a long one goes by way of its open folder, where the system has such names."""
    if len(os.fsencode(path)) <= LONGEST:
        yield str(path)
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)
