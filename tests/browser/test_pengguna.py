"""Bappeda's accounts: all that are missing at a press, their slips, a first login with one of them, resets."""

import io
import re
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import expect

from musrenbang import passwords
from musrenbang.store import accounts, seed
from musrenbang.store.opening import open_store
from tests import cast
from tests.browser.conftest import Sit, Stand
from tests.browser.hall import Operator
from tests.web.door import SANDI

pytestmark = pytest.mark.browser

SLIP = re.compile(r"Nama pengguna\s*(\S+)\s*Kata sandi\s*(\S+)")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cast's world with the account of Bappeda alone: seven are missing."""
    path = tmp_path_factory.mktemp("pengguna") / "nyata.duckdb"
    store = open_store(str(path))
    store.transaction(lambda tx: seed.fill(tx, cast.reference(), cast.TAHUN))
    store.transaction(lambda tx: accounts.add(tx, [(cast.BAPPEDA, passwords.hash_password(SANDI))]))
    store.close()
    return path


def test_all_accounts_are_made_handed_out_once_and_used(sit: Sit, stand: Stand, tmp_path: Path) -> None:
    bappeda = sit("bappeda")
    bappeda.open("pengguna")
    bappeda.press("Buat akun yang belum ada (7)")
    bappeda.press("Buat 7 akun", bappeda.dialog)
    bappeda.sees("7 akun dibuat.")
    sandi = take(bappeda, tmp_path)
    assert len(sandi) == len(set(sandi.values())) == 7
    expect(bappeda.page.get_by_role("button", name="Unduh lembar sandi")).to_have_count(0)
    expect(bappeda.page.get_by_role("button", name=re.compile("Buat akun"))).to_have_count(0)
    camat = stand()
    first_login(camat, "camat.bahorok", sandi["camat.bahorok"])
    expect(camat.page.get_by_role("heading", name="Pembukaan")).to_be_visible()
    bappeda.open("pengguna")
    assert "Aktif" in row(bappeda, "camat.bahorok")
    assert "Belum ganti sandi" in row(bappeda, "desa.sukarakyat")


def test_accounts_are_reset_disabled_and_let_in_again(sit: Sit, stand: Stand, tmp_path: Path) -> None:
    bappeda = sit("bappeda")
    bappeda.open("pengguna")
    bappeda.choose("Peran", "OPD")
    bappeda.press(re.compile("Pilih semua yang cocok"))
    bappeda.press("Atur ulang kata sandi")
    bappeda.press(re.compile("Atur ulang 2 akun"), bappeda.dialog)
    bappeda.sees("Kata sandi 2 akun diatur ulang.")
    sandi = take(bappeda, tmp_path)
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
    assert "Belum ganti sandi" in row(bappeda, "sekcam.stabat")


def take(operator: Operator, folder: Path) -> dict[str, str]:
    """The passwords of the sheet, by account."""
    with operator.page.expect_download() as waiting:
        operator.page.get_by_role("button", name="Unduh lembar sandi (PDF)").click()
    waiting.value.save_as(folder / "sandi.pdf")
    operator.sees("Lembar sandi sudah diunduh")
    operator.settle()
    sheet = pypdf.PdfReader(io.BytesIO((folder / "sandi.pdf").read_bytes()))
    return dict(SLIP.findall("\n".join(page.extract_text() for page in sheet.pages)))


def first_login(operator: Operator, nama: str, sandi: str) -> None:
    """With the one-time password, which has to be changed; then with one's own."""
    log_in(operator, nama, sandi)
    operator.page.wait_for_url("**/ganti-sandi")
    operator.page.fill("input[name=lama]", sandi)
    for field in ("baru", "ulangan"):
        operator.page.fill(f"input[name={field}]", "sandi-buatan-sendiri")
    operator.page.get_by_role("button").click()
    operator.page.wait_for_url("**/masuk**")
    log_in(operator, nama, "sandi-buatan-sendiri")
    operator.settle()


def log_in(operator: Operator, nama: str, sandi: str) -> None:
    operator.page.goto(f"{operator.address}/masuk")
    operator.page.fill("input[name=nama]", nama)
    operator.page.fill("input[type=password]", sandi)
    operator.page.get_by_role("button", name="Masuk", exact=True).click()


def tick(operator: Operator, nama: str) -> None:
    operator.page.locator(".st-key-daftar label").filter(has_text=f"Pilih akun {nama}").click()
    operator.settle()


def row(operator: Operator, nama: str) -> str:
    found = operator.page.locator(".st-key-daftar .baris").filter(has=operator.page.get_by_text(nama, exact=True))
    expect(found).to_have_count(1)
    return found.inner_text()
