"""Who takes part: the roles and the person who asks."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Peran(StrEnum):
    CAMAT = "camat"
    BAPPEDA = "bappeda"
    OPD = "opd"
    DESA = "desa"


@dataclass(frozen=True, slots=True)
class Orang:
    """Who asks: an account that is logged in. `wilayah` is the kode of its kecamatan, OPD or desa."""

    nama_pengguna: str
    nama: str
    peran: Peran
    wilayah: str | None
    harus_ganti_sandi: bool = False


ADMIN = Orang("administrator", "Administrator", Peran.BAPPEDA, None)  # at the command line, with the database at hand


@dataclass(frozen=True, slots=True)
class Sesi:
    """A login that is in force, and until when unless somebody works; `di_sini`: it is the one that asks."""

    dibuat: datetime
    berakhir: datetime
    di_sini: bool


@dataclass(frozen=True, slots=True)
class Identitas:
    """Somebody as an OpenID provider (`penerbit`, its iss) knows them (`pokok`, the sub). Neither is ever stored."""

    penerbit: str = field(repr=False)
    pokok: str = field(repr=False)


class KeadaanAkun(StrEnum):
    """How an account stands; one that never changed its one-time password has not been used in earnest."""

    AKTIF = "aktif"
    BELUM = "belum ganti sandi"
    KEDALUWARSA = "sandi kedaluwarsa"
    NONAKTIF = "nonaktif"


@dataclass(frozen=True, slots=True)
class Akun:
    """An account as Bappeda keeps it. `sandi_berakhir` is until when its one-time password serves, None when its owner
    has chosen the password. `tempat` is its wilayah in words, `kecamatan` the name of the kecamatan that it lies in;
    both are empty for what is of the whole kabupaten. `terhubung`: its owner has linked it with an akun SSO."""

    orang: Orang
    aktif: bool
    versi: int
    sandi_berakhir: datetime | None
    tempat: str
    kecamatan: str
    terhubung: bool

    def keadaan(self, now: datetime) -> KeadaanAkun:
        if not self.aktif:
            return KeadaanAkun.NONAKTIF
        if not self.orang.harus_ganti_sandi:
            return KeadaanAkun.AKTIF
        over = self.sandi_berakhir is not None and self.sandi_berakhir <= now
        return KeadaanAkun.KEDALUWARSA if over else KeadaanAkun.BELUM


@dataclass(frozen=True, slots=True)
class SandiBaru:
    """A one-time password in clear, to be handed over and forgotten; the store has its hash only."""

    akun: Akun
    sandi: str = field(repr=False)
