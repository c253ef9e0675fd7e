"""Master data of a year as it was read, to be changed, and what a change of weights would move.

`versi` is the number of the newest row of the trail about it, 0 when there is none.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

from musrenbang.model.rujukan import Aturan, Bobot, Desa, Kecamatan, Opd, Prioritas

T = TypeVar("T", Opd, Kecamatan, Desa)


@dataclass(frozen=True, slots=True)
class KriteriaTahun:
    """`menunggu` meetings have not started and take what is saved; `dimulai` keep what Mulai has frozen."""

    tahun: int
    bobot: Bobot
    versi: int
    menunggu: int
    dimulai: int


@dataclass(frozen=True, slots=True)
class PrioritasTahun:
    """`dipakai` are the numbers that a meeting of that year has chosen for an usulan."""

    tahun: int
    prioritas: tuple[Prioritas, ...]
    versi: int
    dipakai: frozenset[int]


@dataclass(frozen=True, slots=True)
class AturanTahun:
    tahun: int
    aturan: tuple[Aturan, ...]
    versi: int


@dataclass(frozen=True, slots=True)
class PaguKecamatan:
    """Whole rupiah; None: not given."""

    kode: str
    nama: str
    pagu: int | None


@dataclass(frozen=True, slots=True)
class PaguTahun:
    """All kecamatan, by kode."""

    tahun: int
    pagu: tuple[PaguKecamatan, ...]
    versi: int


@dataclass(frozen=True, slots=True)
class TahunInduk:
    """A year: how many meetings it has, how many of them are running and sent; `berjalan`: everybody works in it."""

    tahun: int
    nomor_penetapan: str | None
    rapat: int
    dimulai: int
    dikirim: int
    berjalan: bool


@dataclass(frozen=True, slots=True)
class IsiInduk:
    """All master data of a year, with what all years share. `versi`: the newest row of the trail about any of it."""

    tahun: int
    bobot: Bobot
    prioritas: tuple[Prioritas, ...]
    aturan: tuple[Aturan, ...]
    opd: tuple[Opd, ...]
    kecamatan: tuple[Kecamatan, ...]
    desa: tuple[Desa, ...]
    pagu: tuple[PaguKecamatan, ...]
    versi: int


@dataclass(frozen=True, slots=True)
class PerubahanInduk:
    """One thing that an import changes, as people read it; `semula` is "" for what is new."""

    bagian: str
    objek: str
    semula: str
    menjadi: str


@dataclass(frozen=True, slots=True)
class Tercatat(Generic[T]):
    """An OPD or a place, which all years share; `dipakai`: something refers to it, so it stays."""

    isi: T
    versi: int
    dipakai: bool


@dataclass(frozen=True, slots=True)
class Dinilai:
    """A scored usulan of a sent meeting: `peringkat` as it was sent, `putusan` and `urutan` its own order in a tie."""

    kecamatan: str
    kode: str
    nama: str
    desa: str
    tingkat: tuple[int, ...]
    peringkat: int
    putusan: str | None = None
    urutan: int | None = None


@dataclass(frozen=True, slots=True)
class Pergeseran:
    """What other weights make of the rank of one usulan."""

    usulan: Dinilai
    baru: int

    @property
    def jauh(self) -> int:
        return abs(self.baru - self.usulan.peringkat)


@dataclass(frozen=True, slots=True)
class PergeseranKecamatan:
    """One sent meeting: how many are ranked, those that would change rank, and who would come into its first ten and
    leave them. The furthest move stands first."""

    kecamatan: str
    dinilai: int
    berpindah: tuple[Pergeseran, ...]
    masuk: tuple[Pergeseran, ...]
    keluar: tuple[Pergeseran, ...]


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """What other weights would have made of the latest year with sent meetings, by kode of kecamatan."""

    tahun: int
    kecamatan: tuple[PergeseranKecamatan, ...]
