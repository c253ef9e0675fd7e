"""Verifikasi and Prioritas & OPD by keys alone, every press counted (L10, L16 to L21)."""

import re

import pytest
from playwright.sync_api import Locator, expect

from musrenbang.words import YAKIN_PRIORITAS
from tests.browser.conftest import Sit
from tests.browser.hall import Operator

pytestmark = pytest.mark.browser

SESUAI = 'button:has-text("Sesuai"):not(:has-text("Tidak"))'
NEXT = ".st-key-verifikasi_lanjut :is(button, a)"


def test_three_presses_verify_a_desa_and_bring_the_next(sit: Sit) -> None:
    camat = _at_the_list(sit)
    for keys in (("Alt+a", "Alt+Enter", "Alt+n"), ("Enter", "Enter", "Enter")):
        name, left, done = _here(camat), _left(camat), _verified(camat)
        for key, drawn in zip(keys, (SESUAI, NEXT), strict=False):
            camat.page.keyboard.press(key)
            expect(camat.page.locator(drawn).first).to_be_focused(timeout=15_000)  # it is what the next press is for
        camat.page.keyboard.press(keys[-1])
        expect(camat.page.locator(".ringkas b").first).not_to_have_text(name, timeout=15_000)
        expect(camat.page.get_by_role("button", name=re.compile("^Pilih semua"))).to_be_focused(timeout=15_000)
        assert _verified(camat) == done + left
    assert camat.faults() == []


def test_five_presses_refuse_one_usulan_with_its_reason_and_go_to_the_next(sit: Sit) -> None:
    camat = _at_the_list(sit)
    done = _verified(camat)
    _tick_first(camat)
    _open_refusal(camat)
    camat.page.keyboard.press("Space")
    camat.settle()
    camat.page.keyboard.press("Control+Enter")
    camat.sees("1 usulan diputuskan tidak sesuai.")
    expect(camat.dialog).to_have_count(0)
    assert _verified(camat) == done + 1
    expect(camat.page.get_by_role("checkbox").nth(1)).to_be_focused(timeout=15_000)


def test_what_a_press_has_done_is_told_in_sight(sit: Sit) -> None:
    camat = _at_the_list(sit)
    camat.page.set_viewport_size({"width": 1366, "height": 500})
    camat.page.get_by_role("checkbox").last.press("Space")
    camat.settle()
    camat.page.keyboard.press("Alt+Enter")
    told = camat.page.get_by_text("1 usulan diputuskan sesuai.")
    expect(camat.page.get_by_role("heading", name="Verifikasi")).not_to_be_in_viewport()
    expect(told).to_be_in_viewport(ratio=1)


def test_words_being_typed_are_saved_too(sit: Sit) -> None:
    camat = _at_the_list(sit)
    camat.page.get_by_role("checkbox").nth(2).focus()
    camat.page.keyboard.press("Space")
    camat.settle()
    _open_refusal(camat)
    camat.dialog.get_by_role("textbox").focus()
    camat.page.keyboard.type("Tanahnya sengketa")
    camat.page.keyboard.press("Control+Enter")
    expect(camat.dialog).to_have_count(0, timeout=15_000)
    camat.sees("Tanahnya sengketa")


def test_an_open_dialog_keeps_the_shortcuts_from_what_lies_behind_it(sit: Sit) -> None:
    camat = _at_the_list(sit)
    done = _verified(camat)
    camat.page.get_by_role("checkbox").last.focus()
    camat.page.keyboard.press("Space")
    camat.settle()
    _open_refusal(camat)
    for key in ("Alt+Enter", "Alt+n"):
        camat.page.keyboard.press(key)
        camat.page.wait_for_timeout(400)
    expect(camat.dialog).to_be_visible()
    assert _verified(camat) == done


