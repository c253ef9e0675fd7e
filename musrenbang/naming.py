"""What the accounts of all places are called. Pure."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from musrenbang.model import Desa, Kecamatan, Opd, Orang, Peran

PANJANG, SEBAGIAN = 64, 40  # letters of a name, and of one that its kode follows
LAIN = re.compile(r"[^a-z0-9-]")


def holders(kecamatan: Sequence[Kecamatan], desa: Sequence[Desa], opd: Sequence[Opd]) -> list[Orang]:
    """One account for each camat, desa/kelurahan and OPD; those of one kecamatan stand together, its camat first."""
    members = _desa(kecamatan, desa)
    each = (person for k in kecamatan for person in (camat(k), *members[k.kode]))
    return [*each, *map(of_opd, opd)]


def camat(k: Kecamatan) -> Orang:
    return _called(f"camat.{_short(k.nama)}", f"Camat {k.nama}", Peran.CAMAT, k.kode)


def of_opd(o: Opd) -> Orang:
    return _called(f"opd.{LAIN.sub('', o.singkatan.lower())}", f"Petugas {o.nama}", Peran.OPD, o.kode)


def free(people: Sequence[Orang], taken: Collection[str]) -> list[Orang]:
    """The same people; where a name is somebody else's already, it carries the kode of its place too."""
    used, found = set(taken), []
    for one in people:
        name = one.nama_pengguna
        found.append(replace(one, nama_pengguna=f"{name[:SEBAGIAN]}.{one.wilayah}") if name in used else one)
        used.add(found[-1].nama_pengguna)
    return found


def _desa(kecamatan: Sequence[Kecamatan], desa: Sequence[Desa]) -> dict[str, list[Orang]]:
    """By kode of kecamatan. Names that occur twice in the kabupaten carry their kecamatan too."""
    times = Counter(_short(d.nama) for d in desa)
    members: dict[str, list[Orang]] = {k.kode: [] for k in kecamatan}
    names = {k.kode: _short(k.nama) for k in kecamatan}
    for d in desa:
        name = _short(d.nama)
        suffix = f".{names[d.kecamatan]}" if times[name] > 1 else ""
        members[d.kecamatan].append(_called(f"desa.{name}{suffix}", f"Operator {d.jenis} {d.nama}", Peran.DESA, d.kode))
    return members


def _called(nama_pengguna: str, nama: str, peran: Peran, kode: str) -> Orang:
    return Orang(nama_pengguna[:PANJANG], nama[:200], peran, kode)


def _short(name: str) -> str:
    """A place name as part of an account name: lower case letters and digits only."""
    return LAIN.sub("", name.lower().replace("-", ""))
