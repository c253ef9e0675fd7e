"""The year after: a desa proposes again what was left over, and the meeting sees that it is not the first time."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from musrenbang.actions import induk_tahun
from musrenbang.store import meetings, seed
from musrenbang.store.opening import open_store
from tests.browser.conftest import Sit
from tests.browser.hall import Operator
from tests.cast import BAPPEDA, STABAT

pytestmark = pytest.mark.browser
ULANG = "diusulkan ke-2 kali sejak 2027"


@pytest.fixture(scope="module")
def database(database: Path) -> Path:
    """2028 is the current year, and the Daftar Hadir of its meeting in Stabat is filled in."""
    store = open_store(str(database))
    tahun = induk_tahun.siapkan_tahun(store, BAPPEDA, 2027, datetime(2027, 11, 1))
    store.transaction(lambda tx: meetings.make_current(tx, tahun))
    store.rows(
        "update daftar_hadir set tempat = 'Aula', alamat = 'Jalan Besar', nama_camat = 'Abdi', "
        "tanggal = date '2028-02-14' where rapat = $1",
        seed.meeting_id(STABAT, tahun),
    )
    store.close()
    return database


def test_from_what_was_left_over_to_the_next_meeting(sit: Sit) -> None:
    desa, camat = sit("desa.banyumas"), sit("camat.stabat")
    _propose(desa)
    _bring_in(camat)
    camat.open("usulan-masuk")
    camat.sees(re.compile(ULANG))
    camat.open("verifikasi")
    camat.press("Mulai")
    camat.sees(re.compile(ULANG))
    _score(camat)
    expect(camat.page.locator(".satu .fakta")).to_contain_text(f"penerima manfaat · {ULANG}")
    camat.open("riwayat?usulan=2028-12.05.07.2007-001")
    camat.sees("Diusulkan ke-2 kali sejak 2027, sebelumnya:")
    camat.page.get_by_role("link", name=re.compile("^2027-12.05.07.2007-")).click()
    camat.sees(re.compile("Kecamatan Stabat 2027"))
    assert desa.faults() == camat.faults() == []


def _propose(desa: Operator) -> None:
    again = desa.page.get_by_role("button", name="Ajukan lagi")
    expect(desa.page.get_by_role("heading", name="Usulan tahun lalu yang dapat diajukan lagi")).to_be_visible()
    before = again.count()
    again.first.click()
    desa.sees(re.compile("diajukan lagi sebagai nomor 1. Periksa isinya, lalu setujui."))
    expect(again).to_have_count(before - 1 if before < 10 else before)
    expect(desa.page.locator(".st-key-daftar_desa")).to_contain_text(ULANG)
    desa.settle()  # what is still being drawn is pale
    found = Axe().run(desa.page).response["violations"]
    assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []
    desa.press(re.compile("^Setujui semua"))
    desa.sees("1 usulan disetujui.")


def _bring_in(camat: Operator) -> None:
    camat.open("pembukaan")
    camat.fill("Alasan musrenbang tetap dibuka (wajib diisi selama ada yang belum siap)", "Kelurahan menyusul")
    camat.press("Buka Musrenbang")
    camat.open("ambil-usulan")
    camat.press("Ambil (Load Data)")
    camat.sees(re.compile("^1 usulan baru diambil"))


def _score(camat: Operator) -> None:
    """As far as its levels, which are given while it is on the whole screen of the hall."""
    camat.press(re.compile("^Pilih semua"))
    camat.press("Sesuai")
    camat.open("prioritas-opd")
    camat.press(re.compile("^Pilih semua"))
    camat.press("Pakai saran")
    camat.open("skoring")
    camat.press("Hitung 1 usulan")
    camat.page.get_by_text("Satu per satu", exact=True).click()
    camat.settle()
