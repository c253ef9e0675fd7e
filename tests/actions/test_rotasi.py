"""Old copies of the timer go only beside a new one that is proven to be whole."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from musrenbang.actions import lambang, salin
from musrenbang.actions.rotasi import rapikan
from musrenbang.model import Salinan, Simpan
from musrenbang.store import berkas, copying
from musrenbang.store.engine import Store
from tests import cast
from tests.actions.test_ganti_lambang import picture
from tests.cast import BAPPEDA, NOW
from tests.conftest import StoreAt

SATU = Simpan(1, 0)


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(cast.counting)


def copied(store: Store, folder: Path, days: int, *, berkala: bool = True) -> Salinan:
    return salin.salin(store, BAPPEDA, folder, NOW + timedelta(days=days), berkala=berkala)


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_what_is_superfluous_goes_and_the_new_one_stays(store: Store, tmp_path: Path) -> None:
    old, other, new = (copied(store, tmp_path, day) for day in (0, 1, 2))
    assert rapikan(new, Simpan(2, 0)) == ([old], [])
    assert names(tmp_path) == [other.folder.name, new.folder.name]


def test_what_was_made_by_hand_is_left_alone(store: Store, tmp_path: Path) -> None:
    by_hand, old, new = (
        copied(store, tmp_path, 0, berkala=False),
        copied(store, tmp_path, 1),
        copied(store, tmp_path, 2),
    )
    before = json.loads((by_hand.folder / "keterangan.json").read_text())
    del before["berkala"]  # as copies were described before there was a timer
    (by_hand.folder / "keterangan.json").write_text(json.dumps(before))
    assert rapikan(new, SATU) == ([old], [])
    assert names(tmp_path) == [by_hand.folder.name, new.folder.name]


def test_beside_a_new_one_with_faults_nothing_goes(store: Store, tmp_path: Path) -> None:
    copied(store, tmp_path, 0)
    store.rows("update jejak set oleh = 'orang lain' where nomor = 1")
    new, before = copied(store, tmp_path, 1), names(tmp_path)
    gone, faults = rapikan(new, SATU)
    assert gone == []
    assert any("Jejak" in fault for fault in faults)
    assert names(tmp_path) == before


def test_a_document_that_is_lost_now_keeps_the_copy_that_has_it(store: Store, tmp_path: Path) -> None:
    lambang.ganti(store, BAPPEDA, picture(), "lambang.png", NOW)
    copied(store, tmp_path, 0)
    [id_] = berkas.ids(store)
    store.files.path(id_).unlink()
    new, before = copied(store, tmp_path, 1), names(tmp_path)
    gone, faults = rapikan(new, SATU)
    assert (gone, ["lambang.png" in fault for fault in faults]) == ([], [True])
    assert names(tmp_path) == before


def test_a_new_one_that_the_disk_has_changed_since_proves_nothing(store: Store, tmp_path: Path) -> None:
    copied(store, tmp_path, 0)
    new, before = copied(store, tmp_path, 1), names(tmp_path)
    path = new.folder / copying.DATABASE
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    gone, faults = rapikan(new, SATU)
    assert (gone, len(faults)) == ([], 1)
    assert names(tmp_path) == before


def test_a_damaged_copy_stands_for_no_other_one(store: Store, tmp_path: Path) -> None:
    """The newest of its day is damaged: then the one before it is kept for that day."""
    whole, damaged, new = copied(store, tmp_path, 0), copied(store, tmp_path, 0), copied(store, tmp_path, 1)
    (damaged.folder / copying.DATABASE).write_bytes(b"rusak")
    assert rapikan(new, Simpan(2, 0)) == ([], [])
    assert names(tmp_path) == [whole.folder.name, damaged.folder.name, new.folder.name]


def test_a_clock_that_was_set_back_does_not_take_the_new_one(store: Store, tmp_path: Path) -> None:
    later, new = copied(store, tmp_path, 9), copied(store, tmp_path, 1)
    assert rapikan(new, SATU) == ([], [])
    assert names(tmp_path) == [new.folder.name, later.folder.name]
