"""Spreadsheets made for tests: a whole one, and parts of one put together by hand."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from musrenbang.intake.columns import SIPD, TEMPLAT

ROW: dict[str, object] = {
    "desa": "Suka Rakyat", "nama": "Jalan tani", "lokasi": "Dusun II", "volume": 120, "satuan": "meter",
    "biaya": 50_000_000, "penerima": 40, "bidang": "Fisik dan Prasarana", "kewenangan": "Kabupaten", "opd": "PUTR",
}  # fmt: skip
SIPD_ROW: dict[str, object] = {
    "id": 7001, "tanggal": "15/01/2027", "nama": "Jalan tani", "permasalahan": "Rusak", "lokasi": "Dusun II",
    "kecamatan": "Kec. Bahorok", "desa": "Desa Suka Rakyat", "urutan": 9, "opd_awal": "DISDIK",
    "opd": "Dinas Pekerjaan Umum dan Tata Ruang", "status": "disetujui", "volume": "1.250,5", "satuan": "meter",
    "biaya": "Rp 2,5 jt",
}  # fmt: skip


def xlsx(rows: Sequence[Sequence[object]], sheet: str = "Usulan") -> bytes:
    """Every text is written as text."""
    return book({sheet: rows})


def book(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """The same of several sheets."""
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "nan_inf_to_errors": True})
    for name, rows in sheets.items():
        _fill(made.add_worksheet(name), rows)
    made.close()
    return out.getvalue()


def _fill(sheet: Worksheet, rows: Sequence[Sequence[object]]) -> None:
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, column, value)
            elif value is not None:
                sheet.write(number, column, value)


def table(*rows: Mapping[str, object], sipd: bool = False) -> list[list[Any]]:
    """Rows by the keys of their columns, below a head."""
    kolom = SIPD if sipd else TEMPLAT
    return [[k.judul for k in kolom], *([row.get(k.kunci) for k in kolom] for row in rows)]


def own(*rows: Mapping[str, object]) -> bytes:
    return xlsx(table(*({**ROW, **row} for row in rows)))


def from_sipd(*rows: Mapping[str, object]) -> bytes:
    return xlsx(table(*({**SIPD_ROW, **row} for row in rows), sipd=True))


def saved(folder: Path, data: bytes) -> Path:
    path = folder / "lembar"
    path.write_bytes(data)
    return path


def changed(data: bytes, parts: Mapping[str, bytes | None], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The same archive with other parts; None takes a part out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", kind) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)
