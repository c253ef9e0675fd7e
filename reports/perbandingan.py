"""Kecamatan side by side, as Bappeda's report: what the screen shows, and how it was counted."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from musrenbang import formats
from musrenbang.model import HasilKetegasan, Jumlah, Kecamatan, Nasib, Perbandingan, RujukanBanding
from musrenbang.words_ketegasan import BATAS, named, selisih
from reports import blocks
from reports.paper import Paper
from reports.table import Column, Table

KINDS = ("Usulan", *(nasib.title() for nasib in Nasib))
PER_KECAMATAN = (
    Column("Kecamatan", 36),
    *(Column(head, 15, "right") for head in KINDS),
    Column("Perkiraan Biaya (Rp)", 34, "right"),
    Column("Biaya Prioritas (Rp)", 34, "right"),
    Column("Skor Rata-rata", 15, "center"),
    Column("Desa Tanpa Prioritas", 22, "center"),
)
SKOR_HEADS = ("Dinilai", "Terendah", "Kuartil 1", "Median", "Kuartil 3", "Tertinggi", "Rata-rata")
SKOR = (Column("Kecamatan", 40), *(Column(head, 20, "center") for head in SKOR_HEADS))
DESA = (Column("Kecamatan", 30), Column("Banyak", 16, "center"), Column("Desa/Kelurahan", 160))
KETEGASAN = (
    Column("Kecamatan", 36), Column("Dinilai", 16, "center"), Column("Selisih", 16, "center"),
    Column("Selang 95%", 30, "center"), Column("Tanda", 160),
)  # fmt: skip
TERBANYAK = 3
JUTA = 10**6
CATATAN = (
    "Prioritas dan OPD adalah yang dipilih musyawarah kecamatan. “Belum” adalah usulan yang belum diverifikasi, atau "
    "sudah diterima tetapi belum dipilih sebagai prioritas atau cadangan.",
    "Skor dihitung dari usulan prioritas yang OPD-nya sudah dipilih dan delapan kriterianya terisi. Kuartil dan median "
    "adalah skor yang benar-benar diberikan.",
    "Angka kecamatan yang belum mengirim usulan ke OPD masih dapat berubah; desa/kelurahannya belum dihitung sebagai "
    "desa tanpa usulan prioritas.",
    "Selisih ketegasan adalah perkiraan, dari semua kecamatan yang sudah menilai, berapa skor sebuah rapat di atas "
    "atau di bawah rata-rata rapat untuk usulan sejenis. " + BATAS,
)


@dataclass(frozen=True, slots=True)
class BahanBanding:
    """What the report prints. `bagian`: usulan prioritas by (kecamatan, OPD, prioritas). `lingkup` says in words which
    usulan are counted; `dicetak` is naive UTC.
    """

    perbandingan: Perbandingan
    bagian: Mapping[tuple[str, str | None, int], Jumlah]
    rujukan: RujukanBanding
    ketegasan: HasilKetegasan
    lingkup: str
    dicetak: datetime
    lambang: bytes | None = None


def perbandingan(bahan: BahanBanding) -> bytes:
    p, tahun = bahan.perbandingan, bahan.perbandingan.lingkup.tahun
    paper = Paper(f"PERBANDINGAN MUSRENBANG KECAMATAN TAHUN {tahun}", bahan.dicetak, landscape=True)
    blocks.letterhead_of(paper, bahan.lambang, blocks.BAPPEDA.upper())
    titles = ("Perbandingan Musrenbang Kecamatan", f"{blocks.KABUPATEN} Tahun {tahun}")
    blocks.title(paper, *titles, below=bahan.lingkup)
    _add_kecamatan(paper, p)
    opd: dict[Any, str] = {**{kode: o.nama for kode, o in bahan.rujukan.opd.items()}, None: "Belum ada OPD"}
    _add_crossed(paper, p, "Menurut OPD", "OPD", opd, p.per_opd)
    _add_shares(paper, bahan, opd)
    prioritas = {nomor: one.nama for nomor, one in bahan.rujukan.prioritas.items()}
    _add_crossed(paper, p, "Menurut prioritas pembangunan", "Prioritas Pembangunan", prioritas, p.per_prioritas)
    _add_scores(paper, p)
    _add_strictness(paper, bahan)
    _add_desa(paper, p)
    _heading(paper, "Cara menghitung")
    blocks.numbered(paper, CATATAN)
    return paper.output()


def _heading(paper: Paper, text: str) -> None:
    blocks.gap(paper, 5)
    blocks.lines(paper, text, blocks.BOLD, after=2, keep_next=True)


def _add_kecamatan(paper: Paper, p: Perbandingan) -> None:
    _heading(paper, "Kecamatan")
    table = Table(paper, PER_KECAMATAN, size=8)
    for k in p.kecamatan:
        own = p.of(k.kode)
        counts = (own.semua.usulan, *(own.of(nasib).usulan for nasib in Nasib))
        mean = formats.rata(own.sebaran.jumlah, own.sebaran.dinilai) if own.sebaran else None
        table.row(
            k.nama,
            *map(formats.bulat, counts),
            formats.bulat(own.semua.biaya),
            formats.bulat(own.prioritas.biaya),
            formats.skor(mean),
            f"{len(p.tanpa_prioritas(k.kode))} dari {len(p.desa_di(k.kode))}" if k.kode in p.dikirim else "–",
        )
    total = sum((p.of(k.kode).semua for k in p.kecamatan), Jumlah())
    table.total(f"JUMLAH ({formats.bulat(total.usulan)} usulan)", 7, formats.bulat(total.biaya))


def _add_crossed(
    paper: Paper,
    p: Perbandingan,
    judul: str,
    head: str,
    names: Mapping[Any, str],
    cells: Mapping[tuple[str, Any], Jumlah],
) -> None:
    """Usulan prioritas; who has got most stands first."""
    _heading(paper, judul)
    columns = (
        Column(head, 80), Column("Usulan", 18, "right"), Column("Perkiraan Biaya (Rp)", 36, "right"),
        Column("Kecamatan Terbanyak (usulan)", 90),
    )  # fmt: skip
    table = Table(paper, columns, size=8)
    totals = {key: sum((n for (_, own), n in cells.items() if own == key), Jumlah()) for key in names}
    given = sorted((key for key in names if totals[key].usulan), key=lambda key: (-totals[key].usulan, names[key]))
    for key in given:
        each = [(k, cells.get((k.kode, key), Jumlah()).usulan) for k in p.kecamatan]
        table.row(names[key], formats.bulat(totals[key].usulan), formats.bulat(totals[key].biaya), _most(each))
    if not given:
        table.note("Belum ada usulan prioritas.")


def _add_shares(paper: Paper, bahan: BahanBanding, opd: Mapping[Any, str]) -> None:
    """What each OPD receives by prioritas, of all kecamatan together; who has got most stands first."""
    _heading(paper, "Yang diterima tiap OPD menurut prioritas pembangunan (usulan; biaya dalam Rp juta)")
    prioritas = bahan.rujukan.prioritas
    columns = (Column("OPD", 60), *(Column(one.nama, 24, "right") for one in prioritas.values()))
    table, most = Table(paper, columns, size=7), Counter[Any]()
    sums = defaultdict[tuple[Any, int], Jumlah](Jumlah)
    for (_, one, nomor), n in bahan.bagian.items():
        sums[one, nomor] += n
        most[one] += n.usulan
    given = sorted(most, key=lambda one: (-most[one], opd[one]))
    for one in given:
        table.row(opd[one], *(_share(sums[one, nomor]) for nomor in prioritas))
    if not given:
        table.note("Belum ada usulan prioritas.")


def _share(n: Jumlah) -> str:
    return f"{formats.bulat(n.usulan)}; {formats.bulat(formats.rata(n.biaya, JUTA) or 0)}" if n.usulan else "–"


def _most(each: Sequence[tuple[Kecamatan, int]]) -> str:
    """The kecamatan with most; none is left out that has as many as the last one."""
    ordered = sorted((pair for pair in each if pair[1]), key=lambda pair: -pair[1])
    least = ordered[min(TERBANYAK, len(ordered)) - 1][1]
    return ", ".join(f"{k.nama} ({n})" for k, n in ordered if n >= least)


def _add_scores(paper: Paper, p: Perbandingan) -> None:
    _heading(paper, "Sebaran skor")
    table = Table(paper, SKOR, size=8)
    for k in p.kecamatan:
        if s := p.of(k.kode).sebaran:
            ends = (s.terendah, s.kuartil_1, s.median, s.kuartil_3, s.tertinggi, formats.rata(s.jumlah, s.dinilai))
            table.row(k.nama, formats.bulat(s.dinilai), *map(formats.skor, ends))
    if not any(p.of(k.kode).sebaran for k in p.kecamatan):
        table.note("Belum ada usulan yang delapan kriterianya terisi.")


def _add_strictness(paper: Paper, bahan: BahanBanding) -> None:
    """What is estimated of the meetings alone: usulan stand by their official rank on paper."""
    _heading(paper, "Ketegasan rapat (perkiraan)")
    table, found = Table(paper, KETEGASAN, size=8), bahan.ketegasan
    rapat = found.penyesuaian.rapat if found.penyesuaian else {}
    shown = [k for k in bahan.perbandingan.kecamatan if k.kode in rapat or k.kode in found.tanda]
    for k in shown:
        own, signs = rapat.get(k.kode), named(found.tanda.get(k.kode, ()), bahan.rujukan.kriteria)
        told = (
            (formats.bulat(own.dinilai), selisih(own.selisih), " s.d. ".join(map(selisih, own.selang))) if own else ()
        )
        table.row(k.nama, *(told or ("–",) * 3), " ".join(signs) or "–")
    if not shown:
        table.note("Belum cukup usulan yang dinilai untuk memperkirakannya.")


def _add_desa(paper: Paper, p: Perbandingan) -> None:
    _heading(paper, "Desa/kelurahan tanpa usulan prioritas")
    table = Table(paper, DESA, size=8)
    left = {k: p.tanpa_prioritas(k.kode) for k in p.kecamatan}
    for k, desa in left.items():
        if desa:
            table.row(k.nama, str(len(desa)), ", ".join(d.nama for d in desa))
    if not any(left.values()):
        table.note("Tidak ada di kecamatan yang sudah mengirim usulan ke OPD.")
