"""L01: a desa enters an usulan."""

import json
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from musrenbang.actions import persiapan, usulan_desa
from musrenbang.actions.periksa import periksa
from musrenbang.model import Asal
from musrenbang.store.engine import Store
from tests.cast import (
    CAMAT,
    DESA,
    LURAH,
    NOW,
    RAPAT,
    RAPAT_STABAT,
    SEKDES,
    STABAT_BARU,
    SUKA_RAKYAT,
    isi,
    loaded,
    opened,
    own,
    started,
)
from tests.conftest import StoreAt
from tests.witness import assert_row, logged, race, refusals, refused

SUMUR = isi("Sumur bor")


def enter(store: Store, **fields: Any) -> UUID:
    return usulan_desa.isi(store, DESA, RAPAT, isi(**{"nama": "Sumur bor", **fields}), NOW)


def test_it_stands_last_and_waits_for_approval(store: Store) -> None:
    id_ = enter(store)
    new = own(store)[-1]
    assert (new.id, new.isi, new.urutan, new.disetujui, new.versi) == (id_, SUMUR, 5, False, 1)
    assert (new.kode, new.asal, new.kecamatan) == (f"2027-{SUKA_RAKYAT}-005", Asal.DESA, "12.05.01")
    assert periksa(store) == []


def test_an_usulan_of_a_kelurahan_says_so(store: Store) -> None:
    usulan_desa.isi(store, LURAH, RAPAT, SUMUR, NOW)
    assert [u.asal for u in own(store, LURAH)] == [Asal.KELURAHAN] * 3


def test_logs_it_in_the_chain_of_the_meeting(store: Store) -> None:
    (entry,) = logged(store, lambda: enter(store))
    assert_row(entry, DESA.nama_pengguna, "isi usulan desa/kelurahan", f"usulan 2027-{SUKA_RAKYAT}-005")
    assert entry.sebelum == "null"
    after = json.loads(entry.sesudah)
    assert (after["nama"], after["biaya"], after["urutan"], after["disetujui"]) == ("Sumur bor", 250_000_000, 5, False)


def test_cleans_what_was_typed(store: Store) -> None:
    enter(store, nama="  Sumur\x00 bor ")
    assert own(store)[-1].isi.nama == "Sumur bor"


def test_refuses_a_field_out_of_bounds(store: Store) -> None:
    wrong: list[tuple[dict[str, object], str]] = [
        ({"nama": ""}, "isian_wajib"),
        ({"lokasi": " "}, "isian_wajib"),
        ({"nama": "a" * 301}, "isian_panjang"),
        ({"biaya": -1}, "isian_angka"),
        ({"opd": "9.99.99"}, "isian_pilihan"),
    ]
    for fields, key in wrong:
        with refused(store, key):
            enter(store, **fields)


def test_a_number_that_was_used_does_not_come_back(store: Store) -> None:
    first = enter(store)
    usulan_desa.hapus(store, DESA, RAPAT, first, 1, NOW)
    second = enter(store)
    assert second != first
    assert [u.kode[-3:] for u in own(store)] == ["001", "002", "003", "004", "006"]
    assert [u.urutan for u in own(store)] == [1, 2, 3, 4, 5]


def test_a_form_sent_twice_enters_it_once(store: Store) -> None:
    baru = uuid4()
    assert usulan_desa.isi(store, DESA, RAPAT, SUMUR, NOW, baru) == baru
    assert logged(store, lambda: usulan_desa.isi(store, DESA, RAPAT, SUMUR, NOW, baru)) == []
    assert [u.id for u in own(store)].count(baru) == 1
    with refused(store, "sudah_dimasukkan"):
        usulan_desa.isi(store, DESA, RAPAT, isi("Sumur gali"), NOW, baru)


def test_refused_once_the_camat_has_loaded_it(store_at: StoreAt) -> None:
    store = store_at(loaded)
    with refused(store, "usulan_ditutup"):
        enter(store)


def test_refused_once_the_meeting_has_started_even_for_who_was_late(store_at: StoreAt) -> None:
    store = store_at(started)
    store.rows("delete from usulan_masuk where desa = $1", SUKA_RAKYAT)
    with refused(store, "usulan_ditutup_mulai"):
        enter(store)


def test_a_desa_of_which_nothing_was_loaded_stays_open_until_mulai(store_at: StoreAt) -> None:
    store = store_at(opened)
    store.rows("update usulan set disetujui = false where desa = $1", SUKA_RAKYAT)
    persiapan.ambil_usulan(store, CAMAT, RAPAT, NOW)
    enter(store)
    with refused(store, "usulan_ditutup"):
        usulan_desa.isi(store, LURAH, RAPAT, SUMUR, NOW)


def test_the_meeting_of_another_kecamatan_takes_nothing(store: Store) -> None:
    with refused(store, "bukan_wilayah"):
        usulan_desa.isi(store, DESA, RAPAT_STABAT, SUMUR, NOW)


def test_an_account_of_a_desa_that_is_not_there_enters_nothing(store: Store) -> None:
    store.rows("delete from desa where kode in ($1, $2)", SUKA_RAKYAT, STABAT_BARU)
    with refused(store, "bukan_wewenang"):
        enter(store)


def test_two_at_once_get_two_numbers(store: Store) -> None:
    outcomes = race(*(partial(usulan_desa.isi, store, who, RAPAT, SUMUR, NOW) for who in (DESA, SEKDES)))
    assert refusals(outcomes) == []
    assert [(u.kode[-3:], u.urutan) for u in own(store)[4:]] == [("005", 5), ("006", 6)]
