"""The meetings of a year as months in HTML, for Bappeda's screen and for everybody. Pure."""

from calendar import Calendar
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from musrenbang.formats import BULAN, HARI, hari_tanggal
from musrenbang.model import Jadwal


def calendar(rows: Sequence[Jadwal]) -> str:
    """A table a month in which something is held; "" when no day is set."""
    held: dict[date, list[Jadwal]] = {}
    for row in rows:
        if row.tanggal:
            held.setdefault(row.tanggal, []).append(row)
    months = sorted({(day.year, day.month) for day in held})
    return "".join(_month(year, month, held) for year, month in months)


def hours(row: Jadwal) -> str:
    """ "09.00–15.00 WIB", with what is known of it."""
    if row.tanggal is None or not row.jam_mulai:
        return "–"
    until = f"–{escape(row.jam_selesai)}" if row.jam_selesai else ""
    return f"{escape(row.jam_mulai)}{until} WIB"


def place(row: Jadwal) -> str:
    return escape(", ".join(part for part in (row.tempat, row.alamat) if part)) or "–"


def _month(year: int, month: int, held: Mapping[date, Sequence[Jadwal]]) -> str:
    heads = "".join(f'<th scope="col">{day}</th>' for day in HARI)
    weeks = Calendar().monthdatescalendar(year, month)
    body = "".join(f"<tr>{''.join(_day(day, month, held) for day in week)}</tr>" for week in weeks)
    caption = f"<caption>{BULAN[month - 1]} {year}</caption>"
    return f'<table class="kalender">{caption}<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'


def _day(day: date, month: int, held: Mapping[date, Sequence[Jadwal]]) -> str:
    if day.month != month:
        return '<td class="luar"></td>'
    meetings = "".join(map(_meeting, held.get(day, ())))
    if not meetings:
        return f'<td class="kosong"><span class="hari">{day.day}</span></td>'
    said = f'<time class="hari" datetime="{day}"><span>{day.day}</span><i>{hari_tanggal(day)}</i></time>'
    return f"<td>{said}<ul>{meetings}</ul></td>"


def _meeting(row: Jadwal) -> str:
    where = escape(row.tempat) or "Tempat belum ditetapkan"
    return f"<li><b>{escape(row.kecamatan)}</b><span>{hours(row)}</span><small>{where}</small></li>"
