"""All master data of a year as a workbook: taken away, changed in a spreadsheet, looked at, and then saved whole."""

from functools import partial
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from musrenbang.actions import induk_lembar as actions
from musrenbang.actions.induk_lembar import RencanaInduk
from musrenbang.errors import Issue, Refused
from musrenbang.formats import bulat
from musrenbang.intake.induk_baris import SelSalah
from musrenbang.intake.lembar import Lembar
from musrenbang.model import Orang, PerubahanInduk
from musrenbang.store.current import current
from musrenbang.words import sentence
from pages.parts import act, chips, session
from pages.parts.import_reading import KEPT, read_book
from pages.parts.saying import saying
from pages.parts.table import table
from reports.lists.data_induk import sheets
from reports.workbook import xlsx_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PERUBAHAN = ("Lembar", "Yang diubah", "Semula", "Menjadi")
SALAH = ("Lembar", "Baris", "Kolom", "Isi sel", "Kesalahan dan cara memperbaikinya")
KE = "induk_berkas_ke"
Buku = dict[str, Lembar]


def show(who: Orang, tahun: int, _place: DeltaGenerator) -> None:
    with st.container(key="impor_langkah", horizontal=True):
        with st.container(border=True):
            _offer(who, tahun)
        with st.container(border=True):
            buku = _take()
    if isinstance(buku, Issue):
        act.show_issues([buku])
    elif buku:
        _preview(who, tahun, buku)


def _offer(who: Orang, tahun: int) -> None:
    st.html(f"<h2>1. Unduh data induk {tahun}</h2>")
    st.html('<p class="redup">Satu lembar untuk setiap bagian. Yang tidak ada di berkas tetap seperti semula.</p>')
    st.download_button(
        "Unduh XLSX", partial(_workbook, who, tahun), f"data induk {tahun}.xlsx", XLSX, key="induk_unduh",
        icon=":material/download:", on_click="ignore",
    )  # fmt: skip


def _workbook(who: Orang, tahun: int) -> bytes:
    return xlsx_of(f"Data induk {tahun}", sheets(actions.isi(current(), who, tahun), session.now()))


def _take() -> Buku | Issue | None:
    st.html("<h2>2. Unggah yang sudah diubah</h2>")
    st.html('<p class="redup">XLSX, paling besar 10 MB. Perubahannya ditampilkan dahulu.</p>')
    key = f"induk_berkas_{st.session_state.setdefault(KE, 0)}"
    uploaded = st.file_uploader("Berkas data induk", key=key, label_visibility="collapsed", max_upload_size=10)
    return read_book(uploaded) if uploaded else None


def _preview(who: Orang, tahun: int, buku: Buku) -> None:
    st.html("<h2>3. Periksa, lalu simpan</h2>")
    try:
        rencana = actions.pratinjau(current(), who, tahun, buku, session.now())
    except Refused as refused:
        return act.show_issues(refused.issues)
    with st.container(horizontal=True, vertical_alignment="center"):
        count = len(rencana.perubahan)
        st.button(
            f"Simpan {bulat(count)} perubahan" if count else "Simpan", type="primary", key="induk_impor",
            icon=":material/save:", disabled=not count, on_click=_press, args=(tahun, buku, rencana.dilihat),
        )  # fmt: skip
        st.html(_why(rencana), width="content")
    return _details(rencana)


def _why(rencana: RencanaInduk) -> str:
    """Why the button can be pressed, or not."""
    faults = len(rencana.salah) + len(rencana.masalah)
    if faults:
        return chips.warning(f"{bulat(faults)} kesalahan: perbaiki semua dahulu, belum ada yang disimpan")
    if not rencana.perubahan:
        return chips.chip("s", "check_circle", "Isi berkas ini sudah sama dengan yang tersimpan")
    return chips.chip("b", "info", "Semua perubahan disimpan sekaligus, atau tidak sama sekali")


def _details(rencana: RencanaInduk) -> None:
    if rencana.asing:
        st.html(f'<p class="redup">Tidak dibaca: {escape(", ".join(rencana.asing[:10]))}.</p>')
    if rencana.masalah:
        act.show_issues(rencana.masalah)
    if rencana.salah:
        st.html(table(SALAH, map(_fault, rencana.salah), numbers=(1,)))
    if rencana.perubahan:
        st.html(table(PERUBAHAN, map(_change, rencana.perubahan)))


def _fault(one: SelSalah) -> tuple[str, ...]:
    words = sentence(one.issue)
    return escape(one.lembar), bulat(one.baris), escape(one.judul), escape(one.nilai) or "–", escape(words)


def _change(one: PerubahanInduk) -> tuple[str, ...]:
    return one.bagian, escape(one.objek), escape(one.semula) or "baru", f"<b>{escape(one.menjadi)}</b>"


def _press(tahun: int, buku: Buku, dilihat: int) -> None:
    told = f"Data induk {tahun} disimpan dari berkas."
    if act.attempt(saying(told, lambda store, who, now: actions.impor(store, who, tahun, buku, dilihat, now))):
        st.session_state[KE] += 1  # a new key empties the field
        st.session_state.pop(KEPT, None)
