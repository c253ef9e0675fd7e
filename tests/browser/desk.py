"""Bappeda's desk: what its own tests and the analyst's walk do alike on Perbandingan, Data Induk and Pengguna."""

import io
import re
from pathlib import Path

import pypdf
from playwright.sync_api import Locator, expect

from tests.browser.hall import Operator

SLIP = re.compile(r"Nama pengguna\s*(\S+)\s*Kata sandi\s*(\S+)")

WEIGHTS = ".tingkatan tbody td.n b"  # of the eight kriteria, as they are explained to the hall
TILE = """(plot, name) => {
    const text = [...plot.querySelectorAll(".heatmap-label, text")].find((t) => t.textContent.startsWith(name));
    const box = text.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
}"""
MIDDLE = """(plot, [row, column]) => {
    const { xaxis: x, yaxis: y } = plot._fullLayout, main = document.querySelector('[data-testid="stMain"]');
    const down = () => plot.getBoundingClientRect().y + y._offset + y.c2p(y.d2c(row));
    main.scrollTop += down() - innerHeight / 2;
    return [plot.getBoundingClientRect().x + x._offset + x.c2p(x.d2c(column)), down()];
}"""


def part(operator: Operator, name: str) -> None:
    """Of a screen that is looked at part by part."""
    operator.page.get_by_role("radio", name=name, exact=True).click()
    operator.settle()


def narrow(operator: Operator, label: str, option: str) -> None:
    """One choice of what is compared."""
    field = operator.page.get_by_test_id("stMain").get_by_role("combobox", name=label, exact=True)
    field.click()
    field.fill(option)
    operator.page.get_by_role("option", name=option, exact=True).click()
    operator.page.keyboard.press("Escape")
    operator.settle()


def click_field(operator: Operator, row: str, column: str, nth: int = 0) -> None:
    """Of a heat map, with the mouse, in the middle of where its row and its column meet, once that stays in place."""
    plot, before = operator.page.locator(".js-plotly-plot").nth(nth), None
    expect(plot).to_be_visible()  # its first drawing is hidden
    expect(plot.locator(".xtick text").first).to_be_visible()
    while (now := plot.evaluate(MIDDLE, [row, column])) != before:
        before = now
        operator.page.wait_for_timeout(200)
    operator.page.mouse.click(*now)


def click_on_the_map(operator: Operator, name: str) -> None:
    """On the tile of a kecamatan, which leads to its usulan."""
    plot = operator.page.locator(".js-plotly-plot")
    expect(plot).to_be_visible()  # its first drawing is hidden
    plot.scroll_into_view_if_needed()
    operator.page.mouse.click(*plot.evaluate(TILE, name))
    operator.page.wait_for_url("**/rincian?**")


def weights(operator: Operator) -> Locator:
    """As its hall is told them."""
    operator.open("penjelasan-skoring")
    operator.page.get_by_text("Kriteria dan bobot", exact=True).click()
    operator.settle()
    return operator.page.locator(WEIGHTS)


def today(operator: Operator) -> None:
    """Into the one field for a date."""
    operator.page.get_by_test_id("stDateInput").get_by_role("button").first.click()
    operator.page.locator('[role="grid"] [aria-current="date"], [data-today="true"]').first.click()
    operator.settle()


def take_slips(operator: Operator, folder: Path) -> dict[str, str]:
    """The passwords of the sheet, by account."""
    with operator.page.expect_download() as waiting:
        operator.page.get_by_role("button", name="Unduh lembar sandi (PDF)").click()
    waiting.value.save_as(folder / "sandi.pdf")
    operator.sees("Lembar sandi sudah diunduh")
    operator.settle()
    sheet = pypdf.PdfReader(io.BytesIO((folder / "sandi.pdf").read_bytes()))
    return dict(SLIP.findall("\n".join(page.extract_text() for page in sheet.pages)))


def first_login(operator: Operator, nama: str, sandi: str) -> None:
    """With the one-time password, which has to be changed; then with one's own."""
    _log_in(operator, nama, sandi)
    operator.page.wait_for_url("**/ganti-sandi")
    operator.page.fill("input[name=lama]", sandi)
    for field in ("baru", "ulangan"):
        operator.page.fill(f"input[name={field}]", "sandi-buatan-sendiri")
    operator.page.get_by_role("button").click()
    operator.page.wait_for_url("**/masuk**")
    _log_in(operator, nama, "sandi-buatan-sendiri")
    operator.settle()


def _log_in(operator: Operator, nama: str, sandi: str) -> None:
    operator.page.goto(f"{operator.address}/masuk")
    operator.page.fill("input[name=nama]", nama)
    operator.page.fill("input[type=password]", sandi)
    operator.page.get_by_role("button", name="Masuk", exact=True).click()
