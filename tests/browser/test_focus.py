"""Tab through every screen: what has the focus is in the window, under nothing, and carries a ring that is seen."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import Sit
from tests.browser.hall import Operator

pytestmark = pytest.mark.browser

WINDOWS = ({"width": 1366, "height": 768}, {"width": 683, "height": 384})
SCREENS = {
    "camat.bahorok": ("daftar-hadir", "impor-usulan"),
    "camat.wampu": ("verifikasi", "prioritas-opd", "usulan-kecamatan"),
    "camat.tanjungpura": ("skoring", "skoring: Satu per satu", "hasil-skoring"),
    "camat.stabat": ("pembukaan", "berita-acara", "dokumen"),
    "bappeda": ("pemantauan", "perbandingan", "jejak", "jadwal-rapat", "data-induk", "pengguna"),
    "desa.sukarakyat": ("",),
    "opd.putr": ("",),
}
STOPS = 70
BLUE, WHITE = (26, 78, 138), (255, 255, 255)
BEGIN = """() => document.querySelector('[data-testid="stSkipToContent"]').focus()"""
FOCUSED = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  let e = document.activeElement;
  while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
  if (!e || e === document.body) return null;
  let shown = e; // a hidden field stands for the label around it
  const tiny = ({ width, height }) => width < 14 || height < 14;
  while (tiny(shown.getBoundingClientRect())) shown = shown.parentElement;
  const own = e.getBoundingClientRect(), r = shown.getBoundingClientRect();
  const [left, top, right, bottom] =
    [Math.max(r.left, 0), Math.max(r.top, 0), Math.min(r.right, innerWidth), Math.min(r.bottom, innerHeight)];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  let at = document.elementFromPoint(x, y);
  while (at?.shadowRoot?.elementFromPoint(x, y) && at.shadowRoot.elementFromPoint(x, y) !== at) {
    at = at.shadowRoot.elementFromPoint(x, y);
  }
  const grid = e.closest('[data-testid="stDataFrame"]');
  const holds = (box) => { for (let n = at; n; n = n.parentNode ?? n.host) if (n === box) return true; return false; };
  const free = holds(shown) || holds(shown.parentElement) || Boolean(grid && holds(grid));
  const [wide, high] = [Math.min(r.width, innerWidth), Math.min(r.height, innerHeight / 2)];
  const inside = right - left >= wide - 1 && bottom - top >= high - 1;
  return { name: (e.ariaLabel || e.textContent || e.placeholder || '').trim().slice(0, 60), free, inside,
    kind: [e.tagName, e.type, e.role, e.dataset.testid].join(' '), box: [left, top, right, bottom],
    own: [own.width, own.height], drawn: grid || e.tagName === 'MAIN' || r.height > innerHeight ? 'itself' : 'ring',
    dark: Boolean(e.closest('.st-key-proyeksi, [data-testid="stHeader"]')) };
}"""

SCROLLED_FIRST = """{
  const focus = HTMLElement.prototype.focus;
  HTMLElement.prototype.focus = function (how) {
    const main = document.querySelector('[data-testid="stMain"]');
    if (main.scrollHeight - main.clientHeight < 300) return setTimeout(() => this.focus(how), 50);
    main.scrollTop = 300;
    return focus.call(this, how);
  };
}"""


@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: str(window["width"]))
@pytest.mark.parametrize("nama", SCREENS)
def test_tab_leads_through_each_screen_in_sight(sit: Sit, nama: str, window: Any) -> None:
    operator, lost, kinds = sit(nama), [], set()
    operator.page.set_viewport_size(window)
    for screen in SCREENS[nama]:
        _open(operator, screen)
        for stop in _walk(operator.page):
            if not (stop["free"] and stop["inside"]):
                lost.append(f"{screen}: {stop['name']} {stop['box']}")
            elif stop["kind"] not in kinds and not _has_ring(operator.page, stop):
                lost.append(f"{screen}: no ring on {stop['kind']} {stop['name']}")
            kinds.add(stop["kind"])
    assert lost == []
    assert len(kinds) > 4


def test_a_closed_menu_is_no_stop(sit: Sit) -> None:
    operator = sit("camat.tanjungpura")
    operator.open("skoring")
    names = [stop["name"] for stop in _walk(operator.page)]
    assert not any("Daftar Hadir" in name for name in names)
    operator.page.get_by_role("button", name="Buka menu").click()
    expect(operator.page.get_by_role("link", name="Daftar Hadir")).to_be_visible()


def test_who_still_stands_on_the_way_here_is_led_to_the_heading(sit: Sit) -> None:
    """A burdened browser has the new address before the new screen."""
    operator = sit("camat.tanjungpura")
    operator.open("hasil-skoring")
    heading = operator.page.get_by_test_id("stMain").locator("h1").first
    expect(heading).to_be_focused()
    operator.page.get_by_role("link", name="Lanjut").first.focus()
    operator.page.evaluate("history.replaceState({}, '', '/berita-acara')")
    expect(heading).to_be_focused()


def test_who_scrolls_before_the_heading_has_the_focus_stays_there(sit: Sit) -> None:
    bappeda = sit("bappeda")
    bappeda.page.add_init_script(SCROLLED_FIRST)
    bappeda.open("perbandingan")
    expect(bappeda.page.get_by_role("heading", level=1)).to_be_focused()
    assert bappeda.page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollTop") == 300


def _open(operator: Operator, screen: str) -> None:
    path, _, view = screen.partition(": ")
    operator.open(path)
    expect(operator.page.get_by_test_id("stMain").locator("h1").first).to_be_focused()  # else it would come in between
    if view:
        operator.page.get_by_text(view, exact=True).click()
        operator.settle()
    boxes = operator.page.locator('.st-key-daftar [data-testid="stCheckbox"] label')
    if boxes.count():  # the bar of decisions is highest when a row is ticked
        boxes.first.click()
        operator.settle()


def _walk(page: Page) -> Iterator[dict[str, Any]]:
    """Where each Tab leads, from the first link of the screen until the window is left."""
    page.evaluate(BEGIN)
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return
        yield stop


def _has_ring(page: Page, stop: dict[str, Any]) -> bool:
    """As drawn: a ring of 3 px has that many pixels on at least half of its way round the control."""
    if stop["drawn"] == "itself":
        return True
    left, top, right, bottom = (round(edge) for edge in stop["box"])
    clip = {"x": max(left - 12, 0), "y": max(top - 12, 0), "width": right - left + 24, "height": bottom - top + 24}
    colour, least = WHITE if stop["dark"] else BLUE, 3 * sum(stop["own"])
    for _ in range(20):  # a colour may still be on its way
        picture = Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")
        colours = picture.getcolors(picture.width * picture.height) or ()
        if sum(count for count, found in colours if found == colour) >= least:
            return True
        page.wait_for_timeout(100)
    return False
