"""Usulan under the desa/kelurahan that brought them, those of the kecamatan last, with sums (L11 to L14)."""

from collections.abc import Callable, Sequence
from itertools import count

from musrenbang import formats
from musrenbang.model import UsulanMasuk
from reports import keterangan
from reports.paper import Paper
from reports.table import Column, Table

COLUMNS = (
    Column("No", 9, "center"),
    Column("Kode", 34),
    Column("Usulan", 54),
    Column("Permasalahan", 48),
    Column("Lokasi", 38),
    Column("Volume", 20, "right"),
    Column("Perkiraan Biaya (Rp)", 25, "right"),
    Column("Penerima (KK)", 15, "right"),
    Column("Bidang", 22),
)
BIAYA = 6
Further = tuple[Column, Callable[[UsulanMasuk], str]]


def add_usulan(paper: Paper, usulan: Sequence[UsulanMasuk], nothing: str, *further: Further) -> None:
    """The table, with the columns that a paper adds. `nothing` stands in it when there is no usulan."""
    table = Table(paper, (*COLUMNS, *(column for column, _ in further)))
    numbers = count(1)
    for (wilayah, _), group in keterangan.by_wilayah(usulan).items():
        table.heading(wilayah)
        for u in group:
            table.row(*_cells(next(numbers), u), *(cell(u) for _, cell in further))
        table.total(f"Jumlah {wilayah} ({len(group)} usulan)", BIAYA, keterangan.jumlah_biaya(group))
    if not usulan:
        table.note(nothing)
    table.total(f"JUMLAH SELURUHNYA ({len(usulan)} usulan)", BIAYA, keterangan.jumlah_biaya(usulan))


def _cells(number: int, u: UsulanMasuk) -> tuple[str, ...]:
    return (
        str(number),
        u.kode,
        u.isi.nama,
        u.isi.permasalahan,
        u.isi.lokasi,
        keterangan.volume(u),
        formats.bulat(u.isi.biaya),
        formats.bulat(u.isi.penerima),
        u.isi.bidang,
    )
