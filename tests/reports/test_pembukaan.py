"""Whoever holds a paper of a meeting that was opened again can see that it is not the earlier one."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from musrenbang.model import BahanCetak, PembukaanKembali, SuratPembukaan
from reports import PAPERS
from reports.pembukaan import told
from tests.reports.bahan import DIKIRIM, bahan, left_out, prioritas
from tests.reports.reading import read

SURAT = SuratPembukaan("OPD tertukar", "005/123", date(2027, 2, 16))
OPENED = PembukaanKembali(datetime(2027, 2, 17, 2, 0), "bappeda", DIKIRIM, SURAT)
AGAIN = datetime(2027, 2, 18, 3, 30)
SENT_ONCE = "Dibuka kembali 17 Februari 2027 pukul 09.00 WIB berdasarkan surat nomor 005/123 tanggal 16 Februari 2027"


def opened(*opened: PembukaanKembali, dikirim: datetime | None) -> BahanCetak:
    whole = bahan([*prioritas(3), *left_out()], dikirim=dikirim)
    return replace(whole, fakta=replace(whole.fakta, pembukaan_kembali=opened))


@pytest.mark.parametrize(
    "name", ["berita-acara", "hasil-skoring", "usulan-cadangan", "usulan-terakomodir", "pertinggal", "daftar-opd"]
)
def test_each_paper_of_the_result_tells_it(name: str) -> None:
    text = read(PAPERS[name](opened(OPENED, dikirim=AGAIN)))
    assert f"{SENT_ONCE}; dikirim kembali 18 Februari 2027 pukul 10.30 WIB." in text
    assert "Dibuka kembali" not in read(PAPERS[name](opened(dikirim=AGAIN)))


def test_while_it_is_open_the_ranking_is_provisional_and_tells_it() -> None:
    text = read(PAPERS["hasil-skoring"](opened(OPENED, dikirim=None)))
    assert f"{SENT_ONCE}; belum dikirim kembali." in text
    assert "HASIL SEMENTARA" in text


def test_the_minutes_take_the_place_of_those_signed_before() -> None:
    text = read(PAPERS["berita-acara"](opened(OPENED, dikirim=AGAIN)))
    assert "KELIMA" in text
    assert "menggantikan Berita Acara yang terdahulu" in text
    assert "KELIMA" not in read(PAPERS["berita-acara"](opened(dikirim=AGAIN)))


def test_each_time_has_its_own_sending() -> None:
    second = replace(OPENED, waktu=datetime(2027, 2, 19, 2, 0), dikirim=AGAIN, surat=replace(SURAT, nomor="006"))
    first, last = told(opened(OPENED, second, dikirim=None).fakta)
    assert first.endswith("; dikirim kembali 18 Februari 2027 pukul 10.30 WIB.")
    assert "surat nomor 006" in last
    assert last.endswith("; belum dikirim kembali.")
