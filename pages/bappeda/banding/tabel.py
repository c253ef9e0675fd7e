"""The tables of the comparison: every number is a link to its usulan."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from musrenbang.formats import persen, rata, rupiah_ringkas, skor
from musrenbang.model import (
    BagianDesa,
    Jumlah,
    Kecamatan,
    Nasib,
    Perbandingan,
    Rincian,
    Ringkasan,
    RujukanBanding,
    Sebaran,
)
from musrenbang.pola import spread
from musrenbang.scoring import TINGKAT_MAKS
from pages.bappeda.banding.angka import desa_left_out
from pages.bappeda.banding.lingkup import address
from pages.bappeda.banding.tautan import BAGIAN, DINILAI, SEMUA, UTAMA, Bagian, Tautan, only
from pages.parts.table import table

KINDS = tuple(nasib.capitalize() for nasib in Nasib)
HEADS = ("Kecamatan", "Usulan", "Perkiraan biaya", *KINDS, "Skor rata-rata", "Desa tanpa prioritas")
DIINGAT = 8  # tables that open the screen: drawn once of the same figures
PAGU = ("Pagu indikatif", "Biaya prioritas dari pagu")


@lru_cache(DIINGAT)
def per_kecamatan(p: Perbandingan) -> str:
    """With the pagu where any has been given."""
    heads, foot = (HEADS + PAGU, _sums(p) + _summed_pagu(p)) if p.pagu else (HEADS, _sums(p))
    rows = (_kecamatan(p, k) + (_pagu(p, k) if p.pagu else ()) for k in p.kecamatan)
    return table(heads, rows, numbers=range(1, len(heads)), foot=foot)


def _kecamatan(p: Perbandingan, k: Kecamatan) -> tuple[str, ...]:
    own, to = p.of(k.kode), Tautan(p.lingkup, Bagian.KECAMATAN)
    return (
        f"<b>{escape(k.nama)}</b>",
        to.number(own.semua.usulan, SEMUA, kecamatan=k.kode),
        to.amount(own.semua, SEMUA, kecamatan=k.kode),
        *(to.number(own.of(nasib).usulan, only(nasib), kecamatan=k.kode) for nasib in Nasib),
        _mean(own.sebaran, to, k),
        _left_out(p, to, k),
    )


def _mean(s: Sebaran | None, to: Tautan, k: Kecamatan) -> str:
    return to.said(skor(rata(s.jumlah, s.dinilai)), DINILAI, kecamatan=k.kode) if s else "–"


def _left_out(p: Perbandingan, to: Tautan, k: Kecamatan) -> str:
    if k.kode not in p.dikirim:
        return "–"
    said, rincian = f"{len(p.tanpa_prioritas(k.kode))} dari {len(p.desa_di(k.kode))}", desa_left_out(p, k.kode)
    return to.said(said, rincian, kecamatan=k.kode) if rincian.desa else said


def _pagu(p: Perbandingan, k: Kecamatan) -> tuple[str, ...]:
    pagu, biaya = p.pagu.get(k.kode, 0), p.of(k.kode).prioritas
    if not pagu:
        return "–", "–"
    share = persen(biaya.biaya, pagu)
    to = Tautan(p.lingkup, Bagian.KECAMATAN)
    return rupiah_ringkas(pagu), to.said(share, UTAMA, kecamatan=k.kode) if biaya.usulan else share


def _summed_pagu(p: Perbandingan) -> tuple[str, ...]:
    """Of those that have been given one alone."""
    pagu = sum(p.pagu.values())
    return rupiah_ringkas(pagu), persen(sum(p.of(kode).prioritas.biaya for kode in p.pagu), pagu)


def _sums(p: Perbandingan) -> tuple[str, ...]:
    to, sums = Tautan(p.lingkup, Bagian.KECAMATAN), summed(p)
    return (
        "Jumlah",
        to.number(sums.semua.usulan, SEMUA),
        to.amount(sums.semua, SEMUA),
        *(to.number(sums.of(nasib).usulan, only(nasib)) for nasib in Nasib),
        all_mean(p, to),
        all_left_out(p),
    )


def summed(p: Perbandingan) -> Ringkasan:
    """Of all kecamatan together, by what has become of their usulan."""
    all_ = [p.of(k.kode) for k in p.kecamatan]
    return Ringkasan({nasib: sum((own.of(nasib) for own in all_), Jumlah()) for nasib in Nasib}, None)


def all_mean(p: Perbandingan, to: Tautan) -> str:
    spread = [s for k in p.kecamatan if (s := p.of(k.kode).sebaran)]
    mean = rata(sum(s.jumlah for s in spread), sum(s.dinilai for s in spread))
    return to.said(skor(mean), DINILAI) if spread else "–"


def all_left_out(p: Perbandingan) -> str:
    """It opens to those desa/kelurahan themselves: they would be too many for an address."""
    if not p.desa_terkirim:
        return "–"
    left = sum(len(p.tanpa_prioritas(k.kode)) for k in p.kecamatan)
    to = escape(address("perbandingan", p.lingkup, [(BAGIAN, Bagian.DESA)]))
    said = f"{left} dari {len(p.desa_terkirim)}"
    return f'<a href="{to}" target="_self">{said}</a>' if left else said


@lru_cache(DIINGAT)
def shares(p: Perbandingan, bagian: Bagian) -> tuple[tuple[str, str], ...]:
    """The figures of all kecamatan together: what it counts, the figure."""
    to, sums = Tautan(p.lingkup, bagian), summed(p)
    prioritas, usulan = sums.prioritas.usulan, sums.semua.usulan
    share = f"{to.number(prioritas, UTAMA)} ({persen(prioritas, usulan)})"
    return (
        ("Usulan", to.number(usulan, SEMUA)),
        ("Perkiraan biaya", to.amount(sums.semua, SEMUA)),
        ("Usulan prioritas", share),
        ("Biaya prioritas", to.amount(sums.prioritas, UTAMA)),
        ("Skor rata-rata", all_mean(p, to)),
        ("Desa tanpa prioritas", all_left_out(p)),
    )


def scores(p: Perbandingan, refs: RujukanBanding) -> str:
    heads = (
        "Kecamatan",
        "Dinilai",
        "Terendah",
        "Median",
        "Rata-rata",
        "Tertinggi",
        *(escape(k.singkat) for k in refs.kriteria),
    )
    rows = (_scores(p, k) for k in p.kecamatan if p.of(k.kode).sebaran)
    return table(heads, rows, numbers=range(1, len(heads)))


def _scores(p: Perbandingan, k: Kecamatan) -> tuple[str, ...]:
    s, to = p.of(k.kode).sebaran, Tautan(p.lingkup, Bagian.SKOR)
    if s is None:
        return (escape(k.nama),)
    ends = (s.terendah, s.median, rata(s.jumlah, s.dinilai), s.tertinggi)
    return (
        f"<b>{escape(k.nama)}</b>",
        to.number(s.dinilai, DINILAI, kecamatan=k.kode),
        *(to.said(skor(poin), DINILAI, kecamatan=k.kode) for poin in ends),
        *(_level(p, to, k.kode, at) for at in range(1, len(TINGKAT_MAKS) + 1)),
    )


def _level(p: Perbandingan, to: Tautan, kecamatan: str, kriteria: int) -> str:
    """The mean, and how far levels lie around it."""
    mean, around = mean_level(p, kecamatan, kriteria), spread(_counts(p, kecamatan, kriteria))
    if mean is None:
        return "–"
    return f"{to.said(skor(mean), Rincian(dinilai=kriteria), kecamatan=kecamatan)}<small>± {skor(around)}</small>"


def mean_level(p: Perbandingan, kecamatan: str, kriteria: int) -> int | None:
    """In hundredths of a level, of all levels that have been given."""
    counts = _counts(p, kecamatan, kriteria)
    return rata(100 * sum(t * n for t, n in counts.items()), sum(counts.values()))


def _counts(p: Perbandingan, kecamatan: str, kriteria: int) -> dict[int, int]:
    """How often each level was given."""
    return {t: p.tingkat.get((kecamatan, kriteria, t), 0) for t in range(1, TINGKAT_MAKS[kriteria - 1] + 1)}


def per_desa(p: Perbandingan, desa: Sequence[BagianDesa]) -> str:
    names, to = {k.kode: k.nama for k in p.kecamatan}, Tautan(p.lingkup, Bagian.DESA)
    heads = ("Kecamatan", "Desa/kelurahan", "Usulan", "Perkiraan biaya", "Prioritas", "Biaya prioritas")
    return table(heads, (_desa(to, names[d.kecamatan], d) for d in desa), numbers=range(2, len(heads)))


def _desa(to: Tautan, kecamatan: str, d: BagianDesa) -> tuple[str, ...]:
    all_, utama = Rincian(desa=(d.kode,)), Rincian((Nasib.PRIORITAS,), (d.kode,))
    return (
        escape(kecamatan),
        f"<b>{escape(d.nama)}</b>",
        to.number(d.semua.usulan, all_),
        to.amount(d.semua, all_),
        to.number(d.prioritas.usulan, utama),
        to.amount(d.prioritas, utama),
    )
