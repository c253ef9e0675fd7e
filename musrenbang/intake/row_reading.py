"""One row of a sheet being read: its values by column, and everything that is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from musrenbang import fields
from musrenbang.errors import Issue
from musrenbang.intake import cells
from musrenbang.intake.columns import GALAT, Kepala, Salah
from musrenbang.intake.lembar import Baris, Lembar, Nilai
from musrenbang.model import Desa, IsiUsulan, Kecamatan, Opd

T = TypeVar("T")
# what fields.content calls an isian, and the column where it stands
ISIAN = {
    "Nama usulan": "nama", "Satuan": "satuan", "Permasalahan": "permasalahan", "Lokasi": "lokasi", "Volume": "volume",
    "Perkiraan biaya": "biaya", "Penerima manfaat": "penerima",
}  # fmt: skip
SEBUTAN = ("desa ", "kelurahan ", "kel. ", "kel ", "ds. ", "ds ", "kecamatan ", "kec. ", "kec ")


@dataclass(frozen=True, slots=True)
class BarisUsulan:
    """A row that can be read. `bawaan` names the fields that the file does not hold: an usulan keeps its own there.

    `disetujui` is None when the file does not say.
    """

    nomor: int
    kode: str | None
    desa: Desa
    urutan: int | None
    isi: IsiUsulan
    disetujui: bool | None
    bawaan: frozenset[str]


class Daerah:
    """The places and OPD that a file may name, found by kode or by name as people write it."""

    def __init__(self, nama: str, kecamatan: tuple[Kecamatan, ...], desa: tuple[Desa, ...], opd: Mapping[str, Opd]):
        self.nama, self.desa, self.opd = nama, {d.kode: d for d in desa}, opd
        self.kodes_opd = frozenset(opd)
        self._kecamatan = {place_name(k.nama): k.kode for k in kecamatan}
        self._named: dict[str, list[Desa]] = {}
        for one in desa:
            self._named.setdefault(place_name(one.nama), []).append(one)
        self._opd = {opd_name(name): o.kode for o in opd.values() for name in (o.nama, o.singkatan, o.kode)}

    def desa_named(self, said: str, kecamatan: str | None = None) -> list[Desa]:
        found = self._named.get(place_name(said), [])
        return [d for d in found if kecamatan in (None, d.kecamatan)]

    def kecamatan_named(self, said: str) -> str | None:
        return self._kecamatan.get(place_name(said))

    def opd_named(self, said: str) -> str | None:
        return self._opd.get(opd_name(said))


def place_name(said: str) -> str:
    """Without "Desa", "Kec." and the like, case and blanks."""
    name = cells.same(said)
    start = next((prefix for prefix in SEBUTAN if name.startswith(prefix)), "")
    return name[len(start) :].replace(" ", "")


def opd_name(said: str) -> str:
    return "".join(c for c in cells.same(said).removeprefix("dinas ") if c.isalnum() or c == ".")


@dataclass(slots=True)
class Reading:
    """Asks a row for its cells. What cannot be read is kept as a fault, and a stand-in is given back."""

    lembar: Lembar
    kepala: Kepala
    row: Baris
    faults: list[Salah] = field(default_factory=list)

    def has(self, kunci: str) -> bool:
        return kunci in self.kepala.tempat

    def fault(self, kunci: str, issue: Issue) -> None:
        self.faults.append(self.kepala.fault(self.row.nomor, kunci, issue, cells.shown(self._value(kunci))))

    def required(self, kunci: str, read: Callable[[Nilai], T | Issue], instead: T) -> T:
        value = self._value(kunci)
        if cells.text(value):
            return self._read(kunci, value, read, instead)
        self.fault(kunci, self._blank(kunci) or Issue("sel_wajib"))
        return instead

    def optional(self, kunci: str, read: Callable[[Nilai], T | Issue], instead: T) -> T:
        value = self._value(kunci)
        if cells.text(value):
            return self._read(kunci, value, read, instead)
        if issue := self._blank(kunci):
            self.fault(kunci, issue)
        return instead

    def check_content(self, isi: IsiUsulan, opd: frozenset[str]) -> None:
        """What the guards say, at the cell; nothing is said twice of one cell."""
        told = {fault.judul for fault in self.faults}
        for issue in fields.content(isi, opd):
            kunci = ISIAN[issue.facts["isian"]]
            if self.kepala.judul[kunci] not in told:
                self.fault(kunci, issue)

    def _read(self, kunci: str, value: Nilai, read: Callable[[Nilai], T | Issue], instead: T) -> T:
        error = isinstance(value, str) and value in GALAT
        result = Issue("sel_galat", {"nilai": cells.shown(value)}) if error else read(value)
        if isinstance(result, Issue):
            self.fault(kunci, result)
            return instead
        return result

    def _value(self, kunci: str) -> Nilai:
        return self._at(self.kepala.tempat.get(kunci))

    def _at(self, place: int | None) -> Nilai:
        return None if place is None or place >= len(self.row.isi) else self.row.isi[place]

    def _blank(self, kunci: str) -> Issue | None:
        """Why a cell looks blank when it is not."""
        place = self.kepala.tempat.get(kunci)
        if place is None:
            return None
        if (self.row.nomor, place + 1) in self.lembar.rumus:
            return Issue("sel_rumus")
        return Issue("sel_digabung") if self.lembar.merged(self.row.nomor, place + 1) else None
