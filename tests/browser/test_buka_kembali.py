"""Bappeda opens a sent meeting again, its camat mends one thing and sends once more; both see it at once."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Sit
from tests.browser.test_axe import grave
from tests.reports.reading import read

pytestmark = pytest.mark.browser


def test_reopened_mended_and_sent_again(sit: Sit, tmp_path: Path) -> None:
    bappeda, camat = sit("bappeda"), sit("camat.stabat")
    camat.open("kirim")
    expect(camat.page.get_by_role("button", name="Buka kembali")).to_have_count(0)
    bappeda.open("kirim?kecamatan=12.05.07")
    bappeda.press("Buka kembali")
    bappeda.press("Buka kembali", bappeda.dialog)
    expect(bappeda.dialog).to_contain_text("Alasan wajib diisi")
    assert grave(bappeda.page) == []
    bappeda.fill("Alasan", "Dua usulan tertukar OPD-nya")
    bappeda.fill("Nomor surat", "005/123")
    bappeda.press("Buka kembali", bappeda.dialog)
    bappeda.sees("dibuka kembali. Camat dapat mengubahnya")
    expect(camat.page.get_by_role("button", name="Kirim", exact=True)).to_be_enabled(timeout=2_000)
    camat.sees("Alasan: Dua usulan tertukar OPD-nya")
    expect(camat.page.locator(".strip")).to_contain_text("Dibuka kembali")

    camat.open("prioritas-opd")
    camat.page.locator('.st-key-daftar [data-testid="stCheckbox"] label').first.click()
    camat.settle()
    camat.press("Non Prioritas")
    camat.dialog.get_by_role("radio").first.click()
    camat.settle()
    camat.press("Simpan", camat.dialog)
    expect(camat.dialog).to_have_count(0)

    camat.open("kirim")
    camat.press("Kirim", camat.page.get_by_test_id("stMain"))
    camat.press("Kirim", camat.dialog)
    camat.sees("Usulan prioritas sudah dikirim ke OPD")
    expect(bappeda.page.get_by_text("Dikirim kembali").first).to_be_visible(timeout=2_000)
    camat.open("berita-acara")
    text = read(camat.download("Unduh Berita Acara", tmp_path))
    assert "surat nomor 005/123" in text
    assert "menggantikan Berita Acara yang terdahulu" in text
    bappeda.open("pemantauan")
    expect(bappeda.page.get_by_role("row").filter(has_text="Stabat")).to_contain_text("Dikirim kembali")
    assert camat.faults() + bappeda.faults() == []
