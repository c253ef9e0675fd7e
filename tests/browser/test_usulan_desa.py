"""L01, L08: a desa enters, orders, approves and attaches; the camat loads; what a late one approves is told."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from musrenbang import passwords
from musrenbang.store import accounts
from musrenbang.store.opening import open_store
from tests.browser.conftest import Sit
from tests.browser.hall import Operator
from tests.cast import LURAH
from tests.intake.corpus_documents import paper
from tests.intake.corpus_pictures import picture, saved
from tests.web.door import SANDI

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def database(database: Path) -> Path:
    """Pekan Bahorok has approved nothing yet, and has an account."""
    store = open_store(str(database))
    store.rows("update usulan set disetujui = false, versi = versi + 1 where desa = '12.05.01.1001'")
    store.transaction(lambda tx: accounts.add(tx, [(LURAH, passwords.hash_password(SANDI))]))
    store.close()
    return database


def test_from_the_desa_to_the_camat(sit: Sit) -> None:
    desa, late, camat = sit("desa.sukarakyat"), sit(LURAH.nama_pengguna), sit("camat.bahorok")
    _enter(desa)
    _attach(desa)
    _order_and_approve(desa)
    _load(camat)
    desa.open("")
    desa.sees(re.compile("sudah diambil camat"))
    assert desa.page.get_by_role("button", name="Usulan baru").count() == 0
    late.open("")
    late.press(re.compile("^Setujui semua"))
    camat.open("ambil-usulan")
    camat.sees(re.compile("Sejak diambil: 12 usulan baru disetujui"))
    camat.press("Ambil (Load Data)")
    camat.sees("12 usulan baru diambil, 0 diperbarui, 185 tetap.")


def _enter(desa: Operator) -> None:
    desa.open("")
    desa.press("Usulan baru")
    desa.fill("Nama usulan", "Sumur bor Dusun III")
    desa.fill("Lokasi", "Dusun III")
    desa.fill("Volume", "satu")
    desa.press("Simpan usulan")
    desa.sees(re.compile("Volume harus angka"))
    expect(desa.page.get_by_label("Nama usulan", exact=True)).to_have_value("Sumur bor Dusun III")
    for label, value in (("Volume", "1"), ("Satuan", "unit"), ("Perkiraan biaya (Rp)", "45.000.000"),
                         ("Penerima manfaat (KK)", "30")):  # fmt: skip
        desa.fill(label, value)
    desa.press("Simpan usulan")
    desa.sees("Usulan nomor 11 disimpan.")


def _attach(desa: Operator) -> None:
    files = desa.page.locator("input[type=file]")
    files.nth(0).set_input_files({"name": "sumur.jpg", "mimeType": "image/jpeg", "buffer": saved(picture())})
    desa.sees("1 berkas dilampirkan pada usulan nomor 11.")
    expect(desa.page.get_by_role("img", name="Foto 1: sumur.jpg")).to_be_visible()
    files.nth(1).set_input_files({"name": "surat.pdf", "mimeType": "application/pdf", "buffer": paper()})
    desa.sees("surat.pdf")
    _axe_finds_nothing(desa)
    desa.press("Kembali ke daftar")
    expect(desa.page.get_by_role("link", name="Dokumen")).to_be_visible()


def _order_and_approve(desa: Operator) -> None:
    box = desa.page.get_by_label("Pindahkan usulan nomor 11 ke nomor")
    box.fill("2")
    box.press("Enter")
    desa.sees("Usulan nomor 11 dipindahkan ke nomor 2.")
    desa.settle()  # the rows are drawn after the words
    desa.press("Naikkan usulan nomor 2")
    desa.sees("Usulan nomor 2 dipindahkan ke nomor 1.")
    desa.settle()
    rows = desa.page.locator('.st-key-daftar_desa [class*="st-key-usulan_"] .baris')
    rows.nth(2).drag_to(rows.nth(1))
    desa.sees("Usulan nomor 3 dipindahkan ke nomor 2.")
    desa.settle()
    desa.press(re.compile("^Setujui semua"))
    desa.sees("1 usulan disetujui.")
    _axe_finds_nothing(desa)
    assert desa.faults() == []


def _load(camat: Operator) -> None:
    camat.open("pembukaan")
    camat.fill("Alasan musrenbang tetap dibuka (wajib diisi selama ada yang belum siap)", "Kelurahan menyusul")
    camat.press("Buka Musrenbang")
    camat.open("ambil-usulan")
    camat.press("Ambil (Load Data)")
    camat.sees(re.compile("^185 usulan baru diambil"))


def _axe_finds_nothing(operator: Operator) -> None:
    found = Axe().run(operator.page).response["violations"]
    assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []
