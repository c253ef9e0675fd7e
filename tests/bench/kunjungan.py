"""What the first visit to a screen brings over the wire, counted by Chromium with an empty cache."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import CHROMIUM, QUIET, WINDOW
from tests.browser.hall import Operator

MEGABYTE = 1_000_000


def first_visits(port: int, cookies: Mapping[str, str], paths: list[str]) -> dict[str, float]:
    """Megabytes of each screen: every answer as it came, compressed or not, and all messages of the websocket."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        found = {path: _visit(browser, port, cookies, path) / MEGABYTE for path in paths}
        browser.close()
    return found


def _visit(browser: Browser, port: int, cookies: Mapping[str, str], path: str) -> int:
    site, sizes = f"http://localhost:{port}", list[int]()
    context = browser.new_context(**WINDOW)
    context.add_cookies([{"name": name, "value": value, "url": site} for name, value in cookies.items()])
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    wire.on("Network.webSocketFrameReceived", lambda event: sizes.append(_frame(event)))
    Operator(page, site).open(path)
    page.wait_for_load_state("networkidle")
    context.close()
    return sum(sizes)


def _frame(event: Mapping[str, Any]) -> int:
    """A binary frame comes as base64."""
    return len(event["response"]["payloadData"]) * 3 // 4
