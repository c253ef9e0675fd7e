"""Saved choices: one press opens one; a new one is saved, renamed or deleted in the popover beside them."""

from datetime import datetime
from html import escape

import streamlit as st

from musrenbang.actions import pandangan as action
from musrenbang.model import Lingkup, Orang, Pandangan
from musrenbang.store.current import current
from musrenbang.store.engine import Store
from pages.bappeda.banding.lingkup import take
from pages.parts import act

NAMA, DIPILIH, NAMA_LAIN = "pandangan_nama", "pandangan_dipilih", "pandangan_nama_lain"


def show(who: Orang, lingkup: Lingkup, dipilih: str) -> None:
    """`dipilih`: the choice in words, as the fields above are too narrow for what is chosen in them."""
    views = action.daftar(current(), who)
    with st.container(key="pandangan", horizontal=True, vertical_alignment="center"):
        for view in views:
            icon = ":material/bookmark_added:" if view.lingkup == lingkup else ":material/bookmark:"
            st.button(view.nama, key=f"pandangan_{view.id}", on_click=take, args=(view.lingkup,), icon=icon)
        with st.popover("Simpan pandangan", icon=":material/bookmark_add:", width="content"):
            st.text_input("Nama pilihan ini", key=NAMA, max_chars=action.NAMA_MAKS)
            st.button("Simpan", on_click=_save, args=(lingkup,))
            if views:
                _keep(views)
        st.html(f'<p class="redup">{escape(dipilih)}</p>', width="content")


def _keep(views: tuple[Pandangan, ...]) -> None:
    named = {view.nama: view for view in views}
    st.divider()
    chosen = named[st.selectbox("Pandangan tersimpan", list(named), key=DIPILIH)]
    st.html(f'<p class="redup">Disimpan {chosen.oleh}.</p>')
    st.text_input("Nama lain", key=NAMA_LAIN, max_chars=action.NAMA_MAKS)
    st.button("Ganti nama", on_click=_rename, args=(chosen,))
    st.button("Hapus", on_click=_delete, args=(chosen,), icon=":material/delete:")


def _save(lingkup: Lingkup) -> None:
    def work(store: Store, who: Orang, now: datetime) -> str:
        saved = action.simpan(store, who, st.session_state[NAMA] or "", lingkup, now)
        return f"Pandangan “{saved.nama}” disimpan. Semua akun Bappeda dapat membukanya."

    if act.attempt(work):
        st.session_state[NAMA] = ""


def _rename(view: Pandangan) -> None:
    def work(store: Store, who: Orang, now: datetime) -> str:
        action.ganti_nama(store, who, view, st.session_state[NAMA_LAIN] or "", now)
        return f"Pandangan “{view.nama}” berganti nama."

    if act.attempt(work):
        st.session_state[NAMA_LAIN] = ""


def _delete(view: Pandangan) -> None:
    def work(store: Store, who: Orang, now: datetime) -> str:
        action.hapus(store, who, view, now)
        return f"Pandangan “{view.nama}” dihapus."

    act.attempt(work)
