"""A database of the first schema that landed, opened by today's application: nothing is lost, nothing is wrong."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from musrenbang.actions import baca, masuk, persiapan
from musrenbang.actions.periksa import periksa
from musrenbang.store import migrations, moving
from musrenbang.store.engine import Row, Store
from musrenbang.store.opening import open_store
from tests import cast
from tests.cast import BAPPEDA, CAMAT, NOW, ORANG_LAIN, RAPAT, RAPAT_STABAT
from tests.conftest import Engine

FIRST = "0001_dasar.sql"
ROWS = Path(__file__).with_name("skema_pertama.sql")
Rows = dict[str, set[Row]]


@pytest.fixture
def address(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Of the old database, which nobody has opened since."""
    address = engine.empty()
    (tmp_path / "skema").mkdir()
    shutil.copy(migrations.FOLDER / FIRST, tmp_path / "skema")
    with monkeypatch.context() as then:
        then.setattr(migrations, "FOLDER", tmp_path / "skema")
        old = open_store(address)
    for line in ROWS.read_text(encoding="utf-8").splitlines():
        if line.startswith("insert"):
            old.rows(line.rstrip(";"))
    assert old.rows("select * from skema") == [(1, FIRST)]
    old.close()
    return address


@pytest.fixture
def old(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[dict[str, list[str]], Rows]:
    """The columns of each of its tables, and its rows."""
    with monkeypatch.context() as then:
        then.setattr(migrations, "FOLDER", tmp_path / "skema")
        store = open_store(address)
    columns = {table: list(moving.columns(store, table)) for table in moving.tables(store)}
    rows = {table: content(store, table, names) for table, names in columns.items()}
    store.close()
    return columns, rows


@pytest.fixture
def upgraded(address: str, old: object) -> Iterator[Store]:
    store = open_store(address)
    yield store
    store.close()


def content(store: Store, table: str, columns: list[str]) -> set[Row]:
    return set(store.rows(f"select {', '.join(columns)} from {table}"))


def test_every_row_is_there_with_all_that_it_said(old: tuple[dict[str, list[str]], Rows], upgraded: Store) -> None:
    columns, rows = old
    assert sum(map(len, rows.values())) > 100
    assert {table: content(upgraded, table, columns[table]) for table in columns} == rows
    assert moving.newest_migration(upgraded) == migrations.newest()


def test_nothing_is_wrong_with_it(upgraded: Store) -> None:
    assert periksa(upgraded) == []


def test_the_meeting_that_was_sent_is_still_what_it_was(upgraded: Store) -> None:
    found = baca.fakta(upgraded, CAMAT, RAPAT)
    assert found.rapat.dikirim == NOW + timedelta(hours=3)
    ranked = sorted((u for u in baca.usulan_masuk(upgraded, CAMAT, RAPAT) if u.utama), key=lambda u: u.peringkat or 0)
    assert [(u.isi.nama, u.peringkat) for u in ranked] == [
        ("Hotmix jalan utama", 1), ("Pembangunan drainase", 2), ("Perbaikan saluran irigasi", 3), ("Bantuan bibit", 4),
    ]  # fmt: skip


def test_people_go_on_where_they_were(upgraded: Store) -> None:
    rahasia = masuk.masuk(upgraded, "camat.stabat", cast.SANDI, "10.0.0.7", NOW + timedelta(days=1))
    assert rahasia
    persiapan.buka(upgraded, ORANG_LAIN, RAPAT_STABAT, "Dimulai lebih awal.", NOW + timedelta(days=1))
    assert baca.fakta(upgraded, BAPPEDA, RAPAT_STABAT).rapat.dibuka
    assert periksa(upgraded) == []
