"""What a person reads while there is nothing to work with: being opened, the line cut, a fault nobody foresaw."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import WINDOW, Stand
from tests.browser.hall import Operator
from tests.web.door import Server

pytestmark = pytest.mark.browser

LEAVE = "() => { setTimeout(() => location.assign('/jadwal')); }"
OPENING = """() => {
  window.said = [];
  const look = () => {
    const words = document.getElementById('memuat')?.innerText.trim() ?? '';
    if (said.at(-1) !== words) said.push(words);
    requestAnimationFrame(look);
  };
  look();
}"""


@pytest.fixture
def own_database(sample: Path, tmp_path: Path) -> Path:
    """One that a test may break."""
    return Path(shutil.copy(sample, tmp_path / "contoh.duckdb"))


@pytest.fixture
def own(own_database: Path) -> Iterator[Server]:
    """A server that a test starts, and may stop."""
    server = Server(own_database)
    yield server
    server.stop()


def test_the_first_visit_says_that_it_is_being_opened_until_the_screen_is_there(stand: Stand) -> None:
    operator = stand()
    operator.log_in("camat.wampu")
    operator.page.add_init_script(f"({OPENING})()")
    operator.open("verifikasi")
    said = operator.page.evaluate("said")
    assert "Membuka aplikasi musrenbang" in said
    assert said[-1] == ""
    assert operator.page.locator("noscript").count() == 1
    assert "Aktifkan JavaScript" in operator.page.locator("noscript").evaluate("e => e.textContent")


def test_whom_the_server_does_not_answer_is_told_so_in_the_end(stand: Stand) -> None:
    operator = stand()
    operator.log_in("camat.wampu")
    operator.page.clock.install()
    operator.page.route_web_socket("**/_stcore/stream", lambda line: line.close())
    operator.page.goto(f"{operator.address}/verifikasi")
    expect(operator.page.locator("#memuat")).to_have_text("Membuka aplikasi musrenbang")
    operator.page.clock.fast_forward(21_000)
    expect(operator.page.locator("#memuat")).to_have_text(re.compile("Server belum menjawab"))


def test_a_cut_line_is_told_in_indonesian_and_comes_back_by_itself(own: Server, chromium: Browser) -> None:
    own.start()
    operator = _seat(chromium, own)
    operator.log_in("camat.wampu")
    operator.open("verifikasi")
    own.stop()
    expect(operator.dialog.get_by_role("heading", name="Sambungan terputus")).to_be_visible(timeout=30_000)
    assert "kembali sendiri" in operator.dialog.inner_text()
    assert "streamlit" not in operator.dialog.inner_text().lower()
    own.start()
    expect(operator.dialog).to_have_count(0, timeout=60_000)
    expect(operator.page.get_by_role("heading", name="Verifikasi")).to_be_visible()


def test_a_server_killed_while_scores_are_typed_loses_none_of_them(own: Server, chromium: Browser) -> None:
    own.start()
    operator = _seat(chromium, own)
    operator.log_in("camat.secanggang")
    operator.open_table()
    first, second = (_other_level(operator, kriteria) for kriteria in (1, 2))
    operator.type_level(row=0, kriteria=1, level=first)
    operator.all_is_saved()
    operator.select_cell(row=0, kriteria=2)
    own.kill()
    operator.page.keyboard.press(second)  # nobody is there to take it
    expect(operator.cell(row=0, kriteria=2)).to_have_text(second)
    expect(operator.dialog.get_by_role("heading", name="Sambungan terputus")).to_be_visible(timeout=30_000)
    own.start()
    expect(operator.dialog).to_have_count(0, timeout=60_000)
    operator.all_is_saved()
    operator.page.reload()
    operator.open_table()
    operator.sees_level(row=0, kriteria=1, level=first)
    operator.sees_level(row=0, kriteria=2, level=second)


def test_who_leaves_with_an_unsaved_score_is_asked_and_it_is_saved_when_the_line_is_back(
    own: Server, chromium: Browser
) -> None:
    """The first one that this tab has typed: nothing was saved before it, so nothing else draws the table anew."""
    own.start()
    operator = _seat(chromium, own)
    operator.log_in("camat.secanggang")
    operator.open_table()
    level = _other_level(operator, kriteria=1)
    operator.select_cell(row=0, kriteria=1)
    own.kill()
    operator.page.keyboard.press(level)
    with operator.page.expect_event("dialog") as asked:
        operator.page.evaluate(LEAVE)
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()
    expect(operator.dialog.get_by_role("heading", name="Sambungan terputus")).to_be_visible(timeout=30_000)
    own.start()
    expect(operator.dialog).to_have_count(0, timeout=60_000)
    operator.all_is_saved()
    with operator.page.expect_navigation():  # unasked
        operator.page.evaluate(LEAVE)


def test_a_fault_is_a_sentence_with_a_number_and_a_way_on(own_database: Path, own: Server, chromium: Browser) -> None:
    _break(own_database)
    own.start()
    operator = _seat(chromium, own)
    operator.log_in("camat.wampu")
    operator.sees("Terjadi gangguan nomor")
    expect(operator.page.get_by_role("link", name="Muat ulang")).to_be_visible()
    assert "daftar_hadir" not in operator.page.inner_text("body")


def _seat(chromium: Browser, server: Server) -> Operator:
    return Operator(chromium.new_context(**WINDOW).new_page(), f"http://localhost:{server.port}")


def _other_level(operator: Operator, kriteria: int) -> str:
    present = operator.cell(row=0, kriteria=kriteria).text_content()
    return next(level for level in "345" if level != present)


def _break(database: Path) -> None:
    with duckdb.connect(str(database)) as connection:
        connection.execute("alter table daftar_hadir rename column tempat to tiada")


def test_keys_and_pointer_tell_the_server_that_somebody_is_at_work(stand: Stand) -> None:
    """Once a minute, however often they are pressed; a screen that is only looked at tells nothing."""
    operator = stand()
    operator.log_in("camat.wampu")
    told: list[str] = []
    operator.page.on("request", lambda request: told.append(request.url.removeprefix(operator.address)))
    operator.open("verifikasi")
    operator.page.wait_for_timeout(1500)
    assert "/bekerja" not in told
    with operator.page.expect_response("**/bekerja") as answer:
        operator.page.keyboard.press("Tab")
    assert answer.value.status == 204
    operator.page.keyboard.press("Tab")
    operator.page.mouse.wheel(0, 200)
    operator.page.wait_for_timeout(300)
    assert told.count("/bekerja") == 1
