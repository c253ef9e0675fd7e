"""Transactions: all or nothing, again on a clash, and a true duplicate comes up."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from musrenbang.store.bulk import insert_many
from musrenbang.store.duck import DuckStore
from musrenbang.store.engine import Rows, Store, StoreBroken, StoreBusy, StoreGone
from musrenbang.store.files import Files
from musrenbang.store.opening import open_store
from tests.conftest import DuckEngine, Engine
from tests.witness import race

ADD = "insert into keterangan (kunci, nilai) values ($1, $2)"


class Stop(BaseException):
    """As Streamlit's rerun: not an Exception."""


@pytest.fixture
def store(engine: Engine) -> Iterator[Store]:
    opened = open_store(engine.empty())
    yield opened
    opened.close()


def kept(store: Store) -> list[Any]:
    return store.rows("select kunci, nilai from keterangan order by kunci")


def test_returns_what_the_work_returns(store: Store) -> None:
    assert store.transaction(lambda tx: tx.rows(f"{ADD} returning nilai", "a", "1")) == [("1",)]
    assert kept(store) == [("a", "1")]


def test_any_exception_takes_everything_back(store: Store) -> None:
    for fault in (Stop, KeyboardInterrupt, ValueError):

        def work(tx: Rows, fault: type[BaseException] = fault) -> None:
            tx.rows(ADD, "a", "1")
            raise fault

        with pytest.raises(fault):
            store.transaction(work)
    assert kept(store) == []
    store.transaction(lambda tx: tx.rows(ADD, "b", "2"))
    assert kept(store) == [("b", "2")]


def test_a_clash_is_tried_again_from_the_start(store: Store) -> None:
    tries = []

    def work(tx: Rows) -> None:
        tries.append(tx.rows("select count(*) from keterangan")[0][0])
        tx.rows(ADD, "mine", "1")
        if len(tries) == 1:
            tx.rows(ADD, "mine", "again")  # breaks the key, as when another was faster

    store.transaction(work)
    assert tries == [0, 0]
    assert kept(store) == [("mine", "1")]


def test_a_true_duplicate_comes_up(store: Store) -> None:
    store.transaction(lambda tx: tx.rows(ADD, "a", "1"))
    tries = []

    def work(tx: Rows) -> None:
        tries.append(1)
        tx.rows(ADD, "a", "2")

    with pytest.raises(Exception, match=r"(?i)duplicate key"):
        store.transaction(work)
    assert len(tries) == 8
    assert kept(store) == [("a", "1")]


def test_writers_that_all_read_then_write_lose_nothing(store: Store) -> None:
    """Each adds one to the same number, holding its row as an action holds its chain."""
    store.transaction(lambda tx: tx.rows("insert into rantai values ('a', 0, '')"))

    def add_one() -> None:
        def work(tx: Rows) -> None:
            number = tx.rows("update rantai set nomor = nomor where kunci = 'a' returning nomor")[0][0]
            tx.rows("update rantai set nomor = $1 where kunci = 'a'", number + 1)

        store.transaction(work)

    assert race(*[add_one] * 8) == [None] * 8
    assert store.rows("select nomor from rantai") == [(8,)]


def test_many_threads_read_while_one_writes(store: Store) -> None:
    """A reader sees whole transactions: both rows or none."""
    halves: list[Any] = []

    def write() -> None:
        for number in range(10):
            store.transaction(lambda tx, n=number: [tx.rows(ADD, f"{side}{n}", "1") for side in "ab"])

    def read() -> None:
        halves.extend(row for row in store.rows("select count(*) from keterangan") if row[0] % 2)

    writer = threading.Thread(target=write)
    writer.start()
    while writer.is_alive():
        race(*[read] * 4)
    assert halves == []
    assert len(kept(store)) == 20


def test_inserts_more_rows_than_fit_one_statement(store: Store) -> None:
    values = [(f"k{number:03d}", str(number)) for number in range(450)]
    store.transaction(lambda tx: insert_many(tx, "keterangan", "kunci, nilai", values))
    assert kept(store) == values
    store.transaction(lambda tx: insert_many(tx, "keterangan", "kunci, nilai", []))


