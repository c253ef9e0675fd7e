"""The bar below the list of Prioritas & OPD: what is chosen for the ticked usulan, and Non Prioritas."""

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from musrenbang.actions import usulan as actions
from musrenbang.actions.deciding import Dilihat
from musrenbang.model import UsulanMasuk
from musrenbang.words import ALASAN_CADANGAN, YAKIN_PRIORITAS
from pages.musyawarah import asking, tick_list
from pages.musyawarah.choosing import by_suggestion, shared_opd, shared_prioritas
from pages.musyawarah.reason import ask_reason
from pages.parts import act
from pages.parts.meeting import Meeting
from pages.parts.saying import in_turn, saying

DAFTAR = "prioritas"
PRIORITAS, OPD = "pilih_prioritas", "pilih_opd"
Groups = Sequence[tuple[str | None, Dilihat]]  # one OPD, and the usulan it is meant for


def choosing_bar(
    m: Meeting, chosen: Sequence[UsulanMasuk], rows: Sequence[UsulanMasuk], page: Sequence[UsulanMasuk]
) -> None:
    """`chosen` is all that is ticked, `rows` what the filters leave, `page` what of it is on the screen."""
    with st.container(key="tindakan", gap="small"):
        with st.container(key="tindakan_pilih", horizontal=True, vertical_alignment="center"):
            _ticking(chosen, rows)
            hidden = len(chosen) - sum(u in page for u in chosen)
            st.html(_about(len(chosen), hidden), width="content")
        if chosen:
            with st.container(key="tindakan_isi", horizontal=True, vertical_alignment="center", gap="small"):
                _choices(m, chosen)


def _ticking(chosen: Sequence[UsulanMasuk], rows: Sequence[UsulanMasuk]) -> None:
    ids = [u.id for u in rows]
    label = f"Pilih semua {len(ids)} yang tersaring"
    st.button(label, icon=":material/done_all:", disabled=not ids, on_click=tick_list.tick, args=(DAFTAR, ids))
    if chosen:
        st.button("Kosongkan pilihan", icon=":material/close:", on_click=tick_list.untick_all, args=(DAFTAR,))


def _choices(m: Meeting, chosen: Sequence[UsulanMasuk]) -> None:
    _boxes(m, chosen)
    st.button("Simpan", type="primary", icon=":material/check:", on_click=_save, args=(m.id, asking.seen(chosen)))
    suggested = [(opd, asking.seen(rows)) for opd, rows in by_suggestion(chosen).items()]
    st.button("Pakai OPD saran", disabled=not suggested, on_click=_save_suggested, args=(m.id, suggested))
    if st.button("Non Prioritas", icon=":material/do_not_disturb_on:"):
        asking.open_dialog(chosen)
        _non_prioritas(m, chosen)


def _about(count: int, hidden: int) -> str:
    if not count:
        return "<p>Centang usulan untuk memilih prioritas dan OPD, atau Non Prioritas.</p>"
    elsewhere = f", {hidden} tidak tampak di halaman ini" if hidden else ""
    return f"<p><b>{count} usulan dipilih</b>{elsewhere}</p>"


def _boxes(m: Meeting, chosen: Sequence[UsulanMasuk]) -> None:
    prioritas = {p.nomor: f"{p.nomor}. {p.nama}" for p in m.rujukan.prioritas.values()}
    opd = {o.kode: f"{o.singkatan} · {o.nama}" for o in m.rujukan.opd.values()}
    _follow(PRIORITAS, shared_prioritas(chosen))
    _follow(OPD, shared_opd(chosen))
    _box("Prioritas pembangunan", PRIORITAS, prioritas)
    _box("OPD", OPD, opd)


def _box(label: str, key: str, options: dict[int, str] | dict[str, str]) -> None:
    st.selectbox(
        label, list(options), format_func=lambda o: options.get(o, ""), index=None, key=key, placeholder=label,
        label_visibility="collapsed",
    )  # fmt: skip


def _follow(key: str, suggestion: int | str | None) -> None:
    """A box that nobody has touched follows the suggestion; what a person has chosen stays."""
    last = f"{key}_saran"
    if key not in st.session_state or st.session_state[key] == st.session_state.get(last):
        st.session_state[key] = suggestion
    st.session_state[last] = suggestion


def _save(rapat: UUID, dilihat: Dilihat) -> None:
    """Saves what stands in the two boxes."""
    _attempt(rapat, st.session_state[PRIORITAS], [(st.session_state[OPD], dilihat)])


def _save_suggested(rapat: UUID, groups: Groups) -> None:
    """Saves each usulan's own suggested OPD, and the prioritas in its box when there is one."""
    _attempt(rapat, st.session_state[PRIORITAS], groups)


def _attempt(rapat: UUID, prioritas: int | None, groups: Groups) -> None:
    told = f"Pilihan untuk {sum(len(dilihat) for _, dilihat in groups)} usulan disimpan."
    if act.attempt(in_turn(told, [_choose(rapat, prioritas, opd, dilihat) for opd, dilihat in groups])):
        _start_over()


def _choose(rapat: UUID, prioritas: int | None, opd: str | None, dilihat: Dilihat) -> act.Work:
    if prioritas is None:
        return saying("", lambda store, who, now: actions.pilih_opd(store, who, rapat, dilihat, opd or "", now))
    return saying("", lambda store, who, now: actions.pilih_prioritas(store, who, rapat, dilihat, prioritas, opd, now))


def _start_over() -> None:
    tick_list.untick_all(DAFTAR)
    for key in (PRIORITAS, OPD):
        st.session_state[key] = st.session_state[f"{key}_saran"] = None


@st.dialog(YAKIN_PRIORITAS, width="medium")
def _non_prioritas(m: Meeting, chosen: Sequence[UsulanMasuk]) -> None:
    """L18 to L21. Batal changes nothing."""
    n = len(chosen)
    st.write(f"{'Usulan ini' if n == 1 else f'{n} usulan ini'} menjadi usulan cadangan (non prioritas):")
    asking.names(chosen)
    alasan = ask_reason(ALASAN_CADANGAN, "cadangan")
    asking.answer(m, DAFTAR, lambda dilihat: _reserve(m.id, alasan, dilihat))


def _reserve(rapat: UUID, alasan: str, dilihat: Dilihat) -> act.Work:
    return saying(
        f"{len(dilihat)} usulan menjadi usulan cadangan.",
        lambda store, who, now: actions.jadikan_cadangan(store, who, rapat, dilihat, alasan, now),
    )
