"""Master data from a workbook, laid over what is stored: a sheet, row or column that is not in it leaves what it is."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from musrenbang.errors import Issue, Refused
from musrenbang.formats import bulat
from musrenbang.guards_induk import JENIS_DESA
from musrenbang.intake import cells
from musrenbang.intake.columns import GALAT, HEAD_WITHIN, Kolom
from musrenbang.intake.lembar import Baris, Lembar, Nilai
from musrenbang.model import Aturan, Bobot, Desa, IsiInduk, Kecamatan, Kriteria, Opd, Prioritas, Sikap

T = TypeVar("T")
KODE, NOMOR, NAMA = Kolom("kode", "Kode", True), Kolom("nomor", "Nomor", True), Kolom("nama", "Nama", True)
KRITERIA, TINGKAT, PENETAPAN, PRIORITAS = "Kriteria", "Tingkat", "Penetapan", "Prioritas"
ATURAN, PAGU, OPD, KECAMATAN, DESA = "Aturan", "Pagu", "OPD", "Kecamatan", "Desa"
LEMBAR: dict[str, tuple[Kolom, ...]] = {
    KRITERIA: (NOMOR, NAMA, Kolom("singkat", "Nama Pendek", True), Kolom("bobot", "Bobot", True)),
    TINGKAT: (
        Kolom("kriteria", "Kriteria", True), Kolom("tingkat", "Tingkat", True), Kolom("kata", "Kata", True),
        Kolom("kata_bidang_lain", "Kata Bidang Lain"),
    ),
    PENETAPAN: (Kolom("penetapan", "Nomor Penetapan"), Kolom("tanggal", "Tanggal Penetapan")),
    PRIORITAS: (NOMOR, NAMA),
    ATURAN: (
        Kolom("kunci", "Kunci", True), Kolom("sikap", "Sikap", True), Kolom("angka", "Batas"), Kolom("kata", "Kata"),
    ),
    PAGU: (KODE, Kolom("kecamatan", "Kecamatan"), Kolom("pagu", "Pagu (Rp)")),
    OPD: (KODE, NAMA, Kolom("singkatan", "Singkatan", True), Kolom("urusan", "Urusan")),
    KECAMATAN: (KODE, NAMA, Kolom("alamat", "Alamat Kantor"), Kolom("kontak", "Telepon dan Surel")),
    DESA: (KODE, NAMA),
}  # fmt: skip
KUNCI = {
    KRITERIA: ("nomor",),
    TINGKAT: ("kriteria", "tingkat"),
    PENETAPAN: (),
    PRIORITAS: ("nomor",),
    ATURAN: ("kunci",),
}
MOST_ROWS = 2_000  # of one sheet
BULAT = frozenset({"nomor", "bobot", "kriteria", "tingkat", "angka", "pagu"})
Isi = dict[str, Any]


class SelSalah(NamedTuple):
    """What is wrong in one cell or row of one sheet; `baris` counts from 1."""

    lembar: str
    baris: int
    judul: str
    nilai: str
    issue: Issue


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
        for baris, row in _rows(nama, named.get(cells.same(nama)), salah):
            known = lay(isi, row)
            if known is None:
                salah.append(_unknown(nama, baris, row))
            else:
                isi = known
    return BacaanInduk(isi, tuple(salah))


def unread(buku: Mapping[str, Lembar]) -> Iterator[str]:
    """Sheets and columns that nobody reads, in words: behind a slip in a head the change of a whole column is lost."""
    known = {cells.same(nama): nama for nama in LEMBAR}
    for name, sheet in buku.items():
        nama = known.get(cells.same(name))
        if nama is not None:
            yield from (f"kolom “{judul}” di lembar {nama}" for judul in _other_heads(nama, sheet))
        elif sheet.baris:
            yield f"lembar “{name}”"


def _other_heads(nama: str, sheet: Lembar) -> list[str]:
    nomor, places = _head(nama, sheet, []) or (0, {})
    heads = next((row.isi for row in sheet.baris if row.nomor == nomor), ())
    others = (value for at, value in enumerate(heads) if at not in places.values())
    return [cells.shown(value) for value in others if cells.text(value).strip()]


def _unknown(nama: str, baris: int, row: Isi) -> SelSalah:
    key = KUNCI.get(nama, ("kode",))
    nilai = ".".join(str(row[k]) for k in key)
    judul = " dan ".join(k.judul for k in LEMBAR[nama] if k.kunci in key)
    return SelSalah(nama, baris, judul, nilai, Issue("induk_tidak_dikenal", {"nilai": nilai}))


def _rows(nama: str, sheet: Lembar | None, salah: list[SelSalah]) -> Iterator[tuple[int, Isi]]:
    """Rows without a fault, each key once."""
    if sheet is None:
        return
    if len(sheet.baris) > MOST_ROWS:
        raise Refused([Issue("lembar_banyak_baris", {"maks": bulat(MOST_ROWS)})])
    head = _head(nama, sheet, salah)
    seen: dict[object, int] = {}
    for row in sheet.baris if head else ():
        if head and row.nomor > head[0] and (isi := _row(nama, sheet, row, head[1], salah)) is not None:
            key = tuple(isi[k] for k in KUNCI.get(nama, ("kode",)))
            if key in seen:
                issue = Issue("induk_baris_ganda", {"baris": seen[key]})
                salah.append(SelSalah(nama, row.nomor, LEMBAR[nama][0].judul, ".".join(map(str, key)), issue))
            else:
                seen[key] = row.nomor
                yield row.nomor, isi


def _head(nama: str, sheet: Lembar, salah: list[SelSalah]) -> tuple[int, dict[str, int]] | None:
    """Its row, and the place of each column."""
    for row in sheet.baris[:HEAD_WITHIN]:
        found = {cells.same(cells.text(value)): at for at, value in reversed(list(enumerate(row.isi)))}
        places = {k.kunci: found[cells.same(k.judul)] for k in LEMBAR[nama] if cells.same(k.judul) in found}
        if all(k.kunci in places for k in LEMBAR[nama] if k.wajib) and places:
            return row.nomor, places
    salah.append(SelSalah(nama, 1, "Judul kolom", "", Issue("judul_tidak_ada")))
    return None


def _row(nama: str, sheet: Lembar, row: Baris, places: Mapping[str, int], salah: list[SelSalah]) -> Isi | None:
    """What stands in each column that the sheet has."""
    isi, faults = Isi(), list[SelSalah]()
    for kolom in (k for k in LEMBAR[nama] if k.kunci in places):
        at = places[kolom.kunci]
        value = row.isi[at] if at < len(row.isi) else None
        said = Issue("sel_rumus") if (row.nomor, at + 1) in sheet.rumus else _value(kolom, value)
        isi[kolom.kunci] = said
        if isinstance(said, Issue):
            faults.append(SelSalah(nama, row.nomor, kolom.judul, cells.shown(value), said))
    salah.extend(faults)
    return None if faults else isi


def _value(kolom: Kolom, value: Nilai) -> object:
    """The value, None when the cell is blank, or the issue with it."""
    said = " ".join(cells.text(value).split())
    if said in GALAT:
        return Issue("sel_galat", {"nilai": said})
    if not said:
        return Issue("sel_wajib") if kolom.wajib else None
    if kolom.kunci in BULAT:
        return cells.whole(value)
    if kolom.kunci == "tanggal":
        return cells.day(value)
    return _attitude(said) if kolom.kunci == "sikap" else said


def _attitude(said: str) -> Sikap | Issue:
    found = next((sikap for sikap in Sikap if sikap.value == said.casefold()), None)
    return found or Issue("sel_pilihan", {"nilai": said, "pilihan": ", ".join(Sikap)})


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
