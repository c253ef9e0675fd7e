"""XLSX: an uploaded sheet given back with its faulty cells marked and commented (L01, L08)."""

import math
from collections.abc import Sequence
from io import BytesIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from musrenbang.intake.columns import Salah
from musrenbang.intake.lembar import Lembar, Nilai
from reports.cells import plain

LONGEST_TEXT, MOST_COMMENTS = 32_767, 2_000
EXACT = 2**53  # larger whole numbers would change on the way
HEADS = (("Baris", 8), ("Kolom", 8), ("Judul Kolom", 28), ("Isi Sel", 44), ("Kesalahan dan Cara Memperbaikinya", 100))


def tandai(lembar: Lembar, salah: Sequence[Salah]) -> bytes:
    """The same rows in the same places, and a sheet Kesalahan that lists every fault."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    head = book.add_format({"bold": True, "bg_color": "#E2E8F0", "border": 1})
    red = book.add_format({"bg_color": "#F8B4AE", "border": 1, "border_color": "#A11C14"})
    told = _by_cell(salah)
    sheet = book.add_worksheet("Usulan")
    sheet.set_column(0, 59, 20)
    for nomor, isi in lembar.baris:
        for place, value in enumerate(isi):
            _write(sheet, nomor - 1, place, value, red if (nomor, place + 1) in told else None)
    for number, ((row, column), words) in enumerate(told.items()):
        if not _has(lembar, row, column):
            sheet.write_blank(row - 1, column - 1, None, red)
        if number < MOST_COMMENTS:
            sheet.write_comment(row - 1, column - 1, words, {"x_scale": 2.5, "y_scale": 1.2})
    _list_faults(book.add_worksheet("Kesalahan"), salah, head)
    book.close()
    return file.getvalue()


def _by_cell(salah: Sequence[Salah]) -> dict[tuple[int, int], str]:
    """What is said of a whole row or of a missing column hangs at the row's first cell."""
    told: dict[tuple[int, int], str] = {}
    for fault in salah:
        place = (fault.baris, fault.kolom or 1)
        told[place] = plain(f"{told[place]}\n{fault.kalimat}" if place in told else fault.kalimat)
    return told


def _has(lembar: Lembar, row: int, column: int) -> bool:
    isi = next((isi for nomor, isi in lembar.baris if nomor == row), ())
    return column <= len(isi) and isi[column - 1] is not None


def _write(sheet: Worksheet, row: int, column: int, value: Nilai, look: object) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, look)
    elif isinstance(value, int | float) and abs(value) < EXACT and math.isfinite(value):
        sheet.write_number(row, column, value, look)
    elif value is not None:
        sheet.write_string(row, column, plain(str(value))[:LONGEST_TEXT], look)


def _list_faults(sheet: Worksheet, salah: Sequence[Salah], head: object) -> None:
    for column, (name, width) in enumerate(HEADS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, head)
    sheet.freeze_panes(1, 0)
    for number, fault in enumerate(salah, 1):
        sheet.write_number(number, 0, fault.baris)
        for column, text in enumerate((fault.huruf, fault.judul, fault.nilai, fault.kalimat), 1):
            sheet.write_string(number, column, plain(text)[:LONGEST_TEXT])
