"""Where an usulan is, read from its lokasi and from its name: "Dusun II Melati, Jalan Besar". Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

DUSUN = "dusun"  # also what a lokasi names without saying what it is
KINDS = {
    "dusun": DUSUN, "dsn": DUSUN, "lingkungan": DUSUN, "lingk": DUSUN, "lk": DUSUN, "kampung": DUSUN,
    "rt": "rt", "rw": "rw", "gang": "gang", "gg": "gang", "lorong": "gang",
    "jalan": "jalan", "jl": "jalan", "jln": "jalan", "sungai": "sungai", "sei": "sungai",
    "desa": "desa", "kelurahan": "desa", "kel": "desa", "perbatasan": "desa",
}  # fmt: skip
THROUGH = ("jalan", "sungai")  # what may run from one desa into the next
NOTHING = frozenset({"dan", "s", "d", "sampai", "nomor", "no", "di", "ke", "pada"})
ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10"}
_WORD = re.compile(r"[^\W\d_]+|\d+")
_WITHIN = re.compile(r"\b(?:dusun|dsn|lingkungan|lingk|lk|rt|rw|gang|gg|lorong|jalan|jl|jln)\b[^,;]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spot:
    """One kind of place: its numbers ("Dusun II dan III" -> 2, 3) and its names run together ("sukamaju")."""

    kind: str
    numbers: frozenset[str]
    name: str


Places = dict[str, Spot]  # by kind


def places(nama: str, lokasi: str) -> Places:
    """What the lokasi tells, and what the name of the work adds where the lokasi says nothing of that kind."""
    return {spot.kind: spot for spot in (*_spots(_named_places(nama)), *_spots(_WORD.findall(lokasi)))}


def place_words(lokasi: str) -> frozenset[str]:
    """Every word of a lokasi that is a name: it says where, not what is to be done."""
    found = (word.casefold() for word in _WORD.findall(lokasi))
    return frozenset(word for word in found if word not in KINDS)


def beyond(lokasi: str) -> str:
    """What a lokasi says besides places within the desa: there it may name another desa."""
    return _WITHIN.sub(" ", lokasi)


def same_place(a: Places, b: Places) -> bool | None:
    """Within one desa. None when nothing that both tell can be compared."""
    verdicts = [_same(a[kind], b[kind]) for kind in a.keys() & b.keys()]
    told = [verdict for verdict in verdicts if verdict is not None]
    return all(told) if told else None


def runs_through(a: Places, b: Places) -> bool:
    """Both name the same road or river, so that two desa may mean one piece of work."""
    return any(_same_name(a[kind], b[kind]) for kind in THROUGH if kind in a and kind in b)


def _same(a: Spot, b: Spot) -> bool | None:
    verdicts = []
    if a.name and b.name:
        verdicts.append(_same_name(a, b))
    if a.numbers and b.numbers:
        verdicts.append(not a.numbers.isdisjoint(b.numbers))
    return all(verdicts) if verdicts else None


def _same_name(a: Spot, b: Spot) -> bool:
    return bool(a.name and b.name) and (a.name in b.name or b.name in a.name)


def _spots(words: Iterable[str]) -> Iterator[Spot]:
    kind, told = DUSUN, dict[str, tuple[list[str], list[str]]]()
    for word in (word.casefold() for word in words):
        kind = KINDS.get(word, kind)
        if word not in KINDS and word not in NOTHING:
            numbers, names = told.setdefault(kind, ([], []))
            (numbers if _is_number(word) else names).append(ROMAN.get(word, word.lstrip("0")))
    return (Spot(kind, frozenset(numbers), "".join(names)) for kind, (numbers, names) in told.items())


def _is_number(word: str) -> bool:
    return word in ROMAN or word.isdecimal()


def _named_places(nama: str) -> Iterator[str]:
    """In "Hotmix jalan Dusun II Melati lebar 3 m": Dusun, II, Melati. Names are known by their capitals."""
    words = _WORD.findall(nama)
    shouted = sum(word[0].isupper() for word in words) > 0.6 * len(words)
    after = False
    for word, following in zip(words, [*words[1:], ""], strict=False):
        named = bool(following) and (_is_number(following.casefold()) or (following[0].isupper() and not shouted))
        if word.casefold() in KINDS:
            after = named and following.casefold() not in KINDS
            if after:
                yield word
        elif after and (_is_number(word.casefold()) or word[0].isupper()):
            yield word
        else:
            after = False
