"""Usulan Masuk: every usulan in the meeting by desa/kelurahan, with what verification decided (L11, L12, L14)."""

from itertools import count
from uuid import UUID

from musrenbang import formats
from musrenbang.model import BahanCetak, UsulanMasuk
from reports import arsip, blocks, keterangan, signing
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
    Column("Keputusan Verifikasi", 40),
)
BIAYA = 6


def usulan_masuk(bahan: BahanCetak) -> bytes:
    """The list as a PDF, lying: all of it, one desa/kelurahan, or one asal (L12: Kelurahan)."""
    paper = blocks.paper_of(bahan, "USULAN MASUK", landscape=True)
    blocks.letterhead(paper, bahan)
    titles = ("Daftar Usulan Masuk", keterangan.saringan(bahan))
    blocks.title(paper, *titles, f"Musrenbang {blocks.meeting_title(bahan)}")
    blocks.facts(paper, _facts(bahan), face=blocks.SMALL)
    _add_rows(paper, bahan)
    signing.signatures(paper, None, signing.camat(bahan, (signing.place_and_date(bahan),)))
    arsip.attach(paper, bahan, "usulan-masuk")
    return paper.output()


def _facts(bahan: BahanCetak) -> list[tuple[str, str]]:
    accepted = [u for u in bahan.terpilih if u.diterima]
    return [
        ("Hari, Tanggal", blocks.meeting_date(bahan.fakta.daftar_hadir)),
        ("Usulan masuk", blocks.count(len(bahan.terpilih), "usulan")),
        ("Usulan diterima", blocks.count(len(accepted), "usulan")),
        ("Perkiraan biaya", blocks.amount(keterangan.total_biaya(bahan.terpilih))),
    ]


def _add_rows(paper: Paper, bahan: BahanCetak) -> None:
    table = Table(paper, COLUMNS)
    kode = keterangan.kode_by_id(bahan)
    numbers = count(1)
    for (wilayah, _), group in keterangan.by_wilayah(bahan.terpilih).items():
        table.heading(wilayah)
        for u in group:
            table.row(*_cells(next(numbers), u, kode))
        table.total(f"Jumlah {wilayah} ({len(group)} usulan)", BIAYA, keterangan.jumlah_biaya(group))
    if not bahan.terpilih:
        table.note("Belum ada usulan masuk.")
    label = f"JUMLAH SELURUHNYA ({len(bahan.terpilih)} usulan)"
    table.total(label, BIAYA, keterangan.jumlah_biaya(bahan.terpilih))


def _cells(number: int, u: UsulanMasuk, kode: dict[UUID, str]) -> tuple[str, ...]:
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
        keterangan.keputusan(u, kode),
    )
