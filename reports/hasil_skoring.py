"""Hasil Skoring: usulan prioritas by peringkat, with every level that led to it (L25)."""

from musrenbang import formats
from musrenbang.model import BahanCetak, UsulanMasuk
from reports import arsip, blocks, keterangan, pembukaan, peringkat, signing, tanda_periksa
from reports.paper import Paper
from reports.table import Column, Table

BEFORE = (
    Column("No", 8, "center"),
    Column("Kode", 34),
    Column("Desa/Kelurahan", 25),
    Column("Usulan", 45),
    Column("Lokasi", 34),
    Column("Biaya (Rp)", 24, "right"),
    Column("OPD Penanggung Jawab", 33),
)
AFTER = (
    Column("Poin", 9, "center"),
    Column("Skor", 10, "center"),
    Column("Peringkat", 26, "center"),
)
UNRANKED = (
    Column("No", 8, "center"),
    Column("Kode", 34),
    Column("Desa/Kelurahan", 32),
    Column("Usulan", 82),
    Column("Kriteria yang belum dinilai", 120),
)
BIAYA = 5


def hasil_skoring(bahan: BahanCetak) -> bytes:
    """The ranking as a PDF, lying. Until the meeting is sent it calls itself a result for the time being."""
    paper = blocks.paper_of(bahan, "HASIL SKORING", landscape=True, provisional=True)
    blocks.letterhead(paper, bahan)
    titles = ("Hasil Skoring Usulan Prioritas", keterangan.saringan(bahan))
    blocks.title(paper, *titles, f"Musrenbang {blocks.meeting_title(bahan)}")
    _add_notes(paper, bahan)
    ranked = peringkat.ranked(bahan.terpilih)
    _add_ranking(paper, bahan, ranked)
    _add_incomplete(paper, bahan)
    blocks.gap(paper, 3)
    total = blocks.amount(keterangan.total_biaya(ranked))
    blocks.lines(paper, f"Jumlah perkiraan biaya {len(ranked)} usulan berperingkat: {total}.", blocks.SMALL)
    above = (signing.place_and_date(bahan),)
    signing.signatures(paper, signing.tim_bappeda(bahan), signing.camat(bahan, above))
    tanda_periksa.add(paper, bahan)
    arsip.attach(paper, bahan, "hasil-skoring")
    return paper.output()


def _add_notes(paper: Paper, bahan: BahanCetak) -> None:
    blocks.provisional(paper, bahan)
    pembukaan.add(paper, bahan)
    blocks.lines(paper, "Keterangan kriteria:", blocks.SMALL_BOLD, keep_next=True)
    blocks.grid(paper, peringkat.legend(bahan.bobot), 3)
    for text in (peringkat.weights_note(bahan.bobot), peringkat.tie_rule(bahan.bobot)):
        blocks.lines(paper, text, blocks.SMALL, after=0.5)
    blocks.gap(paper, 2)


def _add_ranking(paper: Paper, bahan: BahanCetak, ranked: list[UsulanMasuk]) -> None:
    kriteria = tuple(Column(head, 6.8, "center") for head in peringkat.heads(bahan.bobot))
    table = Table(paper, BEFORE + kriteria + AFTER)
    ordered = bahan.urutan_seri
    for number, u in enumerate(ranked, 1):
        table.row(
            str(number),
            u.kode,
            keterangan.wilayah(u),
            u.isi.nama,
            u.isi.lokasi,
            formats.bulat(u.isi.biaya),
            keterangan.opd(bahan, u),
            *peringkat.levels(u),
            *peringkat.scores(u, ordered),
        )
    if not ranked:
        table.note("Belum ada usulan prioritas yang lengkap diskor.")
    table.total(f"JUMLAH ({len(ranked)} usulan)", BIAYA, keterangan.jumlah_biaya(ranked))
    if any(u.id in ordered for u in ranked):
        blocks.lines(paper, peringkat.MEETING_ORDER, blocks.SMALL)


def _add_incomplete(paper: Paper, bahan: BahanCetak) -> None:
    usulan = peringkat.incomplete(bahan.terpilih)
    if not usulan:
        return
    blocks.gap(paper, 4)
    blocks.lines(paper, "Belum lengkap diskor", blocks.BOLD, after=1, keep_next=True)
    table = Table(paper, UNRANKED)
    for number, u in enumerate(usulan, 1):
        table.row(str(number), u.kode, keterangan.wilayah(u), u.isi.nama, peringkat.missing(bahan, u))
