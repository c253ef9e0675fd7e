"""The words of usulan: what means the same becomes one word, and a word weighs the more the rarer it is. Pure."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from math import log

Words = frozenset[str]

_WORD = re.compile(r"[^\W\d_]+")
SILENT = frozenset(
    _WORD.findall(
        "dan di ke dari dengan untuk yang serta pada atau sampai menuju menjadi selama oleh para antar s d nomor no "
        "kiri kanan lebar tinggi tebal panjang bentang ukuran seluas sepanjang x m cm km meter buah unit "
        "antardesa antardusun dusun dsn rt rw"
    )
)
SAME = (
    (r"peningkatan|perbaikan|rehabilitasi|rehab|pemeliharaan(?: berkala)?|renovasi", "perbaikan"),
    (r"pembangunan|pembuatan|pemasangan", "pembangunan"),
    (r"hot ?mix|lapen|aspal hot ?mix|pengaspalan", "aspal"),
    (r"rabat beton|cor beton|rabat", "rabat"),
    (r"parit|selokan|draina[cs]e|saluran pembuang(?:an)?|u[ -]?ditch", "drainase"),
    (r"(?:tembok|dinding) penahan(?: tanah)?|turap|tpt", "turap"),
    (r"titi", "jembatan"),
    (r"toilet|jamban|wc|kamar mandi", "mck"),
    (r"rumah tidak layak huni|bedah rumah", "rtlh"),
    (r"(?:lampu )?penerangan jalan(?: umum)?|lampu jalan|lpju", "pju"),
    (r"puskesmas pembantu", "pustu"),
    (r"sekolah dasar|sd ?negeri|sdn", "sd"),
    (r"mu[sh]h?ol+a", "musala"),
)
_SAME = re.compile(r"\b(?:" + "|".join(f"({pattern})" for pattern, _ in SAME) + r")\b")


def plain(text: str) -> str:
    """In small letters, with one word for what has several names: "Pengaspalan jln" -> "aspal jln"."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return _SAME.sub(lambda found: SAME[(found.lastindex or 1) - 1][1], text)


@lru_cache(maxsize=8192)
def words(text: str) -> Words:
    """The words that say what is to be done, without numbers, measures and small words; never none."""
    said = plain(text)
    return frozenset(_WORD.findall(said)) - SILENT or frozenset({said.strip()})


def weights(texts: Collection[Words]) -> dict[str, float]:
    """What each word weighs: the rarer among `texts`, the more."""
    spread = Counter(word for text in texts for word in text)
    return {word: log(1 + len(texts) / count) for word, count in spread.items()}


def alike(a: Words, b: Words, weigh: Mapping[str, float]) -> float:
    """From 0, nothing in common, to 1, the same words. Symmetric."""
    both = sum(sorted(weigh[word] for word in a & b))
    return both / sum(sorted(weigh[word] for word in a | b)) if both else 0.0


def telling(own: Words, weigh: Mapping[str, float], enough: float) -> Iterator[str]:
    """The rarest of `own`, so many that two texts without one of these in common are less than `enough` alike."""
    left = sum(weigh[word] for word in own)
    least = enough * left - 1e-9
    for word in sorted(own, key=lambda word: (-weigh[word], word)):
        if left < least:
            return
        yield word
        left -= weigh[word]
