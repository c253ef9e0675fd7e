"""How fast the hall works, and when it will be done: from the times in the trail, in whole seconds (L10, L17, L24)."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from musrenbang.model import Kemajuan

JENDELA = 21  # moments looked at: the argument gets shorter as the hall learns
JEDA = timedelta(minutes=15)  # a longer gap is a break, and counts as this much

Saat = tuple[datetime, int]  # a moment in UTC, and how many usulan were done in it


class Kerja(StrEnum):
    """What the hall does usulan by usulan."""

    VERIFIKASI = "diverifikasi"
    SKOR = "diskor"


@dataclass(frozen=True, slots=True)
class Perkiraan:
    """`detik` for each usulan, `sisa` usulan still to do, `selesai` in UTC."""

    kerja: Kerja
    detik: int
    sisa: int
    selesai: datetime


def work_left(k: Kemajuan) -> tuple[Kerja, int]:
    """What is being done now, and how many usulan are still to do. Scoring begins when all are verified."""
    if k.belum_verifikasi:
        return Kerja.VERIFIKASI, k.belum_verifikasi
    return Kerja.SKOR, k.utama - k.skor_lengkap


def forecast(kerja: Kerja, saat: Sequence[Saat], sisa: int, now: datetime) -> Perkiraan | None:
    """From the last JENDELA moments; several usulan done at once count as several.

    None while fewer than three moments are known, or nothing is left.
    """
    recent = sorted(saat)[-JENDELA:]
    if sisa <= 0 or len(recent) < 3:
        return None
    gaps = [min(later - earlier, JEDA) for (earlier, _), (later, _) in itertools.pairwise(recent)]
    done = sum(banyak for _, banyak in recent[1:])
    detik = max(1, round(sum(gap.total_seconds() for gap in gaps) / done))
    return Perkiraan(kerja, detik, sisa, now + timedelta(seconds=detik * sisa))


def minutes_late(selesai: datetime, rencana: datetime) -> int:
    """Whole minutes past the plan; 0 or less is in time."""
    return round((selesai - rencana).total_seconds() / 60)
