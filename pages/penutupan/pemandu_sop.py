"""The 35 rows of the SOP: who, how long, what really happened and when; and the pace of the hall."""

from datetime import date, datetime
from html import escape

import streamlit as st

from musrenbang import pace
from musrenbang.actions import jalannya
from musrenbang.actions.jalannya import Rentang
from musrenbang.formats import jam, lama, tanggal, wib
from musrenbang.model import Fakta
from musrenbang.sop import LAYAR, SOP, Langkah
from musrenbang.store.current import current
from pages.parts import chips, session
from pages.parts.agenda import Butir, on_now, planned
from pages.parts.heading import heading
from pages.parts.meeting import Meeting
from pages.parts.onward import closed_chip, onward
from pages.parts.perkiraan import forecast, in_words
from pages.parts.table import table, tiles

NAMES = {layar.path: layar.judul for layar in LAYAR}
HEADS = ("No.", "Langkah", "Pelaku", "Rencana", "Terlaksana (WIB)", "Keadaan", "Layar")


def show(m: Meeting) -> None:
    with heading("Pemandu SOP"):
        closed_chip(m)
        if m.may_write:
            onward(m)
    terlaksana = jalannya.terlaksana(current(), m.who, m.id)
    akhir = pace.planned_end(m.fakta.daftar_hadir, m.rapat.dimulai)
    _figures(m.fakta, on_now(m.fakta, terlaksana, akhir), session.now())
    _pace(m, akhir)
    here, day = next_step(m.fakta), wib(m.rapat.dimulai or session.now()).date()
    rows = [_row(row, m.fakta, terlaksana.get(row.key), day) for row in SOP]
    st.html(f'<div class="sop">{table(HEADS, rows, now=SOP.index(here) if here else None)}</div>')


def _figures(f: Fakta, butir: Butir | None, now: datetime) -> None:
    """With a clock for the point of the agenda that is on; the browser counts it."""
    known = [row for row in SOP if row.done]
    done = ("Langkah selesai", f"{sum(bool(row.done and row.done(f)) for row in known)} dari {len(known)}")
    if butir is None:
        here = next_step(f)
        st.html(tiles(done, ("Langkah berikutnya", escape(here.judul) if here else "Semua selesai")))
        return
    detik = int((now - butir.mulai).total_seconds())
    since = f'<span class="jam" role="timer" data-detik="{detik}">{lama(detik)}</span>'
    st.html(tiles(("Agenda sekarang", escape(butir.judul)), ("Sudah berjalan", since), _left(butir, now), done))


def _left(butir: Butir, now: datetime) -> tuple[str, str]:
    if butir.batas is None:
        return "Waktu menurut rencana", "sepanjang rapat"
    what = f"Rencana {butir.menit} menit" if butir.menit else f"Rapat direncanakan sampai {jam(butir.batas)}"
    sisa = int((butir.batas - now).total_seconds())
    return what, f'<span class="jam" role="timer" data-sisa="{sisa}">{left_in_words(sisa)}</span>'


def left_in_words(sisa: int) -> str:
    """Seconds until a planned end, as clock.js goes on counting them: "00.12.30 lagi", "00.12.30 lewat"."""
    return f"{lama(abs(sisa))} {'lagi' if sisa >= 0 else 'lewat'}"


def _pace(m: Meeting, akhir: datetime | None) -> None:
    found = forecast(m, session.now())
    if found is None:
        return
    late = akhir is not None and pace.minutes_late(found.selesai, akhir) > 0
    words = in_words(found, akhir)
    st.html(f"<p>{chips.warning(words) if late else chips.chip('s', 'schedule', words)}</p>")


def next_step(f: Fakta) -> Langkah | None:
    """The first row that the application knows to be not done; L13 is done only where something is missing."""
    return next((row for row in SOP if row.done and row.key != "L13" and not row.done(f)), None)


def state(row: Langkah, f: Fakta) -> str:
    if row.done is None:
        return chips.chip("b", "draw", "Di luar aplikasi" if row.kertas is None else "Cetak bila perlu")
    return chips.chip("s", "check_circle", "Selesai") if row.done(f) else chips.chip("b", "pending", "Belum")


def happened(span: Rentang | None, day: date) -> str:
    """From when until when, with the date where it was not the `day` of the meeting, and how many minutes it took."""
    if span is None:
        return "–"
    first, last = wib(span.mulai).date(), wib(span.selesai).date()
    text = jam(span.mulai) if first == day else f"{tanggal(first)} {jam(span.mulai)}"
    menit = round((span.selesai - span.mulai).total_seconds() / 60)
    if first != last:
        return f"{text} s.d. {jam(span.selesai) if last == day else tanggal(last)}"
    return f"{text}–{jam(span.selesai)}<small>{menit} menit</small>" if menit else text


def _row(row: Langkah, f: Fakta, span: Rentang | None, day: date) -> tuple[str, ...]:
    link = f'<a href="/{row.layar}" target="_self">{escape(NAMES[row.layar])}</a>' if row.layar else "–"
    nomor = row.key.removeprefix("L").lstrip("0")
    return nomor, escape(row.judul), row.pelaku, planned(row), happened(span, day), state(row, f), link
