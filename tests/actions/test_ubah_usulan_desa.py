"""L01: a desa changes what one of its usulan says."""

import json
from functools import partial

import pytest

from musrenbang.actions import usulan_desa
from musrenbang.errors import ChangedMeanwhile
from musrenbang.model import IsiUsulan, Orang
from musrenbang.store.engine import Store
from tests.cast import DESA, DRAINASE, JALAN, LAPANGAN, NOW, RAPAT, SEKDES, isi, loaded, own
from tests.conftest import StoreAt
from tests.witness import assert_row, assert_told, logged, race, refused

BETON = isi("Rabat beton jalan utama", biaya=5)


def change(store: Store, new: IsiUsulan = BETON, versi: int = 1, who: Orang = DESA) -> None:
    usulan_desa.ubah(store, who, RAPAT, JALAN.id, versi, new, NOW)


def test_writes_the_new_content_and_takes_the_approval_back(store: Store) -> None:
    change(store)
    first = own(store)[0]
    assert (first.isi, first.disetujui, first.urutan, first.versi) == (BETON, False, 1, 2)


def test_logs_before_and_after(store: Store) -> None:
    (entry,) = logged(store, lambda: change(store))
    assert_row(entry, DESA.nama_pengguna, "isi usulan desa/kelurahan", f"usulan {JALAN.kode}")
    before, after = json.loads(entry.sebelum), json.loads(entry.sesudah)
    assert (before["nama"], before["disetujui"]) == (JALAN.isi.nama, True)
    assert (after["nama"], after["biaya"], after["disetujui"]) == ("Rabat beton jalan utama", 5, False)


def test_saving_the_same_words_changes_nothing(store: Store) -> None:
    assert logged(store, lambda: change(store, JALAN.isi)) == []
    assert own(store)[0] == JALAN


def test_refuses_content_out_of_bounds(store: Store) -> None:
    with refused(store, "isian_wajib", "isian_angka"):
        change(store, isi("", biaya=-1))


def test_an_usulan_of_another_desa_cannot_be_reached_by_its_id(store: Store) -> None:
    with refused(store, "tidak_ditemukan"):
        usulan_desa.ubah(store, DESA, RAPAT, DRAINASE.id, 1, BETON, NOW)


def test_refused_once_the_camat_has_loaded_the_desa_also_for_what_was_left_out(store_at: StoreAt) -> None:
    store = store_at(loaded)
    with refused(store, "usulan_ditutup"):
        usulan_desa.ubah(store, DESA, RAPAT, LAPANGAN.id, 1, BETON, NOW)


def test_of_two_at_once_the_second_is_told(store: Store) -> None:
    people = (DESA, SEKDES)
    outcomes = race(*(partial(change, store, isi(who.nama), 1, who) for who in people))
    slower = next(i for i, outcome in enumerate(outcomes) if outcome is not None)
    faster = people[1 - slower]
    assert_told(outcomes[slower], faster, faster.nama)
    assert own(store)[0].isi.nama == faster.nama


def test_the_slower_is_told_each_field_that_is_other_than_what_was_typed(store: Store) -> None:
    change(store, isi(JALAN.isi.nama, lokasi="Dusun 2", penerima=9), who=SEKDES)
    with pytest.raises(ChangedMeanwhile) as caught:
        change(store, isi(JALAN.isi.nama, biaya=5))
    told = caught.value.issues[0].facts["sekarang"]
    assert told.endswith("belum disetujui; lokasi “Dusun 2”; biaya Rp250.000.000; penerima manfaat 9")
