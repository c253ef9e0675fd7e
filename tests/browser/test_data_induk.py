"""Bappeda keeps what meetings refer to: tried first, saved then, and each meeting has what is right for it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Sit, Stand
from tests.browser.desk import WEIGHTS, part, today, weights

pytestmark = pytest.mark.browser

MENUNGGU, SUDAH_MULAI = "camat.kuala", "camat.stabat"
SEMULA, BARU = ["25", "10"], ["15", "20"]


def test_weights_for_the_next_meetings(sit: Sit, stand: Stand) -> None:
    """A camat who waits sees them at once and without a press; one who has started keeps the old ones."""
    waiting, started = stand(), stand()
    for camat, nama in ((waiting, MENUNGGU), (started, SUDAH_MULAI)):
        camat.log_in(nama)
        expect(weights(camat).first).to_have_text(SEMULA[0])
    bappeda = sit("bappeda")
    bappeda.open("data-induk")
    for nomor, bobot in enumerate(BARU, 1):
        bappeda.fill(f"Bobot kriteria {nomor}", bobot)
    bappeda.sees("Pratinjau: dengan bobot baru, peringkat 2027 akan berubah begini")
    assert bappeda.page.locator(".silang tbody tr").count() == 3
    bappeda.fill("Nomor penetapan", "050/12/BAPPEDA/2026")
    bappeda.press("Simpan")
    bappeda.sees("Isi nomor dan tanggal penetapan bersama-sama")
    today(bappeda)
    bappeda.press("Simpan")
    bappeda.sees("Kriteria dan bobot tahun 2027 disimpan.")
    expect(bappeda.page.get_by_text("Bobot contoh, belum ditetapkan")).to_have_count(0)
    shown = waiting.page.locator(WEIGHTS)
    expect(shown.first).to_have_text(BARU[0], timeout=5_000)
    waiting.sees("Ditetapkan dengan Nomor 050/12/BAPPEDA/2026")
    assert shown.all_inner_texts()[:2] == BARU
    assert weights(started).all_inner_texts()[:2] == SEMULA
    assert [one.faults() for one in (bappeda, waiting, started)] == [[], [], []]


def test_a_name_changes_everywhere(sit: Sit, stand: Stand) -> None:
    """Under the eyes of who looks at it: the list that it was chosen from has another name for it now."""
    camat = stand()
    camat.log_in(MENUNGGU)
    bappeda = sit("bappeda")
    bappeda.open("data-induk?kecamatan=12.05.03")
    part(bappeda, "Wilayah")
    bappeda.choose("Desa/kelurahan di kecamatan", "Kuala")
    bappeda.choose("Wilayah yang diubah", "Kecamatan Kuala")
    bappeda.fill("Nama kecamatan", "Kuala Baru")
    bappeda.press("Simpan")
    bappeda.sees("Kecamatan Kuala Baru disimpan.")
    expect(bappeda.page.get_by_label("Nama kecamatan", exact=True)).to_have_value("Kuala Baru")
    camat.sees("Musrenbang Kecamatan Kuala Baru 2027")
    assert [one.faults() for one in (bappeda, camat)] == [[], []]


def test_a_pagu_is_a_line_in_the_ranking_and_nothing_more(sit: Sit, stand: Stand) -> None:
    """Under the eyes of the camat, in words; the ranking stands as it was."""
    camat = stand()
    camat.log_in(SUDAH_MULAI)
    camat.open("hasil-skoring")
    usulan = camat.page.locator(".hasil tbody tr:not(.garis-pagu)")
    before, line = usulan.all_inner_texts(), camat.page.locator(".garis-pagu")
    expect(line).to_have_count(0)
    bappeda = sit("bappeda")
    bappeda.open("data-induk")
    part(bappeda, "Pagu")
    bappeda.fill("Pagu Stabat (Rp)", "satu miliar")
    bappeda.press("Simpan")
    bappeda.sees("Pagu Stabat harus angka dari 1")
    bappeda.fill("Pagu Stabat (Rp)", "1.000.000.000")
    bappeda.press("Simpan")
    bappeda.sees("Pagu tahun 2027 disimpan.")
    expect(line).to_contain_text("dari pagu Rp1,00 miliar", timeout=10_000)
    camat.sees("Pagu tidak mengubah peringkat.")
    assert usulan.all_inner_texts() == before
    assert [one.faults() for one in (bappeda, camat)] == [[], []]
