"""Reference data of a year: places, OPD, prioritas, kriteria and rules."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from musrenbang.model.usulan import Bidang


class Sikap(StrEnum):
    """What a rule of verification does when it applies."""

    MATI = "mati"
    INGATKAN = "ingatkan"
    TOLAK = "tolak"


@dataclass(frozen=True, slots=True)
class Kecamatan:
    """`alamat` of the camat's office and `kontak` (telephone, e-mail) stand on its letterhead, "" where not given."""

    kode: str
    nama: str
    alamat: str = ""
    kontak: str = ""


@dataclass(frozen=True, slots=True)
class Desa:
    kode: str
    nama: str
    jenis: str
    kecamatan: str


@dataclass(frozen=True, slots=True)
class Opd:
    kode: str
    nama: str
    singkatan: str
    urusan: str


@dataclass(frozen=True, slots=True)
class Prioritas:
    nomor: int
    nama: str


@dataclass(frozen=True, slots=True)
class Kriteria:
    """One scored kriteria: `bobot` in whole percent, `kata` the words of its levels from 1 upwards.

    `kata_bidang_lain` holds the words for a bidang that is not Fisik dan Prasarana, empty when they are the same.
    """

    nomor: int
    kunci: str
    nama: str
    singkat: str
    bobot: int
    kata: tuple[str, ...]
    kata_bidang_lain: tuple[str, ...] = ()

    @property
    def tingkat_maks(self) -> int:
        return len(self.kata)

    def words_for(self, bidang: Bidang) -> tuple[str, ...]:
        return self.kata if bidang is Bidang.FISIK or not self.kata_bidang_lain else self.kata_bidang_lain


@dataclass(frozen=True, slots=True)
class Bobot:
    """The kriteria a meeting scores by, and the approval behind their weights (None: example weights)."""

    kriteria: tuple[Kriteria, ...]
    nomor_penetapan: str | None = None
    tanggal_penetapan: date | None = None


@dataclass(frozen=True, slots=True)
class Aturan:
    """A rule of verification: `angka` is its limit, `kata` the words it looks for."""

    kunci: str
    sikap: Sikap
    angka: int | None
    kata: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rujukan:
    """What a meeting's screens choose from."""

    bobot: Bobot
    opd: dict[str, Opd]
    prioritas: dict[int, Prioritas]
    desa: tuple[Desa, ...]
    aturan: tuple[Aturan, ...]
