"""The order that the meeting itself sets inside one tie, with its reason."""

from collections import defaultdict
from collections.abc import Sequence

import streamlit as st

from musrenbang import scoring
from musrenbang.actions import skoring
from musrenbang.formats import skor
from musrenbang.model import UsulanMasuk
from pages.parts import act
from pages.parts.empty import nothing
from pages.parts.meeting import Meeting
from pages.parts.saying import saying


def ask() -> None:
    st.session_state["tanya_seri"] = True


@st.dialog("Urutkan usulan seri", width="large")
def dialog(m: Meeting) -> None:
    act.show_words()
    groups = tied(m.usulan)
    if not groups:
        nothing("Tidak ada usulan yang seri.")
        return
    chosen = st.selectbox("Kelompok seri", range(len(groups)), format_func=lambda i: _label(groups[i]), key="seri_ke")
    names = {u.id: f"{u.isi.nama} ({u.nama_desa})" for u in groups[chosen]}
    urutan = st.multiselect(
        "Pilih satu per satu, dari yang didahulukan",
        list(names),
        format_func=names.__getitem__,
        key=f"seri_{chosen}",
        placeholder="Pilih usulan",
    )
    alasan = st.text_input("Alasan rapat", key="seri_alasan", max_chars=1000)
    versi = {u.id: u.versi_skor or 0 for u in groups[chosen]}
    seen = {id_: versi[id_] for id_ in urutan}
    work = saying(
        "Urutan seri disimpan.", lambda store, who, now: skoring.urutkan_seri(store, who, m.id, seen, alasan, now)
    )
    with st.container(horizontal=True, horizontal_alignment="right"):
        if st.button("Batal", key="seri_batal"):
            st.rerun()
        pressed = st.button("Simpan urutan", icon=":material/check:")
    if pressed and (act.attempt(work) or st.session_state.pop("kalah_cepat", False)):
        st.rerun()  # also when somebody was faster: this dialog still holds what was seen before
    act.show_words()


def tied(usulan: Sequence[UsulanMasuk]) -> list[list[UsulanMasuk]]:
    """Groups that the tie-break chain cannot separate, best first."""
    groups = defaultdict(list)
    for u in usulan:
        if u.poin is not None and u.tingkat:
            groups[(u.poin, *(u.tingkat[i] or 0 for i in scoring.PEMECAH_SERI))].append(u)
    return [groups[key] for key in sorted(groups, reverse=True) if len(groups[key]) > 1]


def _label(group: Sequence[UsulanMasuk]) -> str:
    best = min(u.peringkat or 0 for u in group)
    return f"Peringkat {best}, skor {skor(group[0].poin)}: {len(group)} usulan"
