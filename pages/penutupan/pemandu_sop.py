"""The 35 rows of the SOP: who, how long, and what has been done."""

from datetime import datetime
from html import escape

import streamlit as st

from musrenbang.formats import jam
from musrenbang.model import Fakta
from musrenbang.sop import LAYAR, SOP, Langkah
from pages.parts import chips
from pages.parts.agenda import planned
from pages.parts.heading import heading
from pages.parts.meeting import Meeting
from pages.parts.onward import closed_chip, onward
from pages.parts.table import tiles
from pages.penutupan.perkiraan import show_pace

NAMES = {layar.path: layar.judul for layar in LAYAR}
HEADS = ("No.", "Langkah", "Pelaku", "Rencana", "Keadaan", "Layar")


def show(m: Meeting) -> None:
    with heading("Pemandu SOP"):
        closed_chip(m)
        if m.may_write:
            onward(m)
    known = [row for row in SOP if row.done]
    done = sum(bool(row.done and row.done(m.fakta)) for row in known)
    now = next_step(m.fakta)
    st.html(
        tiles(
            ("Langkah yang dicatat aplikasi", f"{done} dari {len(known)} selesai"),
            ("Langkah berikutnya", escape(now.judul) if now else "Semua selesai"),
        )
    )
    if m.running:
        show_pace(m)
    head = "".join(f'<th scope="col">{label}</th>' for label in HEADS)
    body = "".join(_row(row, m.fakta, here=row is now) for row in SOP)
    st.html(f'<table class="tb sop"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')


def next_step(f: Fakta) -> Langkah | None:
    """The first row that the application knows to be not done; L13 is done only where something is missing."""
    return next((row for row in SOP if row.done and row.key != "L13" and not row.done(f)), None)


def state(row: Langkah, f: Fakta) -> str:
    if row.done is None:
        return chips.chip("b", "draw", "Di luar aplikasi" if row.kertas is None else "Cetak bila perlu")
    if row.done(f):
        at = happened(row, f)
        return chips.chip("s", "check_circle", f"Selesai {jam(at)}" if at else "Selesai")
    return chips.chip("b", "radio_button_unchecked", "Belum")


def happened(row: Langkah, f: Fakta) -> datetime | None:
    """When a step was taken (UTC), where the meeting keeps its time."""
    r = f.rapat
    times = {"L01": r.dibuka, "L08": r.diambil, "L09": r.dimulai, "L23": r.dihitung, "L26": r.dikirim, "L29": r.dikirim}
    return times.get(row.key)


def _row(row: Langkah, f: Fakta, *, here: bool) -> str:
    link = f'<a href="/{row.layar}" target="_self">{escape(NAMES[row.layar])}</a>' if row.layar else "–"
    cells = (row.key.removeprefix("L").lstrip("0"), escape(row.judul), row.pelaku, planned(row), state(row, f), link)
    return f"<tr{' class=kini' if here else ''}>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
