"""A person at a real browser: logs in, opens screens, presses what can be seen."""

import re
from pathlib import Path

from playwright.sync_api import Download, Locator, Page, expect

from tests.web.door import SANDI

IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'


class Operator:
    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address

    def log_in(self, nama: str) -> None:
        self.page.goto(f"{self.address}/masuk")
        self.page.fill("input[name=nama]", nama)
        self.page.fill("input[type=password]", SANDI)
        self.page.get_by_role("button", name="Masuk", exact=True).click()
        self.settle()

    def open(self, path: str) -> None:
        self.page.goto(f"{self.address}/{path}")
        self.settle()
        expect(self.page.get_by_role("heading", level=1).first).to_be_visible()

    def settle(self) -> None:
        """Wait until the script has run to its end, and the browser has drawn what it sent."""
        self.page.wait_for_selector(IDLE, timeout=30_000)
        self.page.wait_for_timeout(250)
        self.page.wait_for_selector(IDLE, timeout=30_000)

    def press(self, name: str | re.Pattern[str], within: Locator | None = None) -> None:
        (within or self.page).get_by_role("button", name=name).first.click()
        self.settle()

    def fill(self, label: str, value: str) -> None:
        field = self.page.get_by_label(label, exact=True).first
        field.fill(value)
        field.press("Tab")
        self.settle()

    def choose(self, label: str, option: str) -> None:
        """From a drop-down, by typing as an operator would."""
        field = self.page.get_by_role("combobox", name=label).first
        field.click()
        field.fill(option)
        self.page.get_by_role("option", name=option).first.click()
        self.settle()

    def select_cell(self, row: int, kriteria: int) -> None:
        """In the scoring table: rows counted from 0 and 43 px high below a head of 45, kriteria from 1."""
        box = self.page.get_by_test_id("data-grid-canvas").first.bounding_box()
        assert box
        spare = (box["width"] - 1308) / 10  # a wider window gives every column the same more
        x = 516 + spare + (kriteria - 0.5) * (88 + spare)
        self.page.mouse.click(box["x"] + x, box["y"] + 45 + 43 * row + 21)
        self.page.wait_for_timeout(400)

    def type_level(self, row: int, kriteria: int, level: str) -> None:
        self.select_cell(row, kriteria)
        self.page.keyboard.press(level)
        self.page.wait_for_timeout(150)
        self.page.keyboard.press("Enter")
        self.settle()

    def sees_level(self, row: int, kriteria: int, level: str) -> None:
        """What the scoring table shows in one cell; it draws a little after the script has ended."""
        rows = self.page.locator('[data-testid="data-grid-canvas"] tbody tr')
        expect(rows.nth(row).locator("td").nth(kriteria)).to_have_text(level, timeout=15_000)

    @property
    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    def sees(self, words: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(words).first).to_be_visible(timeout=15_000)

    def download(self, label: str, folder: Path) -> bytes:
        with self.page.expect_download() as waiting:
            self.page.get_by_role("link", name=label).first.click()
        download: Download = waiting.value
        path = folder / download.suggested_filename
        download.save_as(path)
        return path.read_bytes()

    def faults(self) -> list[str]:
        """What no person should see: the sentence of an unexpected fault, or worse, Streamlit's own box."""
        told = self.page.get_by_text("Terjadi gangguan nomor")
        return [*told.all_inner_texts(), *self.page.locator('[data-testid="stException"]').all_inner_texts()]
