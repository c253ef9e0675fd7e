"""Many people press every button twice: that is one press, and its words stay to be read."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Sit
from tests.browser.hall import Answers, Operator

pytestmark = pytest.mark.browser

ISI = {
    "Lokasi": "Dusun II", "Volume": "2", "Satuan": "unit", "Perkiraan biaya (Rp)": "45.000.000",
    "Penerima manfaat (KK)": "30",
}  # fmt: skip


def test_an_usulan_of_a_desa_is_added_once(sit: Sit) -> None:
    desa = sit("desa.sukarakyat")
    desa.open("")
    desa.press("Usulan baru")
    _write(desa, "Sumur bor untuk dua dusun")
    _press_twice(desa, "Simpan usulan")
    desa.sees(re.compile(r"Usulan nomor \d+ disimpan"))
    desa.press("Kembali ke daftar")
    expect(desa.page.get_by_text("Sumur bor untuk dua dusun")).to_have_count(1)
    desa.press("Usulan baru")
    _write(desa, "Tembok penahan di dua tempat")
    _press_twice(desa, "Simpan, lalu isi yang berikutnya")
    desa.sees(re.compile(r"Usulan nomor \d+ disimpan"))
    expect(desa.page.get_by_label("Nama usulan", exact=True)).to_have_value("")
    desa.press("Kembali ke daftar")
    expect(desa.page.get_by_text("Tembok penahan di dua tempat")).to_have_count(1)


def test_an_usulan_kecamatan_is_added_once(sit: Sit) -> None:
    camat = sit("camat.hinai")
    camat.open("usulan-kecamatan")
    _write(camat, "Pelatihan tanggap bencana dua kali")
    camat.choose("OPD", "BPBD")
    _press_twice(camat, "Simpan usulan")
    camat.sees("Usulan kecamatan disimpan dan langsung diterima.")
    expect(camat.page.get_by_text("Pelatihan tanggap bencana dua kali")).to_have_count(1)


def test_a_second_press_ticks_no_usulan_again(sit: Sit) -> None:
    camat = sit("camat.wampu")
    answers = Answers(camat.page)
    camat.open("verifikasi")
    camat.page.locator('.st-key-daftar [data-testid="stCheckbox"] label').first.click()
    camat.settle()
    answers.hold()
    for _ in range(2):
        camat.page.get_by_role("button", name="Sesuai", exact=True).click()
        camat.page.wait_for_timeout(150)
    answers.release()
    camat.sees("1 usulan diputuskan sesuai.")
    camat.settle()
    expect(camat.page.locator(".st-key-daftar input[type=checkbox]:checked")).to_have_count(0)


def _write(operator: Operator, nama: str) -> None:
    for label, value in {"Nama usulan": nama, **ISI}.items():
        operator.page.get_by_label(label, exact=True).fill(value)


def _press_twice(operator: Operator, name: str | re.Pattern[str]) -> None:
    operator.page.get_by_role("button", name=name, exact=isinstance(name, str)).first.dblclick()
    operator.settle()