def test_a_value_too_long_for_its_column_is_refused_by_the_store(store: Store) -> None:
    with pytest.raises(Exception, match=r"(?i)check"):
        store.transaction(lambda tx: tx.rows(ADD, "a" * 41, ""))


def test_a_file_that_is_no_database_is_broken(tmp_path: Path) -> None:
    file = tmp_path / "bukan.duckdb"
    file.write_text("bukan basis data " * 400)
    with pytest.raises(StoreBroken):
        open_store(str(file))


def test_a_file_that_another_process_holds_is_busy(duckdb_engine: DuckEngine) -> None:
    import subprocess
    import sys

    address = duckdb_engine.empty()
    open_store(address).close()
    program = f"import duckdb, sys; c = duckdb.connect({address!r}); print('held', flush=True); sys.stdin.read()"
    holder = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(StoreBusy):
        open_store(address)
    holder.communicate("")
    open_store(address).close()


def test_sql_cannot_reach_files_or_the_lock_of_its_settings(tmp_path: Path) -> None:
    store = DuckStore(":memory:", Files(tmp_path))
    for sql in (f"copy (select 1) to '{tmp_path}/a.csv'", "set enable_external_access = true"):
        with pytest.raises(duckdb.Error):
            store.rows(sql)
    assert list(tmp_path.iterdir()) == []
    store.close()


@pytest.mark.postgres
def test_a_server_that_is_not_there_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from psycopg_pool import ConnectionPool

    waiting = ConnectionPool.open
    monkeypatch.setattr(ConnectionPool, "open", lambda pool, wait, timeout: waiting(pool, wait, 0.3))
    with pytest.raises(StoreGone):
        open_store(f"postgresql://postgres@/nothing?host={tmp_path}")


def test_a_snapshot_sees_one_moment_and_keeps_nobody_waiting(store: Store) -> None:
    store.rows(ADD, "a", "1")

    def look(tx: Rows) -> None:
        first = tx.rows("select count(*) from keterangan")
        assert race(lambda: store.transaction(lambda other: other.rows(f"{ADD} returning kunci", "b", "2"))) == [
            [("b",)]
        ]
        assert tx.rows("select count(*) from keterangan") == first == [(1,)]

    store.snapshot(look)
    assert kept(store) == [("a", "1"), ("b", "2")]


@pytest.mark.parametrize("while_one_reads", [False, True], ids=["alone", "while one reads"])
def test_the_log_beside_a_duckdb_file_stays_short(tmp_path: Path, while_one_reads: bool) -> None:
    """What is only in the log is in memory too, and is what a file loses that comes away without it."""
    store, log = open_store(str(tmp_path / "a.duckdb")), tmp_path / "a.duckdb.wal"

    def fill(_: object) -> int:
        for n in range(40):
            rows = [(f"{n} {i}", "x" * 400) for i in range(500)]
            store.transaction(lambda tx, rows=rows: insert_many(tx, "keterangan", "kunci, nilai", rows))
        return log.stat().st_size

    assert (store.snapshot(fill) if while_one_reads else fill(None)) < 3_000_000
    store.close()


def test_the_hall_knows_the_head_that_was_committed_last(tmp_path: Path) -> None:
    """Also when whoever hears of an earlier commit is slow."""
    store, told, later = open_store(str(tmp_path / "a.duckdb")), threading.Event(), threading.Event()

    def slow() -> None:
        told.set()
        later.wait(0.5)

    def first(tx: Rows) -> None:
        tx.moved("a", "1")
        tx.moved("b", "1")

    with store.hall.listening("a", slow):
        earlier = threading.Thread(target=store.transaction, args=(first,))
        earlier.start()
        told.wait()
        store.transaction(lambda tx: tx.moved("b", "2"))
        later.set()
        earlier.join()
    assert store.hall.head("b") == "2"
    store.close()
