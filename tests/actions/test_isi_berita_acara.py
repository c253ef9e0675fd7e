"""L31: what the Berita Acara prints besides the usulan; only after Kirim."""

import json
from dataclasses import replace
from typing import Any

import pytest

from musrenbang.actions import baca, penutupan
from musrenbang.errors import ChangedMeanwhile
from musrenbang.model import BeritaAcara, Wakil
from musrenbang.store.engine import Store
from tests.cast import CAMAT, NOW, RAPAT, SEKCAM, scored, sent
from tests.conftest import StoreAt
from tests.witness import assert_one_is_told, assert_row, both, logged, refused


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(sent)


def minutes(store: Store, **fields: Any) -> BeritaAcara:
    shown = baca.fakta(store, CAMAT, RAPAT).berita_acara
    return replace(shown, laki_laki=40, perempuan=35, **fields)


def fill(store: Store, **fields: Any) -> None:
    penutupan.isi_berita_acara(store, CAMAT, RAPAT, minutes(store, **fields), NOW)


def test_saves_what_was_typed_and_drops_blank_lines(store: Store) -> None:
    wakil = (Wakil(" Siti ", "PKK", ""), Wakil(" ", "\x00", ""))
    fill(store, nomor=" 1/BA\x00 ", sambutan=("Camat", " ", "Bupati"), pemateri=("",), wakil=wakil, jam_selesai="16.30")
    saved = baca.fakta(store, CAMAT, RAPAT).berita_acara
    assert (saved.nomor, saved.peserta, saved.jam_selesai, saved.versi) == ("1/BA", 75, "16.30", 2)
    assert (saved.sambutan, saved.pemateri, saved.wakil) == (("Camat", "Bupati"), (), (Wakil("Siti", "PKK", ""),))


def test_logs_before_and_after(store: Store) -> None:
    (entry,) = logged(store, lambda: fill(store))
    assert_row(entry, CAMAT.nama_pengguna, "isi Berita Acara", "berita acara")
    assert (json.loads(entry.sebelum)["laki_laki"], json.loads(entry.sesudah)["laki_laki"]) == (None, 40)


def test_refused_before_kirim(store_at: StoreAt) -> None:
    store = store_at(scored)
    with refused(store, "belum_dikirim"):
        fill(store)


def test_refuses_a_field_out_of_bounds(store: Store) -> None:
    wrong: list[tuple[dict[str, object], str]] = [
        ({"nomor": "1" * 101}, "isian_panjang"),
        ({"pimpinan": "a" * 201}, "isian_panjang"),
        ({"jabatan_pimpinan": "a" * 201}, "isian_panjang"),
        ({"nama_bappeda": "a" * 201}, "isian_panjang"),
        ({"nip_bappeda": "1" * 41}, "isian_panjang"),
        ({"jam_selesai": "24.00"}, "isian_jam"),
        ({"sambutan": ("a",) * 6}, "terlalu_banyak"),
        ({"sambutan": ("a" * 201,)}, "isian_panjang"),
        ({"pemateri": ("a",) * 4}, "terlalu_banyak"),
        ({"wakil": (Wakil("a", "b", "c"),) * 31}, "terlalu_banyak"),
        ({"wakil": (Wakil("a", "b" * 201, "c"),)}, "isian_panjang"),
    ]
    for fields, key in wrong:
        with refused(store, key):
            fill(store, **fields)


def test_refuses_a_number_of_participants_out_of_bounds(store: Store) -> None:
    for number in (-1, 10_001):
        with refused(store, "isian_angka"):
            penutupan.isi_berita_acara(store, CAMAT, RAPAT, replace(minutes(store), perempuan=number), NOW)


def test_of_two_at_once_the_second_is_told(store: Store) -> None:
    shown = minutes(store)
    outcomes = both(
        lambda who: penutupan.isi_berita_acara(store, who, RAPAT, replace(shown, nomor=who.nama_pengguna), NOW)
    )
    faster = assert_one_is_told(outcomes, lambda who: f"nomor {who.nama_pengguna}")
    assert baca.fakta(store, CAMAT, RAPAT).berita_acara.nomor == faster.nama_pengguna


def told(store: Store, typed: BeritaAcara) -> str:
    with pytest.raises(ChangedMeanwhile) as caught:
        penutupan.isi_berita_acara(store, SEKCAM, RAPAT, typed, NOW)
    return str(caught.value.issues[0].facts["sekarang"])


def test_the_slower_is_told_each_field_that_is_other_than_what_was_typed(store: Store) -> None:
    typed = minutes(store, nomor="2/BA")
    fill(store, sambutan=("Camat", "Bupati"), jam_selesai="16.30", wakil=(Wakil("Siti", "PKK", "Ketua"),))
    assert told(store, typed) == (
        "nomor kosong; jam selesai 16.30; sambutan Camat, Bupati; wakil peserta “Siti PKK Ketua”"
    )


def test_a_long_list_is_told_by_its_beginning(store: Store) -> None:
    typed = minutes(store)
    fill(store, wakil=tuple(Wakil(f"Siti {n}", "PKK", "Ketua") for n in range(30)))
    begun = "wakil peserta “Siti 0 PKK Ketua”, “Siti 1 PKK Ketua”"
    assert told(store, typed).startswith(begun)
    assert told(store, typed).endswith(" …")
    assert len(told(store, typed)) < 100


def test_who_typed_the_very_same_hears_so(store: Store) -> None:
    typed = minutes(store, nomor="1/BA")
    fill(store, nomor="1/BA")
    assert told(store, typed) == "sama dengan isian Anda"
