"""The lists as spreadsheets: types, sums, and texts that stay texts."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from musrenbang.model import Asal, BahanCetak, IsiJawaban, Jawab, Jawaban, Saringan
from reports import WORKBOOKS
from tests.reports.bahan import DICETAK, bahan, left_out, prioritas, usulan

every_workbook = pytest.mark.parametrize("workbook", WORKBOOKS.values(), ids=WORKBOOKS)
TRICKY = ("=1+1", "@SUM(A1)", "+62", "-1", "https://contoh.id", "{=1}", "a\x00\x07b", "\ud800")
ID = {"sipd": "ID Usulan", "terbuka": "id"}
WITH_SUM = set(WORKBOOKS) - {"sipd", "terbuka"}


def sheet_of(data: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(data)).active


def column(sheet: Any, head: str) -> list[Any]:
    heads = [cell.value for cell in sheet[1]]
    return [cell.value for cell in list(sheet.columns)[heads.index(head)][1:]]


@pytest.mark.parametrize("name", sorted(set(WORKBOOKS) - {"usulan-cadangan"}))
@pytest.mark.parametrize("count", [0, 1, 12, 300])
def test_every_usulan_is_a_row_below_a_frozen_head(name: str, count: int) -> None:
    sheet = sheet_of(WORKBOOKS[name](bahan(prioritas(count))))
    assert sorted(filter(None, column(sheet, ID.get(name, "Kode")))) == [u.kode for u in prioritas(count)]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    if name in WITH_SUM:
        assert column(sheet, "Perkiraan Biaya (Rp)")[-1] == sum(u.isi.biaya for u in prioritas(count))


@every_workbook
def test_texts_stay_texts_and_nothing_is_a_formula(workbook: Callable[[BahanCetak], bytes]) -> None:
    done = prioritas(len(TRICKY))
    rows = [usulan(n, nama=t, lokasi=t, tingkat=u.tingkat, poin=300, peringkat=n + 1, seri=1)
            for n, (t, u) in enumerate(zip(TRICKY, done, strict=True))]  # fmt: skip
    rows += [usulan(500 + n, nama=t, lokasi=t, prioritas=None, alasan_cadangan=t) for n, t in enumerate(TRICKY)]
    sheet = sheet_of(workbook(bahan(rows)))
    assert all(cell.data_type != "f" and cell.hyperlink is None for row in sheet for cell in row)
    shown = {cell.value for row in sheet for cell in row}
    assert {*TRICKY[:6], "ab", "?"} <= shown


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


def test_a_list_holds_only_what_was_asked_for() -> None:
    from dataclasses import replace

    facts = replace(bahan(prioritas(12)), saringan=Saringan(asal=Asal.KELURAHAN))
    sheet = sheet_of(WORKBOOKS["usulan-masuk"](facts))
    assert set(column(sheet, "Asal")[:-1]) == {"Kelurahan"}


def test_cadangan_tells_status_and_reason_of_each() -> None:
    sheet = sheet_of(WORKBOOKS["usulan-cadangan"](bahan((*prioritas(2), *left_out()))))
    assert column(sheet, "Status")[:3] == ["Cadangan", "Tidak sesuai", "Digabung"]
    assert column(sheet, "Alasan")[:3] == [
        "Menunggu kesiapan lahan", "Kewenangan desa", "Digabung dengan usulan BHR-2027-00000",
    ]  # fmt: skip


def test_the_list_of_an_opd_is_by_opd_and_rank() -> None:
    sheet = sheet_of(WORKBOOKS["daftar-opd"](bahan(prioritas(30))))
    names, ranks = column(sheet, "OPD Penanggung Jawab")[:30], column(sheet, "Peringkat")[:30]
    assert len(set(names)) == 3
    for name in set(names):
        own = [rank for other, rank in zip(names, ranks, strict=True) if other == name]
        assert own == sorted(own)
        assert names[names.index(name) : names.index(name) + len(own)] == [name] * len(own)


def test_sipd_has_its_25_columns_in_their_order_and_invents_nothing() -> None:
    sheet = sheet_of(WORKBOOKS["sipd"](bahan((*prioritas(4), *left_out()))))
    heads = [cell.value for cell in sheet[1]]
    assert len(heads) == 25
    assert (heads[0], heads[4], heads[12], heads[17], heads[24]) == (
        "ID Usulan", "Usulan", "OPD Tujuan Akhir", "Rekomendasi Kecamatan", "Sub Kegiatan",
    )  # fmt: skip
    for unknown in ("Tanggal Usul", "Profil", "Status", "Rekomendasi SKPD", "Jenis Belanja", "Sub Kegiatan"):
        assert set(column(sheet, unknown)) == {None}
    assert column(sheet, "Catatan")[4] == "Sesuai. Usulan cadangan: Menunggu kesiapan lahan"
    assert column(sheet, "Rekomendasi Kecamatan")[0].startswith("Prioritas: Pembangunan Infrastruktur, peringkat ")
    assert column(sheet, "Rekomendasi Kecamatan")[5] is None


def test_the_list_of_an_opd_tells_its_answers() -> None:
    facts = bahan(prioritas(2))
    first = next(u for u in facts.usulan if u.peringkat == 1)
    answer = Jawaban(IsiJawaban(Jawab.DIUBAH, "Survei", Decimal(5), 7_000), 6_000, 5_500, DICETAK, 1)
    sheet = sheet_of(WORKBOOKS["daftar-opd"](replace(facts, jawaban={first.id: answer})))
    at = column(sheet, "Kode").index(first.kode)
    heads = ("Jawaban OPD", "Alasan OPD", "Volume Diterima", "Biaya Diterima (Rp)", "Anggaran (Rp)", "Realisasi (Rp)")
    told = [column(sheet, head) for head in heads]
    assert [cells[at] for cells in told] == ["Diterima dengan perubahan", "Survei", 5, 7_000, 6_000, 5_500]
    assert [cells[1 - at] for cells in told] == [None] * 6


def test_two_sums_side_by_side_are_both_written_under_one_label() -> None:
    facts = bahan(prioritas(2))
    answers = {
        u.id: Jawaban(IsiJawaban(Jawab.DITERIMA), anggaran, realisasi, DICETAK, 1)
        for u, anggaran, realisasi in zip(facts.usulan, (700, 500), (250, 150), strict=True)
    }
    sheet = sheet_of(WORKBOOKS["daftar-opd"](replace(facts, jawaban=answers)))
    assert [cell.value for cell in list(sheet)[-1]][-3:] == ["Jumlah", 1_200, 400]
