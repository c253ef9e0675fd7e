"""What the accounts of all places are called. Pure."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from musrenbang.model import Desa, Kecamatan, Opd, Orang, Peran


def holders(kecamatan: Sequence[Kecamatan], desa: Sequence[Desa], opd: Sequence[Opd]) -> list[Orang]:
    """One account for each camat, desa/kelurahan and OPD; those of one kecamatan stand together, its camat first."""
    members = _desa(kecamatan, desa)
    each = (person for k in kecamatan for person in (camat(k), *members[k.kode]))
    return [*each, *map(of_opd, opd)]


def camat(k: Kecamatan) -> Orang:
    return Orang(f"camat.{_short(k.nama)}", f"Camat {k.nama}", Peran.CAMAT, k.kode)


def free(who: Orang, taken: Collection[str]) -> Orang:
    """The same with the kode of its place in the name, where somebody else has that name already."""
    if who.nama_pengguna not in taken:
        return who
    return replace(who, nama_pengguna=f"{who.nama_pengguna[:40]}.{who.wilayah}")


def of_opd(o: Opd) -> Orang:
    return Orang(f"opd.{o.singkatan.lower()}", f"Petugas {o.nama}", Peran.OPD, o.kode)


def _desa(kecamatan: Sequence[Kecamatan], desa: Sequence[Desa]) -> dict[str, list[Orang]]:
    """By kode of kecamatan. Names that occur twice in the kabupaten carry their kecamatan too."""
    times = Counter(_short(d.nama) for d in desa)
    members: dict[str, list[Orang]] = {k.kode: [] for k in kecamatan}
    names = {k.kode: _short(k.nama) for k in kecamatan}
    for d in desa:
        name = _short(d.nama)
        suffix = f".{names[d.kecamatan]}" if times[name] > 1 else ""
        members[d.kecamatan].append(Orang(f"desa.{name}{suffix}", f"Operator {d.jenis} {d.nama}", Peran.DESA, d.kode))
    return members


def _short(name: str) -> str:
    """A place name as part of an account name: lower case letters and digits only."""
    return "".join(c for c in name.lower() if c.isalnum())
