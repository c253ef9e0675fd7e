"""An usulan: what its desa/kelurahan proposes, and what a meeting has decided about it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

Tingkat = tuple[int | None, ...]  # eight levels in the order of the kriteria; None is "not given yet"


class Asal(StrEnum):
    DESA = "Desa"
    KELURAHAN = "Kelurahan"
    KECAMATAN = "Kecamatan"


class Bidang(StrEnum):
    FISIK = "Fisik dan Prasarana"
    EKONOMI = "Ekonomi"
    SOSIAL = "Sosial Budaya"


class Kewenangan(StrEnum):
    DESA = "Desa"
    KABUPATEN = "Kabupaten"
    PROVINSI = "Provinsi"
    PUSAT = "Pusat"


class Keputusan(StrEnum):
    BELUM = "belum"
    SESUAI = "sesuai"
    DIUBAH = "sesuai dengan perubahan"
    DIGABUNG = "digabung"
    TIDAK_SESUAI = "tidak sesuai"


@dataclass(frozen=True, slots=True)
class IsiUsulan:
    """What a person writes about one piece of work: `biaya` in whole rupiah, `penerima` in households."""

    nama: str
    permasalahan: str
    lokasi: str
    volume: Decimal
    satuan: str
    biaya: int
    penerima: int
    bidang: Bidang
    kewenangan: Kewenangan
    opd: str | None


@dataclass(frozen=True, slots=True)
class Usulan:
    """A proposal as its desa/kelurahan keeps it, before a meeting has loaded it.

    `pendahulu` is the usulan of an earlier year that it proposes again.
    """

    id: UUID
    kode: str
    tahun: int
    kecamatan: str
    asal: Asal
    desa: str | None
    urutan: int
    isi: IsiUsulan
    disetujui: bool
    versi: int
    pendahulu: UUID | None = None


@dataclass(frozen=True, slots=True)
class UsulanMasuk:
    """A proposal inside a meeting, with everything decided about it there.

    `volume_asal`/`biaya_asal` keep the original beside a change. `tingkat` is None until Hitung has opened it for
    scoring; `poin` is None while a level is missing; the ranks are None unless it is a complete usulan prioritas.
    `seri_skor` and `seri` say how many usulan share `peringkat_skor` and `peringkat`.
    """

    id: UUID
    rapat: UUID
    kode: str
    asal: Asal
    desa: str | None
    nama_desa: str
    urutan: int
    isi: IsiUsulan
    versi: int
    keputusan: Keputusan
    alasan_verifikasi: str | None
    digabung_ke: UUID | None
    volume_asal: Decimal | None
    biaya_asal: int | None
    catatan_aturan: tuple[str, ...]
    prioritas: int | None
    alasan_cadangan: str | None
    opd: str | None
    tingkat: Tingkat | None
    versi_skor: int | None
    poin: int | None
    peringkat_skor: int | None
    peringkat: int | None
    seri_skor: int | None
    seri: int | None

    @property
    def diterima(self) -> bool:
        """Verified and kept: it goes on to prioritas, OPD and skoring."""
        return self.keputusan in (Keputusan.SESUAI, Keputusan.DIUBAH)

    @property
    def cadangan(self) -> bool:
        return self.diterima and self.alasan_cadangan is not None

    @property
    def utama(self) -> bool:
        """An usulan prioritas: accepted, with a prioritas pembangunan chosen for it."""
        return self.diterima and self.prioritas is not None
