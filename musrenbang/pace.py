"""How fast the hall works, and when it will be done: from the times in the trail, in whole seconds (L10, L17, L24)."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from musrenbang.formats import WIB, wib
from musrenbang.model import DaftarHadir, Fakta, Kemajuan

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


def planned_end(sheet: DaftarHadir, dimulai: datetime | None) -> datetime | None:
    """The end on the Daftar Hadir in UTC; None where it is not filled in, or the meeting is held on another day."""
    if not sheet.jam_selesai or sheet.tanggal is None or dimulai is None or wib(dimulai).date() != sheet.tanggal:
        return None
    return _at(sheet.tanggal, sheet.jam_selesai)


def minutes_behind(f: Fakta, found: Perkiraan | None, now: datetime) -> int | None:
    """Whole minutes that a meeting is behind its Daftar Hadir: past the planned beginning until Mulai, then past the
    planned end by its forecast, or by the clock where there is none. 0 or less is in time; None without a plan, after
    Kirim, and while a kapsul holds it."""
    sheet, rapat = f.daftar_hadir, f.rapat
    if rapat.dikirim or rapat.dibawa:
        return None
    if rapat.dimulai is None:
        return minutes_late(now, _at(sheet.tanggal, sheet.jam_mulai)) if sheet.tanggal and sheet.jam_mulai else None
    ends = planned_end(sheet, rapat.dimulai)
    return minutes_late(found.selesai if found else now, ends) if ends else None


def _at(tanggal: date, jam: str) -> datetime:
    """In UTC, of a day and an hour of Langkat."""
    hour, minute = map(int, re.split("[.:]", jam))
    return datetime.combine(tanggal, time(hour, minute)) - WIB
