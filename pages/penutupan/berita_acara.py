"""L30 to L32: the minutes, closed until Kirim."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from musrenbang.actions import penutupan
from musrenbang.errors import Issue
from musrenbang.model import BeritaAcara, Peran
from pages.parts import draft as drafts
from pages.parts.draft import Draft
from pages.parts.empty import empty
from pages.parts.heading import heading
from pages.parts.meeting import Meeting
from pages.parts.saying import saying
from pages.parts.taking import Taken, taking
from pages.penutupan import minutes_form

FORM = "berita_acara"


def show(m: Meeting) -> None:
    stored = m.fakta.berita_acara
    place = heading("Berita Acara")
    if not m.rapat.dikirim:
        with place:
            st.button("Unduh Berita Acara (PDF)", key="unduh_ba", icon=":material/download:", disabled=True)
        return empty([Issue("belum_dikirim")])
    if m.who.peran is not Peran.CAMAT:
        return _read_only(m, place, stored)
    draft = drafts.open_draft(f"{FORM}_{m.id}", stored, minutes_form.filled)
    isi = minutes_form.filled(draft)
    unsaved = isi != draft.base
    with place:
        _buttons(m, draft, done=not unsaved and stored.peserta is not None)
    drafts.tell_unsaved(draft, stored, unsaved=unsaved)
    left, right = st.columns([7, 3], gap="medium")
    with left:
        minutes_form.fields(draft)
    with right:
        st.html(_paper_state(isi))
    return None


def _buttons(m: Meeting, draft: Draft[BeritaAcara], *, done: bool) -> None:
    """Simpan is gold until the participants are saved, then the paper is."""
    with st.container(horizontal=True):
        drafts.save_button(draft, _save, (m, draft), gold=not done)
        taking(m, [Taken("Berita Acara", "berita-acara", arsip=True)])
        _paper_link(m, gold=done)


def _paper_link(m: Meeting, *, gold: bool) -> None:
    look = "tombol emas" if gold else "tombol"
    address = escape(m.paper("berita-acara"))
    link = f'<a class="{look}" data-i="download" href="{address}" download>Unduh Berita Acara (PDF)</a>'
    st.html(link, width="content")


def _save(m: Meeting, draft: Draft[BeritaAcara]) -> None:
    isi = minutes_form.filled(draft)
    told = "Berita Acara sudah disimpan."
    work = saying(told, lambda store, who, now: penutupan.isi_berita_acara(store, who, m.id, isi, now))
    drafts.save(draft, work, lambda: m.reopened().fakta.berita_acara)


def _read_only(m: Meeting, place: DeltaGenerator, stored: BeritaAcara) -> None:
    with place:
        _paper_link(m, gold=True)
    st.html(_paper_state(stored))


def _paper_state(b: BeritaAcara) -> str:
    """How many took part, and what the paper still leaves as a dotted line."""
    orang = "–" if b.peserta is None else f"{b.peserta} orang"
    counted = f'<div class="ubin"><span>Peserta</span><b>{orang}</b></div>'
    lacking = "".join(f"<li>{escape(name)}</li>" for name in minutes_form.missing(b))
    if not lacking:
        return f'{counted}<p class="kd s" data-i="check_circle">Semua isian sudah ada di kertas</p>'
    return f'{counted}<h2>Masih kosong di kertas</h2><ul class="tentang">{lacking}</ul>'
