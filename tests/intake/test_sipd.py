"""SIPD's export of 25 columns: its names, its money, its days; and what it does not say."""

from decimal import Decimal

import pytest

from musrenbang.intake.columns import SIPD
from musrenbang.intake.sipd import BAWAAN, bidang_of_urusan
from musrenbang.model import Bidang, Kewenangan
from tests.cast import DISDIK, PUTR, SUKA_RAKYAT
from tests.intake.reading import DATA, faults, read


def test_a_row_as_sipd_writes_it() -> None:
    (row,) = read({}, sipd=True).baris
    assert (row.kode, row.desa.kode, row.urutan, row.bawaan) == ("SIPD-7001", SUKA_RAKYAT, 9, BAWAAN)
    isi = row.isi
    assert (isi.nama, isi.volume, isi.biaya, isi.penerima) == ("Jalan tani", Decimal("1250.50"), 2_500_000, 0)
    assert (isi.opd, isi.bidang, isi.kewenangan) == (PUTR, Bidang.FISIK, Kewenangan.KABUPATEN)
    assert len(SIPD) == 25


@pytest.mark.parametrize("status", ["disetujui", "Diterima", "1", None])
def test_its_status_is_never_an_approval(status: str | None) -> None:
    assert read({"status": status}, sipd=True).baris[0].disetujui is None


@pytest.mark.parametrize("kecamatan", ["Kec. Bahorok", "KECAMATAN BAHOROK", "bahorok", "Kec Bahorok"])
@pytest.mark.parametrize("desa", ["Desa Suka Rakyat", "SUKARAKYAT", "Kel. Suka Rakyat", "ds suka rakyat"])
def test_places_with_and_without_their_prefix(kecamatan: str, desa: str) -> None:
    assert read({"kecamatan": kecamatan, "desa": desa}, sipd=True).baris[0].desa.kode == SUKA_RAKYAT


@pytest.mark.parametrize("tanggal", ["15/01/2027", "2027-01-15", "15 Januari 2027", 46037, None])
def test_a_day_in_each_form(tanggal: str | int | None) -> None:
    assert faults(read({"tanggal": tanggal}, sipd=True)) == []


@pytest.mark.parametrize(
    ("kunci", "said", "column", "key"),
    [("tanggal", "31/02/2027", "B", "sel_tanggal"), ("tanggal", "kemarin", "B", "sel_tanggal"),
     ("kecamatan", "Antah", "I", "sel_kecamatan"), ("desa", "Antah", "J", "sel_desa"),
     ("desa", "Stabat Baru", "J", "sel_desa"), ("opd", "Dinas Antah", "M", "sel_opd"), ("id", None, "A", "sel_wajib"),
     ("id", "9" * 31, "A", "isian_panjang"), ("biaya", "banyak", "W", "sel_rupiah")],
)  # fmt: skip
def test_what_cannot_be_read_is_told_at_its_cell(kunci: str, said: object, column: str, key: str) -> None:
    assert faults(read({kunci: said}, sipd=True)) == [(2, column, key)]


def test_the_first_opd_counts_only_while_there_is_no_last_one() -> None:
    assert read({"opd_awal": "Dinas Antah"}, sipd=True).baris[0].isi.opd == PUTR
    assert read({"opd": None}, sipd=True).baris[0].isi.opd == DISDIK
    assert faults(read({"opd": None, "opd_awal": "Antah"}, sipd=True)) == [(2, "L", "sel_opd")]


def test_its_rows_are_told_apart_by_their_id_alone() -> None:
    twice = read({}, {"id": 7002}, {"id": "7001", "nama": "Lain"}, sipd=True)
    assert faults(twice) == [(4, "A", "kode_ganda")]


def test_a_place_that_is_no_number_is_none() -> None:
    assert read({"urutan": "Usulan Ke-2"}, sipd=True).baris[0].urutan is None


def test_every_opd_has_a_bidang() -> None:
    assert {o.kode for o in DATA.opd if o.urusan.split(" ", 1)[0] not in bidang_of_urusan()} == set()
