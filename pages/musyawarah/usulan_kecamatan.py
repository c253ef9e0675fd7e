"""L13: usulan of the kecamatan itself, for what desa/kelurahan have not brought."""

from html import escape

import streamlit as st

from musrenbang import guards
from musrenbang.formats import angka, bulat, rupiah
from musrenbang.model import Asal, UsulanMasuk
from pages.musyawarah.usulan_form import edit, editing, usulan_form
from pages.parts import chips
from pages.parts.empty import empty, nothing
from pages.parts.filters import total
from pages.parts.heading import heading
from pages.parts.meeting import Meeting
from pages.parts.onward import closed_chip
from pages.parts.paging import one_page, turn_pages
from pages.parts.taking import Taken, taking

DAFTAR, SEHALAMAN = "usulan_kecamatan", 12


def show(m: Meeting) -> None:
    with heading("Usulan Kecamatan"), st.container(horizontal=True, vertical_alignment="center"):
        closed_chip(m)
        if m.rapat.dimulai:
            taking(m, [Taken("Usulan terakomodir", "usulan-terakomodir", sheet=True)])
    if m.rapat.dimulai is None:
        return empty(guards.started(m.fakta))
    if m.running:
        usulan_form(m)
    rows = [u for u in m.usulan if u.asal is Asal.KECAMATAN]
    if not rows:
        return nothing("Belum ada usulan kecamatan yang dimasukkan.")
    st.html(f'<div class="ringkas"><h2>Sudah dimasukkan</h2>{total(rows)}</div>')
    with st.container(key="daftar", gap=None):
        for u in one_page(DAFTAR, rows, SEHALAMAN):
            _row(m, u)
    turn_pages(DAFTAR, len(rows), SEHALAMAN)
    return None


def _row(m: Meeting, u: UsulanMasuk) -> None:
    opd = m.rujukan.opd[u.isi.opd].singkatan if u.isi.opd else "OPD belum disebut"
    below = (u.isi.lokasi, f"{angka(u.isi.volume)} {u.isi.satuan}", f"{bulat(u.isi.penerima)} KK", u.isi.bidang, opd)
    cells = (
        f'<div class="n">{u.urutan}</div><div>{escape(u.isi.nama)}<small>{escape(" · ".join(below))}</small></div>'
        f'<div class="n">{rupiah(u.isi.biaya)}</div><div>{chips.keputusan(u.keputusan)}</div>'
    )
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.html(f'<div class="baris" style="--kolom:34px minmax(0,1fr) 150px 160px">{cells}</div>')
        if m.running:
            st.button(
                f"Ubah nomor {u.urutan}", key=f"ubah_{u.id}", on_click=edit, args=(u,), disabled=editing() == u.id
            )
