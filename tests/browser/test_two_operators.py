"""Two people in one meeting: the second is told who was faster and what the value is now, and nothing is lost."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Sit
from tests.browser.hall import Answers, Operator

pytestmark = pytest.mark.browser

VOLUME, BIAYA = re.compile("^Volume yang disepakati"), "Perkiraan biaya yang disepakati (Rp)"


def test_two_fill_the_same_row_and_each_sees_the_other_at_once(sit: Sit) -> None:
    first, second = sit("camat.secanggang"), sit("camat.secanggang")
    first.open_table()
    second.open_table()
    first.type_level(row=0, kriteria=1, level="5")
    expect(second.cell(row=0, kriteria=1)).to_have_text("5", timeout=2_000)
    second.type_level(row=0, kriteria=2, level="4")
    expect(first.cell(row=0, kriteria=2)).to_have_text("4", timeout=2_000)
    first.all_is_saved()
    first.sees_level(row=0, kriteria=1, level="5")


def test_the_slower_of_two_on_one_level_is_told_until_he_has_read_it_and_can_go_on(sit: Sit) -> None:
    first, second = sit("camat.secanggang"), sit("camat.secanggang")
    second.page.route_web_socket(re.compile("/hidup/"), lambda line: None)  # hears nothing of the other
    first.open_table()
    second.open_table()
    present = first.cell(row=1, kriteria=1).text_content()
    his, mine = [level for level in "12345" if level != present][:2]
    first.type_level(row=1, kriteria=1, level=his)
    first.all_is_saved()
    second.type_level(row=1, kriteria=1, level=mine)
    told = second.page.get_by_text(re.compile("sudah diubah camat.secanggang"))
    expect(told).to_be_visible()
    second.sees(re.compile(f"Nilai sekarang: Keterdesakan {his}"))
    second.sees_level(row=1, kriteria=1, level=his)
    second.type_level(row=1, kriteria=2, level=mine)
    second.all_is_saved()
    expect(told).to_be_visible()
    second.page.keyboard.press("Escape")
    expect(told).to_have_count(0)
    second.type_level(row=1, kriteria=1, level=mine)
    second.all_is_saved()
    first.sees_level(row=1, kriteria=1, level=mine)


def test_a_second_press_after_the_others_takes_back_nothing_of_theirs(sit: Sit) -> None:
    first, second = sit("camat.wampu"), sit("camat.wampu")
    second.page.route_web_socket(re.compile("/hidup/"), lambda line: None)
    for operator in (first, second):
        _open_change(operator, row=0)
    _field(first, BIAYA).fill("12.345.678")
    first.press("Simpan", first.dialog)
    _field(second, VOLUME).fill("7,5")
    second.press("Simpan", second.dialog)
    _is_told_and_sees(second, volume="7,5", biaya="12.345.678")
    second.press("Simpan", second.dialog)
    expect(second.dialog).to_have_count(0)
    second.sees(re.compile("7,5 .*Rp12.345.678"))
    assert (first.faults(), second.faults()) == ([], [])


def test_presses_on_what_is_no_longer_so_take_back_nothing_either(sit: Sit) -> None:
    first, second = sit("camat.wampu"), sit("camat.wampu")
    second.page.route_web_socket(re.compile("/hidup/"), lambda line: None)
    answers = Answers(second.page)
    for operator in (first, second):
        _open_change(operator, row=1)
    _field(first, BIAYA).fill("12.345.678")
    first.press("Simpan", first.dialog)
    answers.hold()
    _field(second, VOLUME).fill("7,5")
    _field(second, VOLUME).press("Tab")
    second.page.wait_for_timeout(600)
    for _ in range(2):
        second.dialog.get_by_role("button", name="Simpan").click()
        second.page.wait_for_timeout(600)
    answers.release()
    second.settle()
    _is_told_and_sees(second, volume="7,5", biaya="12.345.678")
    expect(first.page.get_by_text("7,5 meter")).to_have_count(0)


def test_a_form_pressed_twice_overwrites_nothing_unread(sit: Sit) -> None:
    first, second = sit("camat.wampu"), sit("camat.wampu")
    second.page.route_web_socket(re.compile("/hidup/"), lambda line: None)
    answers = Answers(second.page)
    for operator in (first, second):
        operator.open("daftar-hadir")
    first.fill("Tempat", "Aula kantor camat")
    first.press("Simpan")
    second.fill("Tempat", "Balai desa")
    answers.hold()
    for _ in range(2):
        second.page.get_by_role("button", name="Simpan").click()
        second.page.wait_for_timeout(600)
    answers.release()
    second.settle()
    second.sees(re.compile("sudah diubah camat.wampu"))
    second.sees("Ada isian yang belum disimpan")
    first.open("daftar-hadir")
    expect(first.page.get_by_label("Tempat", exact=True)).to_have_value("Aula kantor camat")


def test_a_log_out_ends_what_another_tab_may_do(sit: Sit) -> None:
    camat = sit("camat.hinai")
    camat.open("skoring")
    other = Operator(camat.page.context.new_page(), camat.address)
    other.open("pembukaan")
    other.page.get_by_role("button", name="Keluar").click()
    other.page.wait_for_url("**/masuk")
    camat.press(re.compile("^Hitung"))
    expect(camat.page.get_by_text(re.compile("waktu masuk Anda sudah habis", re.I)).first).to_be_visible()


def _open_change(operator: Operator, row: int) -> None:
    operator.open("verifikasi")
    operator.page.locator('.st-key-daftar [data-testid="stCheckbox"] label').nth(row).click()
    operator.settle()
    operator.press("Sesuai dengan perubahan")


def _is_told_and_sees(operator: Operator, volume: str, biaya: str) -> None:
    expect(operator.dialog.get_by_text(re.compile("sudah diubah camat.wampu"))).to_be_visible()
    expect(_field(operator, BIAYA)).to_have_value(biaya)
    expect(_field(operator, VOLUME)).to_have_value(volume)


def _field(operator: Operator, label: str | re.Pattern[str]) -> Locator:
    return operator.dialog.get_by_label(label)
