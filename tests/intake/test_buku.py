"""Workbooks of several sheets from outside: as bounded as a single sheet."""

from collections.abc import Callable
from pathlib import Path

import pytest

from musrenbang.intake import lembar
from tests.intake import refusal
from tests.intake.corpus_lembar import HOSTILE, html, no_sheet, pdf
from tests.intake.sheets import saved, xlsx

XLSX = {made: key for made, key in HOSTILE.items() if not made.__name__.startswith("csv") and made is not no_sheet}
BOOKS = {**XLSX, html: "buku_bukan_xlsx", pdf: "buku_bukan_xlsx"}


def read(folder: Path, data: bytes) -> dict[str, lembar.Lembar]:
    return lembar.read_book(saved(folder, data))


@pytest.mark.parametrize(("made", "key"), BOOKS.items(), ids=lambda v: getattr(v, "__name__", ""))
def test_a_hostile_file_gets_one_sentence(tmp_path: Path, made: Callable[[], bytes], key: str) -> None:
    data, most = made(), refusal.limit()
    assert refusal.key_of(lambda: read(tmp_path, data)) == key
    assert refusal.memory() <= most


def test_sheets_come_by_name(tmp_path: Path) -> None:
    found = read(tmp_path, xlsx([["a", 1]], sheet="Kriteria"))
    assert {nama: sheet.baris[0].isi for nama, sheet in found.items()} == {"Kriteria": ("a", 1)}


def test_csv_is_no_workbook(tmp_path: Path) -> None:
    assert refusal.key_of(lambda: read(tmp_path, b"Nomor,Nama\n1,Jalan\n")) == "buku_bukan_xlsx"
