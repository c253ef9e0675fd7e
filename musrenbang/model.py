"""The nouns of a musrenbang, as frozen values. Points, weights and rupiah are whole numbers; times are naive UTC."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

Tingkat = tuple[int | None, ...]  # eight levels in the order of the kriteria; None is "not given yet"


class Peran(StrEnum):
    CAMAT = "camat"
    BAPPEDA = "bappeda"
    OPD = "opd"
    DESA = "desa"


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


class Sikap(StrEnum):
    """What a rule of verification does when it applies."""

    MATI = "mati"
    INGATKAN = "ingatkan"
    TOLAK = "tolak"


class Tahap(StrEnum):
    """How far a meeting has come; always derived from its stored times."""

    MENUNGGU = "menunggu dibuka"
    DIBUKA = "dibuka"
    DIAMBIL = "usulan sudah diambil"
    BERLANGSUNG = "berlangsung"
    DIKIRIM = "sudah dikirim"


@dataclass(frozen=True, slots=True)
class Orang:
    """Who asks: an account that is logged in. `wilayah` is the kode of its kecamatan, OPD or desa."""

    nama_pengguna: str
    nama: str
    peran: Peran
    wilayah: str | None
    harus_ganti_sandi: bool = False


@dataclass(frozen=True, slots=True)
class Kecamatan:
    kode: str
    nama: str


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
class Rapat:
    """One kecamatan's meeting of one year. Each time is None until its step has been taken."""

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

    @property
    def tahap(self) -> Tahap:
        if self.dikirim:
            return Tahap.DIKIRIM
        if self.dimulai:
            return Tahap.BERLANGSUNG
        if self.diambil:
            return Tahap.DIAMBIL
        return Tahap.DIBUKA if self.dibuka else Tahap.MENUNGGU


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
    """A proposal as its desa/kelurahan keeps it, before a meeting has loaded it."""

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


@dataclass(frozen=True, slots=True)
class Fakta:
    """All that is known of one meeting's course: what guards and the SOP's rows ask."""

    rapat: Rapat
    daftar_hadir: DaftarHadir
    berita_acara: BeritaAcara
    kemajuan: Kemajuan


@dataclass(frozen=True, slots=True)
class KesiapanDesa:
    """One desa/kelurahan before the meeting (L01) and after Ambil (L08)."""

    desa: Desa
    usulan: int
    disetujui: int
    biaya: int
    masuk: int


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
    """All that a paper about one meeting can print. `usulan` is in the order desa, urutan; `dicetak` is UTC."""

    fakta: Fakta
    bobot: Bobot
    usulan: tuple[UsulanMasuk, ...]
    desa: tuple[Desa, ...]
    opd: dict[str, Opd]
    prioritas: dict[int, Prioritas]
    dicetak: datetime
