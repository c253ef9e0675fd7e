"""At 200 % a window of 1366 x 768 holds 683 x 384: every screen is usable there, nothing is cut and nothing covered."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Sit, Stand
from tests.browser.hall import Operator
from tests.browser.opening import ALL, RIWAYAT, states

pytestmark = pytest.mark.browser

WINDOW = {"width": 683, "height": 384}
SCREENS = {
    "camat.bahorok": ("pembukaan", "ambil-usulan", "verifikasi", "kirim"),
    "camat.wampu": ("usulan-masuk", "verifikasi", "prioritas-opd", "kirim"),
    "camat.hinai": ("usulan-kecamatan",),
    "camat.tanjungpura": ("skoring", "hasil-skoring", "kirim"),
    "camat.stabat": tuple(path for path in ALL if path not in ("skoring", "hasil-skoring")),
    "bappeda": ("pemantauan", "perbandingan", "jadwal-rapat", "jejak", RIWAYAT, "data-induk", "pengguna", "data"),
    "opd.putr": ("",),
    "desa.sukarakyat": ("", "impor"),
}
OUT_OF_SIGHT = """() => {
  const wide = document.documentElement.clientWidth, main = document.querySelector('[data-testid="stMain"]');
  const shows = (e, name, how) => e && e !== document.body && (how.test(getComputedStyle(e)[name]));
  const scrolls = (e) => e !== main && shows(e, 'overflowX', /auto|scroll/) && e.scrollWidth > e.clientWidth;
  const boxed = (e) => e && (scrolls(e) || boxed(e.parentElement));
  const unseen = (e) => e && (shows(e, 'clipPath', /inset/) || shows(e, 'clip', /rect/) || unseen(e.parentElement));
  const tells = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.nodeValue.trim());
  const cut = (e) => shows(e, 'overflowX', /hidden/) && e.clientWidth && e.scrollWidth > e.clientWidth + 2;
  const places = ['[data-testid="stMain"]', '[role="dialog"]', '[data-testid="stPopoverBody"]'];
  const bad = [...document.querySelectorAll(`:is(${places}) :not(canvas, canvas *, style, script, svg *)`)]
    .filter((e) => tells(e) && e.checkVisibility({ visibilityProperty: true }) && !unseen(e) && !boxed(e))
    .flatMap((e) => {
      const { left, right } = e.getBoundingClientRect();
      return left < -1 || right > wide + 1 || cut(e) ? [`${e.textContent.trim().slice(0, 50)} (${left}-${right})`] : [];
    });
  const scrolling = [document.documentElement, main].filter((e) => e.scrollWidth > e.clientWidth);
  return [...bad, ...scrolling.map((e) => `${e.tagName} is ${e.scrollWidth} wide`)];
}"""
STUCK = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  main.scrollTop = main.scrollHeight / 2;
  const sticks = ({ position, top, bottom }) => /sticky|fixed/.test(position) && (top !== 'auto' || bottom !== 'auto');
  const all = [...main.querySelectorAll(':not([data-testid="stDataFrame"] *)')];
  const stuck = all.filter((e) => sticks(getComputedStyle(e)));
  return stuck.filter((e) => !stuck.some((other) => other !== e && other.contains(e)))
    .map((e) => e.getBoundingClientRect()).filter((r) => r.width > innerWidth / 2)
    .reduce((sum, r) => sum + Math.max(0, Math.min(r.bottom, innerHeight) - Math.max(r.top, 0)), 0);
}"""
COVERED = """() => [...document.querySelectorAll('.strip > *')].filter((e) => {
  const words = document.createRange();
  words.selectNodeContents(e);
  return [...words.getClientRects()].flatMap((r) => [[r.left + 2, r], [r.right - 2, r]])
    .some(([x, r]) => !document.elementFromPoint(x, (r.top + r.bottom) / 2)?.closest('.strip'));
}).map((e) => e.textContent)"""


@pytest.mark.parametrize("nama", SCREENS)
def test_every_screen_at_200_percent(sit: Sit, nama: str) -> None:
    operator, found = sit(nama), []
    operator.page.set_viewport_size(WINDOW)
    for path in SCREENS[nama]:
        for state in states(operator, path):
            found += [f"{path}, {state}: {fault}" for fault in operator.page.evaluate(OUT_OF_SIGHT)]
            found += [f"{path}, {state}: covered {name}" for name in _beyond_reach(operator)]
        assert operator.page.evaluate(STUCK) <= WINDOW["height"] / 3, path
    assert found == []


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1093, 614), (910, 512), (683, 384)])
def test_the_strip_shows_all_its_figures(sit: Sit, size: tuple[int, int]) -> None:
    operator = sit("camat.wampu")
    operator.page.set_viewport_size({"width": size[0], "height": size[1]})
    for path in ("verifikasi", "hasil-skoring"):
        operator.open(path)
        assert operator.page.evaluate(COVERED) == [], path


def test_the_menu_lies_over_the_screen_only_while_one_chooses(sit: Sit) -> None:
    operator = sit("camat.wampu")
    operator.page.set_viewport_size(WINDOW)
    operator.open("verifikasi")
    menu = operator.page.get_by_test_id("stSidebar").get_by_role("link", name="Usulan Masuk")
    assert not _is_in_sight(operator.page, "Usulan Masuk")
    operator.page.get_by_role("button", name="Buka menu").click()
    menu.click()
    operator.page.wait_for_url("**/usulan-masuk")
    expect(operator.page.get_by_role("button", name="Buka menu")).to_be_visible()
    assert not _is_in_sight(operator.page, "Usulan Masuk")


@pytest.mark.parametrize("path", ["masuk", "jadwal", "periksa-dokumen", "hasil", "hasil/2027/12.05.07"])
def test_the_pages_for_strangers(stand: Stand, path: str) -> None:
    visitor = stand(viewport=WINDOW)
    visitor.page.goto(f"{visitor.address}/{path}")
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= WINDOW["width"]


def _beyond_reach(operator: Operator) -> list[str]:
    """Buttons of an open dialog that cannot be scrolled to."""
    found = []
    for button in operator.dialog.get_by_role("button").all() if operator.dialog.count() else ():
        button.scroll_into_view_if_needed()
        box = button.bounding_box()
        if not box or box["y"] < 0 or box["y"] + box["height"] > WINDOW["height"]:
            found.append(button.inner_text())
    return found


def _is_in_sight(page: Page, name: str) -> bool:
    link = page.get_by_test_id("stSidebar").get_by_role("link", name=name)
    box = link.bounding_box() if link.count() else None
    return box is not None and box["x"] >= 0
