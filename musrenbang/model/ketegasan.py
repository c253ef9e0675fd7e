"""How strict each meeting was: the scored usulan of a year, and what is estimated and pointed out about them."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from musrenbang.model.usulan import Bidang

GALAT_SELANG = 1.96  # standard errors to either side of an estimate: 95 of 100 such intervals hold the true value


@dataclass(frozen=True, slots=True)
class UsulanDinilai:
    """One usulan whose eight levels are complete. `penerima` in households, `poin` by the weights of its meeting.

    `peringkat` is the official place in its own meeting, `urutan` that of its skor among all of the year, by the same
    chain but without the meetings' own orders. `terpilih`: it lies within the scope that is looked at.
    """

    id: UUID
    kode: str
    kecamatan: str
    desa: str
    nama: str
    bidang: Bidang
    prioritas: int
    penerima: int
    tingkat: tuple[int, ...]
    poin: int
    peringkat: int
    urutan: int
    terpilih: bool


@dataclass(frozen=True, slots=True)
class Ketegasan:
    """One meeting: how many usulan it has scored, the sum of their points, and how far it leans.

    `selisih` is an estimate in points of what it gives more than the average meeting gives to like usulan: above 0 it
    is longgar, below 0 ketat. `galat` is the standard error of that estimate.
    """

    dinilai: int
    jumlah: int
    selisih: float
    galat: float

    @property
    def selang(self) -> tuple[float, float]:
        """Lower and upper end of the 95 % interval, in points."""
        return self.selisih - GALAT_SELANG * self.galat, self.selisih + GALAT_SELANG * self.galat

    @property
    def nyata(self) -> bool:
        """More than chance: the whole interval lies on one side of the average."""
        return abs(self.selisih) > GALAT_SELANG * self.galat


@dataclass(frozen=True, slots=True)
class Disesuaikan:
    """One usulan without the leaning of its meeting: an estimate in points, its place among all, and from where to
    where that place may lie (95 %)."""

    poin: float
    peringkat: int
    terbaik: int
    terburuk: int


@dataclass(frozen=True, slots=True)
class Penyesuaian:
    """Both by key: kode of the kecamatan, id of the usulan."""

    rapat: dict[str, Ketegasan]
    usulan: dict[UUID, Disesuaikan]


class JenisTanda(StrEnum):
    LONGGAR = "lebih longgar"
    KETAT = "lebih ketat"
    SERAGAM = "tingkat seragam"
    DATAR = "kriteria tidak membedakan"
    PUNCAK = "menumpuk di tingkat tertinggi"


@dataclass(frozen=True, slots=True)
class Tanda:
    """Something about the levels of one meeting that is worth a question, and the numbers behind it."""

    jenis: JenisTanda
    fakta: dict[str, Any] = field(hash=False)


@dataclass(frozen=True, slots=True)
class HasilKetegasan:
    """All scored usulan of a year in the order of their official skor, and what is said of the meetings.

    `penyesuaian` is None while too few meetings have scored enough. `tanda` by kode of the kecamatan, without those
    that have none. `bobot_berbeda`: not all of these meetings score by the same weights.
    """

    usulan: tuple[UsulanDinilai, ...]
    penyesuaian: Penyesuaian | None
    tanda: dict[str, tuple[Tanda, ...]]
    bobot_berbeda: bool
