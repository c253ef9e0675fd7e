"""Opening a store by its address, on whichever engine it is, with the folder of its documents."""

import tempfile
from pathlib import Path

from musrenbang.store import migrations
from musrenbang.store.duck import DuckStore
from musrenbang.store.engine import Store
from musrenbang.store.files import Files

SHARED = Path(__file__).parents[2] / "data" / "dokumen"


def open_store(address: str, dokumen: str | None = None, threads: int = 1) -> Store:
    """Open and migrate. `address` is a file path, ":memory:" or "postgresql://…"; `dokumen` the folder of documents,
    by default beside the file. `threads` answer one question to a file; a server of PostgreSQL has its own.

    Raises StoreBusy when another process holds the file, StoreBroken when it is damaged or no database of ours, and
    StoreGone when no server answers.
    """
    files = Files(Path(dokumen) if dokumen else folder_of(address))
    if is_server(address):
        from musrenbang.store.postgres import PostgresStore

        store: Store = PostgresStore(address, files)
    else:
        if address != ":memory:":
            Path(address).parent.mkdir(parents=True, exist_ok=True)
        store = DuckStore(address, files, threads)
    migrations.apply(store)
    return store


def folder_of(address: str) -> Path:
    """Where documents lie when nobody says otherwise."""
    if address == ":memory:":
        return Path(tempfile.gettempdir()) / "musrenbang-dokumen"
    return SHARED if is_server(address) else Path(address).with_suffix(".dokumen")


def is_server(address: str) -> bool:
    return address.startswith("postgresql://")
