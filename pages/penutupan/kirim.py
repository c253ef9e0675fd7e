"""L26 to L29: what is still missing, what will be sent, and the sending."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from musrenbang import guards
from musrenbang.actions import penutupan
from musrenbang.errors import Issue
from musrenbang.formats import bulat, jam, lama, rupiah
from musrenbang.words import PERINGATAN_KIRIM
from pages.parts import act, chips
from pages.parts.empty import empty
from pages.parts.grouped import Group, by_opd
from pages.parts.heading import heading
from pages.parts.meeting import Meeting
from pages.parts.onward import closed_chip, link_to
from pages.parts.saying import saying
from pages.parts.table import table, tiles
from pages.parts.taking import per_opd, taking
from pages.penutupan import laptop, reopening


def show(m: Meeting) -> None:
    issues = guards.send(m.fakta)
    with heading("Kirim"), st.container(horizontal=True, vertical_alignment="center"):
        closed_chip(m)
        if m.rapat.dikirim:
            taking(m, per_opd(m, "daftar-opd"))
        reopening.offer(m)
        if m.may_write:
            st.button(
                "Kirim",
                type="primary",
                key="kirim",
                icon=":material/send:",
                disabled=bool(issues),
                on_click=st.session_state.update,
                args=({"tanya_kirim": True},),
            )
        elif m.rapat.dikirim:
            link_to("berita-acara")
    if st.session_state.pop("tanya_kirim", False):
        _warn(m)
    laptop.note(m)
    reopening.history(m)
    if m.rapat.dikirim:
        _finished(m)
    else:
        _checklist(m, issues)
    _per_opd(m)


@st.dialog("Kirim usulan ke OPD", width="medium")
def _warn(m: Meeting) -> None:
    """L27: exactly the sentence of the SOP; Batal changes nothing."""
    st.html(f'<p class="peringatan">{escape(PERINGATAN_KIRIM)}</p>')
    with st.container(horizontal=True, horizontal_alignment="right"):
        if st.button("Batal", key="kirim_batal"):
            st.rerun()
        if st.button("Kirim", key="kirim_yakin", icon=":material/send:"):
            act.attempt(
                saying(
                    "Usulan prioritas sudah dikirim ke OPD. Musrenbang selesai.",
                    lambda store, who, now: penutupan.kirim(store, who, m.id, m.tanda, now),
                )
            )
            st.rerun()


def _checklist(m: Meeting, issues: Sequence[Issue]) -> None:
    if not m.rapat.dimulai:
        return empty(issues)
    if issues:
        st.html("<h2>Yang masih kurang sebelum dapat dikirim</h2>")
        return act.checklist(issues)
    st.html(chips.chip("s", "check_circle", "Semua sudah lengkap. Usulan dapat dikirim ke OPD."))
    return None


def _finished(m: Meeting) -> None:
    """L28, L29: locked, with the times of the meeting; its length is that of the hall, not of what came later."""
    mulai, usai = m.rapat.dimulai, m.fakta.usai
    assert mulai
    assert usai
    took = lama(int((usai - mulai).total_seconds()))
    st.html(tiles(("Mulai", f"{jam(mulai)} WIB"), ("Dikirim", f"{jam(usai)} WIB"), ("Lama musyawarah", took)))


def _per_opd(m: Meeting) -> None:
    groups = by_opd(m.usulan, {kode: opd.nama for kode, opd in m.rujukan.opd.items()})
    if not groups:
        return
    st.html(f"<h2>{'Yang sudah dikirim' if m.rapat.dikirim else 'Yang akan dikirim'} ke tiap OPD</h2>{_table(groups)}")


def _table(groups: Sequence[Group]) -> str:
    cells = ((escape(g.judul), bulat(len(g.usulan)), rupiah(g.biaya)) for g in groups)
    foot = ("Jumlah", bulat(sum(len(g.usulan) for g in groups)), rupiah(sum(g.biaya for g in groups)))
    return table(("OPD", "Usulan prioritas", "Perkiraan biaya"), cells, numbers=(1, 2), foot=foot)
