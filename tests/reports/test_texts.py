"""The lists as CSV and JSON: quoting, decimal comma, no formulas, and one file over several meetings."""

import csv
import io
import json
from datetime import datetime
from decimal import Decimal

import pytest

from reports import TEXTS, WRITERS
from reports.lists.listing import Field, Sheet
from reports.lists.skoring import HASIL_SKORING
from reports.lists.terbuka import TERBUKA
from tests.reports.bahan import DICETAK, bahan, left_out, prioritas

HARI = datetime(2027, 2, 15)
FIELDS = (Field("Nama", 10), Field("Volume", 10, "decimal"), Field("Biaya", 10, "rupiah", summed=True))


def sheet(*rows: tuple[str | None, Decimal | None, int | None], for_programs: bool = False) -> Sheet:
    return Sheet("Uji", FIELDS, rows, HARI, for_programs=for_programs)


def test_for_people_it_is_what_excel_in_indonesian_opens() -> None:
    made = WRITERS["csv"](sheet(('Jalan "A"; baru', Decimal("2000.5"), -5), (None, None, None)))
    assert made.decode() == '\ufeff"Nama";"Volume";"Biaya"\r\n"Jalan ""A""; baru";2000,50;-5\r\n;;\r\n'


def test_for_programs_it_has_commas_and_points() -> None:
    made = WRITERS["csv"](sheet(("Jalan", Decimal("2000.5"), 7), for_programs=True))
    assert made.decode() == '\ufeff"Nama","Volume","Biaya"\r\n"Jalan",2000.50,7\r\n'


@pytest.mark.parametrize("text", ["=1+1", "+62", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_a_text_that_would_be_a_formula_gets_an_apostrophe(text: str) -> None:
    made = WRITERS["csv"](sheet((text, None, None))).decode("utf-8-sig")
    [_, row] = csv.reader(io.StringIO(made, newline=""), delimiter=";")
    assert row[0] == "'" + text.replace("\r", "\n")


def test_json_has_the_heads_as_keys_and_numbers_as_numbers() -> None:
    made = json.loads(WRITERS["json"](sheet(("=1+1", Decimal("2.50"), 7), ("b", Decimal("3.00"), None))))
    assert made == [{"Nama": "=1+1", "Volume": 2.5, "Biaya": 7}, {"Nama": "b", "Volume": 3, "Biaya": None}]


@pytest.mark.parametrize("name", TEXTS["csv"])
@pytest.mark.parametrize("count", [0, 1, 30])
def test_every_list_has_the_same_rows_in_csv_and_json(name: str, count: int) -> None:
    facts = bahan((*prioritas(count), *left_out()))
    rows = list(
        csv.reader(io.StringIO(TEXTS["csv"][name](facts).decode("utf-8-sig"), newline=""),
                   delimiter="," if name == "terbuka" else ";")
    )  # fmt: skip
    told = json.loads(TEXTS["json"][name](facts))
    if name == "terbuka":
        told = [u for u in told["usulan"] if u["status"] == "prioritas"]
    assert len(told) == len(rows) - 1
    if name != "terbuka" and told:
        assert list(told[0]) == rows[0]


def test_several_meetings_in_one_list_are_told_apart() -> None:
    made = HASIL_SKORING.of_all({"Bahorok": bahan(prioritas(3)), "Stabat": bahan(prioritas(2))}, DICETAK)
    assert made.fields[0].head == "Kecamatan"
    assert [row[0] for row in made.rows] == ["Bahorok"] * 3 + ["Stabat"] * 2
    assert all(len(row) == len(made.fields) for row in made.rows)


def test_a_list_that_names_the_kecamatan_itself_does_so_once() -> None:
    made = TERBUKA.of_all({"Bahorok": bahan(prioritas(3))}, DICETAK)
    assert [f.head for f in made.fields].count("kecamatan") == 1
    assert all(len(row) == len(made.fields) for row in made.rows)
