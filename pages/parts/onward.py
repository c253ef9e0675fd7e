"""What stands where the gold button would be, when there is nothing to press on this screen."""

import streamlit as st

from musrenbang.formats import jam
from musrenbang.sop import LAYAR, next_screen
from pages.parts import chips
from pages.parts.meeting import Meeting

NAMES = {layar.path: layar.judul for layar in LAYAR}


def closed_chip(m: Meeting) -> None:
    """Why nothing can be changed here; nothing while it can."""
    if m.rapat.dikirim:
        st.html(chips.chip("s", "check_circle", f"Sudah dikirim {jam(m.rapat.dikirim)}"), width="content")
    elif not m.may_write:
        st.html(chips.chip("b", "visibility", "Anda melihat sebagai Bappeda"), width="content")


def link_to(path: str) -> None:
    """The gold way to another screen."""
    judul = f"Lanjut: {NAMES[path]}".replace("&", "&amp;")
    st.html(f'<a class="tombol emas" href="/{path}" target="_self">{judul}</a>', width="content")


def onward(m: Meeting) -> None:
    """The gold way to where the meeting goes on."""
    link_to(next_screen(m.fakta))
