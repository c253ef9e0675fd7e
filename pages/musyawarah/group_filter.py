"""The filter row of verification: always exactly one desa/kelurahan, and within it search, bidang and keputusan.

Search and bidang are the same choice as in the other lists.
"""

from collections.abc import Sequence

import streamlit as st

from musrenbang.model import Keputusan, UsulanMasuk
from pages.musyawarah.by_desa import Kelompok, first_to_open
from pages.parts import tick_list
from pages.parts.filters import BIDANG, CARI, SEMUA, mentions

HERE = "saring_kelompok"
KEPUTUSAN = {SEMUA: "Semua keputusan", **{k.value: k.value.capitalize() for k in Keputusan}}


def filter_group(all_: Sequence[Kelompok], daftar: str) -> tuple[Kelompok, list[UsulanMasuk]]:
    """The open group, and those of its usulan that fit."""
    named = {k.kode: k for k in all_}
    if st.session_state.get(HERE) not in named:
        st.session_state[HERE] = first_to_open(all_).kode
    with st.container(key="saring", horizontal=True, vertical_alignment="bottom"):
        kata = st.text_input(
            CARI, key="saring_kata", placeholder=CARI, label_visibility="collapsed", persist_state="session"
        )
        here = named[_choice("Desa/kelurahan", HERE, {k.kode: k.nama for k in all_}, daftar)]
        bidang = _choice("Bidang", "saring_bidang", BIDANG, daftar)
        keputusan = _choice("Keputusan", "saring_keputusan", KEPUTUSAN, daftar)
    return here, [u for u in here.usulan if fits(u, kata or "", bidang, keputusan)]


def go_to(kode: str, daftar: str) -> None:
    """Opens another group, for a button's callback. What was ticked in this one is not carried along."""
    st.session_state[HERE] = kode
    tick_list.untick_all(daftar)


def clear_filter() -> None:
    """All usulan of the open group again."""
    st.session_state["saring_kata"] = ""
    st.session_state["saring_bidang"] = st.session_state["saring_keputusan"] = SEMUA


def fits(u: UsulanMasuk, kata: str, bidang: str, keputusan: str) -> bool:
    return bidang in (SEMUA, u.isi.bidang.value) and keputusan in (SEMUA, u.keputusan.value) and mentions(u, kata)


def _choice(label: str, key: str, options: dict[str, str], daftar: str) -> str:
    return st.selectbox(
        label, list(options), format_func=lambda o: options.get(o, o), key=key, persist_state="session",
        label_visibility="collapsed", on_change=tick_list.untick_all, args=(daftar,),
    )  # fmt: skip
