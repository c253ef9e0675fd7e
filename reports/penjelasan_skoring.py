"""Penjelasan Skoring: the prioritas pembangunan, the kriteria with their levels in words, and how they add up (L15)."""

from musrenbang import formats
from musrenbang.model import BahanCetak, Bidang, Kriteria
from reports import blocks, peringkat, signing
from reports.paper import Paper
from reports.table import Column, Table

CONTOH = (
    Column("No", 10, "center"),
    Column("Kriteria", 110),
    Column("Bobot", 24, "center"),
    Column("Tingkat", 24, "center"),
    Column("Bobot × Tingkat", 34, "right"),
)


def penjelasan_skoring(bahan: BahanCetak) -> bytes:
    """What the hall is told before scoring, as a PDF, lying."""
    paper = blocks.paper_of(bahan, "PENJELASAN SKORING", landscape=True)
    blocks.letterhead(paper, bahan)
    blocks.title(paper, "Penjelasan Skoring Usulan", f"Musrenbang {blocks.meeting_title(bahan)}")
    _add_priorities(paper, bahan)
    _add_kriteria(paper, bahan)
    _add_example(paper, bahan)
    signing.signatures(paper, None, signing.camat(bahan, (signing.place_and_date(bahan),)))
    return paper.output()


def _heading(paper: Paper, text: str) -> None:
    blocks.lines(paper, text, blocks.BOLD, after=1, keep_next=True)


def _add_priorities(paper: Paper, bahan: BahanCetak) -> None:
    _heading(paper, "1. Prioritas pembangunan")
    text = (
        "Setiap usulan yang diterima diberi satu prioritas pembangunan, atau menjadi usulan cadangan beserta alasannya."
    )
    blocks.paragraph(paper, text, keep_next=True)
    blocks.grid(paper, [f"{p.nomor}. {p.nama}" for p in bahan.prioritas.values()], 2)
    blocks.gap(paper, 2)


def _add_kriteria(paper: Paper, bahan: BahanCetak) -> None:
    _heading(paper, "2. Kriteria, bobot, dan tingkat")
    kriteria = bahan.bobot.kriteria
    most = max(k.tingkat_maks for k in kriteria)
    levels = tuple(Column(f"Tingkat {n}", 34) for n in range(1, most + 1))
    table = Table(
        paper, (Column("No", 9, "center"), Column("Kriteria", 62), Column("Bobot", 14, "center"), *levels), size=8.5
    )
    for k in kriteria:
        table.row(str(k.nomor), k.nama, str(k.bobot), *(_level(k, n) for n in range(most)))
    table.total("JUMLAH", 2, str(sum(k.bobot for k in kriteria)))
    blocks.gap(paper, 1.5)
    if any(k.kata_bidang_lain for k in kriteria):
        blocks.lines(paper, f"* Untuk usulan selain bidang {Bidang.FISIK}.", blocks.SMALL)
    blocks.lines(paper, peringkat.weights_note(bahan.bobot), blocks.SMALL, after=4)


def _level(k: Kriteria, n: int) -> str:
    """Words of one level; a kriteria with fewer levels leaves the rest empty."""
    if n >= k.tingkat_maks:
        return "–"
    return f"{k.kata[n]}\n{k.kata_bidang_lain[n]} *" if k.kata_bidang_lain else k.kata[n]


def _add_example(paper: Paper, bahan: BahanCetak) -> None:
    """The levels of the example are nobody's: they only show how the sum is made."""
    kriteria = bahan.bobot.kriteria
    levels = [max(1, k.tingkat_maks - k.nomor % 3) for k in kriteria]
    poin = sum(k.bobot * level for k, level in zip(kriteria, levels, strict=True))
    _heading(paper, "3. Cara menghitung skor")
    lowest, highest = sum(k.bobot for k in kriteria), sum(k.bobot * k.tingkat_maks for k in kriteria)
    rule = (
        "Poin adalah jumlah bobot dikali tingkat dari semua kriteria. Skor adalah poin dibagi 100, "
        f"yaitu dari {formats.skor(lowest)} sampai dengan {formats.skor(highest)}. Usulan dengan skor tertinggi "
        "menempati peringkat pertama."
    )
    blocks.paragraph(paper, rule)
    blocks.paragraph(paper, peringkat.tie_rule(bahan.bobot))
    blocks.lines(paper, "Contoh hitungan, bukan usulan yang sebenarnya:", blocks.SMALL_BOLD, after=1, keep_next=True)
    table = Table(paper, CONTOH, size=9)
    for k, level in zip(kriteria, levels, strict=True):
        table.row(str(k.nomor), k.nama, str(k.bobot), str(level), str(k.bobot * level))
    table.total("POIN", 4, formats.bulat(poin))
    table.total(f"SKOR = {formats.bulat(poin)} : 100", 4, formats.skor(poin))
