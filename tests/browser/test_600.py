"""A meeting of 600 usulan, half of them scored: every screen counts right, and no key is lost (L10 to L26)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from musrenbang.actions import baca
from musrenbang.model import UsulanMasuk
from musrenbang.store.opening import open_store
from tests.bench import balai
from tests.browser.conftest import Sit, Stand
from tests.browser.hall import Operator
from tests.browser.keyboard import PATIENCE, Keyboard
from tests.browser.test_proyektor import WITHIN, joined, leave_dialog, link_of, stage

pytestmark = pytest.mark.browser

BANYAK, DESA = 600, 19
NODES = 3_000  # of a page, whatever the number of usulan
ROW = 16  # nodes of an usulan in the scoring table, which holds all; what is out of sight is not laid out
COUNT = """() => { const count = (root) => [...root.querySelectorAll('*')]
  .reduce((n, e) => n + 1 + (e.shadowRoot ? count(e.shadowRoot) : 0), 0); return count(document); }"""
BOBOT = (25, 10, 10, 15, 15, 10, 10, 5)
DIGITS = ("54434323", "12345121", "55555553", "31313131", "44444442")


@dataclass(frozen=True, slots=True)
class Besar:
    """The operator's account, and the usulan in their order before anybody has come."""

    database: Path
    nama: str
    usulan: list[UsulanMasuk]


@pytest.fixture(scope="module")
def besar(tmp_path_factory: pytest.TempPathFactory) -> Besar:
    path = tmp_path_factory.mktemp("besar") / "besar.duckdb"
    (hall,) = balai.make(path, 1, BANYAK, datetime.now(UTC).replace(tzinfo=None))
    store = open_store(str(path))
    usulan = baca.usulan_masuk(store, hall.who, hall.rapat)
    store.close()
    return Besar(path, hall.who.nama_pengguna, usulan)


@pytest.fixture(scope="module")
def database(besar: Besar) -> Path:
    return besar.database


@pytest.fixture
def camat(sit: Sit, besar: Besar) -> Operator:
    return sit(besar.nama)


@pytest.fixture
def layar(camat: Operator, stand: Stand) -> Iterator[Page]:
    """The Layar Proyektor that follows this operator."""
    page = joined(stand, link_of(camat))
    leave_dialog(camat)
    yield page
    assert camat.faults() == []


def test_every_screen_counts_right_and_stays_small(camat: Operator) -> None:
    for path, told in {
        "verifikasi": [f"Seluruh {BANYAK} usulan sudah diverifikasi", f"ke-1 dari {DESA}", "32 dari 32"],
        "prioritas-opd": [f"{BANYAK} dari {BANYAK}", f"Pilih semua {BANYAK} yang tersaring", "Halaman 1 dari 50"],
        "skoring": [f"{BANYAK // 2} dari {BANYAK}"],
        "hasil-skoring": [f"Peringkat {BANYAK // 2} usulan", f"{BANYAK // 2} belum lengkap"],
        "kirim": [f"{BANYAK // 2} usulan", f"{BANYAK}"],
    }.items():
        camat.open(path)
        for words in told:
            expect(camat.page.get_by_test_id("stMain")).to_contain_text(words, timeout=PATIENCE)
        expect(camat.page.locator(".strip .skor")).to_have_text(f"{BANYAK // 2}/{BANYAK}")
        assert camat.page.evaluate(COUNT) < NODES + (BANYAK * ROW if path == "skoring" else 0), path
        assert camat.faults() == [], path


def test_five_on_the_quick_line_and_the_hall_sees_each(camat: Operator, layar: Page, besar: Besar) -> None:
    camat.open("skoring")
    expect(stage(layar)).to_have_text("Skoring", timeout=PATIENCE)
    camat.page.keyboard.press("Alt+s")
    line = camat.page.get_by_label("Skor cepat")
    expect(line).to_be_focused(timeout=PATIENCE)
    missing = [u for u in besar.usulan if u.poin is None]
    for digits, u, following in zip(DIGITS, missing, missing[1:], strict=False):
        expect(camat.page.locator(".satu h1")).to_have_text(u.isi.nama, timeout=PATIENCE)
        expect(layar.locator(".kini .judul")).to_have_text(u.isi.nama, timeout=WITHIN)
        camat.page.keyboard.type(digits, delay=15)
        camat.page.keyboard.press("Enter")
        expect(camat.page.locator(".satu h1")).to_have_text(following.isi.nama, timeout=PATIENCE)
        expect(layar.locator(".peringkat .baru .nama")).to_have_text(u.isi.nama, timeout=WITHIN)
    expect(camat.page.locator(".strip .skor")).to_have_text(_strip(5), timeout=PATIENCE)
    expect(line).to_have_value("")


def test_five_in_the_table_and_the_hall_sees_each(camat: Operator, layar: Page, besar: Besar) -> None:
    """Rows without a score from the end of what the quick line has done; arrows lead from row to row."""
    camat.open("skoring")
    before = int(camat.page.locator(".strip .skor").inner_text().split("/")[0])
    missing = [n for n, u in enumerate(besar.usulan) if u.poin is None][5:10]
    camat.select_cell(0, 1)
    at = 0
    for digits, row in zip(DIGITS, missing, strict=True):
        _down(camat, row - at)
        _type_row(camat, digits)
        at = row + 1
        for kriteria, digit in enumerate(digits, 1):
            camat.sees_level(row, kriteria, digit)
        expect(_score(camat, row)).to_have_text(_skor(digits), timeout=PATIENCE)
        expect(layar.locator(".kini .judul")).to_have_text(besar.usulan[row].isi.nama, timeout=WITHIN)
        expect(layar.locator(".peringkat .ini .nama")).to_have_text(besar.usulan[row].isi.nama, timeout=WITHIN)
    expect(camat.page.locator(".strip .skor")).to_have_text(f"{before + 5}/{BANYAK}", timeout=PATIENCE)
    Keyboard(camat).by_menu("hasil-skoring", "Tab")
    Keyboard(camat).by_menu("skoring", "Shift+Tab")
    expect(layar.locator(".kini .judul")).to_have_text(besar.usulan[at - 1].isi.nama, timeout=PATIENCE)


def test_what_was_scored_is_ranked_and_missing_no_more(camat: Operator, besar: Besar) -> None:
    camat.open("hasil-skoring")
    camat.sees(f"Peringkat {BANYAK // 2 + 10} usulan")
    first = camat.page.locator("table.bagian tbody tr").first
    expect(first.locator("td").last).to_have_text(_skor("55555553"))
    camat.open("kirim")
    camat.sees(re.compile(f"{BANYAK // 2 - 10} usulan"))
    expect(camat.page.locator(".st-key-kirim button")).to_be_disabled()


def _down(camat: Operator, rows: int) -> None:
    for _ in range(rows):
        camat.page.keyboard.press("ArrowDown")


def _type_row(camat: Operator, digits: str) -> None:
    """All eight levels, 60 ms between keys; the first of the next row is chosen then."""
    camat.page.keyboard.type(digits, delay=60)
    camat.all_is_saved()


def _score(camat: Operator, row: int) -> Locator:
    return camat.page.locator(".papan .r").nth(row).locator(".n").first


def _strip(more: int) -> str:
    return f"{BANYAK // 2 + more}/{BANYAK}"


def _skor(digits: str) -> str:
    return f"{sum(b * int(d) for b, d in zip(BOBOT, digits, strict=True)) / 100:.2f}".replace(".", ",")
