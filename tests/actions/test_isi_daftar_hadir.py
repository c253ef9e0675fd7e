"""L05: place, address and the camat's name on the Daftar Hadir."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from musrenbang.actions import baca, persiapan
from musrenbang.errors import ChangedMeanwhile
from musrenbang.model import DaftarHadir, Orang
from musrenbang.store.engine import Store
from tests.cast import CAMAT, NOW, RAPAT, SEKCAM
from tests.witness import assert_one_is_told, assert_row, both, logged, refused


def sheet(store: Store, **fields: Any) -> DaftarHadir:
    shown = baca.fakta(store, CAMAT, RAPAT).daftar_hadir
    plain = replace(shown, tempat="Aula", alamat="Jalan Besar 1", nama_camat="Abdi", tanggal=date(2027, 2, 15))
    return replace(plain, **fields)


def test_saves_what_was_typed_without_outer_blanks(store: Store) -> None:
    persiapan.isi_daftar_hadir(store, CAMAT, RAPAT, sheet(store, tempat=" Aula\x00 ", baris=(0, 1, 2, 3, 300)), NOW)
    saved = baca.fakta(store, CAMAT, RAPAT).daftar_hadir
    assert (saved.tempat, saved.tanggal, saved.baris) == ("Aula", date(2027, 2, 15), (0, 1, 2, 3, 300))
    assert saved.versi == 2


def test_logs_before_and_after(store: Store) -> None:
    isi = sheet(store)
    (row,) = logged(store, lambda: persiapan.isi_daftar_hadir(store, CAMAT, RAPAT, isi, NOW))
    assert_row(row, CAMAT.nama_pengguna, "isi Daftar Hadir", "daftar hadir")
    assert json.loads(row.sebelum)["tempat"] == ""
    assert json.loads(row.sesudah)["tempat"] == "Aula"
    assert json.loads(row.sesudah)["tanggal"] == "2027-02-15"


def test_refuses_a_field_out_of_bounds(store: Store) -> None:
    wrong: list[tuple[dict[str, object], str]] = [
        ({"tempat": "a" * 201}, "isian_panjang"),
        ({"alamat": "a" * 301}, "isian_panjang"),
        ({"nama_camat": "a" * 201}, "isian_panjang"),
        ({"nip_camat": "1" * 41}, "isian_panjang"),
        ({"jam_mulai": "25.00"}, "isian_jam"),
        ({"jam_selesai": "pagi"}, "isian_jam"),
        ({"baris": (10, 10, 10, 301, 10)}, "isian_angka"),
        ({"baris": (-1, 10, 10, 10, 10)}, "isian_angka"),
    ]
    for fields, key in wrong:
        isi = sheet(store, **fields)
        with refused(store, key):
            persiapan.isi_daftar_hadir(store, CAMAT, RAPAT, isi, NOW)


def test_refuses_a_sheet_that_somebody_has_changed_since(store: Store) -> None:
    old = sheet(store, tempat="Balai")
    persiapan.isi_daftar_hadir(store, SEKCAM, RAPAT, sheet(store), NOW)
    with refused(store, "berubah"):
        persiapan.isi_daftar_hadir(store, CAMAT, RAPAT, old, NOW)


def test_the_slower_is_told_each_field_that_is_other_than_what_was_typed(store: Store) -> None:
    typed = sheet(store, tempat="Balai", tanggal=None)
    persiapan.isi_daftar_hadir(store, SEKCAM, RAPAT, sheet(store, jam_mulai="08.30", baris=(1, 2, 3, 4, 5)), NOW)
    with pytest.raises(ChangedMeanwhile) as caught:
        persiapan.isi_daftar_hadir(store, CAMAT, RAPAT, typed, NOW)
    now = "tempat Aula; tanggal 15 Februari 2027; jam mulai 08.30; baris tanda tangan 1, 2, 3, 4, 5"
    assert caught.value.issues[0].facts["sekarang"] == now


def test_of_two_at_once_the_second_is_told(store: Store) -> None:
    shown = sheet(store)

    def fill(who: Orang) -> None:
        persiapan.isi_daftar_hadir(store, who, RAPAT, replace(shown, tempat=f"Aula {who.nama}"), NOW)

    faster = assert_one_is_told(both(fill), lambda who: f"Aula {who.nama}")
    assert baca.fakta(store, CAMAT, RAPAT).daftar_hadir.tempat == f"Aula {faster.nama}"
