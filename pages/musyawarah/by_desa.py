"""The usulan of a meeting desa by desa, as verification goes through them (L10). Pure."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from musrenbang import rules
from musrenbang.model import Aturan, Desa, Keputusan, Sikap, UsulanMasuk

KECAMATAN = "Kecamatan"


@dataclass(frozen=True, slots=True)
class Kelompok:
    """The usulan of one desa/kelurahan, or of the kecamatan itself, in their own order. `kode` is the desa's."""

    kode: str
    nama: str
    usulan: tuple[UsulanMasuk, ...]

    @property
    def belum(self) -> int:
        return sum(u.keputusan is Keputusan.BELUM for u in self.usulan)


def groups(usulan: Sequence[UsulanMasuk], desa: Sequence[Desa]) -> list[Kelompok]:
    """By kode of desa/kelurahan, the kecamatan last; who has brought nothing is left out."""
    members: dict[str, list[UsulanMasuk]] = {kode: [] for kode in (*(d.kode for d in desa), KECAMATAN)}
    for u in usulan:
        members[u.desa or KECAMATAN].append(u)
    names = {d.kode: f"{d.jenis} {d.nama}" for d in desa} | {KECAMATAN: "Usulan kecamatan"}
    return [Kelompok(kode, names[kode], tuple(own)) for kode, own in members.items() if own]


def next_undecided(all_: Sequence[Kelompok], here: str) -> Kelompok | None:
    """The next group after `here`, round to the start again, that still has something to decide; never `here`."""
    at = next((i for i, k in enumerate(all_) if k.kode == here), -1)
    return next((k for k in (*all_[at + 1 :], *all_[: max(at, 0)]) if k.belum), None)


def first_to_open(all_: Sequence[Kelompok]) -> Kelompok:
    """Where verification goes on: the first group with something to decide, else the first of all."""
    return next((k for k in all_ if k.belum), all_[0])


def next_row(rows: Sequence[UsulanMasuk], decided: Collection[UUID]) -> UsulanMasuk | None:
    """Of `rows`, the first still undecided below the last one of `decided`, round to the top again; None when done."""
    at = max((n for n, u in enumerate(rows) if u.id in decided), default=-1)
    left = [u for u in (*rows[at + 1 :], *rows[: at + 1]) if u.id not in decided]
    return next((u for u in left if u.keputusan is Keputusan.BELUM), None)


def to_tick(rows: Sequence[UsulanMasuk]) -> list[UsulanMasuk]:
    """What "Pilih semua" ticks: the undecided, so that decisions already made are not overwritten unseen."""
    return [u for u in rows if u.keputusan is Keputusan.BELUM] or list(rows)


def told(usulan: Sequence[UsulanMasuk]) -> str:
    """What has been decided, in words: "8 sesuai, 1 digabung"."""
    counts = Counter(u.keputusan for u in usulan)
    return ", ".join(f"{counts[k]} {k.value}" for k in Keputusan if counts[k])


def notes(u: UsulanMasuk, everyone: Sequence[UsulanMasuk], aturan: Sequence[Aturan]) -> list[tuple[Sikap, str]]:
    """What the rules say of an undecided usulan now; of a decided one what they said then."""
    if u.keputusan is Keputusan.BELUM:
        return rules.notes(u, everyone, aturan)
    return [(Sikap.INGATKAN, note) for note in u.catatan_aturan]