def test_four_presses_give_many_usulan_one_reason_those_with_a_word_or_all(sit: Sit) -> None:
    """Pilih semua, Non Prioritas, the first reason, save."""
    camat = sit("camat.hinai")
    camat.open("prioritas-opd")
    everything = _filtered(camat)
    assert everything >= 40
    _search(camat, "jalan")
    expect(_all_button(camat, everything)).to_have_count(0)
    some = _filtered(camat)
    _reserve_all(camat)
    expect(camat.page.locator(".ringkas").first).to_contain_text(re.compile(r"cadangan \d+"))
    assert some <= _reserves(camat) < everything
    _search(camat, "")
    expect(_all_button(camat, everything)).to_be_visible()
    _reserve_all(camat)
    assert _reserves(camat) == everything
    assert camat.faults() == []


def test_suggestions_are_taken_over_by_one_press_for_what_is_ticked(sit: Sit) -> None:
    camat = sit("camat.tanjungpura")
    camat.open("prioritas-opd")
    camat.page.get_by_text("Cadangan", exact=True).first.click()
    camat.settle()
    camat.page.keyboard.press("Alt+a")
    expect(camat.page.get_by_role("button", name="Tidak ada saran")).to_be_disabled()
    camat = sit("camat.wampu")
    camat.open("prioritas-opd")
    camat.sees(re.compile("^Saran: "))
    camat.page.keyboard.press("Alt+a")
    button = camat.page.get_by_role("button", name=re.compile(r"^Pakai saran untuk \d+ usulan"))
    expect(button).to_be_focused()
    count = re.findall(r"\d+", button.inner_text())[0]
    camat.page.keyboard.press("Alt+p")
    camat.sees(f"Pilihan untuk {count} usulan disimpan.")
    assert camat.faults() == []


def _at_the_list(sit: Sit) -> Operator:
    camat = sit("camat.wampu")
    camat.open("verifikasi")
    camat.page.wait_for_timeout(300)
    return camat


def _tick_first(camat: Operator) -> None:
    camat.page.keyboard.press("Alt+j")
    expect(camat.page.get_by_role("checkbox").first).to_be_focused()
    camat.page.keyboard.press("Space")
    camat.settle()


def _open_refusal(camat: Operator) -> None:
    camat.page.keyboard.press("Alt+t")
    expect(camat.dialog.get_by_role("radio").first).to_be_focused(timeout=15_000)


def _reserve_all(camat: Operator) -> None:
    camat.settle()
    camat.page.keyboard.press("Alt+a")
    expect(camat.page.get_by_role("button", name="Non Prioritas")).to_be_enabled(timeout=15_000)
    camat.page.keyboard.press("Alt+n")
    expect(camat.dialog.get_by_text(YAKIN_PRIORITAS).first).to_be_visible(timeout=15_000)
    expect(camat.dialog.get_by_role("radio").first).to_be_focused(timeout=15_000)
    camat.page.keyboard.press("Space")
    camat.settle()
    camat.page.keyboard.press("Control+Enter")
    expect(camat.dialog).to_have_count(0, timeout=15_000)
    camat.settle()


def _search(camat: Operator, word: str) -> None:
    camat.page.keyboard.press("Alt+i")
    expect(camat.page.get_by_label("Cari usulan atau lokasi")).to_be_focused()
    camat.page.keyboard.press("Control+a")
    camat.page.keyboard.press("Delete")
    camat.page.keyboard.type(word)
    camat.page.keyboard.press("Enter")


def _all_button(camat: Operator, count: int) -> Locator:
    return camat.page.get_by_role("button", name=f"Pilih semua {count} yang tersaring", exact=True)


def _filtered(camat: Operator) -> int:
    camat.settle()
    return int(re.findall(r"Pilih semua (\d+) yang", camat.page.locator(".st-key-tindakan").inner_text())[0])


def _reserves(camat: Operator) -> int:
    return int(re.findall(r"cadangan (\d+)", camat.page.locator(".ringkas").first.inner_text())[0])


def _here(camat: Operator) -> str:
    return camat.page.locator(".ringkas b").first.inner_text()


def _left(camat: Operator) -> int:
    done, all_ = re.findall(r"\d+", camat.page.locator(".ringkas .kanan .besar").first.inner_text())
    return int(all_) - int(done)


def _verified(camat: Operator) -> int:
    camat.settle()
    return int(re.findall(r"Verifikasi\s+(\d+)/", camat.page.locator(".strip").inner_text())[0])
