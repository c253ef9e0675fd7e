"""The Layar Proyektor beside its operator: joined by the dialog's link, read from the last row, ended by the camat."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Sit, Stand
from tests.browser.hall import Operator

pytestmark = pytest.mark.browser

WITHIN = 2_000  # ms
SMALLEST, CONTRAST = 28, 7  # px at 1366 x 768; to one
VIEWS = (("Peringkat", "Peringkat"), ("Prioritas", "Penjelasan"), ("Kriteria", "Penjelasan"), ("Agenda", "Agenda"))
COUNT_MOVES = """window.moves = 0; const animate = Element.prototype.animate;
Element.prototype.animate = function (...how) { window.moves++; return animate.apply(this, how); };"""
HARD_TO_READ = """([smallest, contrast]) => {
  const rgb = (s) => s.match(/[\\d.]+/g).map(Number);
  const light = (s) => { const [r, g, b] = rgb(s)
    .map((v) => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b; };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
  const solid = (e) => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
    if (rgb(c)[3] !== 0) return c; } return 'rgb(255, 255, 255)'; };
  const grounds = (e) => [solid(e), ...[...(e.closest('li')?.querySelectorAll(':scope > .batang') ?? [])]
    .map((bar) => getComputedStyle(bar).backgroundColor)];
  return [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility()
    && [...e.childNodes].some((n) => n.nodeType === 3 && n.nodeValue.trim())).flatMap((e) => {
      const { fontSize, color } = getComputedStyle(e), least = Math.min(...grounds(e).map((g) => ratio(color, g)));
      const bad = parseFloat(fontSize) < smallest - .01 || least < contrast;
      return bad ? [`${e.textContent.trim().slice(0, 40)}: ${fontSize}, ${least.toFixed(2)}`] : [];
    });
}"""
SCROLLS = """() => [document.documentElement, ...document.querySelectorAll('body, body *')].filter((e) => {
  const s = getComputedStyle(e), more = e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1;
  return more && /auto|scroll/.test(s.overflowX + s.overflowY);
}).map((e) => e.outerHTML.slice(0, 80))"""


def link_of(camat: Operator) -> str:
    """Opens the dialog, and in it the session for projectors."""
    camat.press("Layar Proyektor")
    camat.press("Tampilkan layar", camat.dialog)
    found = camat.dialog.get_by_role("link", name="Buka di jendela baru").get_attribute("href")
    assert found
    return found


def joined(stand: Stand, link: str, **options: Any) -> Page:
    page = stand(**options).page
    page.add_init_script(COUNT_MOVES)
    page.goto(link)
    assert page.url.endswith("/proyektor")
    return page


def leave_dialog(camat: Operator) -> None:
    expect(camat.dialog.locator(":focus")).to_have_count(1, timeout=10_000)
    camat.page.keyboard.press("Escape")
    expect(camat.dialog).to_have_count(0)


def stage(page: Page) -> Locator:
    return page.locator("#tahap")


def assert_readable(page: Page) -> None:
    assert page.evaluate(HARD_TO_READ, [SMALLEST, CONTRAST]) == []
    assert page.evaluate(SCROLLS) == []


def open_quick_line(camat: Operator) -> Locator:
    camat.open("skoring")
    camat.page.get_by_text("Satu per satu").first.click()
    camat.settle()
    return camat.page.get_by_label(re.compile("^Skor cepat")).first


def test_the_hall_follows_screen_and_usulan_and_is_told_the_end(sit: Sit, stand: Stand) -> None:
    camat = sit("camat.secanggang")
    camat.open("verifikasi")
    link = link_of(camat)
    hall, still = joined(stand, link), joined(stand, link, reduced_motion="reduce")
    expect(stage(hall)).to_have_text("Verifikasi", timeout=WITHIN)
    expect(camat.dialog.get_by_text("layar mengikuti sekarang")).to_contain_text("2", timeout=10_000)
    leave_dialog(camat)
    line = open_quick_line(camat)
    expect(stage(hall)).to_have_text("Skoring", timeout=WITHIN)
    before = hall.locator(".kini .judul").inner_text()
    camat.sees(before)
    line.focus()
    camat.page.keyboard.type("54434323", delay=20)
    camat.page.keyboard.press("Enter")
    camat.sees(f"Skor tersimpan: {before}.")
    expect(hall.locator(".kini .judul")).not_to_have_text(before, timeout=WITHIN)
    camat.sees(hall.locator(".kini .judul").inner_text())
    expect(hall.locator(".peringkat .baru .nama")).to_have_text(before, timeout=WITHIN)
    assert hall.evaluate("window.moves") > 0
    expect(still.locator(".peringkat .baru .nama")).to_have_text(before, timeout=WITHIN)
    assert still.evaluate("window.moves") == 0
    camat.press("Layar Proyektor")
    camat.press("Akhiri semua layar", camat.dialog)
    expect(hall.get_by_role("alert")).to_have_text("Layar proyektor telah diakhiri oleh operator", timeout=5_000)
    hall.reload()
    expect(hall.get_by_text("Layar ini belum tersambung ke musrenbang.")).to_be_visible()
    assert camat.faults() == []


@pytest.mark.parametrize("nama", ["camat.wampu", "camat.hinai", "camat.secanggang", "camat.stabat"])
def test_the_last_row_can_read_every_view(sit: Sit, stand: Stand, nama: str) -> None:
    camat = sit(nama)
    camat.open("pembukaan")
    hall = joined(stand, link_of(camat))
    for choice, told in VIEWS:
        camat.dialog.get_by_text(choice, exact=True).click()
        expect(stage(hall)).to_have_text(told, timeout=5_000)
        hall.wait_for_timeout(700)
        assert_readable(hall)
    camat.dialog.get_by_text("Ikuti saya", exact=True).click()
    leave_dialog(camat)
    for path in ("verifikasi", "prioritas-opd", "skoring", "hasil-skoring"):
        camat.open(path)
        hall.wait_for_timeout(1_200)
        assert_readable(hall)
