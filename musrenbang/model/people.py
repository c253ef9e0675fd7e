"""Who takes part: the roles and the person who asks."""

from dataclasses import dataclass
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
