"""XLSX: the template that desa/kelurahan and kecamatan fill in and upload again (L01, L08).

It comes with the usulan that are there already, so one file serves to enter, to correct and to read back.
"""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from musrenbang.intake.bahan_templat import BahanTemplat
from musrenbang.intake.columns import TEMPLAT, letters
from musrenbang.model import Bidang, Desa, Kewenangan, Usulan
from reports.cells import plain

Value = str | int | float | None

WIDTHS = {
    "kode": 24, "kode_desa": 16, "desa": 24, "urutan": 9, "nama": 60, "permasalahan": 50, "lokasi": 40, "volume": 12,
    "satuan": 14, "biaya": 20, "penerima": 14, "bidang": 22, "kewenangan": 14, "opd": 44, "disetujui": 14,
}  # fmt: skip
LOOKS = {"urutan": "0", "volume": "#,##0.00", "biaya": '"Rp"#,##0', "penerima": "#,##0"}
PLACE = {kolom.kunci: place for place, kolom in enumerate(TEMPLAT)}
SPARE = 500  # rows below the last usulan that still offer the lists
CONTOH: tuple[tuple[Value, ...], ...] = (
    (1, "Pengaspalan jalan Dusun I ke Dusun II", "Jalan rusak dan licin pada musim hujan", "Dusun I", 1250.5, "meter",
     450_000_000, 120, Bidang.FISIK, Kewenangan.KABUPATEN, "Ya"),
    (2, "Pelatihan pengolahan hasil kebun", "Hasil kebun dijual mentah dengan harga rendah", "Balai desa", 2,
     "kegiatan", 35_000_000, 40, Bidang.EKONOMI, Kewenangan.KABUPATEN, "Tidak"),
)  # fmt: skip
PETUNJUK = (
    "Isi lembar “Usulan”, satu baris untuk satu usulan. Lembar “Contoh” dan “Petunjuk” tidak dibaca.",
    "Kolom bertanda * wajib diisi. Urutan kolom boleh diubah, tetapi judulnya jangan.",
    "Kosongkan kolom Kode untuk usulan baru. Kode yang sudah ada jangan diubah: dengan kode itu usulan dikenali.",
    "Baris yang dihapus dari lembar ini tidak dihapus dari aplikasi.",
    "Bidang, Kewenangan, OPD, dan desa/kelurahan dipilih dari daftar di selnya.",
    "Perkiraan Biaya boleh ditulis 1500000, 1.500.000, atau Rp 2,5 jt. Volume hanya angkanya, misalnya 1.250,5.",
    "Jangan menggabungkan (merge) sel. Rumus boleh, asalkan hasilnya tersimpan.",
    "Simpan sebagai .xlsx, lalu unggah di menu Impor Usulan. Sebelum disimpan, semua perubahan ditampilkan dahulu.",
)


def templat(bahan: BahanTemplat) -> bytes:
    """Sheets Usulan (to fill in), Contoh, Petunjuk and, hidden, the lists to choose from."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    looks = {name: book.add_format({"num_format": f, "valign": "top"}) for name, f in LOOKS.items()}
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#E2E8F0", "border": 1, "valign": "top"})
    desa, opd = {d.kode: d for d in bahan.desa}, {o.kode: o.nama for o in bahan.opd}
    rows = [_row(u, desa, opd) for u in bahan.usulan]
    sheet = book.add_worksheet("Usulan")
    _fill(sheet, rows, looks, text, bold)
    _offer(sheet, len(rows) + SPARE, {name: len(values) for name, values in _lists(bahan).items()})
    first = next(iter(bahan.desa), None)
    example = [_example(row, first, bahan.opd[0].nama if bahan.opd else "") for row in CONTOH]
    _fill(book.add_worksheet("Contoh"), example, looks, text, bold)
    _guide(book.add_worksheet("Petunjuk"), text)
    _write_lists(book.add_worksheet("Daftar"), _lists(bahan))
    book.close()
    return file.getvalue()


def _row(u: Usulan, desa: dict[str, Desa], opd: dict[str, str]) -> list[Value]:
    isi, place = u.isi, desa.get(u.desa or "")
    return [
        u.kode, u.desa, place.nama if place else "", u.urutan, isi.nama, isi.permasalahan, isi.lokasi,
        float(isi.volume), isi.satuan, isi.biaya, isi.penerima, isi.bidang, isi.kewenangan, opd.get(isi.opd or ""),
        "Ya" if u.disetujui else "Tidak",
    ]  # fmt: skip


def _example(row: Sequence[Value], desa: Desa | None, opd: str) -> list[Value]:
    place = (desa.kode, desa.nama) if desa else ("", "")
    return [None, *place, *row[:-1], opd, row[-1]]


def _lists(bahan: BahanTemplat) -> dict[str, list[str]]:
    return {
        "kode_desa": [d.kode for d in bahan.desa],
        "desa": [d.nama for d in bahan.desa],
        "bidang": list(Bidang),
        "kewenangan": list(Kewenangan),
        "opd": [o.nama for o in bahan.opd],
        "disetujui": ["Ya", "Tidak"],
    }


def _fill(
    sheet: Worksheet, rows: Sequence[Sequence[Value]], looks: dict[str, Format], text: Format, bold: Format
) -> None:
    for place, kolom in enumerate(TEMPLAT):
        sheet.set_column(place, place, WIDTHS[kolom.kunci], looks.get(kolom.kunci, text))
        sheet.write_string(0, place, f"{kolom.judul} *" if kolom.wajib else kolom.judul, bold)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, place, plain(value), text)
            elif value is not None:
                sheet.write_number(number, place, value, looks[TEMPLAT[place].kunci])


def _offer(sheet: Worksheet, rows: int, lists: dict[str, int]) -> None:
    """Drop-downs; OPD and desa may also be written otherwise, as the import knows more names for them."""
    for column, (kunci, length) in enumerate(lists.items()):
        name = letters(column + 1)
        rule = {
            "validate": "list",
            "source": f"=Daftar!${name}$1:${name}${max(1, length)}",
            "ignore_blank": True,
            "error_type": "warning" if kunci in ("opd", "desa") else "stop",
            "error_title": "Tidak ada dalam daftar",
            "error_message": "Pilih salah satu isi daftar di sel ini.",
        }
        sheet.data_validation(1, PLACE[kunci], rows, PLACE[kunci], rule)


def _guide(sheet: Worksheet, text: Format) -> None:
    sheet.set_column(0, 0, 110, text)
    for number, line in enumerate(PETUNJUK):
        sheet.write_string(number, 0, line, text)


def _write_lists(sheet: Worksheet, lists: dict[str, list[str]]) -> None:
    for column, values in enumerate(lists.values()):
        for number, value in enumerate(values):
            sheet.write_string(number, column, plain(value))
    sheet.hide()
