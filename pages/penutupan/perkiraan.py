"""The pace of the scoring in words, against the end that the Daftar Hadir plans (L17, L24)."""

import re
from datetime import datetime, time
from decimal import Decimal

import streamlit as st

from musrenbang import pace
from musrenbang.actions import baca
from musrenbang.formats import WIB, angka, jam, wib
from musrenbang.model import DaftarHadir
from musrenbang.pace import Perkiraan
from musrenbang.store.current import current
from pages.parts import chips, session
from pages.parts.meeting import Meeting


def show_pace(m: Meeting) -> None:
    """When the scoring will be done, and whether that is in time."""
    k, now = m.fakta.kemajuan, session.now()
    found = pace.forecast(baca.waktu_lengkap(current(), m.who, m.id), k.utama - k.skor_lengkap, now)
    if found is None:
        return
    rencana = planned_end(m.fakta.daftar_hadir, m.rapat.dimulai)
    late = rencana is not None and pace.minutes_late(found.selesai, rencana) > 0
    words = in_words(found, rencana)
    st.html(f"<p>{chips.warning(words) if late else chips.chip('s', 'schedule', words)}</p>")


def in_words(found: Perkiraan, rencana: datetime | None) -> str:
    """ "55 usulan belum diskor. Laju 1,4 menit per usulan, selesai sekitar 13.40 WIB, 20 menit lewat dari rencana"."""
    laju = f"{found.detik} detik" if found.detik < 90 else f"{angka(round(Decimal(found.detik) / 60, 1))} menit"
    text = f"{found.sisa} usulan belum diskor. Laju {laju} per usulan, selesai sekitar {jam(found.selesai)} WIB"
    if rencana is None:
        return f"{text}."
    late = pace.minutes_late(found.selesai, rencana)
    return f"{text}, {late} menit lewat dari rencana." if late > 0 else f"{text}, masih dalam rencana."


def planned_end(sheet: DaftarHadir, dimulai: datetime | None) -> datetime | None:
    """The end on the Daftar Hadir in UTC; None where it is not filled in, or the meeting is held on another day."""
    if not sheet.jam_selesai or sheet.tanggal is None or dimulai is None or wib(dimulai).date() != sheet.tanggal:
        return None
    hour, minute = map(int, re.split("[.:]", sheet.jam_selesai))
    return datetime.combine(sheet.tanggal, time(hour, minute)) - WIB
