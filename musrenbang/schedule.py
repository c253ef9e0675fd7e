"""What to look at again in a year's schedule. Nothing is refused for it: those who know the place decide. Pure."""

from collections.abc import Sequence
from datetime import date

from musrenbang.errors import Issue
from musrenbang.fields import minutes
from musrenbang.formats import HARI
from musrenbang.model import Jadwal

PEMBERITAHUAN = 7  # days between the letter and the meeting
SABTU = 5
SEHARI = 24 * 60
UMUM = "kantor camat"  # every kecamatan has its own; without an address it says nothing of the place


def concerns(rows: Sequence[Jadwal], today: date) -> dict[str, list[Issue]]:
    """For each kecamatan whose meeting has not started; those without any are left out. `today` is that of WIB."""
    found = {row.kecamatan: _of(row, rows, today) for row in rows if not row.dimulai}
    return {kecamatan: issues for kecamatan, issues in found.items() if issues}


def _of(row: Jadwal, rows: Sequence[Jadwal], today: date) -> list[Issue]:
    if not row.tanggal and not row.tempat:
        return [Issue("jadwal_kosong")]
    issues = _of_day(row.tanggal, today) if row.tanggal else [Issue("jadwal_tanpa_tanggal")]
    if not row.tempat:
        issues.append(Issue("jadwal_tanpa_tempat"))
    clashing = (other.kecamatan for other in rows if other is not row and _clash(row, other))
    return issues + [Issue("jadwal_bentrok", {"kecamatan": kecamatan}) for kecamatan in clashing]


def _of_day(day: date, today: date) -> list[Issue]:
    issues, left = [], (day - today).days
    if left < 0:
        issues.append(Issue("jadwal_lewat"))
    elif left < PEMBERITAHUAN:
        issues.append(Issue("jadwal_mendadak", {"tinggal": f"Tinggal {left} hari" if left else "Hari ini"}))
    if day.weekday() >= SABTU:
        issues.append(Issue("jadwal_akhir_pekan", {"hari": HARI[day.weekday()]}))
    return issues


def _clash(one: Jadwal, other: Jadwal) -> bool:
    same_day = one.tanggal is not None and one.tanggal == other.tanggal
    return same_day and _same_place(one, other) and _overlap(_hours(one), _hours(other))


def _same_place(one: Jadwal, other: Jadwal) -> bool:
    """An address that is missing contradicts none."""
    tempat, alamat = _plain(one.tempat), {_plain(one.alamat), _plain(other.alamat)} - {""}
    if not tempat or tempat != _plain(other.tempat) or len(alamat) > 1:
        return False
    return bool(one.alamat and other.alamat) or UMUM not in tempat


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def _hours(row: Jadwal) -> tuple[int, int]:
    """Minutes since midnight; what is not known may be any time of the day."""
    begin, end = minutes(row.jam_mulai), minutes(row.jam_selesai)
    return begin or 0, SEHARI if end is None else end


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
