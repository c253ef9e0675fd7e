"""Every screen opens as a first visit of a new browser, for every role and stage, without a fault."""

import pytest

from musrenbang.sop import LAYAR
from tests.browser.conftest import Sit

pytestmark = pytest.mark.browser

PATHS = [layar.path for layar in LAYAR]
STAGES = ["camat.bahorok", "camat.kuala", "camat.selesai", "camat.wampu", "camat.tanjungpura", "camat.stabat"]


@pytest.mark.parametrize("nama", [*STAGES, "bappeda"])
def test_each_screen_of_a_meeting_opens(sit: Sit, nama: str) -> None:
    operator = sit(nama)
    for path in PATHS:
        operator.open(path)
        assert operator.faults() == [], path


@pytest.mark.parametrize("nama", ["bappeda", "opd.putr", "desa.sukarakyat"])
def test_the_first_screen_of_each_other_role_opens(sit: Sit, nama: str) -> None:
    operator = sit(nama)
    operator.open("")
    assert operator.faults() == []


@pytest.mark.parametrize("path", ["kirim", "skoring", "pembukaan"])
def test_opd_and_desa_never_reach_a_screen_of_a_meeting(sit: Sit, path: str) -> None:
    for nama in ("opd.putr", "desa.sukarakyat"):
        operator = sit(nama)
        operator.open(path)
        assert "Kecamatan Stabat 2027" not in operator.page.inner_text("body")
        assert operator.page.get_by_role("button", name="Kirim").count() == 0
