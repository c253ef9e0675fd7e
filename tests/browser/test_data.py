"""Bappeda's screen Data: the crest on the letterhead, and copies of everything."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import expect

from musrenbang.actions.pulihkan import pulihkan
from musrenbang.store.opening import open_store
from tests.browser.conftest import Sit
from tests.browser.hall import Operator

pytestmark = pytest.mark.browser


@pytest.fixture
def bappeda(sit: Sit) -> Operator:
    operator = sit("bappeda")
    operator.open("data")
    return operator


def upload(operator: Operator, path: Path) -> None:
    operator.page.set_input_files("input[type=file]", path)
    operator.page.wait_for_timeout(1500)
    operator.settle()


def test_the_crest_is_seen_as_it_will_be_printed(bappeda: Operator, tmp_path: Path) -> None:
    Image.new("RGB", (60, 80), "green").save(tmp_path / "lambang.png")
    bappeda.sees("Belum ada lambang")
    upload(bappeda, tmp_path / "lambang.png")
    bappeda.sees("Lambang daerah diganti.")
    expect(bappeda.page.get_by_role("img", name="Lambang daerah")).to_be_visible()
    bappeda.press("Lepas lambang")
    bappeda.sees("Lambang daerah dilepas.")
    bappeda.sees("Belum ada lambang")


def test_what_is_no_picture_is_refused_in_a_sentence(bappeda: Operator, tmp_path: Path) -> None:
    (tmp_path / "lambang.png").write_bytes(b"%PDF-1.7 bukan gambar")
    upload(bappeda, tmp_path / "lambang.png")
    bappeda.sees("Lambang harus PNG atau JPEG")
    assert bappeda.faults() == []


def test_a_press_makes_a_copy_that_can_be_restored(bappeda: Operator, database: Path, tmp_path: Path) -> None:
    bappeda.sees("Data ini belum pernah disalin.")
    bappeda.press("Salin data")
    bappeda.sees("Salinan dibuat di")
    bappeda.sees("Terakhir disalin")
    store = open_store(str(tmp_path / "pulih.duckdb"))
    made, faults = pulihkan(store, database.parent / "salinan")
    store.close()
    assert faults == []
    bappeda.sees(made.folder.name)


def test_axe_finds_nothing_serious(bappeda: Operator) -> None:
    found = Axe().run(bappeda.page).response["violations"]
    assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []
