"""Patterns in the levels that a meeting gave: what is worth a question before anybody relies on its skor. Pure."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from musrenbang.ketegasan import MIN_USULAN, lean_signs
from musrenbang.model import JenisTanda, Penyesuaian, Tanda, UsulanDinilai
from musrenbang.scoring import BANYAK_KRITERIA, TINGKAT_MAKS

SERAGAM, SERAGAM_TERSEDIKIT = 20, 3  # percent of the usulan, and at least so many
DATAR = 95  # percent of the usulan on one level of a kriteria
PUNCAK = 50  # percent of all levels on the highest


def spread(counts: Mapping[int, int]) -> int | None:
    """Standard deviation of levels in hundredths of a level, from how often each was given; None of nothing."""
    banyak = sum(counts.values())
    if not banyak:
        return None
    jumlah, kuadrat = (sum(t**power * n for t, n in counts.items()) for power in (1, 2))
    return round(100 * math.sqrt(banyak * kuadrat - jumlah**2) / banyak)


def signs(usulan: Sequence[UsulanDinilai], found: Penyesuaian | None) -> dict[str, tuple[Tanda, ...]]:
    """By kecamatan, how it leans first. With fewer than MIN_USULAN there are none: chance alone does that to a few."""
    own: defaultdict[str, list[UsulanDinilai]] = defaultdict(list)
    for u in usulan:
        own[u.kecamatan].append(u)
    everywhere = _at_the_top(usulan), BANYAK_KRITERIA * len(usulan)
    all_ = {
        kode: (
            *(lean_signs(found.rapat[kode]) if found else ()),
            *_uniform(rows),
            *_flat(rows),
            *_ceiling(rows, everywhere),
        )
        for kode, rows in own.items()
        if len(rows) >= MIN_USULAN
    }
    return {kode: tanda for kode, tanda in sorted(all_.items()) if tanda}


def is_uniform(tingkat: Sequence[int]) -> bool:
    """The same level on every kriteria, as far as each goes up."""
    return all(t == min(max(tingkat), most) for t, most in zip(tingkat, TINGKAT_MAKS, strict=True))


def _uniform(rows: Sequence[UsulanDinilai]) -> list[Tanda]:
    banyak = sum(is_uniform(u.tingkat) for u in rows)
    if banyak < SERAGAM_TERSEDIKIT or 100 * banyak < SERAGAM * len(rows):
        return []
    return [Tanda(JenisTanda.SERAGAM, {"banyak": banyak, "dinilai": len(rows)})]


def _flat(rows: Sequence[UsulanDinilai]) -> list[Tanda]:
    found = []
    for kriteria in range(BANYAK_KRITERIA):
        tingkat, banyak = Counter(u.tingkat[kriteria] for u in rows).most_common(1)[0]
        if 100 * banyak >= DATAR * len(rows):
            fakta = {"kriteria": kriteria + 1, "tingkat": tingkat, "banyak": banyak, "dinilai": len(rows)}
            found.append(Tanda(JenisTanda.DATAR, fakta))
    return found


def _ceiling(rows: Sequence[UsulanDinilai], everywhere: tuple[int, int]) -> list[Tanda]:
    banyak, semua = _at_the_top(rows), BANYAK_KRITERIA * len(rows)
    if 100 * banyak < PUNCAK * semua:
        return []
    fakta = {"banyak": banyak, "semua": semua, "banyak_kabupaten": everywhere[0], "semua_kabupaten": everywhere[1]}
    return [Tanda(JenisTanda.PUNCAK, fakta)]


def _at_the_top(rows: Sequence[UsulanDinilai]) -> int:
    return sum(t == most for u in rows for t, most in zip(u.tingkat, TINGKAT_MAKS, strict=True))
