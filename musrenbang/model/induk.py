"""Master data of a year as it was read, to be changed, and what a change of weights would move.

`versi` is the number of the newest row of the trail about it, 0 when there is none.
"""

from dataclasses import dataclass

from musrenbang.model.rujukan import Bobot


@dataclass(frozen=True, slots=True)
class KriteriaTahun:
    """`menunggu` meetings have not started and take what is saved; `dimulai` keep what Mulai has frozen."""

    tahun: int
    bobot: Bobot
    versi: int
    menunggu: int
    dimulai: int


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
