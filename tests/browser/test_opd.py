"""L35: an OPD answers several at once and one by one; who was slower is told; the camat and the desa read it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Sit
from tests.browser.hall import Operator

pytestmark = pytest.mark.browser


def tick(operator: Operator, row: int = 0) -> None:
    operator.page.locator('.st-key-daftar [data-testid="stCheckbox"] label').nth(row).click()
    operator.settle()


def save(operator: Operator) -> None:
    operator.press("Simpan", operator.dialog)


def test_from_the_opd_to_the_camat_and_the_desa(sit: Sit) -> None:
    opd, late = sit("opd.disperindag"), sit("opd.disperindag")
    for operator in (opd, late):
        operator.open("")
        operator.sees("0 dari 21")
    tick(late)
    _refuse_all(opd)
    late.press("Diterima")
    late.sees(re.compile("sudah diubah opd.disperindag pada .* Nilai sekarang: ditolak"))
    late.open("")
    _change_and_budget(late)
    camat = sit("camat.binjai")
    camat.open("pertinggal")
    camat.sees("anggaran Rp12.000.000 · realisasi Rp11.500.000")
    assert [operator.faults() for operator in (opd, late, camat)] == [[], [], []]


def _refuse_all(opd: Operator) -> None:
    opd.press(re.compile("^Pilih yang belum"))
    opd.press("Ditolak")
    save(opd)
    expect(opd.dialog.get_by_text("Alasan wajib diisi")).to_be_visible()
    opd.dialog.get_by_text("Pagu anggaran tidak mencukupi").click()
    opd.settle()
    save(opd)
    opd.sees("21 usulan dijawab ditolak.")
    opd.sees("21 dari 21")


def _change_and_budget(opd: Operator) -> None:
    tick(opd)
    assert opd.page.get_by_role("button", name="Anggaran").is_disabled()
    opd.press("Diterima dengan perubahan")
    opd.dialog.get_by_label("Biaya yang diterima (Rp)").fill("12.345.678")
    opd.dialog.get_by_text("Dilaksanakan bertahap").click()
    opd.settle()
    save(opd)
    opd.sees("1 usulan dijawab diterima dengan perubahan.")
    tick(opd)
    opd.press("Anggaran")
    opd.dialog.get_by_label("Anggaran (Rp)").fill("12.000.000")
    opd.dialog.get_by_label("Realisasi (Rp)").fill("11.500.000")
    save(opd)
    opd.sees("Anggaran dan realisasi disimpan.")


def test_a_second_press_after_the_others_takes_back_nothing_of_theirs(sit: Sit) -> None:
    first, second = sit("opd.putr"), sit("opd.putr")
    first.open("")
    tick(first)
    first.press("Diterima")
    for operator in (first, second):
        operator.open("")
        tick(operator)
        operator.press("Anggaran")
    first.dialog.get_by_label("Anggaran (Rp)").fill("12.000.000")
    save(first)
    second.dialog.get_by_label("Realisasi (Rp)").fill("1.500.000")
    save(second)
    expect(second.dialog.get_by_text(re.compile("sudah diubah opd.putr"))).to_be_visible()
    expect(second.dialog.get_by_label("Anggaran (Rp)")).to_have_value("12.000.000")
    save(second)
    second.sees("Anggaran dan realisasi disimpan.")
    second.sees(re.compile("anggaran Rp12.000.000 · realisasi Rp1.500.000"))


def test_the_desa_reads_what_became_of_its_usulan(sit: Sit) -> None:
    desa = sit("desa.banyumas")
    desa.open("")
    desa.sees("Hasil musrenbang")
    desa.sees(re.compile("Prioritas, peringkat"))
    desa.sees(re.compile("Dikirim ke Dinas"))
