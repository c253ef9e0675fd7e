"""The schema: applied once, and the same on both engines."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from musrenbang.store import migrations
from musrenbang.store.engine import Rows, Store
from musrenbang.store.opening import open_store
from musrenbang.store.trail import Chain
from tests.cast import NOW
from tests.conftest import DuckEngine, Engine, PostgresEngine
from tests.witness import race

# DuckDB and PostgreSQL spell some types differently
SAME_TYPE = {"VARCHAR": "character varying", "DECIMAL(14,2)": "numeric", "TIMESTAMP": "timestamp without time zone"}


@pytest.fixture
def address(engine: Engine) -> str:
    return engine.empty()


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    opened = open_store(address)
    yield opened
    opened.close()


def columns(store: Store) -> list[tuple[str, ...]]:
    found = store.rows(
        "select table_name, column_name, ordinal_position, data_type, is_nullable from information_schema.columns "
        "where table_schema in ('main', 'public') order by table_name, ordinal_position"
    )
    return [(t, c, str(n), str(SAME_TYPE.get(kind, kind)).lower(), nullable) for t, c, n, kind, nullable in found]


def kinds(store: Store) -> list[tuple[str, str]]:
    found = store.rows(
        "select table_name, table_type from information_schema.tables "
        "where table_schema in ('main', 'public') order by table_name"
    )
    return [(name, kind) for name, kind in found]


def test_applied_twice_does_nothing(store: Store) -> None:
    before = (columns(store), store.rows("select * from skema order by nomor"))
    migrations.apply(store)
    assert (columns(store), store.rows("select * from skema order by nomor")) == before
    assert [name for _, name in before[1]] == sorted(file.name for file in migrations.FOLDER.glob("*.sql"))
    assert [number for number, _ in before[1]] == [int(name[:4]) for _, name in before[1]]


def test_opening_again_keeps_what_is_there(address: str) -> None:
    first = open_store(address)
    first.rows("insert into keterangan (kunci, nilai) values ('a', 'b')")
    first.close()
    second = open_store(address)
    assert second.rows("select * from keterangan") == [("a", "b")]
    second.close()


def test_one_time_passwords_of_before_end_thirty_days_after_they_were_given(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the account's last row, of a database that has not got it from the last of all; own ones never."""
    for file in migrations.FOLDER.glob("*.sql"):
        if file.name < "0012":
            shutil.copy(file, tmp_path)
    with monkeypatch.context() as then:
        then.setattr(migrations, "FOLDER", tmp_path)
        old = open_store(address)
    for nama, must in (("diberi", True), ("diatur.ulang", True), ("di.laptop", True), ("sendiri", False)):
        old.rows("insert into akun values ($1, 'N', 'bappeda', null, 'x', true, $2, 1)", nama, must)
    for days, tindakan, nama in (
        (1, "tambah akun", "diberi"), (2, "tambah akun", "diatur.ulang"), (3, "tambah akun", "sendiri"),
        (4, "atur ulang kata sandi", "diatur.ulang"), (5, "masuk", "diberi"),
    ):  # fmt: skip
        old.transaction(lambda tx, told=(NOW + timedelta(days=days), tindakan, nama): _tell(tx, *told))
    old.close()
    store = open_store(address)
    found = dict(store.rows("select nama_pengguna, sandi_berakhir from akun"))
    days = {nama: (until - NOW).days if until else None for nama, until in found.items()}
    assert days == {"diberi": 31, "diatur.ulang": 34, "di.laptop": 35, "sendiri": None}
    store.close()


def _tell(tx: Rows, waktu: datetime, tindakan: str, nama: str) -> None:
    chain = Chain(tx, "pengguna", "bappeda", waktu)
    chain.write(tindakan, nama)
    chain.close()


@pytest.mark.postgres
def test_both_engines_have_the_same_tables_and_columns(
    duckdb_engine: DuckEngine, postgresql_engine: PostgresEngine
) -> None:
    duck, postgres = (open_store(engine.empty()) for engine in (duckdb_engine, postgresql_engine))
    assert kinds(duck) == kinds(postgres)
    tables = {name for name, kind in kinds(duck) if kind == "BASE TABLE"}
    left, right = ([c for c in columns(store) if c[0] in tables] for store in (duck, postgres))
    assert left == right
    assert [c[:3] for c in columns(duck)] == [c[:3] for c in columns(postgres)]
    duck.close()
    postgres.close()


@pytest.mark.postgres
def test_servers_that_start_at_once_migrate_once(postgresql_engine: PostgresEngine) -> None:
    address = postgresql_engine.empty()
    first, second = race(lambda: open_store(address), lambda: open_store(address))
    for store in (first, second):
        assert not isinstance(store, Exception), repr(store)
        assert len(store.rows("select * from skema")) >= 1
        store.close()
