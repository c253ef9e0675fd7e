"""L16, L17, L23, L24: scoring as a table or one by one; both write the same data."""

import streamlit as st

from musrenbang import guards
from musrenbang.actions import skoring
from musrenbang.model import UsulanMasuk
from pages.musyawarah import skoring_satu, skoring_tabel
from pages.parts import act, chips, filters, hidup, projecting
from pages.parts.empty import empty, nothing_fits
from pages.parts.filters import filter_usulan
from pages.parts.heading import heading
from pages.parts.meeting import Meeting
from pages.parts.onward import closed_chip, link_to

TAMPIL = "skor_tampil"
CARA = ("Tabel", "Satu per satu")
KURANG = "saring_kurang"
SIAP = "{} usulan prioritas siap diskor. Tekan Hitung untuk membuka isian nilainya."


def show(m: Meeting) -> None:
    opened = [u for u in m.usulan if u.utama and u.opd and u.tingkat is not None]
    if not opened:
        with heading("Skoring"):
            closed_chip(m)
            _next_step(m)
        act.show_words()
        empty(guards.count_scores(m.fakta), SIAP.format(m.fakta.kemajuan.siap_hitung))
        return
    with st.container(key="judul", horizontal=True, vertical_alignment="center"):
        st.html("<h1>Skoring</h1>", width="content")
        cara = _way()
        shown = _stay(opened, _chosen(m, opened))
        st.space("stretch")
        closed_chip(m)
        _next_step(m)
    if not shown:
        act.show_words()
        nothing_fits(_clear_filter)
    elif cara == CARA[0]:
        projecting.discuss(m, "skoring", usulan=st.session_state.get(skoring_tabel.DISOROT))
        skoring_tabel.show(m, shown)
    else:
        skoring_satu.show(m, shown)


def _way() -> str | None:
    return st.segmented_control(
        "Cara mengisi", CARA, default=CARA[0], required=True, key="cara", persist_state="session",
        label_visibility="collapsed", width="content",
    )  # fmt: skip


def _next_step(m: Meeting) -> None:
    """Hitung while something waits for it; afterwards the way on."""
    if not m.may_write:
        return
    k = m.fakta.kemajuan
    if k.siap_hitung or not k.dibuka_skor:
        label = f"Hitung {k.siap_hitung} usulan" if k.siap_hitung else "Hitung"
        st.button(
            label, type="primary", icon=":material/calculate:", on_click=_hitung, args=(m,),
            disabled=bool(guards.count_scores(m.fakta)),
        )  # fmt: skip
    elif k.skor_lengkap == k.dibuka_skor:
        link_to("hasil-skoring")


def _hitung(m: Meeting) -> None:
    act.attempt(
        lambda store, who, now: f"{skoring.hitung(store, who, m.id, now)} usulan dibuka untuk skoring. Silakan isi."
    )


def _stay(opened: list[UsulanMasuk], fitting: list[UsulanMasuk]) -> list[UsulanMasuk]:
    """What is on the screen stays there while a colleague completes it; the next press of this person filters again."""
    before = st.session_state.get(TAMPIL, frozenset()) if hidup.is_live() else frozenset()
    ids = frozenset(u.id for u in fitting) | before
    st.session_state[TAMPIL] = ids
    return [u for u in opened if u.id in ids]


def _chosen(m: Meeting, opened: list[UsulanMasuk]) -> list[UsulanMasuk]:
    """Filters come along from other screens, and lie closed here; so it is said when they leave something out."""
    with st.popover("Saring", icon=":material/filter_alt:", width="content"):
        fitting = filter_usulan(m, opened)
        only_missing = st.checkbox("Hanya yang belum lengkap", key=KURANG, persist_state="session")
    shown = [u for u in fitting if u.poin is None] if only_missing else fitting
    left_out = chips.warning(f"{len(shown)} dari {len(opened)}") if len(shown) < len(opened) else ""
    st.html(f"<div>{left_out}</div>", width="content")
    return shown


def _clear_filter() -> None:
    filters.clear()
    st.session_state[KURANG] = False
