"""What stands where the gold button would be, when there is nothing to press on this screen."""

import streamlit as st

from musrenbang.formats import jam, tanggal, tanggal_jam, wib
from musrenbang.model import Rapat
from musrenbang.sop import LAYAR, next_screen
from pages.parts import chips
from pages.parts.meeting import Meeting

NAMES = {layar.path: layar.judul for layar in LAYAR}


def closed_chip(m: Meeting) -> None:
    """Why nothing can be changed here; nothing while it can."""
    if m.rapat.dibawa:
        st.html(chips.chip("w", "lock", f"Dibawa kapsul sejak {tanggal_jam(m.rapat.dibawa)}"), width="content")
    elif m.rapat.dikirim:
        st.html(chips.chip("s", "check_circle", sent_words(m.rapat)), width="content")
    elif not m.may_write:
        st.html(chips.chip("b", "visibility", "Anda melihat sebagai Bappeda"), width="content")


def sent_words(rapat: Rapat) -> str:
    """Of a sent meeting: "Sudah dikirim 13.40"; sent once more, it tells the day."""
    assert rapat.dikirim
    if rapat.dibuka_kembali:
        return f"Dikirim kembali {tanggal(wib(rapat.dikirim).date())}"
    return f"Sudah dikirim {jam(rapat.dikirim)}"


def link_to(path: str) -> None:
    """The gold way to another screen."""
    judul = f"Lanjut: {NAMES[path]}".replace("&", "&amp;")
    st.html(f'<a class="tombol emas" href="/{path}" target="_self">{judul}</a>', width="content")


def onward(m: Meeting) -> None:
    """The gold way to where the meeting goes on."""
    link_to(next_screen(m.fakta))
