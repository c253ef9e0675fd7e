"""One usulan on the hall's screen: nothing moves when a score is saved, and it is worked by keys (L24)."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Sit
from tests.browser.hall import Operator

pytestmark = pytest.mark.browser
BOTTOM = "[...document.querySelectorAll('.st-key-tingkat button')].at(-1).getBoundingClientRect().bottom"


def test_the_rows_stay_where_they_are_and_all_are_seen(sit: Sit) -> None:
    camat = _open(sit)
    before = camat.page.evaluate(BOTTOM)
    assert before <= 768
    camat.page.keyboard.type("54434323", delay=20)  # the line has the focus when the view opens
    camat.page.keyboard.press("Enter")
    camat.sees(re.compile("^Skor tersimpan"))
    camat.settle()
    assert camat.page.evaluate(BOTTOM) == pytest.approx(before, abs=1)


def test_keys_bring_the_next_one_the_one_before_and_the_line(sit: Sit) -> None:
    camat = _open(sit)
    first = _title(camat)
    camat.page.keyboard.press("F4")
    expect(camat.page.locator(".satu h1")).not_to_have_text(first)
    camat.settle()
    camat.page.keyboard.press("Shift+F4")
    expect(camat.page.locator(".satu h1")).to_have_text(first)
    camat.page.get_by_role("button", name="Kembali").focus()
    camat.page.keyboard.press("F2")
    expect(camat.page.get_by_label("Skor cepat")).to_be_focused()


def test_an_usulan_is_found_by_its_name(sit: Sit) -> None:
    camat = _open(sit)
    field = camat.page.get_by_role("combobox", name="Cari usulan")
    field.click()
    wanted = camat.page.get_by_role("option").nth(3).inner_text()
    camat.page.get_by_role("option").nth(3).click()
    expect(camat.page.locator(".satu h1")).to_have_text(wanted.rpartition(" (")[0])


def _open(sit: Sit) -> Operator:
    camat = sit("camat.secanggang")
    camat.open("skoring")
    camat.page.get_by_text("Satu per satu", exact=True).click()
    camat.settle()
    return camat


def _title(camat: Operator) -> str:
    return camat.page.locator(".satu h1").inner_text()
