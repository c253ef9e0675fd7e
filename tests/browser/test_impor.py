"""L01, L08: the template out, faults marked, mended, imported, and imported again without a trace."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Sit
from tests.browser.hall import Operator
from tests.intake.corpus_lembar import too_large, xxe
from tests.intake.sheets import from_sipd

pytestmark = pytest.mark.browser
ENGLISH = re.compile(r"\b(Error|File|Upload|Remove|Add|per file|smaller|Drag|Browse)\b")


def test_a_camat_mends_and_imports(sit: Sit, tmp_path: Path) -> None:
    camat = sit("camat.kuala")
    camat.open("impor-usulan")
    template = _download(camat, "Unduh templat (XLSX)", tmp_path)
    _upload(camat, "templat.xlsx", template)
    camat.sees("Isi berkas ini sudah sama dengan yang tersimpan")
    expect(_button(camat)).to_be_disabled()
    _upload(camat, "salah.xlsx", _edited(template, _spoil))
    camat.sees("2 kesalahan: perbaiki semua dahulu, belum ada yang disimpan")
    expect(_button(camat)).to_be_disabled()
    expect(camat.page.get_by_role("row", name=re.compile("^2 J Perkiraan Biaya"))).to_be_visible()
    _axe_finds_nothing(camat)
    marked = _download(camat, "Unduh berkas dengan sel salah ditandai (XLSX)", tmp_path)
    _upload(camat, "baik.xlsx", _edited(marked, _mend))
    row = camat.page.get_by_role("row", name=re.compile("Perkiraan Biaya"))
    expect(row.get_by_role("cell", name="Rp2.500.000", exact=True)).to_be_visible()
    _axe_finds_nothing(camat)
    camat.press("Impor 1 usulan")
    camat.sees(re.compile(r"Impor selesai: 0 usulan baru, 1 berubah, \d+ tetap\."))
    _upload(camat, "lagi.xlsx", _edited(marked, _mend))
    camat.sees("Isi berkas ini sudah sama dengan yang tersimpan")
    assert camat.faults() == []


def test_what_is_refused_is_said_in_bahasa_indonesia(sit: Sit) -> None:
    desa = sit("desa.sukarakyat")
    desa.open("impor")
    _upload(desa, "jahat.xlsx", xxe())
    desa.sees(re.compile("tidak wajar untuk lembar kerja"))
    _upload(desa, "besar.xlsx", too_large())
    desa.sees("Berkas ini lebih besar dari 10 MB.")
    field = desa.page.get_by_test_id("stFileUploader")
    labels = field.locator("[aria-label]").evaluate_all("all => all.map(one => one.ariaLabel)")
    assert ENGLISH.findall(" ".join([field.inner_text(), *labels])) == []
    assert "jahat.xlsx, 5," in " ".join(labels)
    _axe_finds_nothing(desa)
    assert desa.faults() == []


def test_a_desa_imports_an_export_of_sipd(sit: Sit) -> None:
    desa = sit("desa.sukarakyat")
    desa.open("impor")
    _upload(desa, "sipd.xlsx", from_sipd({}))
    desa.sees(re.compile("Status SIPD tidak dibaca sebagai persetujuan"))
    desa.press("Impor 1 usulan")
    desa.sees(re.compile("Impor selesai: 1 usulan baru, 0 berubah"))
    desa.open("")
    desa.sees("Jalan tani")


def _button(operator: Operator) -> Any:
    return operator.page.get_by_role("button", name=re.compile("^Impor( [0-9]+)? usulan$"))


def _download(operator: Operator, label: str, folder: Path) -> bytes:
    with operator.page.expect_download() as waiting:
        operator.page.get_by_role("button", name=label).click()
    path = folder / "unduhan.xlsx"
    waiting.value.save_as(path)
    return path.read_bytes()


def _upload(operator: Operator, name: str, data: bytes) -> None:
    field = operator.page.locator("input[type=file]").first
    field.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": data})
    expect(operator.page.get_by_title(name)).to_be_visible()
    operator.settle()


def _edited(data: bytes, edit: Callable[[Any], None]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    edit(book["Usulan"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _spoil(sheet: Any) -> None:
    sheet["J2"], sheet["L3"] = "banyak", "Teknik"


def _mend(sheet: Any) -> None:
    sheet["J2"], sheet["L3"] = "Rp 2,5 jt", sheet["L4"].value


def _axe_finds_nothing(operator: Operator) -> None:
    found = Axe().run(operator.page).response["violations"]
    assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []
