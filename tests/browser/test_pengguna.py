"""Bappeda's accounts: resets with their slips, one more, who may log in and who not."""

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from musrenbang import passwords
from musrenbang.store import accounts, seed
from musrenbang.store.opening import open_store
from tests import cast
from tests.browser.conftest import Sit, Stand
from tests.browser.desk import first_login, take_slips
from tests.browser.hall import Operator
from tests.web.door import SANDI

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cast's world with the accounts of Bappeda, of two OPD, and of a desa that was never there."""
    path = tmp_path_factory.mktemp("pengguna") / "nyata.duckdb"
    store, sandi = open_store(str(path)), passwords.hash_password(SANDI)
    people = [(one, sandi) for one in (cast.BAPPEDA, cast.OPD_PUTR, cast.OPD_DISDIK)]
    store.transaction(lambda tx: seed.fill(tx, cast.reference(), cast.TAHUN))
    absent = replace(cast.DESA, harus_ganti_sandi=True), sandi
    store.transaction(lambda tx: accounts.add(tx, people))
    store.transaction(lambda tx: accounts.add(tx, [absent], datetime(2026, 1, 1)))
    store.close()
    return path


def test_accounts_are_reset_disabled_and_let_in_again(sit: Sit, stand: Stand, tmp_path: Path) -> None:
    bappeda = sit("bappeda")
    bappeda.open("pengguna")
    bappeda.choose("Peran", "OPD")
    bappeda.press(re.compile("Pilih semua yang cocok"))
    bappeda.press("Atur ulang kata sandi")
    bappeda.press(re.compile("Atur ulang 2 akun"), bappeda.dialog)
    bappeda.sees("Kata sandi 2 akun diatur ulang.")
    sandi = take_slips(bappeda, tmp_path)
    assert set(sandi) == {"opd.putr", "opd.disdik"}
    first_login(stand(), "opd.putr", sandi["opd.putr"])
    tick(bappeda, "opd.putr")
    bappeda.press("Nonaktifkan")
    bappeda.press("Nonaktifkan 1 akun", bappeda.dialog)
    assert "Nonaktif" in row(bappeda, "opd.putr")
    tick(bappeda, "opd.putr")
    bappeda.press("Aktifkan")
    assert "Aktif" in row(bappeda, "opd.putr")
    expect(bappeda.page.get_by_label("Pilih akun bappeda")).to_have_count(0)  # another role
    assert bappeda.faults() == []


def test_one_account_is_added_and_a_wrong_name_is_told_in_the_dialog(sit: Sit) -> None:
    bappeda = sit("bappeda")
    bappeda.open("pengguna")
    bappeda.press("Tambah akun")
    bappeda.fill("Nama pemilik", "Sekretaris Camat")
    bappeda.fill("Nama pengguna", "Sekcam Stabat")
    bappeda.press("Tambah", bappeda.dialog.get_by_test_id("stButton"))
    expect(bappeda.dialog.get_by_text("Nama pengguna terdiri atas")).to_be_visible()
    bappeda.fill("Nama pengguna", "sekcam.stabat")
    bappeda.press("Tambah", bappeda.dialog.get_by_test_id("stButton"))
    bappeda.sees("1 kata sandi sekali pakai siap diserahkan")
    bappeda.press("Sudah dicatat")
    expect(bappeda.page.get_by_text("siap diserahkan")).to_have_count(0)
    assert re.search(r"Belum ganti sandi\s+berlaku sampai \d+ \w{3}$", row(bappeda, "sekcam.stabat"))
    assert row(bappeda, cast.DESA.nama_pengguna).endswith("Sandi kedaluwarsa")


def tick(operator: Operator, nama: str) -> None:
    operator.page.locator(".st-key-daftar label").filter(has_text=f"Pilih akun {nama}").click()
    operator.settle()


def row(operator: Operator, nama: str) -> str:
    found = operator.page.locator(".st-key-daftar .baris").filter(has=operator.page.get_by_text(nama, exact=True))
    expect(found).to_have_count(1)
    return found.inner_text()
