"""Scoring at the speed of speech: eight digits and Enter an usulan, and one press takes the last one back (L24)."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Sit
from tests.browser.hall import Operator

pytestmark = pytest.mark.browser


def test_nine_presses_score_an_usulan_and_bring_the_next(sit: Sit) -> None:
    camat = sit("camat.secanggang")
    line = _open_line(camat)
    line.focus()
    scored = _scored(camat)
    seen = [_title(camat)]
    for digits in ("54434323", "11111111", "32432432"):
        camat.page.keyboard.type(digits, delay=20)
        camat.page.keyboard.press("Enter")
        camat.sees(f"Skor tersimpan: {seen[-1]}.")
        expect(line).to_have_value("")
        expect(line).to_be_focused()
        seen.append(_title(camat))
    assert len(set(seen)) == 4
    _strip_says(camat, scored + 3)
    assert camat.faults() == []
    found = Axe().run(camat.page).response["violations"]
    assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []


def test_what_is_wrong_is_told_and_stays_in_the_line_to_be_mended(sit: Sit) -> None:
    camat = sit("camat.secanggang")
    line = _open_line(camat)
    title, scored = _title(camat), _scored(camat)
    _enter(camat, line, "5443432")
    camat.sees("Skor cepat harus tepat 8 angka")
    expect(line).to_have_value("5443432")
    line.focus()
    camat.page.keyboard.press("End")
    camat.page.keyboard.type("9")
    camat.sees(re.compile("tingkat 1 sampai 3"))
    camat.page.keyboard.press("Enter")
    camat.sees(re.compile("9 bukan tingkat 1 sampai 3"))
    expect(line).to_have_value("54434329")
    assert _title(camat) == title
    _strip_says(camat, scored)
    camat.page.keyboard.press("Backspace")
    camat.page.keyboard.type("3")
    camat.page.keyboard.press("Enter")
    camat.sees(f"Skor tersimpan: {title}.")


def test_what_is_typed_ahead_stays_for_the_next_usulan(sit: Sit) -> None:
    camat = sit("camat.secanggang")
    line = _open_line(camat)
    first, scored = _title(camat), _scored(camat)
    camat.page.keyboard.type("54434323")
    camat.page.keyboard.press("Enter")
    camat.page.keyboard.type("32432432")
    camat.sees(f"Skor tersimpan: {first}.")
    expect(line).to_have_value("32432432", timeout=15_000)
    _strip_says(camat, scored + 1)
    second = _title(camat)
    assert second != first
    camat.page.keyboard.press("Enter")
    camat.sees(f"Skor tersimpan: {second}.")
    expect(line).to_have_value("")
    _strip_says(camat, scored + 2)


def test_the_last_score_can_be_taken_back_once(sit: Sit) -> None:
    camat = sit("camat.secanggang")
    line = _open_line(camat)
    title, scored = _title(camat), _scored(camat)
    _enter(camat, line, "54434323")
    camat.sees(f"Skor tersimpan: {title}.")
    camat.press("Urungkan skor terakhir")
    camat.sees(f"Skor terakhir diurungkan: {title}.")
    assert _title(camat) == title
    _strip_says(camat, scored)
    expect(camat.page.get_by_role("button", name="Urungkan skor terakhir")).to_be_disabled()


def test_in_the_table_the_last_typed_level_is_taken_back(sit: Sit) -> None:
    camat = sit("camat.secanggang")
    camat.open_table()
    before = camat.cell(row=0, kriteria=1).text_content()
    camat.type_level(row=0, kriteria=1, level="1" if before != "1" else "2")
    camat.sees(re.compile("^Tersimpan"))
    camat.press("Urungkan skor terakhir")
    camat.sees(re.compile("^Skor terakhir diurungkan"))
    camat.sees_level(row=0, kriteria=1, level=before)


def _open_line(camat: Operator) -> Locator:
    camat.open("skoring")
    camat.page.get_by_text("Satu per satu", exact=True).click()
    camat.settle()
    return camat.page.get_by_label("Skor cepat")


def _enter(camat: Operator, line: Locator, digits: str) -> None:
    line.fill(digits)
    line.press("Enter")
    camat.settle()


def _title(camat: Operator) -> str:
    camat.settle()
    return camat.page.locator(".satu h1").inner_text()


def _scored(camat: Operator) -> int:
    """As the strip on top says it."""
    return int(camat.page.locator(".strip .skor").inner_text().split("/")[0])


def _strip_says(camat: Operator, scored: int) -> None:
    """It follows a little after the fragment."""
    expect(camat.page.locator(".strip .skor")).to_have_text(re.compile(f"^{scored}/"))
