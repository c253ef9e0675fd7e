"""The lists as spreadsheets: types, sums, and texts that stay texts."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from musrenbang.model import BahanCetak
from reports import WORKBOOKS
from tests.reports.bahan import DICETAK, bahan, left_out, prioritas, usulan

every_workbook = pytest.mark.parametrize("workbook", WORKBOOKS.values(), ids=WORKBOOKS)
TRICKY = ("=1+1", "@SUM(A1)", "+62", "-1", "https://contoh.id", "{=1}", "a\x00\x07b", "\ud800")


def sheet_of(data: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(data)).active


def column(sheet: Any, head: str) -> list[Any]:
    heads = [cell.value for cell in sheet[1]]
    return [cell.value for cell in list(sheet.columns)[heads.index(head)][1:]]


@every_workbook
@pytest.mark.parametrize("count", [0, 1, 12, 300])
def test_every_usulan_is_a_row_below_a_frozen_head(workbook: Callable[[BahanCetak], bytes], count: int) -> None:
    sheet = sheet_of(workbook(bahan(prioritas(count))))
    assert sorted(filter(None, column(sheet, "Kode"))) == [u.kode for u in prioritas(count)]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert column(sheet, "Perkiraan Biaya (Rp)")[-1] == sum(u.isi.biaya for u in prioritas(count))


@every_workbook
def test_texts_stay_texts_and_nothing_is_a_formula(workbook: Callable[[BahanCetak], bytes]) -> None:
    rows = [usulan(n, nama=text, lokasi=text) for n, text in enumerate(TRICKY)]
    sheet = sheet_of(workbook(bahan(rows)))
    assert all(cell.data_type != "f" and cell.hyperlink is None for row in sheet for cell in row)
    assert column(sheet, "Nama Usulan")[:8] == [*TRICKY[:6], "ab", "?"]


@every_workbook
def test_the_same_facts_give_the_same_bytes(workbook: Callable[[BahanCetak], bytes]) -> None:
    facts = bahan(prioritas(3))
    assert workbook(facts) == workbook(facts)
    assert openpyxl.load_workbook(BytesIO(workbook(facts))).properties.created == DICETAK


def test_usulan_masuk_holds_numbers_and_decisions() -> None:
    sheet = sheet_of(WORKBOOKS["usulan-masuk"](bahan(left_out())))
    assert column(sheet, "Volume")[0] == 1351
    assert sheet["K2"].number_format == '"Rp"#,##0'
    assert column(sheet, "Keputusan Verifikasi")[1] == "Tidak sesuai: Kewenangan desa"


def test_hasil_skoring_holds_levels_and_ranks_as_numbers() -> None:
    half = usulan(90, tingkat=(4, 3, None, 3, 3, 3, 3, 2))
    sheet = sheet_of(WORKBOOKS["hasil-skoring"](bahan((*prioritas(12), half))))
    ranks = column(sheet, "Peringkat")[:13]
    assert ranks[:12] == sorted(u.peringkat for u in prioritas(12) if u.peringkat)
    assert ranks[12] is None
    assert column(sheet, "Skor")[0] == column(sheet, "Poin")[0] / 100
    assert column(sheet, "K1 Keterdesakan (bobot 25%)")[12] == 4
    assert column(sheet, "Keterangan")[12] == "Belum lengkap diskor: K3 Pengembangan Potensi Lokal Kecamatan"
