"""What is known of a meeting: counts, results, its trail, and what papers print."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from musrenbang.model.jawaban import Jawaban
from musrenbang.model.rapat import BeritaAcara, DaftarHadir, PembukaanKembali, Rapat
from musrenbang.model.rujukan import Bobot, Desa, Opd, Prioritas
from musrenbang.model.usulan import Asal, UsulanMasuk


class Kertas(StrEnum):
    """The size of a sheet: F4 is 215 x 330 mm."""

    F4 = "F4"
    A4 = "A4"


@dataclass(frozen=True, slots=True)
class Saringan:
    """Which usulan of a meeting a list holds: of one desa, of one asal, for one OPD; None leaves that open."""

    desa: str | None = None
    asal: Asal | None = None
    opd: str | None = None

    def fits(self, u: UsulanMasuk) -> bool:
        return self.desa in (None, u.desa) and self.asal in (None, u.asal) and self.opd in (None, u.opd)


@dataclass(frozen=True, slots=True)
class Kemajuan:
    """How far a meeting is, as counts. Every guard, checklist, menu mark and progress figure reads these."""

    desa: int
    desa_mengisi: int
    desa_menyetujui: int
    masuk: int
    belum_verifikasi: int
    diterima: int
    utama: int
    cadangan: int
    tanpa_prioritas: int
    tanpa_opd: int
    siap_hitung: int
    dibuka_skor: int
    skor_lengkap: int
    usulan_kecamatan: int
    pindaian_daftar_hadir: int
    pindaian_berita_acara: int
    foto: int


@dataclass(frozen=True, slots=True)
class Fakta:
    """All that is known of one meeting's course: what guards and the SOP's rows ask.

    `pembukaan_kembali` holds each time that Bappeda has opened the sent meeting again, oldest first.
    """

    rapat: Rapat
    daftar_hadir: DaftarHadir
    berita_acara: BeritaAcara
    kemajuan: Kemajuan
    pembukaan_kembali: tuple[PembukaanKembali, ...] = ()

    @property
    def bersidang(self) -> bool:
        """The hall sits here, from Mulai to the first Kirim. What was opened again is mended at a desk."""
        return self.rapat.dimulai is not None and self.usai is None and self.rapat.dibawa is None

    @property
    def usai(self) -> datetime | None:
        """When the hall was done: the first Kirim, whatever was sent again later."""
        return self.pembukaan_kembali[0].dikirim if self.pembukaan_kembali else self.rapat.dikirim


@dataclass(frozen=True, slots=True)
class KesiapanDesa:
    """One desa/kelurahan before the meeting (L01) and after Ambil (L08)."""

    desa: Desa
    usulan: int
    disetujui: int
    biaya: int
    masuk: int


@dataclass(frozen=True, slots=True)
class PerubahanDesa:
    """What one desa/kelurahan has done since Ambil, as names of usulan: what the next Ambil brings or takes out."""

    desa: Desa
    baru: tuple[str, ...]
    berubah: tuple[str, ...]
    ditarik: tuple[str, ...]

    @property
    def usang(self) -> int:
        """How many of what the meeting has are not what the desa/kelurahan stands for now."""
        return len(self.berubah) + len(self.ditarik)


@dataclass(frozen=True, slots=True)
class HasilAmbil:
    """What one press of Ambil (Load Data) did: counts of usulan. `ditarik`: no longer approved, so taken out again."""

    baru: int
    diperbarui: int
    tetap: int
    belum_disetujui: int
    ditarik: int


@dataclass(frozen=True, slots=True)
class BarisJejak:
    """One row of the trail. `sebelum` and `sesudah` are JSON; `hash` covers the row and the hash before it."""

    rantai: str
    nomor: int
    waktu: datetime
    oleh: str
    tindakan: str
    objek: str
    sebelum: str
    sesudah: str
    hash_sebelumnya: str
    hash: str


@dataclass(frozen=True, slots=True)
class BahanCetak:
    """All that a paper about one meeting can print. `usulan` is in the order desa, urutan; `dicetak` is UTC.

    `lambang` is the crest as PNG, None where Bappeda has uploaded none. `arsip` asks for PDF/A-3B with the rows inside.
    `urutan_seri` holds the places that the meeting itself has set inside a tie, where they count; `jawaban` what OPD
    have answered to the usulan that stand sent to them. `kode` is the kode periksa of the sending that stands, "" while
    none does; `alamat` the public address of this application, "" where it is not known.
    """

    fakta: Fakta
    bobot: Bobot
    usulan: tuple[UsulanMasuk, ...]
    desa: tuple[Desa, ...]
    opd: dict[str, Opd]
    prioritas: dict[int, Prioritas]
    dicetak: datetime
    kertas: Kertas = Kertas.F4
    lambang: bytes | None = None
    arsip: bool = False
    saringan: Saringan = Saringan()
    urutan_seri: dict[UUID, int] = field(default_factory=dict)
    jawaban: dict[UUID, Jawaban] = field(default_factory=dict)
    kode: str = ""
    alamat: str = ""

    @property
    def terpilih(self) -> tuple[UsulanMasuk, ...]:
        """The usulan that `saringan` lets through, in the order of `usulan`."""
        return tuple(u for u in self.usulan if self.saringan.fits(u))
