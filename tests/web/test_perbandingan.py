"""The comparison as a workbook: for Bappeda alone, of the scope that the address says."""

from io import BytesIO

import openpyxl
import pytest

from tests.web.conftest import Known

ADDRESS = "/unduh/perbandingan.xlsx"


def names(body: bytes) -> list[str]:
    sheet = openpyxl.load_workbook(BytesIO(body))["Kecamatan"]
    return [nama for _, nama, *_ in sheet.iter_rows(min_row=2, values_only=True) if nama]


def test_bappeda_takes_the_scope_away(known: Known) -> None:
    answer = known("bappeda").get(f"{ADDRESS}?tahun=2027&kec=12.05.07")
    assert answer.status == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="perbandingan-2027.xlsx"'
    assert answer.headers["cache-control"] == "no-store"
    assert names(answer.body) == ["Stabat"]


@pytest.mark.parametrize("query", ["", "?tahun=1999", "?tahun=x&kec=99.99.99", "?kec=%27%20or%201=1"])
def test_a_word_that_is_no_choice_is_passed_over(known: Known, query: str) -> None:
    assert len(names(known("bappeda").get(f"{ADDRESS}{query}").body)) > 1


@pytest.mark.parametrize("who", ["camat.stabat", "opd.putr"])
def test_nobody_else_is_given_it(known: Known, who: str) -> None:
    answer = known(who).get(ADDRESS)
    assert answer.status == 403
    assert "tidak berwenang" in answer.text
