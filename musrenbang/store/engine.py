"""What every store is, whichever engine keeps it: statements, transactions, snapshots. One SQL for both."""

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeVar

from musrenbang.errors import Issue, Refused
from musrenbang.store.files import Files
from musrenbang.store.hall import Hall
from musrenbang.store.saksi import Saksi

T = TypeVar("T")
Row = tuple[Any, ...]
TRIES = 8


class Rows(Protocol):
    """Anything that answers SQL with $1 placeholders: a store (one statement) or a transaction."""

    @property
    def for_update(self) -> str:
        """How a select ends that holds its rows for the rest of a transaction."""
        ...

    def rows(self, sql: str, *values: object) -> list[Row]:
        """A statement that returns nothing answers with one row: how many it has changed."""
        ...

    def moved(self, rantai: str, head: str = "") -> None:
        """A chain of the trail has got new rows: the hall is told once they are committed, with its head since."""
        ...


class StoreFault(Refused):
    """What an action cannot help: nothing of it was stored, and a person reads why as with any refusal."""

    key: ClassVar[str]

    def __init__(self) -> None:
        super().__init__([Issue(self.key)])


class StoreBusy(StoreFault):
    """The database file is held by another process."""

    key = "basis_data_dipakai"


class StoreBroken(StoreFault):
    """The database cannot be opened or read: it is damaged, cut off, or none of ours."""

    key = "basis_data_rusak"


class StoreFull(StoreFault):
    """There is no room left to write to."""

    key = "penyimpanan_penuh"


class StoreGone(StoreFault):
    """The server of the database does not answer."""

    key = "basis_data_terputus"


class StoreUnsure(StoreFault):
    """Storage has failed while it was committing: only the database can tell whether it had finished."""

    key = "simpan_tidak_pasti"


class Store(Rows, Protocol):
    name: str
    folder: Path | None
    """Where its own file lies; None on a server or in memory."""
    files: Files
    saksi: Saksi | None
    """Beside its own file; None on a server, whose log has checksums, and in memory."""
    hall: Hall

    def transaction(self, work: Callable[[Rows], T]) -> T:
        """Run `work` in one transaction, again from the start on a clash: it may touch nothing but the database."""
        ...

    def snapshot(self, work: Callable[[Rows], T]) -> T:
        """Run `work`, which only reads, on one moment's picture: what others write meanwhile is not in it."""
        ...

    def listen(self) -> None:
        """From now on the hall is told what other processes commit, until `close`. Raises StoreGone."""
        ...

    def read_through(self) -> None:
        """Read every block of the file, so that a damaged one is found now and not in a meeting. Raises StoreBroken."""
        ...

    def close(self) -> None: ...


class Inside:
    """A store within one transaction of it: several actions happen together or not at all."""

    def __init__(self, store: Store, tx: Rows) -> None:
        self.name, self.folder, self.files, self.saksi = store.name, store.folder, store.files, store.saksi
        self.hall, self._tx, self.for_update = store.hall, tx, tx.for_update

    def rows(self, sql: str, *values: object) -> list[Row]:
        return self._tx.rows(sql, *values)

    def moved(self, rantai: str, head: str = "") -> None:
        self._tx.moved(rantai, head)

    def transaction(self, work: Callable[[Rows], T]) -> T:
        return work(self._tx)

    snapshot = transaction

    def listen(self) -> None:
        """The one who opened the store listens."""

    def read_through(self) -> None:
        """The one who opened the store reads it."""

    def close(self) -> None:
        """The one who opened the store closes it."""


def retry(clashes: tuple[type[Exception], ...], once: Callable[[], T]) -> T:
    """Run `once` again after a clash with another writer, a little later each time; the last clash comes up."""
    for attempt in range(TRIES):
        try:
            return once()
        except clashes:
            if attempt == TRIES - 1:
                raise
            time.sleep(random.random() * 0.02 * 2**attempt)
    raise AssertionError
