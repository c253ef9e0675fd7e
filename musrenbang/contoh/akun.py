"""Sample accounts: one for each kecamatan, OPD and desa/kelurahan, and one for Bappeda."""

from dataclasses import replace

from musrenbang import naming
from musrenbang.intake.reference_files import ReferenceData
from musrenbang.model import Kecamatan, Opd, Orang, Peran

BAPPEDA = Orang("bappeda", "Petugas Bappeda Kabupaten Langkat", Peran.BAPPEDA, None)


def people(data: ReferenceData) -> list[Orang]:
    return [_sample(who) for who in (BAPPEDA, *naming.holders(data.kecamatan, data.desa, data.opd))]


def camat(k: Kecamatan) -> Orang:
    return _sample(naming.camat(k))


def opd(o: Opd) -> Orang:
    return _sample(naming.of_opd(o))


def _sample(who: Orang) -> Orang:
    return replace(who, nama=f"CONTOH {who.nama}")
