"""Where each kecamatan stands on the tile map: by hand from its real position, data/petak.csv."""

from collections.abc import Sequence
from functools import cache

from musrenbang.intake.reference_files import read

KOLOM = 5


def petak(kodes: Sequence[str]) -> list[tuple[int, int]]:
    """Row and column of each, from 0. Who has no place by hand stands below the others, in order."""
    known = _by_hand()
    below = 1 + max((row for row, _ in known.values()), default=-1)
    rest = [kode for kode in kodes if kode not in known]
    placed = {kode: (below + at // KOLOM, at % KOLOM) for at, kode in enumerate(rest)}
    return [known.get(kode) or placed[kode] for kode in kodes]


@cache
def _by_hand() -> dict[str, tuple[int, int]]:
    return {row["kode"]: (int(row["baris"]) - 1, int(row["kolom"]) - 1) for row in read("petak")}
