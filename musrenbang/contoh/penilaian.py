"""The levels that the sample meetings give, and the order they set inside a tie."""

from collections import defaultdict
from collections.abc import Sequence
from random import Random

from musrenbang.actions import skoring as actions
from musrenbang.actions.skoring import Isian
from musrenbang.contoh.sidang import Sidang, half
from musrenbang.model import Bidang, Tingkat, UsulanMasuk
from musrenbang.scoring import TINGKAT_MAKS

SEKALIGUS = 12
CONDONG = {"12.05.11": 1, "12.05.09": -1}  # Tanjung Pura and Secanggang: a level more or less, every other time
SERAGAM = "12.05.18"  # Berandan Barat gives every third usulan one level throughout
BATAS_KK_FISIK, BATAS_KK_LAIN = (10, 21, 31, 41), (20, 41, 61, 81)
SEBARAN = ((1, 2, 3, 3, 4, 4, 4, 5, 5), (2, 3, 3, 4, 4, 5), (2, 3, 3, 4, 4), (1, 2, 3, 3, 4, 4, 5))
DOKUMEN = (1, 2, 3, 3)


def isi_skor(s: Sidang) -> None:
    _score(s, [u for u in s.usulan() if u.utama])


def isi_skor_separuh(s: Sidang) -> None:
    _score(s, half([u for u in s.usulan() if u.utama]))


def urutkan_seri(s: Sidang) -> None:
    """The meeting orders the highest tie that the chain leaves; the others stay equal."""
    ties: dict[int, list[UsulanMasuk]] = defaultdict(list)
    for u in s.usulan():
        if u.peringkat and u.seri and u.seri > 1:
            ties[u.peringkat].append(u)
    if not ties:
        return
    highest = sorted(ties[min(ties)], key=lambda u: -u.isi.penerima)
    alasan = "CONTOH: rapat mendahulukan usulan dengan penerima manfaat lebih banyak."
    actions.urutkan_seri(s.store, s.who, s.rapat, {u.id: u.versi_skor or 0 for u in highest}, alasan, s.tick())


def _score(s: Sidang, chosen: Sequence[UsulanMasuk]) -> None:
    for start in range(0, len(chosen), SEKALIGUS):
        isian = {u.id: Isian(u.versi_skor or 1, _given(s, u)) for u in chosen[start : start + SEKALIGUS]}
        actions.simpan_skor(s.store, s.who, s.rapat, isian, s.tick())


def _given(s: Sidang, u: UsulanMasuk) -> Tingkat:
    """What this meeting makes of the levels that another would give."""
    levels, kode = _levels(s.rng, u), s.kecamatan.kode
    if kode in CONDONG:
        return _clipped([t + CONDONG[kode] * s.rng.randrange(2) for t in levels])
    if kode == SERAGAM and s.rng.randrange(3) == 0:
        return _clipped([levels[0]] * len(levels))
    return levels


def _clipped(levels: Sequence[int]) -> Tingkat:
    return tuple(max(1, min(t, most)) for t, most in zip(levels, TINGKAT_MAKS, strict=True))


def _levels(rng: Random, u: UsulanMasuk) -> tuple[int, ...]:
    """Manfaat/Dampak follows from the households served; the others are argued."""
    keterdesakan, pertumbuhan, potensi, kemiskinan = (rng.choice(spread) for spread in SEBARAN)
    partisipasi, kemudahan, dokumen = rng.choice((2, 3, 4, 4, 5)), rng.choice((3, 4, 4, 5)), rng.choice(DOKUMEN)
    return (keterdesakan, pertumbuhan, potensi, kemiskinan, _manfaat(u), partisipasi, kemudahan, dokumen)


def _manfaat(u: UsulanMasuk) -> int:
    limits = BATAS_KK_FISIK if u.isi.bidang is Bidang.FISIK else BATAS_KK_LAIN
    return 1 + sum(u.isi.penerima >= limit for limit in limits)
