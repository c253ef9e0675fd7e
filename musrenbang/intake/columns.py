"""The columns of the two kinds of sheets that are read, their head, and what is wrong with a cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from musrenbang.errors import Issue
from musrenbang.intake import cells
from musrenbang.intake.lembar import Baris, Lembar, Nilai
from musrenbang.words import sentence

HEAD_WITHIN = 20  # rows; a title may stand above the head
GALAT = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"})


class Kolom(NamedTuple):
    """A column by its head, and other heads that mean the same."""

    kunci: str
    judul: str
    wajib: bool = False
    lain: tuple[str, ...] = ()


TEMPLAT = (
    Kolom("kode", "Kode", lain=("Kode Usulan",)),
    Kolom("kode_desa", "Kode Desa", lain=("Kode Desa/Kelurahan",)),
    Kolom("desa", "Desa/Kelurahan", lain=("Desa", "Kelurahan", "Nama Desa")),
    Kolom("urutan", "Urutan", lain=("Urutan Prioritas", "Urutan Desa")),
    Kolom("nama", "Nama Usulan", True, ("Usulan",)),
    Kolom("permasalahan", "Permasalahan", lain=("Masalah",)),
    Kolom("lokasi", "Lokasi", True, ("Alamat",)),
    Kolom("volume", "Volume", True),
    Kolom("satuan", "Satuan", True),
    Kolom("biaya", "Perkiraan Biaya (Rp)", True, ("Perkiraan Biaya", "Biaya", "Anggaran")),
    Kolom("penerima", "Penerima Manfaat (KK)", True, ("Penerima Manfaat", "Penerima")),
    Kolom("bidang", "Bidang", True),
    Kolom("kewenangan", "Kewenangan", True),
    Kolom("opd", "OPD", lain=("OPD Penanggung Jawab", "OPD Tujuan", "OPD Pelaksana")),
    Kolom("disetujui", "Disetujui (Ya/Tidak)", lain=("Disetujui",)),
)
SIPD = (
    Kolom("id", "ID Usulan", True),
    Kolom("tanggal", "Tanggal Usul"),
    Kolom("pengusul", "Pengusul"),
    Kolom("profil", "Profil"),
    Kolom("nama", "Usulan", True),
    Kolom("permasalahan", "Masalah"),
    Kolom("lokasi", "Alamat", True),
    Kolom("kabupaten", "Kabupaten"),
    Kolom("kecamatan", "Kecamatan", True),
    Kolom("desa", "Kelurahan", True),
    Kolom("urutan", "Usulan Ke"),
    Kolom("opd_awal", "OPD Tujuan Awal", True),
    Kolom("opd", "OPD Tujuan Akhir", True),
    Kolom("status", "Status"),
    Kolom("catatan", "Catatan"),
    Kolom("mitra", "Rekomendasi Mitra"),
    Kolom("rekomendasi_kelurahan", "Rekomendasi Kelurahan"),
    Kolom("rekomendasi_kecamatan", "Rekomendasi Kecamatan"),
    Kolom("rekomendasi_skpd", "Rekomendasi SKPD"),
    Kolom("rekomendasi_tapd", "Rekomendasi TAPD"),
    Kolom("volume", "Volume", True),
    Kolom("satuan", "Satuan", True),
    Kolom("biaya", "Anggaran", True),
    Kolom("belanja", "Jenis Belanja"),
    Kolom("sub_kegiatan", "Sub Kegiatan"),
)


@dataclass(frozen=True, slots=True)
class Salah:
    """What is wrong in one cell, row and column counted from 1; `kolom` is None for a whole row."""

    baris: int
    kolom: int | None
    judul: str
    nilai: str
    issue: Issue

    @property
    def sel(self) -> str:
        """ "Baris 3, kolom G (Volume)"."""
        return f"Baris {self.baris}, kolom {self.huruf} ({self.judul})" if self.kolom else f"Baris {self.baris}"

    @property
    def huruf(self) -> str:
        return letters(self.kolom) if self.kolom else ""

    @property
    def kalimat(self) -> str:
        return sentence(self.issue)

    def refusal(self) -> Issue:
        return Issue("sel_salah", {"sel": self.sel, "catatan": self.kalimat})


@dataclass(frozen=True, slots=True)
class Kepala:
    """The head of a sheet: where each known column is (counted from 0), and which heads nobody knows."""

    nomor: int
    sipd: bool
    tempat: dict[str, int]
    judul: dict[str, str]
    asing: tuple[str, ...]
    salah: tuple[Salah, ...]

    def fault(self, baris: int, kunci: str, issue: Issue, nilai: str = "") -> Salah:
        place = self.tempat.get(kunci)
        return Salah(baris, None if place is None else place + 1, self.judul[kunci], nilai, issue)


def in_order(faults: Iterable[Salah]) -> tuple[Salah, ...]:
    """As a person goes through the sheet."""
    return tuple(sorted(faults, key=lambda fault: (fault.baris, fault.kolom or 0)))


def letters(kolom: int) -> str:
    """The letters of a column counted from 1: 1 -> "A", 27 -> "AA"; up to 702."""
    tens, ones = divmod(kolom - 1, 26)
    return (chr(64 + tens) if tens else "") + chr(65 + ones)


def head_of(lembar: Lembar) -> Kepala | None:
    """The row among the first ones that names most columns; None when none of them is a head."""
    found = [(_known(row), row) for row in lembar.baris[:HEAD_WITHIN]]
    best = max(found, key=lambda one: one[0], default=None)
    return _head(best[1]) if best and best[0] >= 3 else None


def rows_below(lembar: Lembar, kepala: Kepala) -> list[Baris]:
    """The rows of usulan: not blank, and not the sum below a list."""
    return [row for row in lembar.baris if row.nomor > kepala.nomor and not _says_nothing(row)]


def _says_nothing(row: Baris) -> bool:
    """Blanks, or sums beside the word that says so: as lists are exported."""
    said = {v.strip().lower() for v in row.isi if isinstance(v, str)} - {""}
    return said <= {"jumlah", "total"} and (bool(said) or not any(type(v) in (int, float) for v in row.isi))


def _known(row: Baris) -> int:
    heads = {_name(value) for value in row.isi}
    return max(len(heads & set(_names(kind))) for kind in (TEMPLAT, SIPD))


def _head(row: Baris) -> Kepala:
    heads = {_name(value) for value in row.isi}
    sipd = {"id usulan", "kelurahan"} <= heads
    kolom = SIPD if sipd else TEMPLAT
    names, places, foreign, faults = _names(kolom), dict[str, int](), list[str](), list[Salah]()
    for place, value in enumerate(row.isi):
        key = names.get(_name(value))
        if key is None:
            foreign += [cells.shown(value)] if _name(value) else []
        elif key in places:
            faults.append(_fault(row, place, value, Issue("kolom_ganda", {"kolom": cells.shown(value)})))
        else:
            places[key] = place
    missing = [k for k in kolom if k.wajib and k.kunci not in places]
    faults += [Salah(row.nomor, None, k.judul, "", Issue("kolom_tidak_ada", {"kolom": k.judul})) for k in missing]
    return Kepala(row.nomor, sipd, places, {k.kunci: k.judul for k in kolom}, tuple(foreign), tuple(faults))


def _fault(row: Baris, place: int, value: Nilai, issue: Issue) -> Salah:
    return Salah(row.nomor, place + 1, cells.shown(value), cells.shown(value), issue)


def _names(kolom: Sequence[Kolom]) -> dict[str, str]:
    return {_name(name): k.kunci for k in kolom for name in (k.judul, *k.lain)}


def _name(value: Nilai) -> str:
    """Without case, blanks and the star of a required column."""
    return cells.same(cells.text(value)).replace("*", "").replace(" / ", "/").strip()
