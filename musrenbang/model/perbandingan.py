"""Kecamatan side by side: what is compared, and the figures that come out."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from uuid import UUID

from musrenbang.model.jawaban import Jawab
from musrenbang.model.rujukan import Kecamatan, Kriteria, Opd, Prioritas
from musrenbang.model.usulan import Asal, Bidang

LENGKAP = 0  # in place of a kriteria in a Rincian: all eight levels
TANPA_OPD = "-"  # in place of a kode in a Lingkup: those for which no OPD has been chosen


class Nasib(StrEnum):
    """What has become of an usulan in its meeting. Each usulan has exactly one.

    BELUM: not verified yet, or accepted without a choice between prioritas and cadangan.
    """

    PRIORITAS = "prioritas"
    CADANGAN = "cadangan"
    TIDAK_SESUAI = "tidak sesuai"
    DIGABUNG = "digabung"
    BELUM = "belum"


@dataclass(frozen=True, slots=True)
class Lingkup:
    """Which usulan of a year are compared; an empty choice means all.

    Prioritas and OPD are those that the meetings have chosen, so with either of them only usulan count that have one.
    """

    tahun: int
    kecamatan: tuple[str, ...] = ()
    prioritas: tuple[int, ...] = ()
    opd: tuple[str, ...] = ()
    bidang: tuple[Bidang, ...] = ()
    asal: tuple[Asal, ...] = ()


@dataclass(frozen=True, slots=True)
class Rincian:
    """Which usulan of a scope stand behind one figure; an empty choice means all.

    `dinilai`: LENGKAP for those that have a skor, a kriteria from 1 for those that were given a level in it.
    """

    nasib: tuple[Nasib, ...] = ()
    desa: tuple[str, ...] = ()
    dinilai: int | None = None


@dataclass(frozen=True, slots=True)
class Pandangan:
    """A scope saved under a name: by whose account, and when in UTC."""

    id: UUID
    nama: str
    lingkup: Lingkup
    oleh: str
    disimpan: datetime
    versi: int


@dataclass(frozen=True, slots=True)
class Jumlah:
    """A number of usulan and what they are estimated to cost, in whole rupiah."""

    usulan: int = 0
    biaya: int = 0

    def __add__(self, other: "Jumlah") -> "Jumlah":
        return Jumlah(self.usulan + other.usulan, self.biaya + other.biaya)


@dataclass(frozen=True, slots=True)
class Sebaran:
    """Scores of one kecamatan in points: how many, their sum, and five places of the row from lowest to highest.

    Each quartile is a score that was really given: the first one that at least that share does not exceed.
    """

    dinilai: int
    jumlah: int
    terendah: int
    kuartil_1: int
    median: int
    kuartil_3: int
    tertinggi: int


@dataclass(frozen=True)
class Ringkasan:
    """One kecamatan, by what has become of its usulan; `sebaran` is None while no usulan prioritas is complete."""

    menurut: dict[Nasib, Jumlah]
    sebaran: Sebaran | None

    def of(self, nasib: Nasib) -> Jumlah:
        return self.menurut.get(nasib, Jumlah())

    @cached_property
    def semua(self) -> Jumlah:
        return sum(self.menurut.values(), Jumlah())

    @property
    def prioritas(self) -> Jumlah:
        return self.of(Nasib.PRIORITAS)


KOSONG = Ringkasan({}, None)


@dataclass(frozen=True, slots=True)
class BagianDesa:
    """What one desa/kelurahan has brought in, and how much of it became usulan prioritas."""

    kode: str
    nama: str
    kecamatan: str
    semua: Jumlah
    prioritas: Jumlah


@dataclass(frozen=True, eq=False)
class Perbandingan:
    """All figures of one scope, from one moment, by kode of kecamatan. Equal to itself alone, so that what is drawn of
    it can be kept with it.

    `kecamatan` holds those in scope that have a meeting that year, `dikirim` which of them have sent. `per_opd` and
    `per_prioritas` count usulan prioritas by (kecamatan, OPD or None) and (kecamatan, nomor). `tingkat` counts given
    levels by (kecamatan, kriteria from 1, level from 1). `desa` is ordered by kode. `pagu` holds those that have been
    given one, in whole rupiah.
    """

    lingkup: Lingkup
    kecamatan: tuple[Kecamatan, ...]
    dikirim: frozenset[str]
    ringkasan: dict[str, Ringkasan]
    per_opd: dict[tuple[str, str | None], Jumlah]
    per_prioritas: dict[tuple[str, int], Jumlah]
    tingkat: dict[tuple[str, int, int], int]
    desa: tuple[BagianDesa, ...]
    pagu: dict[str, int] = field(default_factory=dict)

    def of(self, kecamatan: str) -> Ringkasan:
        """Also of a kecamatan that has no usulan in scope."""
        return self.ringkasan.get(kecamatan, KOSONG)

    def desa_di(self, kecamatan: str) -> tuple[BagianDesa, ...]:
        return self._desa_menurut.get(kecamatan, ())

    @cached_property
    def _desa_menurut(self) -> dict[str, tuple[BagianDesa, ...]]:
        return {kode: tuple(own) for kode, own in groupby(self.desa, lambda d: d.kecamatan)}

    def tanpa_prioritas(self, kecamatan: str) -> tuple[BagianDesa, ...]:
        """Desa/kelurahan of a kecamatan that are left with nothing: none of their usulan is an usulan prioritas.

        Before Kirim nobody is left with nothing yet.
        """
        own = self.desa_di(kecamatan) if kecamatan in self.dikirim else ()
        return tuple(d for d in own if not d.prioritas.usulan)

    @property
    def desa_terkirim(self) -> tuple[BagianDesa, ...]:
        """Desa/kelurahan of the kecamatan that have sent."""
        return tuple(d for d in self.desa if d.kecamatan in self.dikirim)


@dataclass(frozen=True, slots=True)
class RujukanBanding:
    """What a scope is chosen from, and the names of all that its figures mention."""

    tahun: tuple[int, ...]
    kecamatan: dict[str, str]
    opd: dict[str, Opd]
    prioritas: dict[int, Prioritas]
    kriteria: tuple[Kriteria, ...]


@dataclass(frozen=True, slots=True)
class BarisBanding:
    """One usulan behind a figure. `jawab`: what its OPD has answered, None while it has not. `tingkat`: the level in
    the kriteria that the figure is about.
    """

    id: UUID
    kode: str
    kecamatan: str
    desa: str
    nama: str
    lokasi: str
    biaya: int
    nasib: Nasib
    prioritas: int | None
    opd: str | None
    poin: int | None
    peringkat: int | None
    jawab: Jawab | None
    tingkat: int | None
