"""The frame of every screen: the strip with the meeting's clock, the menu by stage."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from datetime import datetime
from html import escape
from typing import Any

import streamlit as st

from musrenbang.formats import jam, lama, tanggal, wib
from musrenbang.model import Fakta, Kemajuan, Orang, Rapat
from musrenbang.pace import Kerja, Perkiraan
from musrenbang.passwords import csrf_of
from musrenbang.sop import LAYAR, Mark, Stage, marks
from pages.parts.meeting import Meeting
from pages.parts.rangka import Followed, around

ICONS = {Mark.SELESAI: "check_circle", Mark.SEDANG: "pending", Mark.BELUM: "radio_button_unchecked"}
PERKIRAAN = {Kerja.VERIFIKASI: "Perkiraan selesai verifikasi", Kerja.SKOR: "Perkiraan selesai"}


def band(title: str, figures: Sequence[str] = (), followed: Followed | None = None) -> None:
    """The band on top; `figures` are ready HTML, `followed` is what the screen shows and then follows."""
    spans = "".join(f"<span>{figure}</span>" for figure in figures)
    with st.container(key="bingkai", gap=None):
        st.html(f'<div class="strip"><b>{escape(title)}</b>{spans}</div><div class="rebung"></div>')
        around(followed)


def meeting_strip(m: Meeting, found: Perkiraan | None, now: datetime) -> None:
    """`found`: the forecast of what the hall is at, where there is one."""
    f, k = m.fakta, m.fakta.kemajuan
    figures = [_clock(f, now)]
    if f.rapat.diambil:
        figures.append(f"<i>Verifikasi</i> <em>{k.masuk - k.belum_verifikasi}/{k.masuk}</em>")
    if f.rapat.dimulai:
        figures.append(f'<i>Skor</i> <em class="skor">{scored(k)}</em>')
    if found:
        figures.append(f"<i>{PERKIRAAN[found.kerja]}</i> <em>{jam(found.selesai)}</em>")
    band(f"Musrenbang Kecamatan {f.rapat.kecamatan.nama} {f.rapat.tahun}", figures, (str(m.id), m.versi))


def scored(k: Kemajuan) -> str:
    """What the strip shows; an element with it as `data-skor` moves the strip while only a fragment runs."""
    return f"{k.skor_lengkap}/{k.utama}"


def _clock(f: Fakta, now: datetime) -> str:
    mulai, usai = f.rapat.dimulai, f.usai
    if f.rapat.dibawa:
        return "<em>Dibawa kapsul</em>"
    if mulai is None:
        return f"<em>{escape(f.rapat.tahap.value.capitalize())}</em>"
    if f.rapat.dibuka_kembali:
        return _reopened(f.rapat, f.rapat.dibuka_kembali)
    detik = int(((usai or now) - mulai).total_seconds())
    if usai:
        return f"<i>Selesai {jam(usai)} setelah</i> <em>{lama(detik)}</em>"
    return f'<i>Berlangsung</i> <em class="jam" role="timer" data-detik="{detik}">{lama(detik)}</em>'


def _reopened(rapat: Rapat, opened: datetime) -> str:
    """In the place of the clock: the hall went home at the first Kirim."""
    said, when = ("Dikirim kembali", rapat.dikirim) if rapat.dikirim else ("Dibuka kembali", opened)
    return f"<i>{said}</i> <em>{tanggal(wib(when).date())}</em>"


def menu(pages: Mapping[str, Any], f: Fakta, current: str) -> None:
    """The screens by stage, each with its mark; the open one stands out."""
    marked = marks(f)
    with st.container(key="menu", gap=None):
        for stage in Stage:
            st.html(f'<div class="tahap">{stage.value}</div>')
            for layar in (layar for layar in LAYAR if layar.stage is stage):
                _stage_link(pages[layar.path], layar.judul, marked.get(layar.path), layar.path == current)


def menu_beside(screens: Iterable[tuple[Any, str, str, bool]]) -> None:
    """The screens outside any meeting: page, its name, its icon, whether it is the open one."""
    with st.container(key="menu_atas", gap=None):
        for page, judul, icon, open_ in screens:
            _link(page, judul, icon, open_)


def _stage_link(page: Any, judul: str, mark: Mark | None, open_: bool) -> None:
    _link(page, judul, ICONS[mark] if mark else "article", open_, f"{judul}: {mark.value}" if mark else None)


def _link(page: Any, judul: str, icon: str, open_: bool, told: str | None = None) -> None:
    with st.container(key="menukini", gap=None) if open_ else nullcontext():
        st.page_link(page, label=judul, icon=f":material/{icon}:", help=told, width="stretch")


def account(who: Orang, wilayah: str, sidik: str | None) -> None:
    """Who is logged in, and the way out."""
    token = csrf_of(sidik or "")
    st.html(
        f'<div class="akun"><b>{escape(who.nama)}</b><span>{escape(wilayah)}</span>'
        f'<form method="post" action="/keluar"><input type="hidden" name="csrf" value="{token}">'
        '<button type="submit">Keluar</button> <a href="/ganti-sandi">Ganti kata sandi</a></form></div>'
    )
