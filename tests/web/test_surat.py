"""The letters to all kecamatan as one file, for Bappeda alone."""

import io

import pypdf
import pytest

from tests.web.conftest import Known
from tests.web.door import STABAT

SEMUA = "/unduh/surat-pemberitahuan/2027.pdf"


def text(body: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(body)).pages]


def test_bappeda_gets_a_letter_for_each_kecamatan(known: Known) -> None:
    answer = known("bappeda").get(SEMUA)
    assert answer.status == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="surat-pemberitahuan-2027.pdf"'
    assert answer.headers["cache-control"] == "no-store"
    pages = text(answer.body)
    assert sum("Pemberitahuan Jadwal Musrenbang Kecamatan" in page for page in pages) == 23
    assert sum("Kepada Yth. 1. Camat Stabat" in page for page in pages) == 1


def test_each_letter_is_that_of_its_kecamatan_alone(known: Known) -> None:
    """Its pages too are counted from 1."""
    one = text(known("bappeda").get(f"/unduh/surat-pemberitahuan/{STABAT}/2027.pdf").body)
    among = text(known("bappeda").get(SEMUA).body)
    at = next(n for n, page in enumerate(among) if "Kepada Yth. 1. Camat Stabat" in page)
    for alone, together in zip(one, among[at : at + len(one)], strict=True):
        assert alone.split("Dicetak dari")[0] == together.split("Dicetak dari")[0]


@pytest.mark.parametrize("who", ["camat.stabat", "opd.putr"])
def test_others_are_refused(known: Known, who: str) -> None:
    answer = known(who).get(SEMUA)
    assert answer.status == 403
    assert "tidak berwenang" in answer.text


@pytest.mark.parametrize("tahun", ["1999", "9" * 40])
def test_a_year_without_meetings_is_not_found(known: Known, tahun: str) -> None:
    answer = known("bappeda").get(f"/unduh/surat-pemberitahuan/{tahun}.pdf")
    assert answer.status == 404
    assert "tidak ditemukan" in answer.text
