"""How a server is, by its database and its disks."""

import shutil
from collections import namedtuple
from datetime import timedelta
from pathlib import Path

import pytest

from musrenbang.actions import kesehatan as module
from musrenbang.actions import salin
from musrenbang.actions.kesehatan import kesehatan
from musrenbang.store import migrations
from musrenbang.store.engine import Store
from tests.cast import BAPPEDA, NOW

Usage = namedtuple("Usage", "free")


@pytest.fixture(autouse=True)
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MUSRENBANG_SALINAN", str(tmp_path / "salinan"))
    return tmp_path / "salinan"


def test_a_database_of_today_is_current(store: Store) -> None:
    found = kesehatan(store)
    assert found.mutakhir
    assert found.skema == int(max(p.name for p in migrations.FOLDER.glob("*.sql"))[:4])


def test_one_that_a_newer_application_has_migrated_is_not(store: Store) -> None:
    store.rows("insert into skema (nomor, berkas) values (9000, '9000_kelak.sql')")
    try:
        assert not kesehatan(store).mutakhir
    finally:
        store.rows("delete from skema where nomor = 9000")


def test_the_newest_copy_is_named(store: Store, copies: Path) -> None:
    assert kesehatan(store).salinan is None
    for hours in (0, 5, 3):
        salin.salin(store, BAPPEDA, copies, NOW + timedelta(hours=hours))
    assert kesehatan(store).salinan == NOW + timedelta(hours=5)


def test_the_fullest_of_the_disks_counts(store: Store, copies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copies.mkdir()
    asked: list[Path] = []

    def usage(folder: Path) -> Usage:
        asked.append(folder)
        return Usage(7 if folder == copies else 9)

    monkeypatch.setattr(module.shutil, "disk_usage", usage)
    assert kesehatan(store).ruang == 7
    assert all(folder.is_dir() for folder in asked)
    own = [] if store.name == "postgresql" else [store.folder]
    assert asked[2:] == own


def test_a_folder_that_is_not_made_yet_is_looked_up_above(store: Store, copies: Path) -> None:
    assert not copies.exists()
    assert abs(kesehatan(store).ruang - shutil.disk_usage(copies.parent).free) < 1 << 30
