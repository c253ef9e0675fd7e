"""A prioritas pembangunan and an OPD to suggest for an usulan (L16, L22), from its words and its bidang. Pure.

What the meeting has already chosen for like usulan comes first, then plain rules. A suggestion decides nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

from musrenbang.model import Bidang, Prioritas, UsulanMasuk
from musrenbang.themes import theme_by_bidang, theme_by_words
from musrenbang.wording import Words, alike, telling, weights, words

LIKE = 0.5  # so much of the words must be common to learn from an earlier choice
T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Saran:
    """What may be taken over for one usulan. `karena` tells why this prioritas, empty when none is suggested."""

    prioritas: int | None
    karena: str
    opd: str | None


def suggestions(
    wanted: Iterable[UsulanMasuk], everyone: Sequence[UsulanMasuk], prioritas: Mapping[int, Prioritas]
) -> dict[UUID, Saran]:
    """For each of `wanted`; learned from what `everyone` in the meeting has been given so far."""
    chosen = _Memory([(u, u.prioritas) for u in everyone if u.utama and u.prioritas])
    named = _Memory([(u, opd) for u in everyone if (opd := u.opd or u.isi.opd)])
    return {u.id: _suggest(u, chosen, named, prioritas) for u in wanted}


def _suggest(
    u: UsulanMasuk, chosen: "_Memory[int]", named: "_Memory[str]", prioritas: Mapping[int, Prioritas]
) -> Saran:
    opd = u.opd or u.isi.opd or named.majority(u)[0]
    earlier, votes = chosen.majority(u)
    if earlier is not None:
        return Saran(earlier, f"dipilih untuk {votes} usulan serupa", opd)
    for theme, why in (theme_by_words(u.isi.nama, prioritas), theme_by_bidang(u.isi.bidang, prioritas)):
        if theme is not None:
            return Saran(theme, why, opd)
    return Saran(None, "", opd)


class _Memory(Generic[T]):
    """What like usulan of the same bidang have been given."""

    def __init__(self, given: Sequence[tuple[UsulanMasuk, T]]) -> None:
        weigh = weights([words(u.isi.nama) for u, _ in given])
        self._weigh = defaultdict(lambda: max(weigh.values(), default=1.0), weigh)
        self._given: defaultdict[tuple[Bidang, Words], Counter[T]] = defaultdict(Counter)
        for u, value in given:
            self._given[u.isi.bidang, words(u.isi.nama)][value] += 1
        self._index: defaultdict[tuple[Bidang, str], list[Words]] = defaultdict(list)
        for bidang, own in self._given:
            for word in telling(own, self._weigh, LIKE):
                self._index[bidang, word].append(own)

    def majority(self, u: UsulanMasuk) -> tuple[T | None, int]:
        """The one value that most of the like usulan have, and how many; None where they are divided or none."""
        votes: Counter[T] = Counter()
        for own in self._like(u.isi.bidang, words(u.isi.nama)):
            votes.update(self._given[u.isi.bidang, own])
        (first, most), (_, next_) = [*votes.most_common(2), (None, 0), (None, 0)][:2]
        return (first, most) if most > next_ else (None, 0)

    def _like(self, bidang: Bidang, own: Words) -> list[Words]:
        near = {other for word in own for other in self._index.get((bidang, word), ())}
        return [other for other in near if alike(own, other, self._weigh) >= LIKE]
