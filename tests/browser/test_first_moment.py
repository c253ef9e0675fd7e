"""What a screen is before it is drawn: its language, its first link, nothing that moves for who wants none of it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Stand

pytestmark = pytest.mark.browser

WATCH = """() => {
  window.said = new Set();
  window.moved = new Set();
  const look = () => {
    const link = document.querySelector('[data-testid="stSkipToContent"]');
    if (link) said.add(document.documentElement.lang + ': ' + link.textContent.slice(0, 15));
    const running = document.getAnimations().filter((one) => one.playState === 'running');
    running.forEach((one) => moved.add(one.animationName ?? one.transitionProperty));
    requestAnimationFrame(look);
  };
  look();
}"""

FROM_THE_TOP = """() => {
  const first = document.createElement('button');
  document.body.prepend(first);
  first.focus();
  first.remove();
}"""


def test_the_first_link_speaks_indonesian_from_its_first_moment(stand: Stand) -> None:
    operator = stand()
    operator.page.add_init_script(f"({WATCH})()")
    operator.log_in("camat.wampu")
    operator.open("verifikasi")
    assert operator.page.evaluate("[...said]") == ["id: Langsung ke isi"]
    expect(operator.page.get_by_role("heading", name="Verifikasi")).to_be_focused()
    operator.page.evaluate(FROM_THE_TOP)
    operator.page.keyboard.press("Tab")
    expect(operator.page.get_by_role("link", name="Langsung ke isi")).to_be_focused()


@pytest.mark.parametrize("wish", ["reduce", "no-preference"])
def test_nothing_moves_for_who_wants_no_motion(stand: Stand, wish: str) -> None:
    operator = stand(reduced_motion=wish)
    operator.page.add_init_script(f"({WATCH})()")
    operator.log_in("camat.tanjungpura")
    moved = []
    for path in ("verifikasi", "prioritas-opd", "skoring", "hasil-skoring", "pembukaan"):
        operator.open(path)
        moved += _moved(operator.page)
    operator.press("Unduh")
    operator.open("kirim")
    operator.press("Kirim")
    expect(operator.dialog).to_be_visible()
    moved += _moved(operator.page)
    assert (moved == []) == (wish == "reduce")


def test_every_letter_of_the_screens_is_in_the_small_font(stand: Stand) -> None:
    operator = stand()
    operator.log_in("camat.tanjungpura")
    fonts: set[str] = set()
    operator.page.on("request", lambda r: fonts.add(r.url.rpartition("/")[2]) if r.resource_type == "font" else None)
    for path in ("pembukaan", "verifikasi", "skoring", "hasil-skoring", "pemandu-sop"):
        operator.open(path)
    assert "Naskah.woff2" in fonts
    assert not [name for name in fonts if name.startswith("SourceSans")]


def _moved(page: Page) -> list[str]:
    return list(page.evaluate("[...moved]"))
