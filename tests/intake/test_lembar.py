"""Spreadsheets from outside: what is hostile gets one sentence, and what is honest comes through unchanged."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from musrenbang.errors import Refused
from musrenbang.intake import lembar
from tests.intake import refusal
from tests.intake.corpus_lembar import HOSTILE, NS, SHEET, XML
from tests.intake.sheets import ROW, book, changed, own, part, saved, table, xlsx


def read(folder: Path, data: bytes) -> lembar.Lembar:
    return lembar.read(saved(folder, data))


@pytest.mark.parametrize(("made", "key"), HOSTILE.items(), ids=lambda v: getattr(v, "__name__", ""))
def test_a_hostile_file_gets_one_sentence(tmp_path: Path, made: Callable[[], bytes], key: str) -> None:
    data, most = made(), refusal.limit()
    assert refusal.key_of(lambda: read(tmp_path, data)) == key
    assert refusal.memory() <= most


def test_there_are_enough_of_them() -> None:
    assert len(HOSTILE) >= 25


@pytest.mark.parametrize("first", ["Suka Rakyat", "Usulan"])
def test_usulan_on_several_sheets_are_not_left_out(tmp_path: Path, first: str) -> None:
    """As when each desa has a sheet of its own."""
    data = book({first: table(ROW), "Peta": [["Gambar"]], "Pekan Bahorok": table({**ROW, "desa": "Pekan Bahorok"})})
    with pytest.raises(Refused) as refused:
        read(tmp_path, data)
    (issue,) = refused.value.issues
    assert (issue.key, issue.facts["lembar"]) == ("lembar_beberapa", f"“{first}”, “Pekan Bahorok”")


def test_sheets_without_usulan_and_those_of_the_template_are_let_be(tmp_path: Path) -> None:
    wide = [["Rekap"], [None] * 80 + ["jauh"]]
    others = {"Contoh": table(ROW), "Rekap": wide, "Kosong": [], "Desa lain": table()}
    assert read(tmp_path, book({"Usulan": table(ROW), **others})) == read(tmp_path, xlsx(table(ROW)))


def test_a_cell_in_the_last_corner_changes_nothing(tmp_path: Path) -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    plain = own({})
    sheet = part(plain, SHEET).replace(b"</sheetData>", far)
    sheet = sheet.replace(b'<dimension ref="A1:O2"/>', b'<dimension ref="A1:XFD1048576"/>')
    assert b"XFD1048576" in sheet
    assert read(tmp_path, changed(plain, {SHEET: sheet})) == read(tmp_path, plain)


def test_a_dimension_that_says_too_little_is_not_believed(tmp_path: Path) -> None:
    data = xlsx([["a"], ["b"], ["c"]])
    sheet = part(data, SHEET).replace(b'<dimension ref="A1:A3"/>', b'<dimension ref="A1"/>')
    assert [row.isi for row in read(tmp_path, changed(data, {SHEET: sheet})).baris] == [("a",), ("b",), ("c",)]


def test_rows_keep_their_numbers_and_reading_stops_in_a_long_blank(tmp_path: Path) -> None:
    rows = [["a"], *[[None]] * 150, ["b"], *[[None]] * 250, ["c"]]
    assert [(row.nomor, row.isi) for row in read(tmp_path, xlsx(rows)).baris] == [(1, ("a",)), (152, ("b",))]


def test_a_formula_gives_its_saved_result_and_is_known_when_it_has_none(tmp_path: Path) -> None:
    cells = (
        b'<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v></v></c>'
        b'<c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f t="shared" si="0"/></c>'
    )
    sheet = XML + b"<worksheet " + NS + b'><sheetData><row r="1">' + cells + b"</row></sheetData></worksheet>"
    found = read(tmp_path, changed(own({}), {SHEET: sheet}))
    assert found.baris[0].isi == (2,)
    assert found.rumus == {(1, 2), (1, 3), (1, 5)}


def test_dangerous_formulas_are_never_kept_as_formulas(tmp_path: Path) -> None:
    texts = ["=cmd|' /C calc'!A0", '=HYPERLINK("http://contoh.id","a")', "@SUM(A1)", "+62", "-1"]
    assert read(tmp_path, xlsx([texts])).baris[0].isi == tuple(texts)


def test_days_come_as_texts_and_truth_as_truth(tmp_path: Path) -> None:
    from datetime import date, datetime

    book = openpyxl.Workbook()
    book.active.append([date(2027, 2, 15), datetime(2027, 2, 15, 8, 30), True, 1.5, 3])
    book.save(tmp_path / "hari.xlsx")
    assert lembar.read(tmp_path / "hari.xlsx").baris[0].isi == ("2027-02-15", "2027-02-15", True, 1.5, 3)


def test_merged_cells_are_known(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.active.merge_cells("A1:A3")
    book.save(tmp_path / "gabung.xlsx")
    found = lembar.read(tmp_path / "gabung.xlsx")
    assert found.gabungan == ((1, 1, 3, 1),)
    assert found.merged(3, 1)
    assert not found.merged(3, 2)


def test_the_sheet_named_usulan_is_read_and_else_the_first(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["pertama"])
    book.create_sheet("Lain").append(["kedua"])
    book.save(tmp_path / "a.xlsx")
    assert lembar.read(tmp_path / "a.xlsx").nama == "Sheet"
    book.create_sheet(" USULAN ").append(["ketiga"])
    book.save(tmp_path / "a.xlsx")
    assert lembar.read(tmp_path / "a.xlsx").baris[0].isi == ("ketiga",)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_csv_with_any_delimiter_and_mark(tmp_path: Path, sign: str) -> None:
    text = "\ufeff" + sign.join(("Kode", "Nama")) + "\r\n\r\n" + sign.join(('"x"', "'=1+1")) + "\r\n"
    found = read(tmp_path, text.encode())
    assert [(row.nomor, row.isi) for row in found.baris] == [(1, ("Kode", "Nama")), (3, ("x", "=1+1"))]


def test_external_links_and_names_are_left_where_they_are(tmp_path: Path) -> None:
    link = XML + b"<externalLink " + NS + b'><externalBook r:id="rId1" xmlns:r="r"/></externalLink>'
    assert read(tmp_path, changed(own({}), {"xl/externalLinks/externalLink1.xml": link})) == read(tmp_path, own({}))
