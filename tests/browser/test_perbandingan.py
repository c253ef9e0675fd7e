"""Bappeda compares: from a figure to its usulan, the same figures by link, and all of them as a workbook."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Sit, Stand
from tests.browser.hall import Operator

pytestmark = pytest.mark.browser

TANPA = "–"


def test_the_three_kecamatan_where_an_opd_got_most_and_their_usulan(sit: Sit, tmp_path: Path) -> None:
    """Found on the screen, equal in the workbook, and opened to their rows."""
    bappeda = sit("bappeda")
    bappeda.open("perbandingan")
    _narrow(bappeda, "OPD", "DISTAN-KP")
    bappeda.page.get_by_role("radio", name="OPD").click()
    bappeda.settle()
    row = bappeda.page.get_by_role("row").filter(has_text="DISTAN-KP")
    heads = bappeda.page.locator(".silang thead th").all_inner_texts()
    numbers = dict(zip(heads[1:-2], row.locator("td").all_inner_texts()[1:-2], strict=True))
    shown = {name: int(n.replace(".", "")) for name, n in numbers.items() if n != TANPA}
    three = sorted(shown, key=lambda name: -shown[name])[:3]
    assert len(three) == 3
    book = openpyxl.load_workbook(io.BytesIO(bappeda.download("Unduh XLSX", tmp_path)))
    exported = {nama: n for _, nama, _, n, _ in book["OPD"].iter_rows(min_row=2, values_only=True) if nama}
    assert exported == shown
    row.locator("td").nth(heads.index(three[0])).get_by_role("link").click()
    bappeda.page.wait_for_url("**/rincian?**")
    bappeda.sees(f"Kecamatan: {three[0]} · OPD: DISTAN-KP · Keadaan: prioritas")
    expect(bappeda.page.locator(".tb tbody tr")).to_have_count(min(shown[three[0]], 50))
    bappeda.page.get_by_role("link", name="Ke Perbandingan").click()
    bappeda.page.wait_for_url("**/perbandingan?**")  # with the choice from before, not narrowed to that one number
    bappeda.settle()
    expect(bappeda.page.locator(".silang tbody tr")).to_have_count(23)
    assert bappeda.faults() == []


def test_a_link_shows_another_the_same_figures(sit: Sit, stand: Stand) -> None:
    one = sit("bappeda")
    one.open("perbandingan")
    _narrow(one, "Kecamatan", "Stabat")
    expect(one.page.locator(".silang tbody tr")).to_have_count(1)
    other = stand()
    other.log_in("bappeda")
    other.page.goto(one.page.url)
    other.settle()
    expect(other.page.locator(".silang tbody tr")).to_have_count(1)
    assert _figures(other) == _figures(one)
    other.page.goto(re.sub(r"tahun=\d+", "tahun=1999&kec=99.99.99", one.page.url))  # nobody's year and place
    other.settle()
    assert other.faults() == []
    expect(other.page.locator(".silang tbody tr")).to_have_count(1)


@pytest.mark.parametrize("part", ["Per kecamatan", "OPD", "Prioritas", "Skor", "Desa", "Ketegasan"])
def test_each_part_is_drawn_with_its_table(sit: Sit, part: str) -> None:
    bappeda = sit("bappeda")
    bappeda.open("perbandingan")
    bappeda.page.get_by_role("radio", name=part, exact=True).click()
    bappeda.settle()
    if part == "Desa":
        bappeda.page.get_by_text("Tampilkan semua 277 desa/kelurahan").click()
        expect(bappeda.page.locator(".tb tbody tr")).to_have_count(277)
    else:
        expect(bappeda.page.locator(".tb").first).to_be_visible()
        expect(bappeda.page.locator(".js-plotly-plot").first).to_be_visible()
    assert bappeda.faults() == []


def test_strictness_stands_beside_the_official_order_and_never_in_its_place(sit: Sit) -> None:
    bappeda = sit("bappeda")
    bappeda.open("perbandingan")
    bappeda.page.get_by_role("radio", name="Ketegasan", exact=True).click()
    bappeda.settle()
    bappeda.sees("Perkiraan ini tidak dapat membedakan rapat yang ketat dari rapat yang usulannya memang lebih lemah")
    bappeda.sees("Cara menghitung dan batasnya")
    all_ = _ranking(bappeda)
    assert len(all_) == 50
    assert [row[0] for row in all_] == sorted(row[0] for row in all_)
    assert [row[3] for row in all_] == sorted((row[3] for row in all_), reverse=True)
    _narrow(bappeda, "Kecamatan", "Stabat")
    expect(bappeda.page.locator(".silang").first.locator("tbody tr")).to_have_count(1)
    bappeda.sees("dari 5 kecamatan; pilihan di atas hanya menentukan yang ditampilkan")
    stabat = _ranking(bappeda)
    assert {row[2].split("\n")[0] for row in stabat} == {"Stabat"}
    assert [row for row in all_ if row[2].startswith("Stabat")] == stabat[: sum("Stabat" in row[2] for row in all_)]
    assert bappeda.faults() == []


def _ranking(operator: Operator) -> list[tuple[int, str, str, str, str, int, str]]:
    """Place by official skor, usulan, kecamatan, official skor, adjusted skor, its place and range."""
    rows = operator.page.locator(".silang").last.locator("tbody tr").all()
    cells = [row.locator("td").all_inner_texts() for row in rows]
    return [(int(first), *middle, int(place), range_) for first, *middle, place, range_ in cells]


def test_nothing_in_scope_is_said(sit: Sit) -> None:
    bappeda = sit("bappeda")
    bappeda.open("perbandingan?opd=none&asal=Kecamatan&prioritas=1&bidang=Sosial+Budaya&kec=12.05.23")
    bappeda.sees("Tidak ada usulan dalam pilihan ini.")


def _narrow(operator: Operator, label: str, option: str) -> None:
    field = operator.page.get_by_test_id("stMain").get_by_role("combobox", name=label, exact=True)
    field.click()
    field.fill(option)
    operator.page.get_by_role("option", name=option, exact=True).click()
    operator.page.keyboard.press("Escape")
    operator.settle()


def _figures(operator: Operator) -> list[str]:
    return operator.page.locator(".ubin b").all_inner_texts()


def test_a_saved_choice_is_opened_by_another_with_one_press(sit: Sit, stand: Stand) -> None:
    one, other = sit("bappeda"), stand()
    one.open("perbandingan")
    _narrow(one, "OPD", "DISTAN-KP")
    one.page.get_by_role("button", name="Simpan pandangan").click()
    one.page.get_by_label("Nama pilihan ini").fill("Pertanian")
    one.page.get_by_role("button", name="Simpan", exact=True).click()
    one.sees("Pandangan “Pertanian” disimpan")
    other.log_in("bappeda")
    other.open("perbandingan")
    other.page.get_by_role("button", name="Pertanian").click()
    other.page.wait_for_url("**opd=*")
    other.settle()
    assert _figures(other) == _figures(one)
    other.page.get_by_role("button", name="Simpan pandangan").click()
    other.page.get_by_role("button", name="Hapus", exact=True).click()
    other.sees("Pandangan “Pertanian” dihapus")
    expect(other.page.get_by_role("button", name="Pertanian")).to_have_count(0)
    assert one.faults() + other.faults() == []
