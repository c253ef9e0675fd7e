"""L13: an usulan that no desa/kelurahan has brought."""

import json
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest

from musrenbang.actions import usulan
from musrenbang.model import Asal, Keputusan, Kewenangan
from musrenbang.store import usulan as table
from musrenbang.store.engine import Store
from tests.cast import CAMAT, NOW, RAPAT, isi, loaded, row, started
from tests.conftest import StoreAt
from tests.witness import assert_row, both, logged, refusals, refused

TUGU = isi("Tugu batas kecamatan")


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(started)


def add(store: Store, **fields: Any) -> UUID:
    return usulan.tambah_usulan(store, CAMAT, RAPAT, isi(**{"nama": "Tugu batas kecamatan", **fields}), NOW)


def test_is_accepted_as_it_stands_and_numbered(store: Store) -> None:
    first, second = row(store, add(store)), row(store, add(store))
    assert (first.asal, first.keputusan, first.isi, first.desa) == (Asal.KECAMATAN, Keputusan.SESUAI, TUGU, None)
    assert (first.kode, second.kode) == ("2027-12.05.01-K001", "2027-12.05.01-K002")


def test_logs_it(store: Store) -> None:
    (entry,) = logged(store, lambda: add(store))
    assert_row(entry, CAMAT.nama_pengguna, "tambah usulan kecamatan", "2027-12.05.01-K001")
    assert json.loads(entry.sesudah)["nama"] == "Tugu batas kecamatan"


def test_keeps_what_the_rules_say(store: Store) -> None:
    added = row(store, add(store, kewenangan=Kewenangan.PUSAT))
    assert added.catatan_aturan == ("Kewenangan pusat, bukan kewenangan kabupaten.",)


def test_refused_when_a_rule_forbids_it(store: Store) -> None:
    store.rows("update aturan set sikap = 'tolak' where kunci = 'larangan'")
    with refused(store, "aturan_menolak"):
        add(store, nama="Renovasi Rumah Ibadah")


def test_cleans_what_was_typed(store: Store) -> None:
    added = row(store, add(store, nama="  Tugu\x00 ", volume=Decimal("1.005")))
    assert (added.isi.nama, added.isi.volume) == ("Tugu", Decimal("1.00"))


def test_refuses_a_field_out_of_bounds(store: Store) -> None:
    wrong: list[tuple[dict[str, object], str]] = [
        ({"nama": ""}, "isian_wajib"),
        ({"nama": " a "}, "isian_pendek"),
        ({"nama": "a" * 301}, "isian_panjang"),
        ({"permasalahan": "a" * 2001}, "isian_panjang"),
        ({"lokasi": " "}, "isian_wajib"),
        ({"lokasi": "a" * 301}, "isian_panjang"),
        ({"satuan": ""}, "isian_wajib"),
        ({"satuan": "a" * 61}, "isian_panjang"),
        ({"volume": Decimal(0)}, "isian_angka"),
        ({"volume": Decimal("0.004")}, "isian_angka"),
        ({"volume": Decimal(10**9 + 1)}, "isian_angka"),
        ({"biaya": -1}, "isian_angka"),
        ({"biaya": 10**13 + 1}, "isian_angka"),
        ({"penerima": -1}, "isian_angka"),
        ({"penerima": 10**7 + 1}, "isian_angka"),
        ({"opd": "9.99.99"}, "isian_pilihan"),
    ]
    for fields, key in wrong:
        with refused(store, key):
            add(store, **fields)


def test_the_limits_themselves_are_accepted(store: Store) -> None:
    widest = row(store, add(store, nama="a" * 300, volume=Decimal(10**9), biaya=10**13, penerima=10**7, opd=None))
    assert (widest.isi.volume, widest.isi.biaya) == (Decimal(10**9), 10**13)


def test_refused_before_mulai(store_at: StoreAt) -> None:
    store = store_at(loaded)
    with refused(store, "belum_mulai"):
        add(store)


def test_two_at_once_get_two_numbers(store: Store) -> None:
    outcomes = both(lambda who: usulan.tambah_usulan(store, who, RAPAT, TUGU, NOW))
    assert refusals(outcomes) == []
    kode = {row(store, id_).kode for id_ in outcomes if isinstance(id_, UUID)}
    assert kode == {"2027-12.05.01-K001", "2027-12.05.01-K002"}


def test_a_form_sent_twice_enters_it_once(store: Store) -> None:
    baru = uuid4()
    assert usulan.tambah_usulan(store, CAMAT, RAPAT, TUGU, NOW, baru) == baru
    assert logged(store, lambda: usulan.tambah_usulan(store, CAMAT, RAPAT, TUGU, NOW, baru)) == []
    assert [u.id for u in table.in_meeting(store, RAPAT) if u.asal is Asal.KECAMATAN] == [baru]
    with refused(store, "sudah_dimasukkan"):
        usulan.tambah_usulan(store, CAMAT, RAPAT, isi("Gapura batas kecamatan"), NOW, baru)


def test_a_form_sent_twice_at_once_enters_it_once(store: Store) -> None:
    baru = uuid4()
    assert both(lambda who: usulan.tambah_usulan(store, who, RAPAT, TUGU, NOW, baru)) == [baru, baru]
    assert row(store, baru).kode == "2027-12.05.01-K001"


def test_every_character_has_its_place(store: Store) -> None:
    """The longest that is allowed, of characters beyond the first 65,536; no database cuts or refuses it."""
    wide = "\U0001f33e"
    longest = isi(wide * 300, permasalahan=wide * 2000, lokasi=wide * 300, satuan=wide * 60)
    added = usulan.tambah_usulan(store, CAMAT, RAPAT, longest, NOW)
    assert row(store, added).isi == longest
    with refused(store, "isian_panjang"):
        usulan.tambah_usulan(store, CAMAT, RAPAT, isi(wide * 301), NOW)


def test_refuses_a_volume_that_is_no_number(store: Store) -> None:
    for volume in ("NaN", "sNaN", "Infinity", "-Infinity", "1e999", "0.001", "-0"):
        with refused(store, "isian_angka"):
            usulan.tambah_usulan(store, CAMAT, RAPAT, isi("Tugu", volume=Decimal(volume)), NOW)
