"""The store in one DuckDB file: the default."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from musrenbang.store.engine import Row, Rows, StoreBroken, StoreBusy, T, retry
from musrenbang.store.files import Files
from musrenbang.store.hall import Hall

SETTINGS = (
    "set threads = 1",  # sharing out a question that takes a millisecond costs more than it saves
    "set enable_external_access = false",
    "set python_enable_replacements = false",
    "set lock_configuration = true",
)


class _DuckTransaction:
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

    def __init__(self, path: str, files: Files) -> None:
        self.folder = None if path == ":memory:" else Path(path).absolute().parent
        self.files = files
        self.hall = Hall(alone=True)
        try:
            self._root = duckdb.connect(path)
        except duckdb.IOException as fault:
            if "lock" in str(fault).lower():
                raise StoreBusy(path) from fault
            raise StoreBroken(path) from fault
        except duckdb.Error as fault:
            raise StoreBroken(path) from fault
        self._writer = threading.Lock()
        for setting in SETTINGS:
            self._root.execute(setting)

    def rows(self, sql: str, *values: object) -> list[Row]:
        with self._root.cursor() as cursor:
            return cursor.execute(sql, list(values)).fetchall()

    def moved(self, rantai: str, head: str = "") -> None:
        self.hall.moved(rantai, head)

    def transaction(self, work: Callable[[Rows], T]) -> T:
        def once() -> T:
            with self._begin() as tx:
                result = work(tx)
            for rantai, head in tx.chains.items():
                self.hall.moved(rantai, head)
            return result

        return retry((duckdb.TransactionException, duckdb.ConstraintException), once)

    def snapshot(self, work: Callable[[Rows], T]) -> T:
        with self._root.cursor() as cursor:
            cursor.begin()
            try:
                return work(_DuckTransaction(cursor))
            finally:
                cursor.rollback()

    def listen(self) -> None:
        """No other process can open the file."""

    @contextmanager
    def _begin(self) -> Iterator[_DuckTransaction]:
        with self._writer, self._root.cursor() as cursor:
            cursor.begin()
            try:
                yield _DuckTransaction(cursor)
                cursor.commit()
            except BaseException:  # a Streamlit rerun is a BaseException, and must leave nothing half written
                with suppress(duckdb.Error):
                    cursor.rollback()
                raise

    def close(self) -> None:
        with self._writer:
            self._root.close()
