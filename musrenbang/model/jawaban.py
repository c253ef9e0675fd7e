"""What an OPD answers to an usulan that a meeting has sent to it."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum


class Jawab(StrEnum):
    DITERIMA = "diterima"
    DIUBAH = "diterima dengan perubahan"
    DITOLAK = "ditolak"


@dataclass(frozen=True, slots=True)
class IsiJawaban:
    """What a person of the OPD says. `volume` and `biaya` (whole rupiah) are what it accepts instead, for DIUBAH alone;
    None leaves that as it was proposed.
    """

    jawab: Jawab
    alasan: str = ""
    volume: Decimal | None = None
    biaya: int | None = None


@dataclass(frozen=True, slots=True)
class Jawaban:
    """An answer as it is kept. `anggaran` and `realisasi` in whole rupiah, None while nobody has told them."""

    isi: IsiJawaban
    anggaran: int | None
    realisasi: int | None
    waktu: datetime
    versi: int

    @property
    def diterima(self) -> bool:
        return self.isi.jawab is not Jawab.DITOLAK
