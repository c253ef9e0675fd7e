"""L02: Bappeda sets when and where a meeting is held, in the fields that its Daftar Hadir prints."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

from musrenbang.actions import baca, persiapan, umum
from musrenbang.model import Orang, Rencana
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import BAPPEDA, CAMAT, NOW, RAPAT, TAHUN
from tests.conftest import StoreAt
from tests.witness import assert_row, both, logged, refused

HARI = date(2027, 2, 16)


def rencana(store: Store, **fields: Any) -> Rencana:
    versi = baca.fakta(store, BAPPEDA, RAPAT).daftar_hadir.versi
    return replace(Rencana(HARI, "09.00", "12.00", "Gedung PKK", "Jalan Besar 1", versi), **fields)


def plan(store: Store, wanted: Rencana, who: Orang = BAPPEDA) -> None:
    persiapan.jadwalkan(store, who, RAPAT, wanted, NOW)


def test_it_is_what_the_camat_and_the_public_read(store: Store) -> None:
    before = baca.fakta(store, CAMAT, RAPAT).daftar_hadir
    plan(store, rencana(store, tempat=" Gedung PKK\x00 "))
    sheet = baca.fakta(store, CAMAT, RAPAT).daftar_hadir
    assert (sheet.tanggal, sheet.jam_mulai, sheet.jam_selesai) == (HARI, "09.00", "12.00")
    assert (sheet.tempat, sheet.alamat, sheet.versi) == ("Gedung PKK", "Jalan Besar 1", before.versi + 1)
    assert (sheet.nama_camat, sheet.baris) == (before.nama_camat, before.baris)
    (public,) = [row for row in umum.jadwal(store, TAHUN) if row.kecamatan == "Bahorok"]
    assert (public.tanggal, public.tempat) == (HARI, "Gedung PKK")


def test_it_is_logged_in_the_chain_of_the_meeting(store: Store) -> None:
    (row,) = logged(store, lambda: plan(store, rencana(store)))
    assert_row(row, "bappeda", "susun jadwal", "daftar hadir")
    assert json.loads(row.sebelum)["tempat"] == ""
    assert json.loads(row.sesudah)["tanggal"] == "2027-02-16"


def test_a_day_can_be_taken_back(store: Store) -> None:
    plan(store, rencana(store))
    plan(store, rencana(store, tanggal=None))
    assert baca.fakta(store, CAMAT, RAPAT).daftar_hadir.tanggal is None


def test_refuses_a_field_out_of_bounds(store: Store) -> None:
    wrong: list[tuple[dict[str, object], str]] = [
        ({"tempat": "a" * 201}, "isian_panjang"),
        ({"alamat": "a" * 301}, "isian_panjang"),
        ({"jam_mulai": "25.00"}, "isian_jam"),
        ({"jam_selesai": "siang"}, "isian_jam"),
        ({"jam_mulai": "12.00", "jam_selesai": "09.00"}, "jam_terbalik"),
        ({"jam_mulai": "09.00", "jam_selesai": "09.00"}, "jam_terbalik"),
    ]
    for fields, key in wrong:
        with refused(store, key):
            plan(store, rencana(store, **fields))


def test_refuses_a_meeting_that_has_started(store_at: StoreAt) -> None:
    store = store_at(cast.started)
    with refused(store, "sudah_mulai"):
        plan(store, rencana(store))


def test_until_then_it_may_be_open_and_loaded(store_at: StoreAt) -> None:
    store = store_at(cast.loaded)
    plan(store, rencana(store))
    assert baca.fakta(store, CAMAT, RAPAT).daftar_hadir.tanggal == HARI


def test_refuses_what_the_camat_has_changed_since(store: Store) -> None:
    old = rencana(store)
    sheet = baca.fakta(store, CAMAT, RAPAT).daftar_hadir
    persiapan.isi_daftar_hadir(store, CAMAT, RAPAT, replace(sheet, tempat="Aula"), NOW)
    with refused(store, "berubah"):
        plan(store, old)


def test_of_bappeda_and_another_at_once_the_second_is_told(store: Store) -> None:
    wanted = rencana(store)
    sheet = baca.fakta(store, CAMAT, RAPAT).daftar_hadir

    def fill(who: Orang) -> None:
        if who == CAMAT:
            plan(store, replace(wanted, tempat=f"Aula {who.nama}"))
        else:
            persiapan.isi_daftar_hadir(store, who, RAPAT, replace(sheet, tempat=f"Aula {who.nama}"), NOW)

    outcomes = both(fill)
    assert [type(outcome).__name__ for outcome in outcomes].count("ChangedMeanwhile") == 1
