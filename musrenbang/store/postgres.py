"""The same store on a PostgreSQL server (15 or later); imported only when its address is chosen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from psycopg_pool import ConnectionPool, PoolTimeout

from musrenbang.store import others
from musrenbang.store.engine import Row, Rows, StoreBroken, T, retry
from musrenbang.store.files import Files
from musrenbang.store.hall import Bahasan, Hall, Tampilan

CLASHES = (
    psycopg.errors.SerializationFailure,
    psycopg.errors.DeadlockDetected,
    psycopg.errors.UniqueViolation,
)


class _PostgresTransaction:
    def __init__(self, connection: "psycopg.Connection[Any]") -> None:
        self._connection = connection
        self.chains: dict[str, str] = {}

    def rows(self, sql: str, *values: object) -> list[Row]:
        cursor = self._connection.execute(sql.encode(), values or None)
        return cursor.fetchall() if cursor.description else []

    def moved(self, rantai: str, head: str = "") -> None:
        self.chains[rantai] = head


class PostgresStore:
    name = "postgresql"
    folder: Path | None = None

    def __init__(self, address: str, files: Files) -> None:
        self.files = files
        self.hall = Hall(spread=self._spread)
        self._address, self._origin = address, uuid4().hex
        self._listener: others.Listener | None = None
        self._pool = ConnectionPool(
            address, min_size=1, max_size=16, kwargs={"cursor_factory": psycopg.RawCursor}, open=False
        )
        try:
            self._pool.open(wait=True, timeout=10)
        except PoolTimeout as fault:
            self._pool.close()
            raise StoreBroken("postgresql") from fault

    def rows(self, sql: str, *values: object) -> list[Row]:
        with self._pool.connection() as connection:
            return _PostgresTransaction(connection).rows(sql, *values)

    def moved(self, rantai: str, head: str = "") -> None:
        self.transaction(lambda tx: tx.moved(rantai, head))

    def listen(self) -> None:
        try:
            self._listener = others.Listener(self._address, self._hear, self._lost)
        except psycopg.Error as fault:
            raise StoreBroken("postgresql") from fault

    def transaction(self, work: Callable[[Rows], T]) -> T:
        def once() -> T:
            with self._pool.connection() as connection:
                tx = _PostgresTransaction(connection)
                result = work(tx)
                self._say(tx, [others.moved(self._origin, rantai) for rantai in tx.chains])
            for rantai, head in tx.chains.items():
                self.hall.moved(rantai, head)
            return result

        return retry(CLASHES, once)

    def snapshot(self, work: Callable[[Rows], T]) -> T:
        def once(tx: Rows) -> T:
            tx.rows("set transaction isolation level repeatable read, read only")
            return work(tx)

        return self.transaction(once)

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
