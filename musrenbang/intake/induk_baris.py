"""The sheets of a master data workbook: which columns they have, what stands in each row, and what nobody reads."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from musrenbang.errors import Issue, Refused
from musrenbang.formats import bulat
from musrenbang.intake import cells
from musrenbang.intake.columns import GALAT, HEAD_WITHIN, Kolom
from musrenbang.intake.lembar import Baris, Lembar, Nilai
from musrenbang.model import Sikap

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


def rows_of(nama: str, sheet: Lembar | None, salah: list[SelSalah]) -> Iterator[tuple[int, Isi]]:
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
