"""Opening the store by its address: a DuckDB file (default) or a PostgreSQL server. One SQL text for both."""

import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol, TypeVar

import duckdb

T = TypeVar("T")
Row = tuple[Any, ...]
TRIES = 8


class Rows(Protocol):
    """Anything that answers SQL with $1 placeholders: a store (one statement) or a transaction."""

    def rows(self, sql: str, *values: object) -> list[Row]: ...


class StoreBusy(Exception):
    """The database file is held by another process."""


class StoreBroken(Exception):
    """The database cannot be opened or read."""


class Store(Rows, Protocol):
    name: str

    def transaction(self, work: Callable[[Rows], T]) -> T:
        """Run `work` in one transaction, again from the start on a clash: it may touch nothing but the database."""
        ...

    def snapshot(self, work: Callable[[Rows], T]) -> T:
        """Run `work`, which only reads, on one moment's picture: what others write meanwhile is not in it."""
        ...

    def close(self) -> None: ...


class Inside:
    """A store within one transaction of it: several actions happen together or not at all."""

    def __init__(self, name: str, tx: Rows) -> None:
        self.name, self._tx = name, tx

    def rows(self, sql: str, *values: object) -> list[Row]:
        return self._tx.rows(sql, *values)

    def transaction(self, work: Callable[[Rows], T]) -> T:
        return work(self._tx)

    snapshot = transaction

    def close(self) -> None:
        """The one who opened the store closes it."""


def insert_many(tx: Rows, table: str, columns: str, values: Sequence[Sequence[object]]) -> None:
    """Insert rows of one shape, some hundred to a statement: a single insert each is many times slower."""
    width = len(columns.split(","))
    for start in range(0, len(values), 200):
        chunk = values[start : start + 200]
        marks = ", ".join(
            "(" + ", ".join(f"${r * width + c + 1}" for c in range(width)) + ")" for r in range(len(chunk))
        )
        tx.rows(f"insert into {table} ({columns}) values {marks}", *(v for row in chunk for v in row))


def update_many(
    tx: Rows,
    table: str,
    columns: dict[str, str],
    seen: Sequence[tuple[object, int]],
    values: Sequence[Sequence[object]],
) -> set[object]:
    """Write rows that are still at the `versi` that was seen; returns the keys of those that were.

    `columns` maps each column to its SQL type, the key first; `seen` holds key and versi of each row, `values` the
    other columns. One statement for some hundred rows, as one for each is many times slower.
    """
    rows = [(*s, *v) for s, v in zip(seen, values, strict=True)]
    if len(rows) == 1:
        return _update_one(tx, table, list(columns), rows[0])
    return set().union(*(_update_chunk(tx, table, columns, rows[i : i + 200]) for i in range(0, len(rows), 200)))


def _update_one(tx: Rows, table: str, columns: Sequence[str], row: Sequence[object]) -> set[object]:
    """The plain form: for a single row, which somebody waits for, it takes half the time."""
    key, *others = columns
    assignments = ", ".join(f"{name} = ${i}" for i, name in enumerate(others, 3))
    changed = tx.rows(
        f"update {table} set {assignments}, versi = versi + 1 where {key} = $1 and versi = $2 returning {key}", *row
    )
    return {found for (found,) in changed}


def _update_chunk(tx: Rows, table: str, columns: dict[str, str], rows: Sequence[Sequence[object]]) -> set[object]:
    key, *others = columns
    types = [columns[key], "integer", *(columns[name] for name in others)]
    assignments = ", ".join(f"{name} = v.{name}" for name in others)
    marks = ", ".join(_cast_marks(types, r * len(types)) for r in range(len(rows)))
    changed = tx.rows(
        f"update {table} set {assignments}, versi = {table}.versi + 1 "
        f"from (values {marks}) v ({key}, versi_dilihat, {', '.join(others)}) "
        f"where {table}.{key} = v.{key} and {table}.versi = v.versi_dilihat returning {table}.{key}",
        *(value for row in rows for value in row),
    )
    return {found for (found,) in changed}


def _cast_marks(types: Sequence[str], before: int) -> str:
    return "(" + ", ".join(f"cast(${before + i} as {type_})" for i, type_ in enumerate(types, 1)) + ")"


def _retry(clashes: tuple[type[Exception], ...], once: Callable[[], T]) -> T:
    for attempt in range(TRIES):
        try:
            return once()
        except clashes:
            if attempt == TRIES - 1:
                raise
            time.sleep(random.random() * 0.02 * 2**attempt)
    raise AssertionError


class _DuckTransaction:
    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def rows(self, sql: str, *values: object) -> list[Row]:
        return self._cursor.execute(sql, list(values)).fetchall()


class DuckStore:
    """One file, one process, one writer at a time; a fresh cursor per call, as Streamlit's threads share nothing."""

    name = "duckdb"

    def __init__(self, path: str) -> None:
        try:
            self._root = duckdb.connect(path)
        except duckdb.IOException as fault:
            if "lock" in str(fault).lower():
                raise StoreBusy(path) from fault
            raise StoreBroken(path) from fault
        except duckdb.Error as fault:
            raise StoreBroken(path) from fault
        self._writer = threading.Lock()
        for setting in (
            "set enable_external_access = false",
            "set python_enable_replacements = false",
            "set lock_configuration = true",
        ):
            self._root.execute(setting)

    def rows(self, sql: str, *values: object) -> list[Row]:
        with self._root.cursor() as cursor:
            return cursor.execute(sql, list(values)).fetchall()

    def transaction(self, work: Callable[[Rows], T]) -> T:
        def once() -> T:
            with self._begin() as tx:
                return work(tx)

        return _retry((duckdb.TransactionException, duckdb.ConstraintException), once)

    def snapshot(self, work: Callable[[Rows], T]) -> T:
        with self._root.cursor() as cursor:
            cursor.begin()
            try:
                return work(_DuckTransaction(cursor))
            finally:
                cursor.rollback()

    @contextmanager
    def _begin(self) -> Iterator[Rows]:
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


def open_store(address: str) -> Store:
    """Open and migrate. `address` is a file path, ":memory:" or "postgresql://…".

    Raises StoreBusy when another process holds the file, StoreBroken when it is no database of ours.
    """
    from musrenbang.store import migrations

    if address.startswith("postgresql://"):
        from musrenbang.store.postgres import PostgresStore

        store: Store = PostgresStore(address)
    else:
        if address != ":memory:":
            Path(address).parent.mkdir(parents=True, exist_ok=True)
        store = DuckStore(address)
    migrations.apply(store)
    return store
