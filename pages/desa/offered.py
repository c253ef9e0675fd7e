"""Usulan of earlier years that came to nothing yet, each with a button to propose it again (L01)."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from musrenbang.actions import usulan_desa as actions
from musrenbang.formats import angka, bulat, rupiah
from musrenbang.model import Opd, UsulanLalu
from pages.desa.own import Own
from pages.parts import act, answers, chips
from pages.parts.paging import one_page, turn_pages
from pages.parts.pengajuan import so_far
from pages.parts.saying import saying

DAFTAR, SEHALAMAN = "usulan_lalu", 10
LEBAR = "--kolom:minmax(0,1fr) minmax(250px,.5fr) 142px"


def section(o: Own) -> None:
    """Draws nothing when nothing is left over."""
    if not o.lalu:
        return
    st.html(
        f"<h2>Usulan tahun lalu yang dapat diajukan lagi <small>{bulat(len(o.lalu))} usulan</small></h2>"
        '<p class="redup">Cadangan dan yang belum dianggarkan OPD. Yang diajukan lagi masuk ke daftar di atas, dapat '
        "diubah, dan belum disetujui; foto dan dokumennya dilampirkan lagi.</p>"
    )
    with st.container(key="daftar_lalu", gap=None):
        for u in one_page(DAFTAR, o.lalu, SEHALAMAN):
            _row(o, u)
    turn_pages(DAFTAR, len(o.lalu), SEHALAMAN)


def _row(o: Own, u: UsulanLalu) -> None:
    cells = f'<div>{_what(u)}</div><div>{_fate(u, o.keadaan.opd)}</div><div class="n">{rupiah(u.isi.biaya)}</div>'
    with st.container(horizontal=True, vertical_alignment="center", wrap=False, gap="small"):
        st.html(f'<div class="baris" style="{LEBAR}">{cells}</div>')
        st.button("Ajukan lagi", key=f"lagi_{u.id}", icon=":material/replay:", on_click=_again, args=(o, u))


def _what(u: UsulanLalu) -> str:
    where = f"{u.isi.lokasi} · {angka(u.isi.volume)} {u.isi.satuan} · {bulat(u.isi.penerima)} KK"
    return f"{escape(u.isi.nama)}<small>{escape(where)}</small><small>{u.kode} · {so_far(u.pengajuan)}</small>"


def _fate(u: UsulanLalu, opd: Mapping[str, Opd]) -> str:
    """What became of it, and why."""
    if u.alasan_cadangan:
        return f"{chips.chip('t', 'inventory_2', f'Cadangan {u.tahun}')}<small>{escape(u.alasan_cadangan)}</small>"
    to = opd[u.opd].singkatan if u.opd else ""
    if u.jawaban and not u.jawaban.diterima:
        refused = chips.chip("t", "do_not_disturb_on", f"Ditolak OPD {u.tahun}")
        return f"{refused}<small>{escape(f'{to}: {u.jawaban.isi.alasan}')}</small>"
    waiting = chips.chip("b", "pending", f"Belum dianggarkan {u.tahun}")
    return f"{waiting}<small>{escape(f'{to}: {answers.named(u.jawaban).lower()}')}</small>"


def _again(o: Own, u: UsulanLalu) -> None:
    told = f"Usulan “{u.isi.nama}” diajukan lagi sebagai nomor {len(o.usulan) + 1}. Periksa isinya, lalu setujui."
    act.attempt(saying(told, lambda store, who, now: actions.ajukan_lagi(store, who, o.rapat, u.id, now)))
