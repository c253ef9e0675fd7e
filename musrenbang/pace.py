"""How fast the hall scores, and when it will be done: from the times in the trail, in whole seconds (L17, L24)."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

JENDELA = 20  # the pace of the last so many usulan: the argument gets shorter as the hall learns
PALING_SEDIKIT = 3
JEDA = timedelta(minutes=15)  # a longer gap is a break, and counts as this much


@dataclass(frozen=True, slots=True)
class Perkiraan:
    """`detik` for each usulan, `sisa` usulan still to score, `selesai` in UTC."""

    detik: int
    sisa: int
    selesai: datetime


def forecast(lengkap: Sequence[datetime], sisa: int, now: datetime) -> Perkiraan | None:
    """`lengkap`: when each scored usulan became complete, in UTC. None while too few are, or nothing is left."""
    recent = sorted(lengkap)[-JENDELA - 1 :]
    if sisa <= 0 or len(recent) < PALING_SEDIKIT:
        return None
    gaps = [min(later - earlier, JEDA) for earlier, later in itertools.pairwise(recent)]
    detik = max(1, round(sum(gap.total_seconds() for gap in gaps) / len(gaps)))
    return Perkiraan(detik, sisa, now + timedelta(seconds=detik * sisa))


def minutes_late(selesai: datetime, rencana: datetime) -> int:
    """Whole minutes past the plan; 0 or less is in time."""
    return round((selesai - rencana).total_seconds() / 60)
