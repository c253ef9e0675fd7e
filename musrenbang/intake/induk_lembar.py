"""Master data from a workbook, laid over what is stored: a sheet, row or column that is not in it leaves what it is."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple, TypeVar

from musrenbang.errors import Issue, Refused
from musrenbang.guards_induk import JENIS_DESA
from musrenbang.intake import cells
from musrenbang.intake.induk_baris import (
    ATURAN,
    DESA,
    KECAMATAN,
    KRITERIA,
    KUNCI,
    LEMBAR,
    OPD,
    PAGU,
    PENETAPAN,
    PRIORITAS,
    TINGKAT,
    Isi,
    SelSalah,
    rows_of,
)
from musrenbang.intake.lembar import Lembar
from musrenbang.model import Aturan, Bobot, Desa, IsiInduk, Kecamatan, Kriteria, Opd, Prioritas

T = TypeVar("T")


class BacaanInduk(NamedTuple):
    isi: IsiInduk
    salah: tuple[SelSalah, ...]


def read_induk(buku: Mapping[str, Lembar], stored: IsiInduk) -> BacaanInduk:
    """Raises Refused when not one sheet of the workbook is known."""
    named = {cells.same(nama): sheet for nama, sheet in buku.items()}
    if not any(cells.same(nama) in named for nama in LEMBAR):
        raise Refused([Issue("buku_tanpa_lembar")])
    salah: list[SelSalah] = []
    isi = stored
    for nama, lay in LAYERS.items():
        for baris, row in rows_of(nama, named.get(cells.same(nama)), salah):
            known = lay(isi, row)
            if known is None:
                salah.append(_unknown(nama, baris, row))
            else:
                isi = known
    return BacaanInduk(isi, tuple(salah))


def _unknown(nama: str, baris: int, row: Isi) -> SelSalah:
    key = KUNCI.get(nama, ("kode",))
    nilai = ".".join(str(row[k]) for k in key)
    judul = " dan ".join(k.judul for k in LEMBAR[nama] if k.kunci in key)
    return SelSalah(nama, baris, judul, nilai, Issue("induk_tidak_dikenal", {"nilai": nilai}))


def _laid(old: tuple[T, ...], fits: Callable[[T], bool], new: T, *, may_add: bool = False) -> tuple[T, ...] | None:
    """`new` in the place of the one that fits, or at the end; None when there is none."""
    if any(map(fits, old)):
        return tuple(new if fits(one) else one for one in old)
    return (*old, new) if may_add else None


def _told(row: Isi, kunci: str, kept: str) -> str:
    """An empty cell empties the text, a column that is not there keeps it."""
    return row[kunci] or "" if kunci in row else kept


def _kriteria(isi: IsiInduk, row: Isi) -> IsiInduk | None:
    def changed(k: Kriteria) -> Kriteria:
        return replace(k, nama=row["nama"], singkat=row["singkat"], bobot=row["bobot"])

    return _change_kriteria(isi, row["nomor"], changed)


def _tingkat(isi: IsiInduk, row: Isi) -> IsiInduk | None:
    def changed(k: Kriteria) -> Kriteria:
        at, said = row["tingkat"], row.get("kata_bidang_lain")
        other = k.kata_bidang_lain or (("",) * k.tingkat_maks if said else ())
        lain = _put(other, at, _told(row, "kata_bidang_lain", other[at - 1])) if other else ()
        return replace(k, kata=_put(k.kata, at, row["kata"]), kata_bidang_lain=lain)

    known = {k.nomor: k.tingkat_maks for k in isi.bobot.kriteria}
    return (
        _change_kriteria(isi, row["kriteria"], changed)
        if 1 <= row["tingkat"] <= known.get(row["kriteria"], 0)
        else None
    )


def _put(words: tuple[str, ...], tingkat: int, word: str) -> tuple[str, ...]:
    return (*words[: tingkat - 1], word, *words[tingkat:])


def _change_kriteria(isi: IsiInduk, nomor: int, change: Callable[[Kriteria], Kriteria]) -> IsiInduk | None:
    if nomor not in {k.nomor for k in isi.bobot.kriteria}:
        return None
    kriteria = tuple(change(k) if k.nomor == nomor else k for k in isi.bobot.kriteria)
    return replace(isi, bobot=replace(isi.bobot, kriteria=kriteria))


def _penetapan(isi: IsiInduk, row: Isi) -> IsiInduk:
    nomor, when = row.get("penetapan", isi.bobot.nomor_penetapan), row.get("tanggal", isi.bobot.tanggal_penetapan)
    return replace(isi, bobot=Bobot(isi.bobot.kriteria, nomor, when))


def _prioritas(isi: IsiInduk, row: Isi) -> IsiInduk | None:
    new = Prioritas(row["nomor"], row["nama"])
    laid = _laid(isi.prioritas, lambda p: p.nomor == new.nomor, new, may_add=True)
    return replace(isi, prioritas=laid) if laid else None


def _aturan(isi: IsiInduk, row: Isi) -> IsiInduk | None:
    old = next((a for a in isi.aturan if a.kunci == row["kunci"]), None)
    if old is None:
        return None
    told = tuple(word.strip() for word in (row.get("kata") or "").split(";") if word.strip())
    new = Aturan(old.kunci, row["sikap"], row.get("angka", old.angka), told if "kata" in row else old.kata)
    return replace(isi, aturan=tuple(new if a is old else a for a in isi.aturan))


def _pagu(isi: IsiInduk, row: Isi) -> IsiInduk | None:
    """An empty amount takes it away; the name beside the kode is there to be read."""
    if row["kode"] not in {p.kode for p in isi.pagu}:
        return None
    pagu = tuple(replace(p, pagu=row.get("pagu", p.pagu)) if p.kode == row["kode"] else p for p in isi.pagu)
    return replace(isi, pagu=pagu)


def _opd(isi: IsiInduk, row: Isi) -> IsiInduk | None:
    kept = next((o.urusan for o in isi.opd if o.kode == row["kode"]), "")
    new = Opd(row["kode"], row["nama"], row["singkatan"], _told(row, "urusan", kept))
    laid = _laid(isi.opd, lambda o: o.kode == new.kode, new, may_add=True)
    return replace(isi, opd=laid) if laid else None


def _kecamatan(isi: IsiInduk, row: Isi) -> IsiInduk | None:
    old = next((k for k in isi.kecamatan if k.kode == row["kode"]), None)
    if old is None:
        return None
    alamat, kontak = _told(row, "alamat", old.alamat), _told(row, "kontak", old.kontak)
    new = Kecamatan(old.kode, row["nama"], alamat, kontak)
    return replace(isi, kecamatan=tuple(new if k is old else k for k in isi.kecamatan))


def _desa(isi: IsiInduk, row: Isi) -> IsiInduk | None:
    kode = row["kode"]
    new = Desa(kode, row["nama"], JENIS_DESA.get(kode[9:10], ""), kode[:8])
    known = new.jenis and new.kecamatan in {k.kode for k in isi.kecamatan}
    laid = _laid(isi.desa, lambda d: d.kode == kode, new, may_add=bool(known))
    return replace(isi, desa=laid) if laid else None


LAYERS: dict[str, Callable[[IsiInduk, Isi], IsiInduk | None]] = {
    KRITERIA: _kriteria, TINGKAT: _tingkat, PENETAPAN: _penetapan, PRIORITAS: _prioritas, ATURAN: _aturan, PAGU: _pagu,
    OPD: _opd, KECAMATAN: _kecamatan, DESA: _desa,
}  # fmt: skip
