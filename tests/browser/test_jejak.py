"""Bappeda looks through the trail, has a chain counted again, and follows one usulan; so does its camat."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Sit

pytestmark = pytest.mark.browser


def test_from_a_word_to_the_history_of_an_usulan(sit: Sit, tmp_path: Path) -> None:
    bappeda = sit("bappeda")
    bappeda.open("jejak")
    bappeda.sees("Pilih satu rapat untuk memeriksa rantainya")
    bappeda.choose("Rapat", "Kecamatan Stabat 2027")
    bappeda.press("Periksa rantai Kecamatan Stabat 2027")
    bappeda.sees("Rantai utuh")
    bappeda.choose("Tindakan", "kirim usulan ke OPD")
    rows = bappeda.page.locator(".jejak tbody tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Rapat dikirim ke OPD")
    assert b"kirim usulan ke OPD" in bappeda.download("Unduh CSV", tmp_path)
    bappeda.page.goto(f"{bappeda.address}/jejak?kata=2027-12.05.07-K001")
    bappeda.settle()
    bappeda.page.locator(".jejak").get_by_role("link").first.click()
    bappeda.page.wait_for_url("**/riwayat?usulan=2027-12.05.07-K001*")
    bappeda.sees("dimasukkan sebagai usulan kecamatan")
    expect(bappeda.page.locator(".riwayat")).to_contain_text("dikirim ke OPD")
    assert bappeda.faults() == []


def test_a_camat_follows_the_own_usulan_and_no_other(sit: Sit) -> None:
    camat = sit("camat.stabat")
    camat.open("hasil-skoring")
    camat.page.locator(".bagian").get_by_role("link").first.click()
    camat.page.wait_for_url("**/riwayat?usulan=2027-12.05.07*")
    expect(camat.page.locator(".riwayat")).to_contain_text("dikirim ke OPD")
    camat.open("riwayat?usulan=2027-12.05.05.2004-006")
    camat.sees("tidak berwenang atas Kecamatan Binjai")
    camat.page.goto(f"{camat.address}/jejak")
    camat.settle()
    expect(camat.page.locator(".jejak")).to_have_count(0)
    assert camat.faults() == []
