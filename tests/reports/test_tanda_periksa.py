"""The kode periksa on papers: letters, QR code, and what an archive copy says of itself."""

import json
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from musrenbang.model import BahanCetak, Kertas
from reports import PAPERS
from reports.arsip import DAFTAR
from tests.reports.bahan import bahan, left_out, prioritas
from tests.reports.reading import read, read_pages

KODE = "12.05.01-2027-9T3K-7QW2-DFA1-H8PZ-M4XN"
BERTANDA = ("berita-acara", "hasil-skoring", "pertinggal")


def sent(count: int = 12) -> BahanCetak:
    return replace(bahan(prioritas(count) + left_out()), kode=KODE)


@pytest.mark.parametrize("name", DAFTAR)
def test_every_page_names_the_code(name: str) -> None:
    pages = read_pages(PAPERS[name](sent()))
    assert [f"Kode periksa {KODE}" in page for page in pages] == [True] * len(pages)


@pytest.mark.parametrize("name", BERTANDA)
def test_the_code_and_where_to_check_it(name: str) -> None:
    text = read(PAPERS[name](replace(sent(), alamat="https://contoh.go.id")))
    assert f"PERIKSA DOKUMEN {KODE} Kode ini menunjuk keadaan saat usulan dikirim, 15 Februari 2027" in text
    assert "di https://contoh.go.id/periksa-dokumen, tanpa akun." in text
    assert "pada halaman Periksa Dokumen di aplikasi ini, tanpa akun." in read(PAPERS[name](sent()))


@pytest.mark.parametrize("name", ["usulan-masuk", "hasil-skoring", "usulan-cadangan"])
def test_nothing_before_kirim(name: str) -> None:
    pdf = PAPERS[name](replace(bahan(prioritas(3), dikirim=None), arsip=True))
    assert "eriksa" not in read(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert "dokumen.json" not in opened.attachments


@pytest.mark.parametrize("name", BERTANDA)
@pytest.mark.parametrize("count", range(2, 40, 3))
def test_it_stands_with_what_is_signed(name: str, count: int) -> None:
    pages = read_pages(PAPERS[name](replace(sent(count), kertas=Kertas.A4)))
    page = next(page for page in pages if "PERIKSA DOKUMEN" in page)
    assert "CAMAT BAHOROK," in page or "Tanda Tangan" in page


@pytest.mark.parametrize("name", DAFTAR)
def test_the_archive_copy_says_what_it_is_made_of(name: str) -> None:
    with pikepdf.open(BytesIO(PAPERS[name](replace(sent(), arsip=True, kertas=Kertas.A4)))) as opened:
        about = json.loads(opened.attachments["dokumen.json"].get_file().read_bytes())
        assert sorted(opened.attachments) == sorted(["dokumen.json", *(f"{list_}.csv" for list_ in DAFTAR[name])])
    assert (about["dokumen"], about["kode"], about["kertas"], about["desa"]) == (name, KODE, "A4", None)
