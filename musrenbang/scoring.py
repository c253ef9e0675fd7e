"""Points and ranks in whole numbers. The official method: a plain weighted sum on a fixed scale (L24, L25)."""

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter, mul
from typing import TypeVar

from musrenbang.model import Tingkat

K = TypeVar("K")
R = TypeVar("R", int, tuple[int, ...])
BANYAK_KRITERIA = 8
KUNCI = (
    "keterdesakan", "pertumbuhan", "potensi", "kemiskinan", "manfaat", "partisipasi", "kemudahan", "dokumen",
)  # fmt: skip
BOBOT_CONTOH = (25, 10, 10, 15, 15, 10, 10, 5)
TINGKAT_MAKS = (5, 5, 5, 5, 5, 5, 5, 3)
LAST_PLACE = 10**9  # after every place that a meeting can give
PEMECAH_SERI = (0, 3, 4)  # Keterdesakan, Penanggulangan Kemiskinan, Manfaat/Dampak
_TIE_BREAK = itemgetter(*PEMECAH_SERI)


def total_poin(bobot: Sequence[int], tingkat: Tingkat) -> int | None:
    """Sum of weight times level, 100 to 490 with the example weights; None while a level is missing."""
    if len(tingkat) != BANYAK_KRITERIA or None in tingkat:
        return None
    return sum(b * t for b, t in zip(bobot, tingkat, strict=True) if t is not None)


def missing(tingkat: Tingkat) -> tuple[int, ...]:
    """Positions (from 0) of the kriteria that have no level yet."""
    return tuple(i for i, t in enumerate(tingkat) if t is None)


def weights_fault(bobot: Sequence[int]) -> bool:
    return len(bobot) != BANYAK_KRITERIA or min(bobot) < 0 or sum(bobot) != 100


def rank_usulan(
    bobot: Sequence[int], tingkat: Mapping[K, Sequence[int]], urutan_seri: Mapping[K, int] | None = None
) -> dict[K, tuple[int, int, int]]:
    """Complete levels by id -> (poin, rank by points alone, rank after the tie-break chain).

    Both are competition ranks (1-2-2-4). `urutan_seri` is the meeting's own order, the last of the chain; who has no
    place in it comes after those who have. What the chain cannot separate stays equal.
    """
    places = urutan_seri or {}
    keys = {
        usulan: (sum(map(mul, bobot, levels)), *_TIE_BREAK(levels), -places.get(usulan, LAST_PLACE))
        for usulan, levels in tingkat.items()
    }
    by_points = _competition([key[0] for key in keys.values()])
    by_chain = _competition(keys.values())
    return {usulan: (key[0], by_points[key[0]], by_chain[key]) for usulan, key in keys.items()}


def _competition(keys: Iterable[R]) -> dict[R, int]:
    """The place of each: of equals the first, which is the last to be written."""
    worst_first = sorted(keys)
    return dict(zip(worst_first, range(len(worst_first), 0, -1), strict=True))
