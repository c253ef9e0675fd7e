"""Pictures of every screen in every state, to be looked at side by side: `python -m tests.browser.potret FOLDER`.

One folder for each size of window. No pictures are compared: whether they are one family, eyes say.
"""

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from musrenbang.contoh import buat
from musrenbang.store.opening import open_store
from tests.browser.conftest import CHROMIUM, QUIET
from tests.browser.hall import Operator
from tests.browser.opening import SCREENS, go, states
from tests.browser.test_proyektor import leave_dialog, link_of
from tests.web.door import Server

SIZES = ((1366, 768), (1920, 1080))
IN_THE_HALL = ("pembukaan", "verifikasi", "penjelasan-skoring", "prioritas-opd", "skoring", "hasil-skoring", "kirim")
STRANGERS = (
    "masuk",
    "masuk?akun=bappeda",
    "jadwal",
    "hasil",
    "hasil/2027/12.05.07",
    "periksa-dokumen",
    "proyektor",
    "tiada",
)


def main(folder: Path) -> None:
    with TemporaryDirectory() as home, sync_playwright() as playwright:
        server = Server(_sample(Path(home)))
        server.start()
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        try:
            for size in SIZES:
                _every_screen(browser, f"http://localhost:{server.port}", size, folder / str(size[0]))
        finally:
            browser.close()
            server.stop()


def _sample(home: Path) -> Path:
    store = open_store(str(home / "contoh.duckdb"))
    buat(store, datetime.now(UTC).replace(tzinfo=None))
    store.close()
    return home / "contoh.duckdb"


def _every_screen(browser: Browser, address: str, size: tuple[int, int], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with _window(browser, size) as page:
        for path in STRANGERS:
            page.goto(f"{address}/{path}")
            _take(page, folder, f"tamu {path}")
    for nama in SCREENS:
        with _window(browser, size) as page:
            for what in _seen_by(Operator(page, address), nama):
                _take(page, folder, what)
    _hall(browser, address, size, folder)


def _hall(browser: Browser, address: str, size: tuple[int, int], folder: Path) -> None:
    """What hangs on the wall while the camat opens one screen after the other."""
    with _window(browser, size) as page, _window(browser, size) as wall:
        camat = Operator(page, address)
        camat.log_in("camat.secanggang")
        camat.open("pembukaan")
        wall.goto(link_of(camat))
        leave_dialog(camat)
        for path in IN_THE_HALL:
            go(camat, path)
            wall.wait_for_timeout(2_000)
            _take(wall, folder, f"layar proyektor {path}")


def _seen_by(operator: Operator, nama: str) -> Iterator[str]:
    operator.log_in(nama)
    for path in SCREENS[nama]:
        for state in states(operator, path):
            yield f"{nama} {path} {state}"


def _window(browser: Browser, size: tuple[int, int]) -> Page:
    return browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="id-ID").new_page()


def _take(page: Page, folder: Path, what: str) -> None:
    page.wait_for_timeout(400)  # charts draw after the script has ended
    name = re.sub(r"[^\w.]+", "-", what)
    page.screenshot(path=folder / f"{name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
