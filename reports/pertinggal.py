"""Pertinggal: the camat's copy of what was sent, by OPD (L35)."""

from musrenbang import formats
from musrenbang.errors import Issue, refuse
from musrenbang.model import BahanCetak, UsulanMasuk
from reports import arsip, blocks, keterangan, pembukaan, peringkat, signing, tanda_periksa
from reports.paper import Paper
from reports.table import Column, Table

COLUMNS = (
    Column("No", 9, "center"),
    Column("Peringkat", 26, "center"),
    Column("Kode", 34),
    Column("Desa/Kelurahan", 30),
    Column("Usulan", 56),
    Column("Lokasi", 42),
    Column("Volume", 22, "right"),
    Column("Biaya (Rp)", 26, "right"),
    Column("Prioritas Pembangunan", 40),
    Column("Skor", 12, "center"),
)
BIAYA = 7


def pertinggal(bahan: BahanCetak) -> bytes:
    """The copy as a PDF, lying. Refused while nothing has been sent."""
    dikirim = bahan.fakta.rapat.dikirim
    if dikirim is None:
        refuse(Issue("belum_dikirim_opd", {"kecamatan": bahan.fakta.rapat.kecamatan.nama}))
    utama = sorted((u for u in bahan.terpilih if u.utama), key=peringkat.rank_key)
    paper = blocks.paper_of(bahan, "PERTINGGAL USULAN PRIORITAS", landscape=True)
    blocks.letterhead(paper, bahan)
    titles = ("Pertinggal Usulan Prioritas yang Dikirim ke OPD", keterangan.saringan(bahan))
    blocks.title(paper, *titles, f"Musrenbang {blocks.meeting_title(bahan)}")
    pembukaan.add(paper, bahan)
    blocks.facts(paper, _facts(bahan, utama), face=blocks.SMALL)
    _add_rows(paper, bahan, utama)
    signing.signatures(paper, None, signing.camat(bahan, (signing.place_and_date(bahan),)))
    tanda_periksa.add(paper, bahan)
    arsip.attach(paper, bahan, "pertinggal")
    return paper.output()


def _facts(bahan: BahanCetak, utama: list[UsulanMasuk]) -> list[tuple[str, str]]:
    dikirim = bahan.fakta.rapat.dikirim
    return [
        ("Hari, Tanggal", blocks.meeting_date(bahan.fakta.daftar_hadir)),
        ("Dikirim pada", formats.tanggal_jam(dikirim) if dikirim else blocks.BLANK),
        ("Usulan dikirim", blocks.count(len(utama), "usulan")),
        ("Perkiraan biaya", blocks.amount(keterangan.total_biaya(utama))),
    ]


def _add_rows(paper: Paper, bahan: BahanCetak, utama: list[UsulanMasuk]) -> None:
    table = Table(paper, COLUMNS)
    for opd, group in keterangan.by_opd(bahan, utama).items():
        table.heading(opd)
        for number, u in enumerate(group, 1):
            table.row(
                str(number),
                peringkat.peringkat(u),
                u.kode,
                keterangan.wilayah(u),
                u.isi.nama,
                u.isi.lokasi,
                keterangan.volume(u),
                formats.bulat(u.isi.biaya),
                keterangan.prioritas(bahan, u),
                formats.skor(u.poin),
            )
        subtotal = keterangan.jumlah_biaya(group)
        table.total(f"Jumlah {opd} ({len(group)} usulan)", BIAYA, subtotal)
    if not utama:
        table.note("Tidak ada usulan prioritas yang dikirim.")
    total = keterangan.jumlah_biaya(utama)
    table.total(f"JUMLAH SELURUHNYA ({len(utama)} usulan)", BIAYA, total)
