"""Usulan terakomodir: what was accepted from desa/kelurahan, and what the kecamatan has added (L14)."""

from collections.abc import Sequence
from itertools import count

from musrenbang import formats
from musrenbang.model import Asal, BahanCetak, UsulanMasuk
from reports import arsip, blocks, keterangan, signing
from reports.paper import Paper
from reports.table import Column, Table

COLUMNS = (
    Column("No", 9, "center"),
    Column("Kode", 34),
    Column("Usulan", 62),
    Column("Permasalahan", 54),
    Column("Lokasi", 44),
    Column("Volume", 22, "right"),
    Column("Perkiraan Biaya (Rp)", 27, "right"),
    Column("Penerima (KK)", 16, "right"),
    Column("Bidang", 26),
)
BIAYA = 6


def usulan_terakomodir(bahan: BahanCetak) -> bytes:
    """The list as a PDF, lying, by desa/kelurahan with those of the kecamatan last."""
    accepted = [u for u in bahan.terpilih if u.diterima]
    paper = blocks.paper_of(bahan, "USULAN TERAKOMODIR", landscape=True, provisional=True)
    blocks.letterhead(paper, bahan)
    titles = ("Daftar Usulan yang Terakomodir", keterangan.saringan(bahan))
    blocks.title(paper, *titles, f"Musrenbang {blocks.meeting_title(bahan)}")
    blocks.provisional(paper, bahan)
    blocks.facts(paper, _facts(bahan, accepted), face=blocks.SMALL)
    _add_rows(paper, accepted)
    signing.signatures(paper, None, signing.camat(bahan, (signing.place_and_date(bahan),)))
    arsip.attach(paper, bahan, "usulan-terakomodir")
    return paper.output()


def _facts(bahan: BahanCetak, accepted: Sequence[UsulanMasuk]) -> list[tuple[str, str]]:
    own = sum(u.asal is Asal.KECAMATAN for u in accepted)
    return [
        ("Hari, Tanggal", blocks.meeting_date(bahan.fakta.daftar_hadir)),
        ("Desa/kelurahan", blocks.count(len(accepted) - own, "usulan")),
        ("Kecamatan", blocks.count(own, "usulan")),
        ("Perkiraan biaya", blocks.amount(keterangan.total_biaya(accepted))),
    ]


def _add_rows(paper: Paper, accepted: Sequence[UsulanMasuk]) -> None:
    table = Table(paper, COLUMNS)
    numbers = count(1)
    for (wilayah, _), group in keterangan.by_wilayah(accepted).items():
        table.heading(wilayah)
        for u in group:
            table.row(*_cells(next(numbers), u))
        table.total(f"Jumlah {wilayah} ({len(group)} usulan)", BIAYA, keterangan.jumlah_biaya(group))
    if not accepted:
        table.note("Belum ada usulan yang terakomodir.")
    table.total(f"JUMLAH SELURUHNYA ({len(accepted)} usulan)", BIAYA, keterangan.jumlah_biaya(accepted))


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
