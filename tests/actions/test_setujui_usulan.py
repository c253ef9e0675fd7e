"""L01, L08: a desa approves its usulan, so that the camat can load them."""

import json
from collections.abc import Mapping
from functools import partial
from uuid import UUID

from musrenbang.actions import persiapan, usulan_desa
from musrenbang.model import Orang
from musrenbang.store.engine import Store
from tests.cast import BIBIT, CAMAT, DESA, DRAINASE, JALAN, LAPANGAN, NOW, RAPAT, SEKDES, attended, isi, loaded, own
from tests.conftest import StoreAt
from tests.witness import assert_row, logged, race, refusals, refused

BOTH = {JALAN.id: 1, LAPANGAN.id: 1}


def approve(store: Store, dilihat: Mapping[UUID, int], *, setuju: bool = True, who: Orang = DESA) -> int:
    return usulan_desa.setujui(store, who, RAPAT, dilihat, setuju, NOW)


def test_several_at_once_and_only_what_was_not_approved_is_written(store: Store) -> None:
    assert approve(store, BOTH) == 1
    assert [(u.disetujui, u.versi) for u in own(store)] == [(True, 1), (True, 1), (True, 1), (True, 2)]


def test_an_approval_can_be_taken_back(store: Store) -> None:
    assert approve(store, BOTH, setuju=False) == 1
    assert [u.disetujui for u in own(store)] == [False, True, True, False]


def test_logs_each_that_has_changed(store: Store) -> None:
    (entry,) = logged(store, lambda: approve(store, BOTH))
    assert_row(entry, DESA.nama_pengguna, "setujui usulan desa/kelurahan", f"usulan {LAPANGAN.kode}")
    before, after = json.loads(entry.sebelum), json.loads(entry.sesudah)
    assert (before.pop("disetujui"), after.pop("disetujui")) == (False, True)
    assert before == after


def test_what_is_approved_is_what_ambil_brings(store_at: StoreAt) -> None:
    store = store_at(attended)
    approve(store, {LAPANGAN.id: 1})
    approve(store, {BIBIT.id: 1}, setuju=False)
    assert persiapan.ambil_usulan(store, CAMAT, RAPAT, NOW).baru == 5


def test_refused_when_nothing_is_chosen_or_it_is_of_another_desa(store: Store) -> None:
    with refused(store, "tidak_ada_pilihan"):
        approve(store, {})
    with refused(store, "tidak_ditemukan"):
        approve(store, {LAPANGAN.id: 1, DRAINASE.id: 1})


def test_all_or_none_when_one_was_changed_meanwhile(store: Store) -> None:
    usulan_desa.ubah(store, SEKDES, RAPAT, JALAN.id, 1, isi("Jalan lain"), NOW)
    with refused(store, "berubah"):
        approve(store, BOTH)


def test_refused_once_the_camat_has_loaded_the_desa(store_at: StoreAt) -> None:
    store = store_at(loaded)
    with refused(store, "usulan_ditutup"):
        approve(store, {LAPANGAN.id: 1})


def test_two_at_once_approve_it_once(store: Store) -> None:
    outcomes = race(*(partial(approve, store, {LAPANGAN.id: 1}, who=who) for who in (DESA, SEKDES)))
    assert refusals(outcomes) == ["berubah"]
    assert own(store)[3].versi == 2
