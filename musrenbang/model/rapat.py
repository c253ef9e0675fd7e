"""A meeting and its two forms."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from musrenbang.model.rujukan import Kecamatan


class Tahap(StrEnum):
    """How far a meeting has come; always derived from its stored times."""

    MENUNGGU = "menunggu dibuka"
    DIBUKA = "dibuka"
    DIAMBIL = "usulan sudah diambil"
    BERLANGSUNG = "berlangsung"
    DIBUKA_KEMBALI = "dibuka kembali"
    DIBAWA = "dibawa kapsul"
    DIKIRIM = "sudah dikirim"


@dataclass(frozen=True, slots=True)
class Rapat:
    """One kecamatan's meeting of one year. Each time is None until its step has been taken.

    `dikirim` is None again once Bappeda has opened the meeting again; `dibuka_kembali` is when that was last done.
    `dibawa`: since when a kapsul holds it, so that nothing is written here.
    """

    id: UUID
    tahun: int
    kecamatan: Kecamatan
    versi: int
    dibuka: datetime | None
    alasan_buka: str | None
    diambil: datetime | None
    dimulai: datetime | None
    dihitung: datetime | None
    dikirim: datetime | None
    dibuka_kembali: datetime | None = None
    dibawa: datetime | None = None

    @property
    def tahap(self) -> Tahap:
        if self.dibawa:
            return Tahap.DIBAWA
        if self.dikirim:
            return Tahap.DIKIRIM
        if self.dibuka_kembali:
            return Tahap.DIBUKA_KEMBALI
        if self.dimulai:
            return Tahap.BERLANGSUNG
        if self.diambil:
            return Tahap.DIAMBIL
        return Tahap.DIBUKA if self.dibuka else Tahap.MENUNGGU


@dataclass(frozen=True, slots=True)
class SuratPembukaan:
    """Why a sent meeting is to be opened again, and the letter that asks for it."""

    alasan: str
    nomor: str
    tanggal: date


@dataclass(frozen=True, slots=True)
class PembukaanKembali:
    """Bappeda has opened a sent meeting again. `dikirim` is the sending that this ended; times are UTC."""

    waktu: datetime
    oleh: str
    dikirim: datetime
    surat: SuratPembukaan


@dataclass(frozen=True, slots=True)
class Jadwal:
    """The public side of a meeting: day and place as its Daftar Hadir has them, and how far it is."""

    kecamatan: str
    tanggal: date | None
    jam_mulai: str
    jam_selesai: str
    tempat: str
    alamat: str
    dimulai: bool
    dikirim: datetime | None
    dibuka_kembali: bool = False


@dataclass(frozen=True, slots=True)
class KirimDitarik:
    """What the public knows of a sending that was taken back: neither by whom nor why. Times are UTC."""

    dikirim: datetime
    dibuka_kembali: datetime
    nomor_surat: str
    tanggal_surat: date


@dataclass(frozen=True, slots=True)
class HasilKecamatan:
    """What the public knows of one meeting's outcome: its usulan prioritas, their cost in whole rupiah, and how many
    of them their OPD have answered; all 0 while `dikirim` is None. `ditarik`: it was sent, and is open again now.
    """

    kecamatan: Kecamatan
    dikirim: datetime | None
    usulan: int
    biaya: int
    dijawab: int
    ditarik: KirimDitarik | None = None


KELOMPOK = ("Dewan dapil", "Tim kabupaten", "OPD", "Desa/kelurahan", "Stakeholder")


@dataclass(frozen=True, slots=True)
class DaftarHadir:
    """The attendance sheet. `baris` holds the number of rows to sign for each of KELOMPOK."""

    tempat: str
    alamat: str
    nama_camat: str
    nip_camat: str
    tanggal: date | None
    jam_mulai: str
    jam_selesai: str
    baris: tuple[int, ...]
    versi: int


@dataclass(frozen=True, slots=True)
class Rencana:
    """When and where a meeting is to be held, as the Daftar Hadir has it. `versi` is that of the Daftar Hadir."""

    tanggal: date | None
    jam_mulai: str
    jam_selesai: str
    tempat: str
    alamat: str
    versi: int


@dataclass(frozen=True, slots=True)
class Wakil:
    """Somebody who signs the Berita Acara for one kelompok of participants."""

    nama: str
    lembaga: str
    jabatan: str


@dataclass(frozen=True, slots=True)
class BeritaAcara:
    nomor: str
    laki_laki: int | None
    perempuan: int | None
    jam_selesai: str
    pimpinan: str
    jabatan_pimpinan: str
    nama_bappeda: str
    nip_bappeda: str
    sambutan: tuple[str, ...]
    pemateri: tuple[str, ...]
    wakil: tuple[Wakil, ...]
    versi: int

    @property
    def peserta(self) -> int | None:
        if self.laki_laki is None or self.perempuan is None:
            return None
        return self.laki_laki + self.perempuan
