"""Papers as files: only for those who may print that meeting."""

import pytest

from tests.web.conftest import Known
from tests.web.door import BAHOROK, STABAT


@pytest.mark.parametrize("who", ["camat.stabat", "bappeda"])
def test_the_camat_and_bappeda_get_the_paper(known: Known, who: str) -> None:
    answer = known(who).get(f"/unduh/daftar-hadir/{STABAT}/2027.pdf")
    assert answer.status == 200
    assert answer.body.startswith(b"%PDF")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == 'attachment; filename="daftar-hadir-stabat-2027.pdf"'
    assert answer.headers["cache-control"] == "no-store"


def test_the_list_is_given_as_a_workbook(known: Known) -> None:
    answer = known("camat.stabat").get(f"/unduh/usulan-masuk/{STABAT}/2027.xlsx")
    assert answer.status == 200
    assert answer.body.startswith(b"PK")
    assert answer.headers["content-disposition"].endswith('"usulan-masuk-stabat-2027.xlsx"')


def test_a_paper_is_made_once_while_nothing_changes(known: Known) -> None:
    first, second = (known("bappeda").get(f"/unduh/usulan-masuk/{BAHOROK}/2027.pdf").body for _ in range(2))
    assert first == second


@pytest.mark.parametrize(("who", "words"), [("camat.bahorok", "Kecamatan Stabat"), ("opd.putr", "tidak berwenang")])
def test_others_are_refused_even_when_it_has_just_been_made(known: Known, who: str, words: str) -> None:
    address = f"/unduh/daftar-hadir/{STABAT}/2027.pdf"
    assert known("camat.stabat").get(address).status == 200
    answer = known(who).get(address)
    assert answer.status == 403
    assert words in answer.text


@pytest.mark.parametrize(
    "rest",
    ["rahasia/12.05.07/2027.pdf", "daftar-hadir/12.05.07/2027.xlsx", "daftar-hadir/12.05.07/2027.exe",
     "daftar-hadir/99.99.99/2027.pdf", "daftar-hadir/12.05.07/1999.pdf", "daftar-hadir/12.05.07/x.pdf",
     f"daftar-hadir/12.05.07/{'9' * 40}.pdf"],
)  # fmt: skip
def test_what_does_not_exist_is_not_found(known: Known, rest: str) -> None:
    answer = known("bappeda").get(f"/unduh/{rest}")
    assert answer.status == 404
    assert "tidak ditemukan" in answer.text


def test_the_berita_acara_waits_for_kirim(known: Known) -> None:
    answer = known("camat.stabat").get(f"/unduh/berita-acara/{STABAT}/2027.pdf")
    assert answer.status == 409
    assert "setelah usulan dikirim" in answer.text


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_the_camat_gets_the_list_as_open_data(known: Known, kind: str) -> None:
    answer = known("camat.stabat").get(f"/unduh/usulan-masuk/{STABAT}/2027.{kind}")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith({"csv": "text/csv", "json": "application/json"}[kind])


@pytest.mark.parametrize("query", ["desa=12.05.07.1010", "asal=Kelurahan", "kertas=A4", "arsip=1"])
def test_a_choice_is_a_paper_of_its_own(known: Known, query: str) -> None:
    answer = known("camat.stabat").get(f"/unduh/usulan-masuk/{STABAT}/2027.pdf?{query}")
    assert answer.status == 200
    assert answer.body != known("camat.stabat").get(f"/unduh/usulan-masuk/{STABAT}/2027.pdf").body


@pytest.mark.parametrize("query", ["asal=Kota", "kertas=A5"])
def test_a_choice_that_is_none_is_not_found(known: Known, query: str) -> None:
    assert known("camat.stabat").get(f"/unduh/usulan-masuk/{STABAT}/2027.pdf?{query}").status == 404


def test_an_opd_gets_nothing_before_kirim(known: Known) -> None:
    answer = known("opd.putr").get(f"/unduh/daftar-opd/{STABAT}/2027.pdf")
    assert answer.status in (403, 409)
    assert not answer.body.startswith(b"%PDF")
