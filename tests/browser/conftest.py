"""A real server on the sample database and Debian's Chromium. Without Chromium these tests skip; in CI they fail."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from musrenbang.contoh import buat
from musrenbang.store.opening import open_store
from tests.browser.hall import Operator
from tests.web.door import Server

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
)  # fmt: skip

Sit = Callable[[str], Operator]
Stand = Callable[..., Operator]
WINDOW = {"viewport": {"width": 1366, "height": 768}, "accept_downloads": True, "locale": "id-ID"}


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("contoh") / "contoh.duckdb"
    store = open_store(str(path))
    buat(store, datetime.now(UTC).replace(tzinfo=None))
    store.close()
    return path


@pytest.fixture(scope="module")
def database(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each file of tests has a sample of its own to write in."""
    return Path(shutil.copy(sample, tmp_path_factory.mktemp("browser") / "contoh.duckdb"))


@pytest.fixture(scope="module")
def server(database: Path) -> Iterator[Server]:
    running = Server(database)
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def address(server: Server) -> str:
    return f"http://localhost:{server.port}"


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Ended with this folder's tests: while it lives, no other test can run an event loop of its own."""
    if not os.path.exists(CHROMIUM):
        if os.environ.get("CI"):
            pytest.fail("chromium is missing")
        pytest.skip("Debian's chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def stand(chromium: Browser, address: str) -> Iterator[Stand]:
    """A browser of one's own, where nobody has logged in."""
    contexts = []

    def at(**options: Any) -> Operator:
        context = chromium.new_context(**{**WINDOW, **options})
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        return Operator(context.new_page(), address)

    yield at
    for context in contexts:
        context.close()


@pytest.fixture
def sit(stand: Stand) -> Sit:
    """Seats an account at a browser of its own, logged in."""

    def seat(nama: str) -> Operator:
        operator = stand()
        operator.log_in(nama)
        return operator

    return seat
