"""Kecamatan side by side, as sheets: one row a kecamatan, and one for each pair that has a number."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from musrenbang.formats import rata
from musrenbang.model import Jumlah, Kecamatan, Nasib, Perbandingan, RujukanBanding
from musrenbang.scoring import TINGKAT_MAKS
from reports.lists.listing import KECAMATAN, Field, Row, Sheet
from reports.lists.skoring import skor

BagianOpd = Mapping[tuple[str, str | None, int], Jumlah]
KODE = Field("Kode", 12)
USULAN = Field("Usulan", 10, "whole")
BIAYA = Field("Perkiraan Biaya (Rp)", 22, "rupiah")
PAGU = (Field("Pagu Indikatif (Rp)", 22, "rupiah"), Field("Biaya Prioritas dari Pagu (%)", 16, "whole"))
SKOR = ("Dinilai", "Skor Rata-rata", "Skor Terendah", "Kuartil 1", "Median", "Kuartil 3", "Skor Tertinggi")


def sheets(p: Perbandingan, bagian: BagianOpd, refs: RujukanBanding, dicetak: datetime) -> list[Sheet]:
    """Everything that the comparison of this scope shows. `bagian`: usulan prioritas by (kecamatan, OPD, prioritas)."""
    opd: dict[str | None, str] = {None: "Belum ada OPD", **{kode: o.nama for kode, o in refs.opd.items()}}
    prioritas = {nomor: one.nama for nomor, one in refs.prioritas.items()}
    return [
        _summary(p, dicetak),
        _crossed("OPD", p, [(k, opd[o], n) for (k, o), n in p.per_opd.items()], dicetak),
        _shares(p, [(k, opd[o], prioritas[nomor], n) for (k, o, nomor), n in bagian.items()], dicetak),
        _crossed("Prioritas", p, [(k, prioritas[o], n) for (k, o), n in p.per_prioritas.items()], dicetak),
        _levels(p, refs, dicetak),
        _desa(p, dicetak),
    ]


def _summary(p: Perbandingan, dicetak: datetime) -> Sheet:
    """With the pagu where any has been given."""
    fields = _kecamatan_fields() + (PAGU if p.pagu else ())
    rows = [(*_kecamatan(p, k), *(_pagu(p, k) if p.pagu else ())) for k in p.kecamatan]
    return Sheet("Kecamatan", fields, rows, dicetak)


def _pagu(p: Perbandingan, k: Kecamatan) -> Row:
    pagu = p.pagu.get(k.kode)
    return (pagu, rata(100 * p.of(k.kode).prioritas.biaya, pagu)) if pagu else (None, None)


def _kecamatan_fields() -> tuple[Field, ...]:
    kinds = [nasib.title() for nasib in Nasib]
    return (
        KODE, KECAMATAN, USULAN, BIAYA,
        *(field for kind in kinds for field in (Field(kind, 12, "whole"), Field(f"Biaya {kind} (Rp)", 22, "rupiah"))),
        Field(SKOR[0], 10, "whole"), *(Field(name, 12, "decimal") for name in SKOR[1:]),
        Field("Desa/Kelurahan", 14, "whole"), Field("Desa Tanpa Usulan Prioritas", 16, "whole"),
    )  # fmt: skip


def _kecamatan(p: Perbandingan, k: Kecamatan) -> Row:
    own = p.of(k.kode)
    kinds = [own.of(nasib) for nasib in Nasib]
    return (
        k.kode, k.nama, own.semua.usulan, own.semua.biaya,
        *(value for kind in kinds for value in (kind.usulan, kind.biaya)),
        *_scores(p, k),
        len(p.desa_di(k.kode)), len(p.tanpa_prioritas(k.kode)) if k.kode in p.dikirim else None,
    )  # fmt: skip


def _scores(p: Perbandingan, k: Kecamatan) -> Row:
    s = p.of(k.kode).sebaran
    if s is None:
        return (0, *(None for _ in SKOR[1:]))
    poin = (rata(s.jumlah, s.dinilai), s.terendah, s.kuartil_1, s.median, s.kuartil_3, s.tertinggi)
    return (s.dinilai, *map(skor, poin))


def _crossed(judul: str, p: Perbandingan, cells: Sequence[tuple[str, str, Jumlah]], dicetak: datetime) -> Sheet:
    names = {k.kode: k.nama for k in p.kecamatan}
    rows = sorted((kode, names[kode], nama, n.usulan, n.biaya) for kode, nama, n in cells)
    return Sheet(judul, (KODE, KECAMATAN, Field(judul, 50), USULAN, BIAYA), rows, dicetak)


def _shares(p: Perbandingan, cells: Sequence[tuple[str, str, str, Jumlah]], dicetak: datetime) -> Sheet:
    """What each OPD receives, a row for each kecamatan and prioritas."""
    names = {k.kode: k.nama for k in p.kecamatan}
    fields = (KODE, KECAMATAN, Field("OPD", 50), Field("Prioritas", 50), USULAN, BIAYA)
    rows = sorted((kode, names[kode], opd, prioritas, n.usulan, n.biaya) for kode, opd, prioritas, n in cells)
    return Sheet("OPD per Prioritas", fields, rows, dicetak)


def _levels(p: Perbandingan, refs: RujukanBanding, dicetak: datetime) -> Sheet:
    kriteria = {k.nomor: k.nama for k in refs.kriteria}
    levels = [Field(f"Tingkat {t}", 10, "whole") for t in range(1, max(TINGKAT_MAKS) + 1)]
    rows: list[Row] = [
        (k.kode, k.nama, nama, *(p.tingkat.get((k.kode, nomor, t), 0) for t in range(1, max(TINGKAT_MAKS) + 1)))
        for k in p.kecamatan
        for nomor, nama in kriteria.items()
        if p.of(k.kode).sebaran
    ]
    return Sheet("Tingkat", (KODE, KECAMATAN, Field("Kriteria", 40), *levels), rows, dicetak)


def _desa(p: Perbandingan, dicetak: datetime) -> Sheet:
    names = {k.kode: k.nama for k in p.kecamatan}
    fields = (
        Field("Kode", 16), KECAMATAN, Field("Desa/Kelurahan", 28), USULAN, BIAYA,
        Field("Usulan Prioritas", 12, "whole"), Field("Biaya Usulan Prioritas (Rp)", 22, "rupiah"),
    )  # fmt: skip
    rows = [
        (d.kode, names[d.kecamatan], d.nama, d.semua.usulan, d.semua.biaya, d.prioritas.usulan, d.prioritas.biaya)
        for d in p.desa
    ]
    return Sheet("Desa", fields, rows, dicetak)
