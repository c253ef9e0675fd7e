"""Bappeda sets a day: on the calendar, in the row, before everybody, and with what is odd about it in words."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Sit, Stand
from tests.browser.hall import Operator

pytestmark = pytest.mark.browser


def test_a_day_and_a_place_are_set_and_a_clash_is_told(sit: Sit, stand: Stand) -> None:
    bappeda = sit("bappeda")
    bappeda.open("jadwal-rapat")
    plan(bappeda, "Bahorok", mulai="9", selesai="12.00")
    expect(bappeda.dialog.get_by_text("Jam mulai harus ditulis sebagai jam")).to_be_visible()
    bappeda.page.keyboard.press("Escape")
    plan(bappeda, "Bahorok", mulai="09.00", selesai="12.00")
    bappeda.sees("Jadwal Kecamatan Bahorok disimpan.")
    assert "Sabtu bukan hari kerja." in row(bappeda, "Bahorok")
    plan(bappeda, "Kuala", mulai="11.00", selesai="13.00")
    bappeda.sees("Jadwal Kecamatan Kuala disimpan.")
    assert "Tempat dan waktunya sama dengan Kecamatan Bahorok." in row(bappeda, "Kuala")
    expect(held(bappeda, "2028-01-15")).to_contain_text("Kuala")
    visitor = stand()
    visitor.page.goto(f"{visitor.address}/jadwal")
    expect(held(visitor, "2028-01-15")).to_contain_text("Gedung PKK")
    expect(visitor.page.get_by_role("row", name=re.compile("^Kuala Sabtu, 15 Januari 2028 11.00"))).to_be_visible()
    assert bappeda.faults() == []


def test_a_meeting_that_has_started_is_closed(sit: Sit) -> None:
    bappeda = sit("bappeda")
    bappeda.open("jadwal-rapat")
    expect(bappeda.page.get_by_role("button", name="Ubah jadwal Kecamatan Wampu")).to_be_disabled()
    expect(bappeda.page.get_by_role("button", name="Ubah jadwal Kecamatan Selesai")).to_be_enabled()


def test_its_dialog_begins_with_a_closed_calendar_and_one_escape_leaves_it(sit: Sit) -> None:
    bappeda = sit("bappeda")
    bappeda.open("jadwal-rapat")
    for _ in range(2):  # the first time its fields come late
        bappeda.press("Ubah jadwal Kecamatan Selesai")
        expect(bappeda.dialog.get_by_role("button", name="Pilih tanggal")).to_be_focused(timeout=15_000)
        expect(bappeda.page.get_by_role("grid")).to_have_count(0)
        bappeda.page.keyboard.press("Escape")
        expect(bappeda.dialog).to_have_count(0)


def plan(operator: Operator, kecamatan: str, mulai: str, selesai: str) -> None:
    operator.press(f"Ubah jadwal Kecamatan {kecamatan}")
    operator.dialog.get_by_role("group", name="Tanggal").get_by_role("spinbutton").first.click()
    operator.page.keyboard.type("15012028")
    fields = {"Jam mulai": mulai, "Jam selesai": selesai, "Tempat": "Gedung PKK", "Alamat": "Jalan Besar 1, Stabat"}
    for label, value in fields.items():
        operator.fill(label, value)
    operator.press("Simpan", operator.dialog)


def row(operator: Operator, kecamatan: str) -> str:
    rows = operator.page.locator(".st-key-daftar_jadwal .baris:not(.kepala)")
    return rows.filter(has=operator.page.locator("b", has_text=re.compile(f"^{kecamatan}$"))).inner_text()


def held(operator: Operator, day: str) -> Locator:
    return operator.page.locator(f".kalender td:has(time[datetime='{day}'])")
