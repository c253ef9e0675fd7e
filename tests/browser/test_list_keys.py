"""Where the focus goes after a press on a list that is drawn slowly: only a person keeps it away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

SCRIPT = Path(__file__).parents[2] / "pages" / "parts" / "list_keys.js"
SCREEN = """
<div data-testid="stApp" data-test-script-state="running">
  <button id="lain">Pilih semua</button> <button id="ditekan">Sesuai</button>
  <div class="st-key-lanjut"><button>Desa berikutnya</button></div>
</div>
"""
BRING_IN = "async source => { globalThis.keys = await import('data:text/javascript,' + encodeURIComponent(source)) }"
ANSWER = "keys.default({ data: { nama: 'x', pintasan: {}, fokus: { ke: 'lanjut', kali: '1' } } })"
DRAWN = "document.querySelector('[data-testid=stApp]').dataset.testScriptState = 'notRunning'"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A button was pressed, and its answer is on its way."""
    page = chromium.new_page()
    page.set_content(SCREEN)
    page.evaluate(BRING_IN, SCRIPT.read_text(encoding="utf-8"))
    page.locator("#ditekan").focus()
    page.evaluate(f"() => {{ {ANSWER} }}")
    yield page
    page.close()


def test_what_took_the_place_of_a_dead_button_gives_the_focus_up(page: Page) -> None:
    page.evaluate("document.querySelector('#lain').focus()")
    page.evaluate(DRAWN)
    expect(page.get_by_role("button", name="Desa berikutnya")).to_be_focused()


@pytest.mark.parametrize("how", ["by the pointer", "by keys"])
def test_a_person_who_has_gone_on_stays_there(page: Page, how: str) -> None:
    if how == "by keys":
        page.keyboard.press("Shift+Tab")
    else:
        page.locator("#lain").click()
    page.evaluate(DRAWN)
    page.wait_for_timeout(200)  # eight looks
    expect(page.locator("#lain")).to_be_focused()
