"""Bappeda opens a sent meeting again; and what everybody is told of it."""

from datetime import datetime
from html import escape

import streamlit as st

from musrenbang.actions import pembukaan_kembali
from musrenbang.formats import wib
from musrenbang.model import Peran, SuratPembukaan
from pages.parts import act, chips, session
from pages.parts.meeting import Meeting
from pages.parts.saying import saying
from reports.pembukaan import told

AKIBAT = (
    "Camat dapat mengubah lagi verifikasi, prioritas, OPD, dan skor, lalu harus menekan Kirim sekali lagi.",
    "Selama terbuka, OPD tidak melihat usulan kecamatan ini.",
    "Pindaian Berita Acara yang sudah diunggah tidak berlaku lagi, karena ditandatangani untuk keadaan sebelumnya. "
    "Berkasnya tetap tersimpan.",
    "Yang sudah dikirim tetap terbaca di jejak. Alasan dan surat dicatat, dan kertas yang dicetak sesudahnya "
    "menyebut surat itu.",
)
ALASAN, NOMOR, TANGGAL = "buka_kembali_alasan", "buka_kembali_nomor", "buka_kembali_tanggal"


def offer(m: Meeting) -> None:
    """The button, for Bappeda while the meeting is sent."""
    if m.who.peran is not Peran.BAPPEDA or m.rapat.dikirim is None:
        return
    if st.button("Buka kembali", key="buka_kembali", icon=":material/lock_open:"):
        _ask(m, m.rapat.dikirim)


def history(m: Meeting) -> None:
    """Each time the meeting was opened again, with its reason; nothing where it never was."""
    texts = told(m.fakta)
    if not texts:
        return
    if m.rapat.dikirim is None:
        st.html(chips.chip("w", "lock_open", "Dibuka kembali: periksa yang perlu diperbaiki, lalu kirim sekali lagi."))
    rows = zip(texts, m.fakta.pembukaan_kembali, strict=True)
    items = "".join(f"<li>{escape(text)}<br><small>Alasan: {escape(p.surat.alasan)}</small></li>" for text, p in rows)
    st.html(f'<ul class="tentang">{items}</ul>')


@st.dialog("Buka kembali rapat yang sudah dikirim", width="medium")
def _ask(m: Meeting, dilihat: datetime) -> None:
    """`dilihat` is the sending that the person has before him. Batal changes nothing."""
    st.html(f"<p>Musrenbang Kecamatan {escape(m.rapat.kecamatan.nama)} {m.rapat.tahun} akan dibuka kembali:</p>"
            f'<ul class="akibat">{"".join(f"<li>{escape(text)}</li>" for text in AKIBAT)}</ul>')  # fmt: skip
    words = st.container()
    alasan = st.text_area("Alasan", key=ALASAN, height=80, max_chars=1000)
    with st.container(horizontal=True):
        nomor = st.text_input("Nomor surat", key=NOMOR, max_chars=100)
        today = wib(session.now()).date()
        tanggal = st.date_input("Tanggal surat", today, max_value=today, key=TANGGAL, format="DD/MM/YYYY")
    with st.container(horizontal=True, horizontal_alignment="right"):
        if st.button("Batal", key="buka_kembali_batal"):
            st.rerun()
        pressed = st.button("Buka kembali", key="buka_kembali_yakin", icon=":material/lock_open:")
    if pressed and act.attempt(_opening(m, dilihat, SuratPembukaan(alasan, nomor, tanggal))):
        st.rerun()
    with words:
        act.show_refusal()


def _opening(m: Meeting, dilihat: datetime, surat: SuratPembukaan) -> act.Work:
    return saying(
        f"Musrenbang Kecamatan {m.rapat.kecamatan.nama} dibuka kembali. Camat dapat mengubahnya, lalu mengirim lagi.",
        lambda store, who, now: pembukaan_kembali.buka_kembali(store, who, m.id, dilihat, surat, now),
    )
