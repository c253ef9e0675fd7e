"""The scoring table by keys: digits, arrows, Enter, a pasted block, and a line that is cut (L24)."""

import re

import pytest
from playwright.sync_api import WebSocketRoute, expect

from tests.browser.conftest import Sit
from tests.browser.hall import Operator

pytestmark = pytest.mark.browser


@pytest.fixture
def camat(sit: Sit) -> Operator:
    operator = sit("camat.secanggang")
    operator.open_table()
    return operator


def _first_incomplete(camat: Operator) -> int:
    """By F8 from anywhere; the row's place."""
    camat.page.keyboard.press("F8")
    return int(camat.page.evaluate(
        "() => { const root = document.querySelector('.papan') ?? [...document.querySelectorAll('*')]"
        ".find((e) => e.shadowRoot?.querySelector('.papan')).shadowRoot.querySelector('.papan');"
        " return [...root.querySelectorAll('.r')].findIndex((r) => r.contains(root.getRootNode().activeElement)); }"
    ))  # fmt: skip


def test_eight_digits_fill_a_row_and_lead_to_the_next(camat: Operator) -> None:
    row = _first_incomplete(camat)
    camat.page.keyboard.press("Home")
    camat.page.keyboard.type("54434323", delay=15)
    expect(camat.cell(row + 1, 1)).to_be_focused()
    camat.all_is_saved()
    for k, digit in enumerate("54434323", 1):
        camat.sees_level(row, k, digit)
    expect(camat.page.locator(".papan .r").nth(row)).to_contain_text("3,75")
    camat.sees(re.compile("^Tersimpan"))


def test_a_digit_and_enter_fill_a_column(camat: Operator) -> None:
    camat.select_cell(2, 3)
    for level in ("1", "2", "3"):
        camat.page.keyboard.press(level)
        camat.page.keyboard.press("Enter")
    expect(camat.cell(5, 3)).to_be_focused()
    camat.all_is_saved()
    camat.open_table()
    for row, level in ((2, "1"), (3, "2"), (4, "3")):
        camat.sees_level(row, 3, level)


def test_a_digit_off_the_scale_is_told_and_writes_nothing(camat: Operator) -> None:
    before = camat.cell(0, 8).text_content()
    camat.select_cell(0, 8)
    camat.page.keyboard.press("5")
    camat.sees("5 bukan tingkat, isilah 1 sampai 3.")
    expect(camat.cell(0, 8)).to_be_focused()
    expect(camat.cell(0, 8)).to_have_text(before)


def test_a_level_is_cleared_and_brought_back_by_ctrl_z(camat: Operator) -> None:
    camat.select_cell(1, 2)
    before = camat.cell(1, 2).text_content()
    camat.page.keyboard.press("Delete")
    camat.all_is_saved()
    camat.sees_level(1, 2, "")
    expect(camat.page.get_by_role("button", name="Urungkan skor terakhir")).to_be_enabled()
    camat.page.keyboard.press("Control+z")
    camat.sees_level(1, 2, before)


def test_a_block_from_a_spreadsheet_is_taken_cell_by_cell(camat: Operator) -> None:
    camat.page.evaluate("text => navigator.clipboard.writeText(text)", "1\t2\nsalah\t9\n\t4")
    camat.select_cell(10, 4)
    camat.page.keyboard.press("Control+V")
    camat.sees("2 isian yang ditempel bukan tingkat, dan dilewati.")
    camat.all_is_saved()
    camat.open_table()
    for row, k, level in ((10, 4, "1"), (10, 5, "2"), (12, 4, ""), (12, 5, "4")):
        camat.sees_level(row, k, level)


def test_what_is_typed_while_the_line_is_cut_is_saved_when_it_is_back(sit: Sit) -> None:
    """Every line to the server is cut for three seconds; digits are typed meanwhile, and told to be waiting."""
    camat = sit("camat.secanggang")
    lines = list[WebSocketRoute]()
    cut = [False]

    def through(line: WebSocketRoute) -> None:
        lines.append(line)
        if cut[0]:
            line.close()
        else:
            line.connect_to_server()

    camat.page.route_web_socket(re.compile("_stcore/stream"), through)
    camat.open_table()
    camat.select_cell(6, 1)
    cut[0] = True
    lines[-1].close()
    camat.page.keyboard.type("12345123", delay=20)
    expect(camat.page.locator(".papan .antre")).not_to_have_count(0)
    camat.page.wait_for_timeout(3000)
    expect(camat.page.locator(".papan .antre")).not_to_have_count(0)
    cut[0] = False
    camat.all_is_saved()
    camat.open_table()
    for k, digit in enumerate("12345123", 1):
        camat.sees_level(6, k, digit)
