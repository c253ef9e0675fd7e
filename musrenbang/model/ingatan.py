"""What is remembered of usulan over the years: how often, and what became of those that can be proposed again."""

from dataclasses import dataclass
from uuid import UUID

from musrenbang.model.jawaban import Jawaban
from musrenbang.model.usulan import IsiUsulan


@dataclass(frozen=True, slots=True)
class Pengajuan:
    """How often a piece of work has been proposed up to an usulan, that one counted, and the year of the first."""

    kali: int
    sejak: int

    @property
    def ulang(self) -> bool:
        return self.kali > 1


@dataclass(frozen=True, slots=True)
class UsulanLalu:
    """An usulan of an earlier year that can be proposed again, with the content that its meeting agreed on.

    It was cadangan when it has `alasan_cadangan`; else it was sent to `opd` and is not budgeted.
    """

    id: UUID
    kode: str
    tahun: int
    isi: IsiUsulan
    alasan_cadangan: str | None
    opd: str | None
    jawaban: Jawaban | None
    pengajuan: Pengajuan


@dataclass(frozen=True, slots=True)
class Pendahulu:
    """An usulan of an earlier year that another one proposes again."""

    kode: str
    nama: str
    tahun: int
