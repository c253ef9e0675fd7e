"""What did not become a priority, each with its reason: Lampiran III, and the list of usulan cadangan."""

from collections.abc import Callable, Sequence

from musrenbang.model import BahanCetak, Keputusan, UsulanMasuk
from reports import keterangan
from reports.paper import Paper
from reports.table import Column, Table

COLUMNS = (
    Column("No", 9, "center"),
    Column("Kegiatan", 95),
    Column("Lokasi", 70),
    Column("Volume", 26, "right"),
    Column("Alasan", 100),
)


def _is_cadangan(u: UsulanMasuk) -> bool:
    return u.cadangan


def _is_tidak_sesuai(u: UsulanMasuk) -> bool:
    return u.keputusan is Keputusan.TIDAK_SESUAI


def _is_digabung(u: UsulanMasuk) -> bool:
    return u.keputusan is Keputusan.DIGABUNG


def _is_undecided(u: UsulanMasuk) -> bool:
    return not (_is_cadangan(u) or _is_tidak_sesuai(u) or _is_digabung(u))


GROUPS: tuple[tuple[str, Callable[[UsulanMasuk], bool]], ...] = (
    ("Usulan cadangan", _is_cadangan),
    ("Usulan tidak sesuai", _is_tidak_sesuai),
    ("Usulan yang digabung", _is_digabung),
    ("Usulan yang belum ditetapkan", _is_undecided),
)


def add_rows(paper: Paper, bahan: BahanCetak, rest: Sequence[UsulanMasuk], nothing: str) -> None:
    """A table of `rest` by the way each was left out; `nothing` stands in it where there are none."""
    kode = keterangan.kode_by_id(bahan)
    table = Table(paper, COLUMNS)
    number = 0
    for heading, belongs in GROUPS:
        group = [u for u in rest if belongs(u)]
        if group:
            table.heading(f"{heading} ({len(group)} usulan)")
        for u in group:
            number += 1
            name = f"{u.kode} {u.isi.nama}"
            table.row(str(number), name, keterangan.lokasi(u), keterangan.volume(u), keterangan.alasan(u, kode))
    if not rest:
        table.note(nothing)
