"""XLSX: the lists as spreadsheets. Every text is written as text, so "=1+1" stays the words it is (L11, L25)."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Literal, NamedTuple

import xlsxwriter

from musrenbang.model import BahanCetak, UsulanMasuk
from reports import keterangan, peringkat
from reports.lettering import clean

Value = str | int | float | None
Kind = Literal["text", "whole", "decimal", "rupiah"]

LONGEST_TEXT = 32_767  # characters a cell can hold
FORMATS: dict[Kind, str] = {"text": "@", "whole": "#,##0", "decimal": "#,##0.00", "rupiah": '"Rp"#,##0'}


class Field(NamedTuple):
    """One column: `width` in characters, `kind` how its numbers look; `summed` adds them below the list."""

    head: str
    width: int
    kind: Kind = "text"
    summed: bool = False


MASUK = (
    Field("No", 6, "whole"),
    Field("Kode", 24),
    Field("Asal", 12),
    Field("Desa/Kelurahan", 24),
    Field("Urutan", 8, "whole"),
    Field("Nama Usulan", 60),
    Field("Permasalahan", 50),
    Field("Lokasi", 40),
    Field("Volume", 12, "decimal"),
    Field("Satuan", 14),
    Field("Perkiraan Biaya (Rp)", 20, "rupiah", summed=True),
    Field("Penerima Manfaat (KK)", 12, "whole"),
    Field("Bidang", 20),
    Field("Kewenangan", 14),
    Field("Keputusan Verifikasi", 40),
    Field("OPD Penanggung Jawab", 36),
)
SKORING = (
    Field("Urutan Tampil", 8, "whole"),
    Field("Kode", 24),
    Field("Desa/Kelurahan", 24),
    Field("Nama Usulan", 60),
    Field("Lokasi", 40),
    Field("Perkiraan Biaya (Rp)", 20, "rupiah", summed=True),
    Field("OPD Penanggung Jawab", 36),
    Field("Prioritas Pembangunan", 32),
)
HASIL = (
    Field("Poin", 8, "whole"),
    Field("Skor", 8, "decimal"),
    Field("Peringkat", 10, "whole"),
    Field("Banyak Seri", 10, "whole"),
    Field("Keterangan", 50),
)


def usulan_masuk(bahan: BahanCetak) -> bytes:
    """Every usulan of the meeting, one a row, and the sum of their cost."""
    kode = keterangan.kode_by_id(bahan)
    rows = [_masuk(bahan, number, u, keterangan.keputusan(u, kode)) for number, u in enumerate(bahan.usulan, 1)]
    return _write("Usulan Masuk", MASUK, rows, bahan.dicetak)


def hasil_skoring(bahan: BahanCetak) -> bytes:
    """Usulan prioritas by peringkat, then those not fully scored, which have no poin and no peringkat."""
    kriteria = tuple(Field(f"K{k.nomor} {k.nama} (bobot {k.bobot}%)", 14, "whole") for k in bahan.bobot.kriteria)
    usulan = peringkat.ranked(bahan.usulan) + peringkat.incomplete(bahan.usulan)
    rows = [_skoring(bahan, number, u) for number, u in enumerate(usulan, 1)]
    return _write("Hasil Skoring", SKORING + kriteria + HASIL, rows, bahan.dicetak)


def _masuk(bahan: BahanCetak, number: int, u: UsulanMasuk, keputusan: str) -> list[Value]:
    return [
        number,
        u.kode,
        u.asal,
        u.nama_desa,
        u.urutan,
        u.isi.nama,
        u.isi.permasalahan,
        u.isi.lokasi,
        float(u.isi.volume),
        u.isi.satuan,
        u.isi.biaya,
        u.isi.penerima,
        u.isi.bidang,
        u.isi.kewenangan,
        keputusan,
        keterangan.opd(bahan, u),
    ]


def _skoring(bahan: BahanCetak, number: int, u: UsulanMasuk) -> list[Value]:
    levels = u.tingkat or (None,) * len(bahan.bobot.kriteria)
    return [
        number,
        u.kode,
        keterangan.wilayah(u),
        u.isi.nama,
        u.isi.lokasi,
        u.isi.biaya,
        keterangan.opd(bahan, u),
        keterangan.prioritas(bahan, u),
        *levels,
        u.poin,
        None if u.poin is None else u.poin / 100,
        u.peringkat,
        u.seri,
        _remark(bahan, u),
    ]


def _remark(bahan: BahanCetak, u: UsulanMasuk) -> str:
    return f"Belum lengkap diskor: {peringkat.missing(bahan, u)}" if u.poin is None else ""


def _write(name: str, fields: Sequence[Field], rows: Sequence[Sequence[Value]], dicetak: datetime) -> bytes:
    """A workbook of one sheet: a frozen head with filters, the rows, the sums. `dicetak` is its only time."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": name, "created": dicetak})
    sheet = book.add_worksheet(name)
    looks = {
        kind: book.add_format({"num_format": f, "text_wrap": True, "valign": "top"}) for kind, f in FORMATS.items()
    }
    _write_head(book, sheet, fields, len(rows))
    for number, row in enumerate(rows, 1):
        for column, (field, value) in enumerate(zip(fields, row, strict=True)):
            _write_cell(sheet, number, column, value, looks[field.kind])
    _write_sums(book, sheet, fields, rows)
    book.close()
    return file.getvalue()


def _write_head(
    book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, fields: Sequence[Field], rows: int
) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#E2E8F0", "border": 1, "align": "center"})
    for column, field in enumerate(fields):
        sheet.set_column(column, column, field.width)
        sheet.write_string(0, column, field.head, bold)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, rows, len(fields) - 1)


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: Value, look: xlsxwriter.format.Format
) -> None:
    if value is None:
        return
    if isinstance(value, str):
        sheet.write_string(row, column, _encodable(value), look)
    else:
        sheet.write_number(row, column, value, look)


def _encodable(text: str) -> str:
    return clean(text).encode("utf-8", "replace").decode()[:LONGEST_TEXT]


def _write_sums(
    book: xlsxwriter.Workbook,
    sheet: xlsxwriter.worksheet.Worksheet,
    fields: Sequence[Field],
    rows: Sequence[Sequence[Value]],
) -> None:
    """Sums as numbers, not formulas: an unedited file shows them wherever it is opened."""
    for column, field in enumerate(fields):
        if field.summed:
            look = book.add_format({"bold": True, "top": 1, "num_format": FORMATS[field.kind]})
            total = sum(value for row in rows if isinstance(value := row[column], int))
            sheet.write_string(len(rows) + 1, column - 1, "Jumlah", look)
            sheet.write_number(len(rows) + 1, column, total, look)
