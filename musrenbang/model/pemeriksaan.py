"""What a kode periksa has led to."""

from dataclasses import dataclass
from datetime import datetime

from musrenbang.model.rapat import Rapat


@dataclass(frozen=True, slots=True)
class Pengiriman:
    """One sending of a meeting, by its row in the chain; `dibuka_kembali` is when it was taken back. Times are UTC."""

    nomor: int
    dikirim: datetime
    dibuka_kembali: datetime | None


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """The sending that a code names, those that followed it, and how the stored meeting fares today.

    `rusak` holds a sentence for each fault of the chain, and for each thing that is no longer as it was sent; `utama`
    and `biaya` count the usulan prioritas that stand sent, and their cost in rupiah.
    """

    kode: str
    rapat: Rapat
    pengiriman: Pengiriman
    sesudahnya: tuple[Pengiriman, ...]
    rusak: tuple[str, ...]
    utama: int
    biaya: int

    @property
    def berlaku(self) -> bool:
        """Whether it is this sending that stands."""
        return self.pengiriman.dibuka_kembali is None

    @property
    def cocok(self) -> bool:
        return self.berlaku and not self.rusak
