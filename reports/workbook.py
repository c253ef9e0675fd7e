"""XLSX: a list as a spreadsheet. Every text is written as text, so "=1+1" stays the words it is (L11, L25)."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from reports.cells import plain
from reports.lists.listing import Field, Kind, Sheet

FORMATS: dict[Kind, str] = {"text": "@", "whole": "#,##0", "decimal": "#,##0.00", "rupiah": '"Rp"#,##0'}
A4 = 9


def xlsx(list_: Sheet) -> bytes:
    """A workbook of one sheet: a frozen head with filters, the rows, the sums."""
    return xlsx_of(list_.judul, [list_])


def xlsx_of(judul: str, lists: Sequence[Sheet]) -> bytes:
    """A workbook of several sheets, each with a name of its own; `lists` is never empty."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": judul, "created": lists[0].dicetak})
    for list_ in lists:
        sheet = book.add_worksheet(list_.judul)
        _lay_out(sheet, len(list_.rows), len(list_.fields))
        _write_head(book, sheet, list_.fields)
        _write_rows(book, sheet, list_)
        _write_sums(book, sheet, list_)
    book.close()
    return file.getvalue()


def _lay_out(sheet: Worksheet, rows: int, columns: int) -> None:
    """On paper: lying, as wide as the sheet, the head on every page."""
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, rows, columns - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


def _write_head(book: xlsxwriter.Workbook, sheet: Worksheet, fields: tuple[Field, ...]) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#E2E8F0", "border": 1, "align": "center"})
    for column, field in enumerate(fields):
        sheet.set_column(column, column, field.width)
        sheet.write_string(0, column, plain(field.head), bold)


def _write_rows(book: xlsxwriter.Workbook, sheet: Worksheet, list_: Sheet) -> None:
    looks = {kind: _look(book, kind) for kind in FORMATS}
    columns = [(column, looks[field.kind]) for column, field in enumerate(list_.fields)]
    write_string, write_number = sheet.write_string, sheet.write_number
    for number, row in enumerate(list_.rows, 1):
        for (column, look), value in zip(columns, row, strict=True):
            if isinstance(value, str):
                write_string(number, column, plain(value), look)
            elif value is not None:
                write_number(number, column, value, look)


def _look(book: xlsxwriter.Workbook, kind: Kind) -> Format:
    return book.add_format({"num_format": FORMATS[kind], "text_wrap": kind == "text", "valign": "top"})


def _write_sums(book: xlsxwriter.Workbook, sheet: Worksheet, list_: Sheet) -> None:
    """Sums as numbers, not formulas: an unedited file shows them wherever it is opened."""
    below = len(list_.rows) + 1
    for column, field in enumerate(list_.fields):
        if field.summed:
            look = book.add_format({"bold": True, "top": 1, "num_format": FORMATS[field.kind]})
            total = sum(value for row in list_.rows if isinstance(value := row[column], int))
            if not list_.fields[column - 1].summed:
                sheet.write_string(below, column - 1, "Jumlah", look)
            sheet.write_number(below, column, total, look)
