"""One kecamatan's meeting through the SOP in a real browser, from login to the lock after Kirim (L01 to L35)."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from musrenbang.words import PERINGATAN_KIRIM, YAKIN_PRIORITAS
from tests.browser.conftest import Sit
from tests.browser.hall import Operator

pytestmark = pytest.mark.browser

NAMA = "Jembatan gantung antardesa"
ALASAN = "Lahan belum siap"


def test_bahorok_from_opening_to_sent(sit: Sit, tmp_path: Path) -> None:
    camat = sit("camat.bahorok")
    _open_and_load(camat)
    _verify_every_desa(camat)
    _add_an_usulan_of_the_kecamatan(camat)
    _choose_priorities(camat)
    _score(camat)
    _see_the_ranking(camat)
    _send(camat)
    _fill_in_the_minutes(camat)
    _everything_is_locked(camat)
    _read_the_papers(camat, tmp_path)


def _open_and_load(camat: Operator) -> None:
    camat.open("pembukaan")
    camat.sees("19 dari 19")
    camat.press("Buka Musrenbang")
    camat.sees("sudah dibuka")
    camat.open("daftar-hadir")
    camat.fill("Tempat", "Aula Kantor Camat Bahorok")
    camat.fill("Alamat", "Jalan Besar Nomor 1, Bahorok")
    camat.fill("Nama camat", "Drs. Contoh Sembiring, M.Si.")
    camat.page.get_by_role("group", name="Tanggal").get_by_role("spinbutton").first.click()
    camat.page.keyboard.type("15022027", delay=60)
    camat.page.keyboard.press("Tab")
    camat.settle()
    camat.press("Simpan")
    camat.sees("Daftar Hadir sudah disimpan.")
    camat.open("ambil-usulan")
    camat.press("Ambil (Load Data)")
    camat.sees("196")
    camat.open("verifikasi")
    camat.press("Mulai")
    camat.sees("Berlangsung")


def _verify_every_desa(camat: Operator) -> None:
    """Three presses a desa: all, sesuai, next."""
    for _ in range(19):
        camat.press(re.compile("^Pilih semua"))
        camat.press("Sesuai")
        further = camat.page.get_by_role("button", name=re.compile("^(Desa berikutnya|Berikutnya)"))
        if further.count() == 0:
            break
        further.first.click()
        camat.settle()
    camat.sees("196/196")


def _add_an_usulan_of_the_kecamatan(camat: Operator) -> None:
    camat.open("usulan-kecamatan")
    camat.fill("Nama usulan", NAMA)
    camat.fill("Lokasi", "Perbatasan Lau Damak dan Empus")
    camat.fill("Volume", "1")
    camat.fill("Satuan", "unit")
    camat.fill("Perkiraan biaya (Rp)", "1.500.000.000")
    camat.fill("Penerima manfaat (KK)", "320")
    camat.choose("OPD", "PUTR")
    camat.press("Simpan usulan")
    camat.sees("Usulan kecamatan disimpan")
    camat.sees(NAMA)


def _choose_priorities(camat: Operator) -> None:
    """All get a prioritas and their suggested OPD; one becomes cadangan with its reason, after one Batal."""
    camat.open("prioritas-opd")
    camat.press("Pilih semua 197 yang tersaring")
    camat.choose("Prioritas pembangunan", "1. Pembangunan Infrastruktur")
    camat.press("Pakai OPD saran")
    camat.sees("Pilihan untuk 197 usulan disimpan.")
    camat.page.get_by_role("checkbox").first.focus()
    camat.page.keyboard.press("Space")
    camat.settle()
    camat.press("Non Prioritas")
    expect(camat.dialog.get_by_text(YAKIN_PRIORITAS).first).to_be_visible()
    camat.press("Batal", camat.dialog)
    expect(camat.page.get_by_text("197 dari 197").first).to_be_visible()
    camat.press("Non Prioritas")
    camat.press("Simpan", camat.dialog)
    expect(camat.dialog.get_by_text("Alasan wajib diisi").first).to_be_visible()
    camat.dialog.get_by_text(ALASAN, exact=True).click()
    camat.settle()
    camat.press("Simpan", camat.dialog)
    camat.sees("1 usulan menjadi usulan cadangan.")


def _score(camat: Operator) -> None:
    """One usulan one by one with the mouse, one in the table with the keyboard, the rest by pasting a block."""
    camat.open("skoring")
    camat.press("Hitung 196 usulan")
    camat.sees("196 usulan dibuka untuk skoring")
    camat.page.get_by_text("Satu per satu", exact=True).click()
    camat.settle()
    for words in ("5 Sangat mendesak", "4 Berdampak", "3 Cukup mendukung"):
        camat.page.get_by_role("radio", name=words).first.click()
        camat.settle()
    camat.sees("Tinggal 5 kriteria")
    camat.page.get_by_text("Tabel", exact=True).click()
    camat.settle()
    _type_a_row(camat, 1, "54434323")
    camat.sees("Tersimpan")
    camat.sees(re.compile("1 dari 196"))
    _paste_the_rest(camat)
    camat.sees(re.compile("196 dari 196"))
    camat.sees("Lanjut: Hasil Skoring")


def _type_a_row(camat: Operator, row: int, digits: str) -> None:
    """The next column is chosen by itself."""
    camat.select_cell(row, 1)
    camat.page.keyboard.type(digits, delay=40)
    camat.all_is_saved()


def _paste_the_rest(camat: Operator) -> None:
    """As from a spreadsheet: a block of levels with many ties."""
    rows = ["\t".join(str(1 + (n * k) % (3 if k == 8 else 5)) for k in range(1, 9)) for n in range(196)]
    camat.page.evaluate("text => navigator.clipboard.writeText(text)", "\n".join(rows))
    camat.select_cell(0, 1)
    camat.page.keyboard.press("Control+V")
    camat.all_is_saved()


def _see_the_ranking(camat: Operator) -> None:
    camat.open("hasil-skoring")
    camat.sees("Peringkat 196 usulan")
    camat.sees(re.compile(r"seri \d+ usulan"))
    expect(camat.page.locator(".js-plotly-plot").first).to_be_visible()


def _send(camat: Operator) -> None:
    camat.open("kirim")
    camat.press("Kirim")
    expect(camat.dialog.get_by_text(PERINGATAN_KIRIM, exact=True)).to_be_visible()
    camat.press("Batal", camat.dialog)
    camat.sees("Usulan dapat dikirim ke OPD")
    camat.press("Kirim")
    camat.press("Kirim", camat.dialog)
    camat.sees("Usulan prioritas sudah dikirim ke OPD.")


def _fill_in_the_minutes(camat: Operator) -> None:
    camat.open("berita-acara")
    camat.fill("Nomor Berita Acara", "050/1/BA/2027")
    camat.fill("Peserta laki-laki", "60")
    camat.fill("Peserta perempuan", "27")
    camat.press("Simpan")
    camat.sees("Berita Acara sudah disimpan.")


def _everything_is_locked(camat: Operator) -> None:
    for path, gone in {
        "pembukaan": "Buka Musrenbang",
        "ambil-usulan": "Ambil (Load Data)",
        "verifikasi": "Sesuai",
        "usulan-kecamatan": "Simpan usulan",
        "prioritas-opd": "Non Prioritas",
        "skoring": "Hitung",
        "kirim": "Kirim",
    }.items():
        camat.open(path)
        button = camat.page.get_by_role("button", name=gone, exact=True)
        assert button.count() == 0 or button.first.is_disabled(), path
        camat.sees(re.compile("Sudah dikirim|Selesai"))


def _read_the_papers(camat: Operator, folder: Path) -> None:
    """The three papers that matter, with the day of the meeting and never today's in the text."""
    camat.open("daftar-hadir")
    assert "Aula Kantor Camat Bahorok" in _text(camat.download("Unduh PDF", folder))
    camat.open("hasil-skoring")
    camat.press("Unduh")
    ranking = _text(camat.download("Hasil skoring, PDF F4", folder))
    assert len(set(re.findall(r"2027-12\.05\.01\S*-K?\d{3}", ranking))) == 196
    camat.open("berita-acara")
    minutes = _text(camat.download("Unduh Berita Acara (PDF)", folder))
    assert "Senin, 15 Februari 2027" in minutes
    assert "87 (delapan puluh tujuh) orang" in minutes
    assert ALASAN in minutes
    assert NAMA in minutes
    body = re.sub(r"Dicetak dari[^\n]*|(?s:dikirim,.{0,60}?WIB)", "", minutes)
    assert date.today().strftime("%Y") not in body.replace("2027", "")


def _text(pdf: bytes) -> str:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    return re.sub(r"[ \xa0]+", " ", "\n".join(pages))
