"""The trail as a file: for Bappeda alone, of the choice that the address says."""

import csv
import io
from urllib.parse import parse_qs

import openpyxl
import pytest

from musrenbang.store import current
from musrenbang.store.engine import Store
from pages.web import jejak
from tests import cast
from tests.cast import BAPPEDA, CAMAT
from tests.conftest import StoreAt
from tests.web.conftest import Known
from tests.witness import refused, rows_of

ADDRESS = "/unduh/jejak"


@pytest.fixture
def sent(store_at: StoreAt, monkeypatch: pytest.MonkeyPatch) -> Store:
    """As the server's lifespan would have opened it."""
    store = store_at(cast.sent)
    monkeypatch.setattr(current, "_current", store)
    return store


def given(query: str, kind: str) -> bytes:
    asked = parse_qs(query)
    return jejak._written(BAPPEDA, lambda word: asked.get(word, []), kind)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_bappeda_takes_away_what_fits(sent: Store) -> None:
    (row,) = rows(given("oleh=camat.bahorok&tindakan=kirim+usulan+ke+OPD", "csv"))
    assert row["Rapat"] == "Kecamatan Bahorok 2027"
    assert row["Yang Terjadi"] == "Rapat dikirim ke OPD"
    assert row["Waktu (WIB)"] == "2027-02-15 09:00:00"
    assert row["Hash"] == rows_of(sent)[-1].hash


def test_the_workbook_holds_the_same_rows(sent: Store) -> None:
    query = "kata=skor&dari=2027-02-01&sampai=2027-02-28"
    book = openpyxl.load_workbook(io.BytesIO(given(query, "xlsx")))
    hashes = [row[-1] for row in book["Jejak"].iter_rows(min_row=2, values_only=True)]
    assert hashes == [row["Hash"] for row in rows(given(query, "csv"))]
    assert len(hashes) > 3


@pytest.mark.parametrize("query", ["dari=kemarin", "sampai=2027-13-40", "halaman=9&dari="])
def test_a_date_that_is_none_is_passed_over(sent: Store, query: str) -> None:
    assert len(rows(given(query, "csv"))) == len(rows_of(sent))


def test_a_camat_is_given_nothing(sent: Store) -> None:
    with refused(sent, "bukan_wewenang"):
        jejak._written(CAMAT, lambda word: [], "csv")


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_file_has_a_name_and_is_kept_by_nobody(known: Known, kind: str) -> None:
    answer = known("bappeda").get(f"{ADDRESS}.{kind}?kata=tidakada")
    assert answer.status == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="jejak.{kind}"'
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("who", ["camat.stabat", "opd.putr"])
def test_nobody_else_is_given_it(known: Known, who: str) -> None:
    answer = known(who).get(f"{ADDRESS}.xlsx")
    assert answer.status == 403
    assert "tidak berwenang" in answer.text


def test_there_is_no_other_form_of_it(known: Known) -> None:
    assert known("bappeda").get(f"{ADDRESS}.pdf").status == 404
