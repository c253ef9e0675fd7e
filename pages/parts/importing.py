"""Usulan from a spreadsheet on the screen: template out, file in, preview, and then all of it or nothing (L01, L08)."""

from functools import partial
from typing import NamedTuple

import streamlit as st

from musrenbang.actions import impor
from musrenbang.errors import Issue, Refused
from musrenbang.formats import bulat
from musrenbang.intake.lembar import Lembar
from musrenbang.intake.rencana import HasilImpor, Rencana
from musrenbang.model import Desa, Orang, Rapat
from musrenbang.store.current import current
from pages.parts import act, import_preview, session
from pages.parts.import_reading import read_upload
from reports.bertanda import tandai
from reports.templat import templat

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SETUJUI = "Tandai semua usulan di berkas ini sebagai sudah disetujui desa/kelurahannya"


class Place(NamedTuple):
    """Where an import goes: a whole kecamatan, or one of its desa/kelurahan."""

    rapat: Rapat
    desa: Desa | None

    @property
    def kode(self) -> str | None:
        return self.desa.kode if self.desa else None

    @property
    def name(self) -> str:
        return f"{self.desa.jenis} {self.desa.nama}" if self.desa else f"Kecamatan {self.rapat.kecamatan.nama}"


def show_import(who: Orang, rapat: Rapat, desa: Desa | None) -> None:
    """Everything below the screen's heading."""
    place = Place(rapat, desa)
    if issues := impor.tertutup(current(), who, rapat.id, place.kode):
        return act.checklist(issues)
    with st.container(key="impor_langkah", horizontal=True):
        with st.container(border=True):
            _offer_template(who, place)
        with st.container(border=True):
            lembar = _take_file()
    if isinstance(lembar, Issue):
        return act.show_issues([lembar])
    return _preview(who, place, lembar) if lembar else None


def _offer_template(who: Orang, place: Place) -> None:
    st.html("<h2>1. Unduh templat dan isi</h2>")
    st.html(f'<p class="redup">Berisi usulan {place.name} yang sudah ada. Ubah atau tambah barisnya di Excel.</p>')
    st.download_button(
        "Unduh templat (XLSX)", partial(_template, who, place), f"usulan {place.name} {place.rapat.tahun}.xlsx", XLSX,
        key="templat", icon=":material/download:", on_click="ignore",
    )  # fmt: skip


def _template(who: Orang, place: Place) -> bytes:
    return templat(impor.bahan_templat(current(), who, place.rapat.id, place.kode))


def _take_file() -> Lembar | Issue | None:
    st.html("<h2>2. Unggah berkas yang sudah diisi</h2>")
    st.html('<p class="redup">Templat ini, atau ekspor SIPD (25 kolom). XLSX atau CSV, paling besar 10 MB.</p>')
    key = f"impor_berkas_{st.session_state.setdefault('impor_ke', 0)}"
    uploaded = st.file_uploader("Berkas usulan", key=key, label_visibility="collapsed", max_upload_size=10)
    return read_upload(uploaded) if uploaded else None


def _preview(who: Orang, place: Place, lembar: Lembar) -> None:
    st.html("<h2>3. Periksa, lalu impor</h2>")
    setujui = st.checkbox(SETUJUI, key="impor_setujui")
    try:
        rencana = impor.pratinjau(
            current(), session.must_be_in(), place.rapat.id, lembar, setujui=setujui, desa=place.kode
        )
    except Refused as refused:
        return act.show_issues(refused.issues)
    import_preview.figures(rencana)
    _button(place, lembar, rencana, setujui=setujui)
    if rencana.salah:
        _offer_marked(place, lembar, rencana)
    return import_preview.details(rencana)


def _offer_marked(place: Place, lembar: Lembar, rencana: Rencana) -> None:
    st.download_button(
        "Unduh berkas dengan sel salah ditandai (XLSX)", partial(tandai, lembar, rencana.salah),
        f"perbaiki usulan {place.name}.xlsx", XLSX, key="bertanda", icon=":material/flag:", on_click="ignore",
    )  # fmt: skip


def _button(place: Place, lembar: Lembar, rencana: Rencana, *, setujui: bool) -> None:
    count = len(rencana.baru) + len(rencana.berubah)
    label = f"Impor {bulat(count)} usulan" if count else "Impor usulan"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            label, type="primary", key="impor", icon=":material/upload:", disabled=not count,
            on_click=_press, args=(place, lembar, rencana, setujui),
        )  # fmt: skip
        st.html(import_preview.reason(rencana), width="content")


def _press(place: Place, lembar: Lembar, rencana: Rencana, setujui: bool) -> None:
    done = act.attempt(
        lambda store, who, now: told(
            impor.impor(
                store, who, place.rapat.id, lembar, setujui=setujui, desa=place.kode, dilihat=rencana.dilihat, now=now
            )
        )
    )
    if done:
        st.session_state["impor_ke"] += 1  # a new key empties the field
        st.session_state.pop("impor_lembar", None)


def told(hasil: HasilImpor) -> str:
    return (
        f"Impor selesai: {bulat(hasil.baru)} usulan baru, {bulat(hasil.berubah)} berubah, {bulat(hasil.tetap)} tetap."
    )
