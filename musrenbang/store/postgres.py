"""The same store on a PostgreSQL server (15 or later); imported only when its address is chosen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from psycopg_pool import ConnectionPool, PoolTimeout

from musrenbang.store import others
from musrenbang.store.engine import Row, Rows, StoreFull, StoreGone, StoreUnsure, T, retry
from musrenbang.store.files import Files
from musrenbang.store.hall import Bahasan, Hall, Tampilan
from musrenbang.store.saksi import Saksi

CLASHES = (
    psycopg.errors.SerializationFailure,
    psycopg.errors.DeadlockDetected,
    psycopg.errors.UniqueViolation,
)


ENDED = (psycopg.errors.AdminShutdown, psycopg.errors.CrashShutdown, psycopg.errors.CannotConnectNow)
# one statement alone is a transaction already, and most questions of a screen are one
SETTINGS: dict[str, Any] = {"cursor_factory": psycopg.RawCursor, "autocommit": True}
TRANSACTION, SNAPSHOT = b"begin", b"begin isolation level repeatable read, read only"
PATIENCE = 10.0  # seconds to wait for a connection, so also for a server that is being started again
Line = psycopg.Connection[Any]


class _Dropped(Exception):
    """The connection was lost before anything was committed, so the work can be done again on another."""


class _PostgresTransaction:
    for_update = " for update"

    def __init__(self, connection: Line) -> None:
        self._connection = connection
        self.chains: dict[str, str] = {}

    def rows(self, sql: str, *values: object) -> list[Row]:
        cursor = self._connection.execute(sql.encode(), values or None)
        return cursor.fetchall() if cursor.description else [(cursor.rowcount,)]

    def moved(self, rantai: str, head: str = "") -> None:
        self.chains[rantai] = head


class PostgresStore:
    name = "postgresql"
    for_update = _PostgresTransaction.for_update
    folder: Path | None = None
    saksi: Saksi | None = None

    def __init__(self, address: str, files: Files) -> None:
        self.files = files
        self.hall = Hall(spread=self._spread)
        self._address, self._origin = address, uuid4().hex
        self._listener: others.Listener | None = None
        self._pool = ConnectionPool(address, min_size=1, max_size=16, timeout=PATIENCE, kwargs=SETTINGS, open=False)
        try:
            self._pool.open(wait=True, timeout=PATIENCE)
        except PoolTimeout as fault:
            self._pool.close()
            raise StoreGone from fault

    def rows(self, sql: str, *values: object) -> list[Row]:
        return self._again(lambda connection: _PostgresTransaction(connection).rows(sql, *values))

    def moved(self, rantai: str, head: str = "") -> None:
        self.transaction(lambda tx: tx.moved(rantai, head))

    def listen(self) -> None:
        try:
            self._listener = others.Listener(self._address, self._hear, self._lost)
        except psycopg.Error as fault:
            raise StoreGone from fault
        self.hall.told = True

    def read_through(self) -> None:
        """The server checks its own blocks."""

    def transaction(self, work: Callable[[Rows], T]) -> T:
        def once(connection: Line) -> tuple[T, dict[str, str]]:
            connection.execute(TRANSACTION)
            tx = _PostgresTransaction(connection)
            result = work(tx)
            self._say(tx, [others.moved(self._origin, rantai) for rantai in tx.chains])
            return result, tx.chains

        try:
            result, chains = self._again(once)
        except StoreUnsure:
            self.hall.all_moved()  # if it was committed after all, nobody but the other servers is told
            raise
        for rantai, head in chains.items():
            self.hall.moved(rantai, head)
        return result

    def snapshot(self, work: Callable[[Rows], T]) -> T:
        def once(connection: Line) -> T:
            connection.execute(SNAPSHOT)
            return work(_PostgresTransaction(connection))

        return self._again(once)

    def _again(self, once: Callable[[Line], T]) -> T:
        """On a connection of its own, again after a clash or when that is lost, but never after a lost commit."""

        def attempt() -> T:
            try:
                return self._once(once)
            except _Dropped:
                self._pool.check()  # whatever has cut this one may have cut the others
                raise

        try:
            return retry((*CLASHES, _Dropped), attempt)
        except (_Dropped, PoolTimeout) as fault:
            raise StoreGone from fault
        except psycopg.errors.DiskFull as fault:
            raise StoreFull from fault

    def _once(self, work: Callable[[Line], T]) -> T:
        with self._pool.connection() as connection:
            with _lost_as(_Dropped, connection):
                result = work(connection)
            with _lost_as(StoreUnsure, connection):
                connection.commit()
            return result

    def close(self) -> None:
        if self._listener:
            self._listener.close()
        self._pool.close()

    def _say(self, rows: Rows, said: list[str]) -> None:
        if said:
            rows.rows(others.SAY, others.CHANNEL, said)

    def _spread(self, rantai: str, what: Bahasan | Tampilan) -> None:
        self._say(self, [others.shown(self._origin, rantai, what)])

    def _hear(self, said: str) -> None:
        others.hear(self.hall, self._origin, said)

    def _lost(self) -> None:
        """Whatever has cut the line may have cut the others too, and now every screen will ask."""
        self._pool.check()
        self.hall.all_moved()


@contextmanager
def _lost_as(told: type[Exception], connection: Line) -> Iterator[None]:
    try:
        yield
    except psycopg.OperationalError as fault:
        if connection.closed or isinstance(fault, ENDED):
            raise told from fault
        raise
