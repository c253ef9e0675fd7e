"""Two people in one meeting: the second is told who was faster and what the value is now, and nothing is lost."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Sit
from tests.browser.hall import Operator

pytestmark = pytest.mark.browser


def open_incomplete(operator: Operator) -> None:
    operator.open("skoring")
    operator.press("Saring")
    operator.page.get_by_text("Hanya yang belum lengkap").click()
    operator.settle()
    operator.page.keyboard.press("Escape")
    operator.settle()


def test_the_slower_of_two_on_one_row_is_told_and_can_go_on(sit: Sit) -> None:
    first, second = sit("camat.secanggang"), sit("camat.secanggang")
    open_incomplete(first)
    open_incomplete(second)
    first.type_level(row=0, kriteria=1, level="5")
    first.sees(re.compile("^Tersimpan"))
    second.type_level(row=0, kriteria=2, level="4")
    second.sees(re.compile("sudah diubah camat.secanggang"))
    second.sees(re.compile("Nilai sekarang: Keterdesakan 5"))
    second.sees_level(row=0, kriteria=1, level="5")
    second.sees_level(row=0, kriteria=2, level="")
    second.type_level(row=0, kriteria=2, level="4")
    second.sees(re.compile("^Tersimpan"))
    first.open("skoring")
    open_incomplete(second)
    second.sees_level(row=0, kriteria=1, level="5")
    second.sees_level(row=0, kriteria=2, level="4")


def test_a_log_out_ends_what_another_tab_may_do(sit: Sit) -> None:
    camat = sit("camat.hinai")
    camat.open("skoring")
    other = Operator(camat.page.context.new_page(), camat.address)
    other.open("pembukaan")
    other.page.get_by_role("button", name="Keluar").click()
    other.page.wait_for_url("**/masuk")
    camat.press(re.compile("^Hitung"))
    expect(camat.page.get_by_text(re.compile("waktu masuk Anda sudah habis", re.I)).first).to_be_visible()
