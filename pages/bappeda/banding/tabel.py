"""The tables of the comparison: every number is a link to its usulan."""

from collections.abc import Sequence
from html import escape
from typing import Any

from musrenbang.formats import bulat, persen, rata, rupiah_ringkas, skor
from musrenbang.model import TANPA_OPD, BagianDesa, Jumlah, Kecamatan, Nasib, Perbandingan, Ringkasan, RujukanBanding
from musrenbang.pola import spread
from musrenbang.scoring import TINGKAT_MAKS
from pages.bappeda.banding.lingkup import address, narrowed
from pages.parts.table import table

KINDS = tuple(nasib.capitalize() for nasib in Nasib)
HEADS = ("Kecamatan", "Usulan", "Perkiraan biaya", *KINDS, "Skor rata-rata", "Desa tanpa prioritas")
PAGU = ("Pagu indikatif", "Biaya prioritas dari pagu")


def per_kecamatan(p: Perbandingan) -> str:
    """With the pagu where any has been given."""
    heads, foot = (HEADS + PAGU, _sums(p) + _summed_pagu(p)) if p.pagu else (HEADS, _sums(p))
    rows = (_kecamatan(p, k) + (_pagu(p, k) if p.pagu else ()) for k in p.kecamatan)
    return table(heads, rows, numbers=range(1, len(heads)), foot=foot)


def _kecamatan(p: Perbandingan, k: Kecamatan) -> tuple[str, ...]:
    own, desa = p.of(k.kode), p.desa_di(k.kode)
    return (
        f"<b>{escape(k.nama)}</b>",
        link(p, own.semua.usulan, kecamatan=k.kode),
        amount(p, own.semua, kecamatan=k.kode),
        *(link(p, own.of(nasib).usulan, nasib, kecamatan=k.kode) for nasib in Nasib),
        _mean(own),
        f"{len(p.tanpa_prioritas(k.kode))} dari {len(desa)}" if k.kode in p.dikirim else "–",
    )


def _pagu(p: Perbandingan, k: Kecamatan) -> tuple[str, ...]:
    pagu = p.pagu.get(k.kode, 0)
    return (rupiah_ringkas(pagu), persen(p.of(k.kode).prioritas.biaya, pagu)) if pagu else ("–", "–")


def _summed_pagu(p: Perbandingan) -> tuple[str, ...]:
    """Of those that have been given one alone."""
    pagu = sum(p.pagu.values())
    return rupiah_ringkas(pagu), persen(sum(p.of(kode).prioritas.biaya for kode in p.pagu), pagu)


def _mean(own: Ringkasan) -> str:
    return skor(rata(own.sebaran.jumlah, own.sebaran.dinilai)) if own.sebaran else "–"


def _sums(p: Perbandingan) -> tuple[str, ...]:
    all_ = [p.of(k.kode) for k in p.kecamatan]
    total = sum((own.semua for own in all_), Jumlah())
    parts = (link(p, sum(own.of(nasib).usulan for own in all_), nasib) for nasib in Nasib)
    left = sum(len(p.tanpa_prioritas(k.kode)) for k in p.kecamatan)
    return (
        "Jumlah",
        link(p, total.usulan),
        amount(p, total),
        *parts,
        "",
        f"{left} dari {len(p.desa_terkirim)}",
    )


def link(p: Perbandingan, n: int, nasib: Nasib | None = None, said: str = "", **at: Any) -> str:
    """The number, or what is `said` instead, leading to the usulan that it counts; 0 leads nowhere.

    `at` is one option of a field of Lingkup.
    """
    if not n:
        return "–"
    more = {"nasib": nasib.value} if nasib else {}
    to = address("rincian", p.lingkup, **more, **narrowed(at))
    return f'<a href="{escape(to)}" target="_self">{said or bulat(n)}</a>'


def amount(p: Perbandingan, jumlah: Jumlah, nasib: Nasib | None = None, **at: Any) -> str:
    """The rupiah of these usulan, leading to them."""
    return link(p, jumlah.usulan, nasib, rupiah_ringkas(jumlah.biaya), **at)


def crossed(p: Perbandingan, rows: Sequence[tuple[Any, str]], field: str, cells: dict[tuple[str, Any], Jumlah]) -> str:
    """Usulan prioritas by something (key, name) and kecamatan. The key None stands for those without an OPD."""
    heads = ("", *(escape(k.nama) for k in p.kecamatan), "Jumlah", "Biaya")
    body = (_crossed_row(p, key, nama, field, cells) for key, nama in rows)
    return f'<div class="silang">{table(heads, body, numbers=range(1, len(heads)))}</div>'


def _crossed_row(
    p: Perbandingan, key: Any, nama: str, field: str, cells: dict[tuple[str, Any], Jumlah]
) -> tuple[str, ...]:
    total = sum((cells.get((k.kode, key), Jumlah()) for k in p.kecamatan), Jumlah())
    at = {field: TANPA_OPD if key is None else key}
    each = (
        link(p, cells.get((k.kode, key), Jumlah()).usulan, Nasib.PRIORITAS, kecamatan=k.kode, **at) for k in p.kecamatan
    )
    sums = (link(p, total.usulan, Nasib.PRIORITAS, **at), amount(p, total, Nasib.PRIORITAS, **at))
    return (f"<b>{escape(nama)}</b>", *each, *sums)


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
    s = p.of(k.kode).sebaran
    if s is None:
        return (escape(k.nama),)
    means = (_level(p, k.kode, at) for at in range(1, len(TINGKAT_MAKS) + 1))
    ends = (skor(s.terendah), skor(s.median), skor(rata(s.jumlah, s.dinilai)), skor(s.tertinggi))
    return (f"<b>{escape(k.nama)}</b>", bulat(s.dinilai), *ends, *means)


def _level(p: Perbandingan, kecamatan: str, kriteria: int) -> str:
    """The mean, and how far levels lie around it."""
    around = spread(_counts(p, kecamatan, kriteria))
    return f"{skor(mean_level(p, kecamatan, kriteria))}<small>± {skor(around)}</small>"


def mean_level(p: Perbandingan, kecamatan: str, kriteria: int) -> int | None:
    """In hundredths of a level, of all levels that have been given."""
    counts = _counts(p, kecamatan, kriteria)
    return rata(100 * sum(t * n for t, n in counts.items()), sum(counts.values()))


def _counts(p: Perbandingan, kecamatan: str, kriteria: int) -> dict[int, int]:
    """How often each level was given."""
    return {t: p.tingkat.get((kecamatan, kriteria, t), 0) for t in range(1, TINGKAT_MAKS[kriteria - 1] + 1)}


def per_desa(p: Perbandingan, desa: Sequence[BagianDesa]) -> str:
    names = {k.kode: k.nama for k in p.kecamatan}
    heads = ("Kecamatan", "Desa/kelurahan", "Usulan", "Perkiraan biaya", "Prioritas", "Biaya prioritas")
    rows = (
        (
            escape(names[d.kecamatan]), f"<b>{escape(d.nama)}</b>",
            bulat(d.semua.usulan), rupiah_ringkas(d.semua.biaya),
            bulat(d.prioritas.usulan) if d.prioritas.usulan else "–", rupiah_ringkas(d.prioritas.biaya),
        )
        for d in desa
    )  # fmt: skip
    return table(heads, rows, numbers=range(2, len(heads)))
