"""Bappeda compares: from a figure to its usulan and back, the same figures by link, and a choice that is kept."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from musrenbang.formats import rata, skor
from pages.bappeda.banding.tautan import Bagian
from tests.browser.conftest import Sit, Stand
from tests.browser.desk import click_field, click_on_the_map, narrow, part
from tests.browser.hall import Operator

pytestmark = pytest.mark.browser

FIRST_DRAWING = """Object.defineProperty(HTMLElement.prototype, "_fullLayout", {
  set(layout) {
    window.pertama = layout;
    Object.defineProperty(this, "_fullLayout", { value: layout, writable: true, configurable: true });
  },
})"""


@pytest.mark.parametrize(
    ("bagian", "row", "column"),
    [
        ("OPD", "PUTR", "Stabat"),
        ("OPD per prioritas", "PUTR", "Fasilitas Publik"),
        ("Skor", "Binjai", "Potensi lokal"),
    ],
)
def test_a_field_of_a_heat_map_opens_to_its_usulan_and_back_to_its_part(
    sit: Sit, bagian: str, row: str, column: str
) -> None:
    bappeda = sit("bappeda")
    bappeda.open(f"perbandingan?{urlencode({'bagian': bagian})}")
    table = bappeda.page.locator(".silang")
    heads = table.locator("thead th").all_inner_texts()
    figure = table.locator("tbody tr").filter(has_text=row).first.locator("td").nth(heads.index(column))
    shown = figure.inner_text().partition("\n")[0]
    click_field(bappeda, row, column, nth=1 if bagian == "Skor" else 0)
    bappeda.page.wait_for_url("**/rincian?**")
    bappeda.settle()
    rows = bappeda.page.locator(".tb tbody tr")
    if bagian == "Skor":
        levels = [int(n.removeprefix("tingkat ")) for n in rows.locator("td:last-child small").all_inner_texts()]
        assert skor(rata(100 * sum(levels), len(levels))) == shown
    else:
        expect(rows).to_have_count(int(shown))
    bappeda.page.get_by_role("link", name="Ke Perbandingan").click()
    bappeda.page.wait_for_url("**/perbandingan?**")
    bappeda.settle()
    expect(bappeda.page.get_by_role("radio", name=bagian, exact=True)).to_be_checked()
    assert bappeda.faults() == []


def test_the_map_and_the_figures_of_a_desa_open_to_their_usulan(sit: Sit) -> None:
    bappeda = sit("bappeda")
    bappeda.open("perbandingan")
    bappeda.choose("Angka pada peta", "Bagian cadangan")
    click_on_the_map(bappeda, "Stabat")
    bappeda.sees("Kecamatan: Stabat · Keadaan: cadangan")
    bappeda.open("perbandingan?bagian=Desa&kec=12.05.07")
    bappeda.page.get_by_text("Tampilkan semua").click()
    row = bappeda.page.locator(".tb tbody tr").filter(has_text="Banyumas")
    expect(row).to_have_count(1)
    usulan, biaya, *_ = row.get_by_role("link").all_inner_texts()
    row.get_by_role("link", name=biaya).click()
    bappeda.page.wait_for_url("**/rincian?**")
    bappeda.sees("Desa/kelurahan: Banyumas")
    assert bappeda.page.locator(".ubin b").all_inner_texts() == [usulan, biaya]
    assert bappeda.faults() == []


def test_a_chart_hears_a_click_as_soon_as_it_is_drawn(sit: Sit) -> None:
    bappeda = sit("bappeda")
    bappeda.page.add_init_script(FIRST_DRAWING)
    bappeda.open("perbandingan")
    assert bappeda.page.evaluate("pertama.clickmode") == "event+select"


def test_a_link_shows_another_the_same_figures(sit: Sit, stand: Stand) -> None:
    one = sit("bappeda")
    one.open("perbandingan")
    narrow(one, "Kecamatan", "Stabat")
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


@pytest.mark.parametrize("bagian", list(Bagian))
def test_each_part_is_drawn_with_its_table(sit: Sit, bagian: str) -> None:
    bappeda = sit("bappeda")
    bappeda.open("perbandingan")
    part(bappeda, bagian)
    if bagian == "Desa":
        bappeda.page.get_by_text("Tampilkan semua 277 desa/kelurahan").click()
        expect(bappeda.page.locator(".tb tbody tr")).to_have_count(277)
    else:
        expect(bappeda.page.locator(".tb").first).to_be_visible()
        expect(bappeda.page.locator(".js-plotly-plot").first).to_be_visible()
    assert bappeda.faults() == []


def test_strictness_stands_beside_the_official_order_and_never_in_its_place(sit: Sit) -> None:
    bappeda = sit("bappeda")
    bappeda.open("perbandingan")
    part(bappeda, "Ketegasan")
    bappeda.sees("Perkiraan ini tidak dapat membedakan rapat yang ketat dari rapat yang usulannya memang lebih lemah")
    bappeda.sees("Cara menghitung dan batasnya")
    all_ = _ranking(bappeda)
    assert len(all_) == 50
    assert [row[0] for row in all_] == sorted(row[0] for row in all_)
    assert [row[3] for row in all_] == sorted((row[3] for row in all_), reverse=True)
    narrow(bappeda, "Kecamatan", "Stabat")
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


def _figures(operator: Operator) -> list[str]:
    return operator.page.locator(".ubin b").all_inner_texts()


def test_a_saved_choice_is_opened_by_another_with_one_press(sit: Sit, stand: Stand) -> None:
    one, other = sit("bappeda"), stand()
    one.open("perbandingan")
    narrow(one, "OPD", "DISTAN-KP")
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
