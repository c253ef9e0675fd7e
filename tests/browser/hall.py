"""A person at a real browser: logs in, opens screens, presses what can be seen."""

import re
from pathlib import Path

from playwright.sync_api import Download, Locator, Page, WebSocketRoute, expect

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
        expect(self.page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=30_000)  # parts arrive in any order

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
        expect(field).to_be_visible(timeout=15_000)
        self.settle()
        field.click()
        field.fill(option)
        self.page.get_by_role("option", name=option).first.click()
        self.settle()

    def open_table(self) -> None:
        """The scoring table, once its levels are in it."""
        self.open("skoring")
        expect(self.page.locator(".papan .r .n").first).not_to_be_empty(timeout=15_000)

    def cell(self, row: int, kriteria: int) -> Locator:
        """Of the scoring table: rows counted from 0, kriteria from 1."""
        return self.page.locator(".papan .r").nth(row).locator(".t").nth(kriteria - 1)

    def select_cell(self, row: int, kriteria: int) -> None:
        self.cell(row, kriteria).click()
        expect(self.cell(row, kriteria)).to_be_focused()

    def type_level(self, row: int, kriteria: int, level: str) -> None:
        self.select_cell(row, kriteria)
        self.page.keyboard.press(level)
        self.settle()

    def sees_level(self, row: int, kriteria: int, level: str) -> None:
        expect(self.cell(row, kriteria)).to_have_text(level, timeout=15_000)

    def all_is_saved(self) -> None:
        """Nothing typed into the scoring table waits for an answer any more."""
        expect(self.page.locator(".papan .antre")).to_have_count(0, timeout=30_000)

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


class Answers:
    """Of the server to one browser, which can be held back while it goes on asking."""

    def __init__(self, page: Page) -> None:
        self.held, self.waiting = False, list[str | bytes]()
        page.route_web_socket(re.compile("_stcore/stream"), self._connect)

    def _connect(self, line: WebSocketRoute) -> None:
        self.line = line
        line.connect_to_server().on_message(self._pass_on)

    def _pass_on(self, message: str | bytes) -> None:
        self.waiting.append(message)
        if not self.held:
            self.release()

    def hold(self) -> None:
        self.held = True

    def release(self) -> None:
        self.held = False
        while self.waiting:
            self.line.send(self.waiting.pop(0))
