"""What other weights would have made of a ranking that has been sent, by the same scoring as everywhere."""

from collections.abc import Sequence
from itertools import groupby

from musrenbang import scoring
from musrenbang.model import Dinilai, Pergeseran, PergeseranKecamatan

TERATAS = 10


def shifts(bobot: Sequence[int], dinilai: Sequence[Dinilai]) -> tuple[PergeseranKecamatan, ...]:
    """One for each meeting; `dinilai` comes meeting by meeting."""
    return tuple(_one(nama, bobot, list(own)) for nama, own in groupby(dinilai, key=lambda u: u.kecamatan))


def _one(kecamatan: str, bobot: Sequence[int], own: Sequence[Dinilai]) -> PergeseranKecamatan:
    ranked = scoring.rank_usulan(bobot, {u.kode: u.tingkat for u in own}, _orders(bobot, own))
    moves = sorted((Pergeseran(u, ranked[u.kode][2]) for u in own), key=lambda p: -p.jauh)
    return PergeseranKecamatan(
        kecamatan,
        len(own),
        tuple(p for p in moves if p.jauh),
        tuple(p for p in moves if p.baru <= TERATAS < p.usulan.peringkat),
        tuple(p for p in moves if p.usulan.peringkat <= TERATAS < p.baru),
    )


def _orders(bobot: Sequence[int], own: Sequence[Dinilai]) -> dict[str, int]:
    """The meeting's own places, where under these weights one decision of it still covers a whole tie."""
    ties: dict[tuple[int | None, ...], list[Dinilai]] = {}
    for u in own:
        levels = (u.tingkat[i] for i in scoring.PEMECAH_SERI)
        ties.setdefault((scoring.total_poin(bobot, u.tingkat), *levels), []).append(u)
    whole = (tie for tie in ties.values() if len({u.putusan for u in tie}) == 1)
    return {u.kode: u.urutan for tie in whole for u in tie if u.urutan is not None}
