"""How strict each meeting was, and the skor without it, beside the official ones and never in their place. Pure.

A random-effects model: poin = what can be seen of the work (bidang, prioritas, penerima) + leaning of the meeting +
the rest. Leanings come from one normal distribution, so that a small meeting is drawn to the average. How widely they
spread is not taken as known but averaged over: few meetings give wide intervals instead of false certainty.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from musrenbang.model import Bidang, Disesuaikan, JenisTanda, Ketegasan, Penyesuaian, Tanda, UsulanDinilai
from musrenbang.scoring import PEMECAH_SERI

MIN_RAPAT, MIN_USULAN = 3, 10  # so many meetings with so many scored usulan: below, nothing is estimated
SELISIH_BERARTI = 10  # points; a smaller leaning is not pointed out, however certain
SEBARAN = np.arange(1.0, 201.0)  # how widely leanings may spread, in points: up to two levels on every kriteria
TERPISAH = 1e-6  # usulan; below it meetings cannot be told apart from the kinds of their works
RAGAM_TERKECIL = 1.0  # squared points: levels are whole, so nothing is known more finely
TARIKAN = 400  # possible sets of leanings, from which the range of each place is read

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


def enough(usulan: Sequence[UsulanDinilai]) -> int:
    """How many meetings have scored at least MIN_USULAN."""
    return sum(dinilai >= MIN_USULAN for dinilai in Counter(u.kecamatan for u in usulan).values())


def adjust(usulan: Sequence[UsulanDinilai]) -> Penyesuaian | None:
    """Estimates for every meeting and every usulan; None below MIN_RAPAT meetings. The order does not matter."""
    if enough(usulan) < MIN_RAPAT:
        return None
    rows = sorted(usulan, key=lambda u: (u.kecamatan, u.id))
    kecamatan = sorted({u.kecamatan for u in rows})
    of = np.searchsorted(kecamatan, [u.kecamatan for u in rows])
    poin = np.array([u.poin for u in rows], dtype=float)
    selisih, ragam = _leanings(*_apart(poin, _seen(rows), of))
    galat = np.sqrt(np.diag(ragam))
    rapat = {
        kode: Ketegasan(int((of == at).sum()), int(poin[of == at].sum()), float(selisih[at]), float(galat[at]))
        for at, kode in enumerate(kecamatan)
    }
    places = zip(poin - selisih[of], *_places(poin + _tie_break(rows), of, selisih, ragam), strict=True)
    return Penyesuaian(
        rapat, {u.id: Disesuaikan(float(own), *map(int, at)) for u, (own, *at) in zip(rows, places, strict=True)}
    )


def lean_signs(rapat: Ketegasan) -> tuple[Tanda, ...]:
    """A meeting that is more generous or stricter than chance and than SELISIH_BERARTI explain; small ones never."""
    if rapat.dinilai < MIN_USULAN or not rapat.nyata or abs(rapat.selisih) < SELISIH_BERARTI:
        return ()
    jenis = JenisTanda.LONGGAR if rapat.selisih > 0 else JenisTanda.KETAT
    lower, upper = sorted(map(abs, rapat.selang))
    fakta = {"selisih": abs(rapat.selisih), "bawah": lower, "atas": upper, "kali": abs(rapat.selisih) / rapat.galat}
    return (Tanda(jenis, fakta),)


def _seen(rows: Sequence[UsulanDinilai]) -> Numbers:
    """One row an usulan: which bidang, which prioritas, and its households, of which twice as many count the same."""
    bidang = [[u.bidang is one for one in Bidang] for u in rows]
    nomor = sorted({u.prioritas for u in rows})
    prioritas = [[u.prioritas == one for one in nomor] for u in rows]
    return np.hstack([bidang, prioritas, np.log1p([[u.penerima] for u in rows])])


def _apart(poin: Numbers, seen: Numbers, of: Places) -> tuple[Numbers, Numbers, Numbers]:
    """Meetings after what can be seen of their works: independent directions, the value found along each, and its
    variance, which is infinite where meetings and kinds of work cannot be told apart."""
    size, turned = np.linalg.eigh(seen.T @ seen)
    kept = size > size[-1] * 1e-9  # a prioritas that is found with one bidang alone says nothing of its own
    basis = seen @ turned[:, kept] / np.sqrt(size[kept])
    rest = poin - basis @ (basis.T @ poin)
    sums = np.stack([np.bincount(of, column) for column in basis.T])
    weight, axes = np.linalg.eigh(np.diag(np.bincount(of)) - sums.T @ sums)
    told = weight > TERPISAH
    weight = np.where(told, weight, 0)
    found = np.divide(axes.T @ np.bincount(of, rest), weight, out=np.zeros_like(weight), where=told)
    within = (rest @ rest - weight @ found**2) / max(len(poin) - basis.shape[1] - told.sum(), 1)
    variance = np.divide(max(within, RAGAM_TERKECIL), weight, out=np.full_like(weight, np.inf), where=told)
    return axes, found, variance


def _leanings(axes: Numbers, found: Numbers, variance: Numbers) -> tuple[Numbers, Numbers]:
    """Leaning of each meeting against the average of all, and the covariance of these estimates.

    Every spread counts by how well it explains what was found, times itself: a spread of nothing is never certain.
    """
    told, spread = np.isfinite(variance), SEBARAN[:, None] ** 2
    total = spread + variance[told]
    fit = np.log(SEBARAN) - (np.log(total) + found[told] ** 2 / total).sum(axis=1) / 2
    weight = np.exp(fit - fit.max()) / np.exp(fit - fit.max()).sum()
    share = spread / (spread + variance)
    means, kept = share * found, spread * (1 - share)
    mean = weight @ means
    off = means - mean
    against_average = axes - axes.mean(axis=0)
    covariance = against_average @ (np.diag(weight @ kept) + (off.T * weight) @ off) @ against_average.T
    return against_average @ mean, covariance


def _places(keys: Numbers, of: Places, selisih: Numbers, ragam: Numbers) -> tuple[Places, Places, Places]:
    """The place of each usulan without the leanings, and the best and worst that 95 of 100 possible leanings give.

    The draws are always the same, so that the same scores always give the same range.
    """
    drawn = np.random.default_rng(0).multivariate_normal(selisih, ragam, TARIKAN, method="eigh")
    possible = np.sort([_ranks(keys - leaning[of]) for leaning in drawn], axis=0)
    place, beyond = _ranks(keys - selisih[of]), TARIKAN // 40
    return place, np.minimum(place, possible[beyond]), np.maximum(place, possible[-1 - beyond])


def _ranks(keys: Numbers) -> Places:
    """Competition ranks (1-2-2-4), the highest first."""
    return len(keys) + 1 - np.searchsorted(np.sort(keys), keys, side="right")


def _tie_break(rows: Sequence[UsulanDinilai]) -> Numbers:
    """Less than a thousandth of a point: only what would be equal is ordered by it."""
    chain = np.array([[u.tingkat[at] for at in PEMECAH_SERI] for u in rows], dtype=float)
    return np.asarray(chain @ (1e-4, 1e-5, 1e-6))
