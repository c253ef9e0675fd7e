"""An account's owner links it at an OpenID provider, comes in by it, and is out once Bappeda has reset the account."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from musrenbang import passwords
from musrenbang.store import accounts, seed
from musrenbang.store.opening import open_store
from tests import cast
from tests.browser.conftest import Sit, Stand
from tests.browser.desk import take_slips
from tests.browser.hall import Operator
from tests.web.door import SANDI, Server
from tests.web.openid import ABDI, BUDI, NAMA, Provider

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Before a provider that knows two people; the accounts are a camat's and Bappeda's."""
    folder, provider = tmp_path_factory.mktemp("identitas"), Provider()
    store, sandi = open_store(str(folder / "nyata.duckdb")), passwords.hash_password(SANDI)
    store.transaction(lambda tx: seed.fill(tx, cast.reference(), cast.TAHUN))
    store.transaction(lambda tx: accounts.add(tx, [(one, sandi) for one in (cast.CAMAT, cast.BAPPEDA)]))
    store.close()
    running = Server(folder / "nyata.duckdb", "--secrets.files", str(folder / "secrets.toml"))
    (folder / "secrets.toml").write_text(provider.settings(running.port), encoding="utf-8")
    provider.start()
    running.start()
    yield running
    running.stop()
    provider.stop()


@pytest.fixture(scope="module")
def address(server: Server) -> str:
    """As the provider knows it."""
    return f"http://127.0.0.1:{server.port}"


def test_an_account_is_linked_and_opened_until_bappeda_resets_it(sit: Sit, stand: Stand, tmp_path: Path) -> None:
    camat = sit("camat.bahorok")
    link(camat)
    camat.open("")
    camat.page.get_by_role("button", name="Keluar").click()
    camat.page.wait_for_url("**/masuk")
    come_in(camat, ABDI)
    camat.settle()
    camat.sees("Kecamatan Bahorok")
    assert camat.faults() == []
    other = stand()
    come_in(other, BUDI)
    stays_out(other)
    reset(sit("bappeda"), tmp_path)
    camat.page.goto(f"{camat.address}/skoring")
    come_in(camat, ABDI)
    stays_out(camat)


def link(camat: Operator) -> None:
    camat.page.goto(f"{camat.address}/ganti-sandi")
    assert_accessible(camat)
    camat.page.fill("input[name=kata_sandi]", SANDI)
    camat.page.get_by_role("button", name="Hubungkan").click()
    camat.page.get_by_role("link", name=NAMA[ABDI]).click()
    expect(camat.page.get_by_role("status")).to_contain_text("Akun ini sudah dihubungkan.")
    assert_accessible(camat)


def come_in(operator: Operator, sub: str) -> None:
    operator.page.goto(f"{operator.address}/masuk")
    assert_accessible(operator)
    operator.page.get_by_role("link", name="Masuk dengan SSO Langkat").click()
    operator.page.get_by_role("link", name=NAMA[sub]).click()


def stays_out(operator: Operator) -> None:
    expect(operator.page.get_by_role("alert")).to_contain_text("Akun SSO itu belum dihubungkan dengan akun di sini.")
    expect(operator.page.get_by_label("Nama pengguna")).to_be_focused()
    operator.page.goto(f"{operator.address}/skoring")
    expect(operator.page).to_have_url(re.compile("/masuk$"))


def reset(bappeda: Operator, folder: Path) -> None:
    bappeda.open("pengguna")
    bappeda.page.locator(".st-key-daftar label").filter(has_text="Pilih akun camat.bahorok").click()
    bappeda.settle()
    bappeda.press("Atur ulang kata sandi")
    expect(bappeda.dialog).to_contain_text("Hubungannya dengan akun SSO dilepas")
    bappeda.press(re.compile("Atur ulang 1 akun"), bappeda.dialog)
    assert set(take_slips(bappeda, folder)) == {"camat.bahorok"}


def assert_accessible(operator: Operator) -> None:
    assert Axe().run(operator.page).response["violations"] == []
