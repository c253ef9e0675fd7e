"""Daftar Hadir: the attendance sheet that goes round for signature (L04-L07)."""

from itertools import count

from musrenbang.model import KELOMPOK, BahanCetak
from reports import blocks, signing
from reports.paper import Paper
from reports.table import Column, Table

ROW_HEIGHT = 10.0  # mm; a hand needs at least 9.6
COLUMNS = (
    Column("No", 9, "center"),
    Column("Nama", 42),
    Column("Usia", 11, "center"),
    Column("L/P", 9, "center"),
    Column("Lembaga/Instansi", 33),
    Column("Alamat & No. Telepon", 36),
    Column("Tanda Tangan", 30, "zig"),
)


def daftar_hadir(bahan: BahanCetak) -> bytes:
    """The sheet as a PDF, upright, with as many rows for each kelompok as the camat asked for."""
    paper = blocks.paper_of(bahan, "DAFTAR HADIR", landscape=False)
    blocks.letterhead(paper, bahan)
    blocks.title(paper, "Daftar Hadir", "Musyawarah Perencanaan Pembangunan (Musrenbang)", blocks.meeting_title(bahan))
    blocks.facts(paper, _facts(bahan))
    _add_rows(paper, bahan.fakta.daftar_hadir.baris)
    signing.signatures(paper, None, signing.camat(bahan, (signing.place_and_date(bahan), "Mengetahui,")))
    return paper.output()


def _facts(bahan: BahanCetak) -> list[tuple[str, str]]:
    rapat, sheet = bahan.fakta.rapat, bahan.fakta.daftar_hadir
    return [
        ("Hari, Tanggal", blocks.meeting_date(sheet)),
        ("Waktu", blocks.meeting_time(sheet.jam_mulai, sheet.jam_selesai)),
        ("Tempat", blocks.filled(sheet.tempat)),
        ("Alamat", blocks.filled(sheet.alamat)),
        ("Agenda", f"Musrenbang Kecamatan {rapat.kecamatan.nama} Tahun {rapat.tahun}"),
        ("Nama Camat", blocks.filled(sheet.nama_camat)),
    ]


def _add_rows(paper: Paper, baris: tuple[int, ...]) -> None:
    table = Table(paper, COLUMNS, size=8.5, row_height=ROW_HEIGHT)
    numbers = count(1)
    for kelompok, rows in zip(KELOMPOK, baris, strict=True):
        if rows:
            table.heading(kelompok)
        for _ in range(rows):
            number = str(next(numbers))
            table.row(number, "", "", "", "", "", f"{number}.")
    if not sum(baris):
        table.note("Belum ada baris tanda tangan yang disiapkan.")
