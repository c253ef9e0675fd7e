"""The store in one DuckDB file: the default."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from musrenbang.store.engine import Row, Rows, StoreBroken, StoreBusy, StoreFault, StoreFull, StoreUnsure, T, retry
from musrenbang.store.files import Files
from musrenbang.store.hall import Hall
from musrenbang.store.saksi import Saksi

SETTINGS = (
    "set enable_external_access = false",
    "set python_enable_replacements = false",
    "set lock_configuration = true",
)
LOG = "2MB"  # of what was committed waits beside the file, and in memory, until DuckDB writes it into the file: 5 ms

NO_ROOM = ("No space left", "File too large", "Disk quota exceeded")  # as the system says it


class _DuckTransaction:
    for_update = ""  # there is one writer at a time

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor
        self.chains: dict[str, str] = {}

    def rows(self, sql: str, *values: object) -> list[Row]:
        return self._cursor.execute(sql, list(values)).fetchall()

    def moved(self, rantai: str, head: str = "") -> None:
        self.chains[rantai] = head


class DuckStore:
    """One file, one process, one writer at a time; a fresh cursor per call, as Streamlit's threads share nothing."""

    name = "duckdb"
    for_update = _DuckTransaction.for_update

    def __init__(self, path: str, files: Files, threads: int = 1) -> None:
        """`threads` answer one question: sharing out one that takes a millisecond costs more than it saves."""
        self.folder = None if path == ":memory:" else Path(path).absolute().parent
        self.files = files
        self.saksi = None if path == ":memory:" else Saksi(path)
        self.hall = Hall(alone=True)
        self._path, self._threads, self._closed = path, threads, False
        self._writer, self._opener = threading.Lock(), threading.Lock()
        self._root = _connect(path, threads)

    def rows(self, sql: str, *values: object) -> list[Row]:
        with self._cursor() as cursor:
            return cursor.execute(sql, list(values)).fetchall()

    def read_through(self) -> None:
        for (table,) in self.rows("select table_name from duckdb_tables()"):
            self.rows(f"select sum(hash(every)) from {table} every")

    def moved(self, rantai: str, head: str = "") -> None:
        self.hall.moved(rantai, head)

    def transaction(self, work: Callable[[Rows], T]) -> T:
        def once() -> T:
            with self._begin() as tx:
                return work(tx)

        return retry((duckdb.TransactionException, duckdb.ConstraintException), once)

    def snapshot(self, work: Callable[[Rows], T]) -> T:
        with self._cursor() as cursor:
            cursor.begin()
            try:
                return work(_DuckTransaction(cursor))
            finally:
                with suppress(duckdb.Error):
                    cursor.rollback()

    def listen(self) -> None:
        """No other process can open the file."""

    @contextmanager
    def _begin(self) -> Iterator[_DuckTransaction]:
        with self._writer, self._cursor() as cursor:
            cursor.begin()
            tx = _DuckTransaction(cursor)
            try:
                yield tx
                cursor.commit()
            except BaseException:  # a Streamlit rerun is a BaseException, and must leave nothing half written
                with suppress(duckdb.Error):
                    cursor.rollback()
                raise
            if self.saksi:
                self.saksi.add(tx.chains)
            for rantai, head in tx.chains.items():  # before the next one commits, who would be told of first
                self.hall.moved(rantai, head)

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        root = self._root
        try:
            with root.cursor() as cursor:
                yield cursor
        except duckdb.Error as fault:
            if isinstance(fault, duckdb.FatalException | duckdb.ConnectionException):
                self._open_again(root)
            if told := _told(fault):
                raise told from fault
            raise

    def _open_again(self, broken: duckdb.DuckDBPyConnection) -> None:
        """After a fault that DuckDB answers nothing more after, such as a disk that was full. What was committed is in
        the file; whoever comes next finds it open, or tries again."""
        with self._opener:
            if self._root is broken and not self._closed:
                broken.close()
                with suppress(StoreFault):
                    self._root = _connect(self._path, self._threads)
                self.hall.all_moved()

    def close(self) -> None:
        with self._writer, self._opener:
            self._closed = True
            self._root.close()


def _connect(path: str, threads: int) -> duckdb.DuckDBPyConnection:
    try:
        root = duckdb.connect(path, config={"threads": threads, "wal_autocheckpoint": LOG})
    except duckdb.IOException as fault:
        if "lock" in str(fault).lower():
            raise StoreBusy from fault
        raise _told(fault) or StoreBroken() from fault
    except duckdb.Error as fault:
        raise StoreBroken from fault
    for setting in SETTINGS:
        root.execute(setting)
    return root


def _told(fault: duckdb.Error) -> StoreFault | None:
    """What a person is told of it; None: it is a fault of the application."""
    text = str(fault)
    if isinstance(fault, duckdb.FatalException):  # also by what is tidied up after a commit
        return StoreUnsure()
    if any(words in text for words in NO_ROOM):
        return StoreFull()
    damaged = isinstance(fault, duckdb.IOException | duckdb.ConnectionException) or "Corrupt database file" in text
    return StoreBroken() if damaged else None
