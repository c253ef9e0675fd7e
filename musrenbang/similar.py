"""Usulan that look alike: the same work in the same place, entered twice or from both sides (L10). Pure.

The words of the work are weighed by how rare they are in this meeting; the place decides. The same work in another
dusun is not pointed out, and in another desa only where a road, a river or the name of that desa joins the two.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from uuid import UUID

from musrenbang.places import THROUGH, Places, beyond, place_words, places, runs_through, same_place
from musrenbang.wording import Words, alike, telling, weights, words

ENOUGH = 0.6  # of the weight of all words of both, so much must be common
NEARLY_ALL = 0.8  # where the place leaves a doubt
_LONG_NUMBER = re.compile(r"\d{5,}")  # of a school, not of a width


@dataclass(frozen=True, slots=True)
class Pekerjaan:
    """One usulan as it is compared. `desa` is a kode, `nama_desa` without "Desa"; both empty for the kecamatan's."""

    id: UUID
    nama: str
    lokasi: str
    desa: str
    nama_desa: str


@dataclass(frozen=True, slots=True)
class Mirip:
    """Another usulan and how alike it is: 1 is the same words."""

    id: UUID
    alike: float


@dataclass(frozen=True, slots=True)
class _Read:
    """`named` are the kode of the other desa that the usulan names."""

    id: UUID
    desa: str
    named: frozenset[str]
    places: Places
    words: Words
    numbers: frozenset[str]

    @property
    def reach(self) -> frozenset[str]:
        """Only usulan that have one of these in common are compared."""
        through = (f"{kind} {self.places[kind].name[:4]}" for kind in THROUGH if kind in self.places)
        return self.named | {self.desa, *through}


def look_alikes(works: Sequence[Pekerjaan]) -> dict[UUID, tuple[Mirip, ...]]:
    """For each usulan that has any: its look-alikes, the most alike first. The order of `works` does not matter."""
    read = _read_all(works)
    weigh = weights([r.words for r in read])
    found: defaultdict[UUID, list[Mirip]] = defaultdict(list)
    for a, b in _worth_comparing(read, weigh):
        how = alike(a.words, b.words, weigh)
        if how >= _needed(a, b):
            found[a.id].append(Mirip(b.id, how))
            found[b.id].append(Mirip(a.id, how))
    return {id_: tuple(sorted(others, key=lambda other: (-other.alike, other.id))) for id_, others in found.items()}


def _read_all(works: Sequence[Pekerjaan]) -> list[_Read]:
    desa: defaultdict[str, set[str]] = defaultdict(set)
    for work in works:
        if work.nama_desa:
            desa[work.nama_desa.casefold()].add(work.desa)
    names = sorted(desa, key=len, reverse=True)
    any_desa = re.compile(r"\b(?:" + "|".join(map(re.escape, names or ["$."])) + r")\b", re.IGNORECASE)
    return [_read(work, desa, any_desa) for work in works]


def _read(work: Pekerjaan, desa: Mapping[str, set[str]], any_desa: re.Pattern[str]) -> _Read:
    names = {name.casefold() for name in any_desa.findall(f"{work.nama}, {beyond(work.lokasi)}")}
    named = {kode for name in names for kode in desa.get(name, ())}
    own, where = words(work.nama), place_words(work.lokasi).union(*(name.split() for name in names))
    return _Read(
        work.id, work.desa, frozenset(named - {work.desa}), places(work.nama, work.lokasi),
        (own - where) or own, frozenset(_LONG_NUMBER.findall(work.nama)),
    )  # fmt: skip


def _needed(a: _Read, b: _Read) -> float:
    """How alike the words must be; more than 1 where the place rules it out."""
    if a.numbers and b.numbers and a.numbers.isdisjoint(b.numbers):
        return 2
    if a.desa == b.desa:
        return {True: ENOUGH, None: NEARLY_ALL, False: 2}[same_place(a.places, b.places)]
    if a.desa in b.named or b.desa in a.named:
        return ENOUGH
    return NEARLY_ALL if runs_through(a.places, b.places) else 2


def _worth_comparing(read: Sequence[_Read], weigh: Mapping[str, float]) -> Iterator[tuple[_Read, _Read]]:
    """Every pair that can be alike enough, once: it has a reach in common and one of the telling words of both."""
    index: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for n, one in enumerate(read):
        for word in telling(one.words, weigh, ENOUGH):
            for reach in one.reach:
                index[reach, word].append(n)
    pairs = {pair for members in index.values() for pair in combinations(members, 2)}
    return ((read[a], read[b]) for a, b in pairs)
