"""The template to fill in: lists to choose from, texts that stay texts, and only one sheet that is read back."""

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from musrenbang.intake import lembar
from musrenbang.intake.columns import TEMPLAT
from reports.templat import CONTOH, SPARE, templat
from tests.cast import IRIGASI, JALAN, SUKA_RAKYAT, isi, proposal
from tests.intake.reading import DATA, to_fill_in
from tests.intake.sheets import saved


@pytest.fixture
def book() -> Any:
    return openpyxl.load_workbook(BytesIO(templat(to_fill_in([JALAN, IRIGASI]))))


def test_the_lists_are_hidden_and_the_rest_can_be_seen(book: Any) -> None:
    seen = {sheet.title: sheet.sheet_state for sheet in book}
    assert seen == {"Usulan": "visible", "Contoh": "visible", "Petunjuk": "visible", "Daftar": "hidden"}


def test_every_choice_has_its_list_down_to_the_spare_rows(book: Any) -> None:
    offered = {}
    for rule in book["Usulan"].data_validations.dataValidation:
        (cells,) = rule.sqref.ranges
        assert (rule.type, cells.min_row, cells.max_row) == ("list", 2, 3 + SPARE)
        values = [cell.value for (cell,) in book["Daftar"][rule.formula1.removeprefix("Daftar!")]]
        offered[TEMPLAT[cells.min_col - 1].kunci] = values
        assert None not in values
    assert set(offered) == {"kode_desa", "desa", "bidang", "kewenangan", "opd", "disetujui"}
    assert offered["opd"] == [o.nama for o in DATA.opd]
    assert (offered["kode_desa"], offered["disetujui"]) == ([SUKA_RAKYAT], ["Ya", "Tidak"])


def test_texts_are_texts_and_numbers_numbers_also_where_nothing_stands_yet(book: Any) -> None:
    sheet = book["Usulan"]
    looks = {k.kunci: sheet.column_dimensions[sheet.cell(1, n).column_letter].number_format
             for n, k in enumerate(TEMPLAT, 1)}  # fmt: skip
    assert {looks[kunci] for kunci in ("kode", "kode_desa", "nama", "opd")} == {"@"}
    assert looks["biaya"] == '"Rp"#,##0'
    row = dict(zip((k.kunci for k in TEMPLAT), next(sheet.iter_rows(min_row=2, values_only=True)), strict=True))
    assert (row["kode"], row["kode_desa"], row["biaya"]) == (JALAN.kode, SUKA_RAKYAT, JALAN.isi.biaya)
    assert [cell.value for cell in sheet[1] if cell.value.endswith("*")] == [f"{k.judul} *" for k in TEMPLAT if k.wajib]


def test_the_example_is_not_read(tmp_path: Path) -> None:
    read = lembar.read(saved(tmp_path, templat(to_fill_in([JALAN]))))
    assert (read.nama, len(read.baris)) == ("Usulan", 2)
    assert CONTOH[0][1] not in {value for row in read.baris for value in row.isi}


@pytest.mark.parametrize("said", ["=1+1", "@SUM(A1)", "+62", "{=1}", "https://contoh.id", "00123"])
def test_what_looks_like_something_else_stays_a_text(said: str) -> None:
    book = openpyxl.load_workbook(BytesIO(templat(to_fill_in([proposal(SUKA_RAKYAT, 1, isi(said))]))))
    cell = book["Usulan"].cell(2, 5)
    assert (cell.value, cell.data_type, cell.hyperlink) == (said, "s", None)


def test_a_desa_without_usulan_gets_an_empty_one() -> None:
    sheet = openpyxl.load_workbook(BytesIO(templat(to_fill_in([]))))["Usulan"]
    assert sheet.max_row == 1
