"""Sample accounts: one for each kecamatan, OPD and desa/kelurahan, and one for Bappeda."""

from collections import Counter

from musrenbang.intake.reference_files import ReferenceData
from musrenbang.model import Desa, Kecamatan, Opd, Orang, Peran


def people(data: ReferenceData) -> list[Orang]:
    bappeda = Orang("bappeda", "CONTOH Petugas Bappeda Kabupaten Langkat", Peran.BAPPEDA, None)
    return [bappeda, *map(camat, data.kecamatan), *map(opd, data.opd), *_desa(data)]


def camat(k: Kecamatan) -> Orang:
    return Orang(f"camat.{short(k.nama)}", f"CONTOH Camat {k.nama}", Peran.CAMAT, k.kode)


def opd(o: Opd) -> Orang:
    return Orang(f"opd.{o.singkatan.lower()}", f"CONTOH Petugas {o.nama}", Peran.OPD, o.kode)


def _desa(data: ReferenceData) -> list[Orang]:
    """Seven names occur twice in Langkat: those carry their kecamatan too."""
    times = Counter(short(d.nama) for d in data.desa)
    kecamatan = {k.kode: short(k.nama) for k in data.kecamatan}

    def one(d: Desa) -> Orang:
        name = short(d.nama)
        suffix = f".{kecamatan[d.kecamatan]}" if times[name] > 1 else ""
        return Orang(f"desa.{name}{suffix}", f"CONTOH Operator {d.jenis} {d.nama}", Peran.DESA, d.kode)

    return [one(d) for d in data.desa]


def short(name: str) -> str:
    """A place name as part of an account name: lower case letters and digits only."""
    return "".join(c for c in name.lower() if c.isalnum())
