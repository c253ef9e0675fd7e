"""How far a pagu reaches down a ranking that has been made without it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from musrenbang.model import UsulanMasuk


@dataclass(frozen=True, slots=True)
class Jangkauan:
    """`termuat` usulan from the top cost `biaya` together, which is within `pagu`; with one more it is passed.

    `semua`: what all `banyak` cost. `seri`: that one more has the same rank as the last, so only its kode is behind it.
    """

    pagu: int
    termuat: int
    biaya: int
    banyak: int
    semua: int
    seri: bool


def reach(ranked: Sequence[UsulanMasuk], pagu: int) -> Jangkauan:
    """`ranked` as it is shown, best first; `pagu` in whole rupiah."""
    sums = [0, *accumulate(u.isi.biaya for u in ranked)]
    termuat = sum(biaya <= pagu for biaya in sums) - 1
    cut = 0 < termuat < len(ranked)
    seri = cut and ranked[termuat - 1].peringkat == ranked[termuat].peringkat
    return Jangkauan(pagu, termuat, sums[termuat], len(ranked), sums[-1], seri)
