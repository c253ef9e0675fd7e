"""Each kind of cell of our own sheet: what it may say, and the sentence it gets when it says something else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from musrenbang.intake import lembar as sheets
from musrenbang.intake.lembar import Baris, Lembar
from musrenbang.intake.usulan_lembar import read_usulan
from musrenbang.model import Bidang, Kewenangan
from tests.cast import DISDIK, PEKAN_BAHOROK, PUTR, SUKA_RAKYAT
from tests.intake.corpus_lembar import NO_LIST
from tests.intake.reading import daerah, faults, lembar, place, read
from tests.intake.refusal import key_of, limit, memory
from tests.intake.sheets import saved


@pytest.mark.parametrize(
    ("kunci", "said", "column", "key"),
    [("desa", "Antah Berantah", "C", "sel_desa"), ("desa", None, "C", "sel_wajib"), ("kode_desa", "1", "B", "sel_desa"),
     ("kode_desa", PEKAN_BAHOROK, "C", "sel_desa_beda"), ("urutan", "satu", "D", "sel_bulat"),
     ("urutan", 0, "D", "isian_angka"), ("nama", " ", "E", "sel_wajib"), ("nama", "x" * 999, "E", "isian_panjang"),
     ("lokasi", None, "G", "sel_wajib"), ("volume", "450 meter", "H", "sel_volume"), ("volume", -5, "H", "isian_angka"),
     ("volume", "#REF!", "H", "sel_galat"), ("satuan", None, "I", "sel_wajib"), ("biaya", "banyak", "J", "sel_rupiah"),
     ("biaya", -1, "J", "isian_angka"), ("penerima", "semua", "K", "sel_bulat"),
     ("bidang", "Teknik", "L", "sel_pilihan"), ("kewenangan", "Kota", "M", "sel_pilihan"),
     ("opd", "Dinas Antah", "N", "sel_opd"),
     ("disetujui", "mungkin", "O", "sel_ya_tidak")],
)  # fmt: skip
def test_a_faulty_cell_is_named_by_row_and_column(kunci: str, said: object, column: str, key: str) -> None:
    bacaan = read({}, {"nama": "Lain", kunci: said})
    assert faults(bacaan) == [(3, column, key)]
    assert bacaan.salah[0].kalimat.endswith(".")
    assert [row.nomor for row in bacaan.baris] == [2]


@pytest.mark.parametrize(
    ("kunci", "said", "field", "meant"),
    [("bidang", "FISIK", "bidang", Bidang.FISIK), ("bidang", "sosial dan  budaya", "bidang", Bidang.SOSIAL),
     ("kewenangan", "desa", "kewenangan", Kewenangan.DESA), ("opd", "disdik", "opd", DISDIK),
     ("opd", PUTR, "opd", PUTR), ("opd", None, "opd", None), ("penerima", "40 KK", "penerima", 40),
     ("nama", "  =1+1\u200b ", "nama", "=1+1"),
     ("biaya", "Rp 2,5 jt", "biaya", 2_500_000)],
)  # fmt: skip
def test_a_cell_is_read_as_people_write_it(kunci: str, said: object, field: str, meant: object) -> None:
    bacaan = read({kunci: said})
    assert faults(bacaan) == []
    assert getattr(bacaan.baris[0].isi, field) == meant


@pytest.mark.parametrize("said", ["Suka Rakyat", "desa sukarakyat", "Ds. SUKA  RAKYAT"])
def test_a_desa_by_its_name(said: str) -> None:
    assert read({"desa": said}).baris[0].desa.kode == SUKA_RAKYAT


def test_the_desa_of_the_file_needs_no_name_and_takes_no_other() -> None:
    own = place(SUKA_RAKYAT)
    bacaan = read_usulan(lembar({"desa": None}, {"nama": "Lain", "desa": "Pekan Bahorok"}), daerah(own), own)
    assert [row.desa for row in bacaan.baris] == [own]
    assert faults(bacaan) == [(3, "C", "sel_desa")]


def test_two_desa_of_one_name_need_a_kode() -> None:
    twin = replace(place(PEKAN_BAHOROK), nama="Suka Rakyat")
    both = daerah(place(SUKA_RAKYAT), twin)
    assert faults(read_usulan(lembar({}), both)) == [(2, "C", "sel_desa_rangkap")]
    assert read_usulan(lembar({"kode_desa": twin.kode}), both).baris[0].desa == twin


def test_what_stands_twice_is_told_at_the_later_row_with_what_it_says() -> None:
    bacaan = read({"kode": "A", "urutan": 3}, {"nama": "Jembatan", "kode": "A", "urutan": 3}, {"nama": " JALAN  tani"})
    assert faults(bacaan) == [(3, "A", "kode_ganda"), (3, "D", "urutan_ganda"), (4, "E", "usulan_ganda")]
    assert [fault.nilai for fault in bacaan.salah] == ["A", "3", "JALAN tani"]


def test_a_cell_that_only_looks_blank_says_why() -> None:
    made = replace(lembar({"volume": None, "satuan": None}), rumus=frozenset({(2, 8)}), gabungan=((1, 9, 2, 9),))
    assert faults(read_usulan(made, daerah())) == [(2, "H", "sel_rumus"), (2, "I", "sel_digabung")]


def test_the_head_is_found_below_a_title_in_any_order_and_sums_are_no_usulan() -> None:
    head, row = lembar({}).baris
    rows = (Baris(1, ("Usulan tahun 2027",)), Baris(4, (*head.isi[::-1], "Catatan")), Baris(5, (*row.isi[::-1], "x")),
            Baris(6, ("Jumlah", None, 5)))  # fmt: skip
    bacaan = read_usulan(Lembar("a", rows), daerah())
    assert (bacaan.kepala.nomor, bacaan.kepala.asing, faults(bacaan)) == (4, ("Catatan",), [])
    assert bacaan.baris[0].isi == read({}).baris[0].isi


def test_a_head_with_a_column_twice_or_missing_is_told_at_once() -> None:
    head, row = lembar({}).baris
    isi = tuple("Lokasi" if said == "Volume" else said for said in head.isi)
    bacaan = read_usulan(Lembar("a", (Baris(1, isi), row)), daerah())
    assert faults(bacaan) == [(1, "H", "kolom_ganda"), (1, "", "kolom_tidak_ada")]
    assert bacaan.baris == ()


def test_a_column_that_is_not_there_is_not_a_blank() -> None:
    head, row = lembar({}).baris
    bacaan = read_usulan(
        Lembar("a", (head._replace(isi=("Kode", "x", *head.isi[2:5], "y", *head.isi[6:])), row)), daerah()
    )
    assert bacaan.baris[0].bawaan == {"permasalahan"}


@pytest.mark.parametrize(("made", "key"), NO_LIST.items(), ids=lambda v: getattr(v, "__name__", ""))
def test_a_sheet_without_usulan_gets_one_sentence(tmp_path: Path, made: Callable[[], bytes], key: str) -> None:
    data, most = made(), limit()
    read_sheet = sheets.read(saved(tmp_path, data))
    assert key_of(lambda: read_usulan(read_sheet, daerah())) == key
    assert memory() <= most
