"""The bar below the list of Prioritas & OPD: what is chosen for the ticked usulan, and Non Prioritas."""

from collections.abc import Mapping, Sequence
from uuid import UUID

import streamlit as st

from musrenbang.actions import usulan as actions
from musrenbang.actions.deciding import Dilihat
from musrenbang.model import UsulanMasuk
from musrenbang.suggest import Saran
from musrenbang.words import ALASAN_CADANGAN, YAKIN_PRIORITAS
from pages.musyawarah.choosing import by_suggestion, shared_opd, shared_prioritas, taken_over
from pages.parts import act, asking, list_keys, tick_list
from pages.parts.meeting import Meeting
from pages.parts.reason import ask_reason
from pages.parts.saying import in_turn, saying

DAFTAR = "prioritas"
PRIORITAS, OPD = "pilih_prioritas", "pilih_opd"
SEMUA, SARAN, SIMPAN, CADANGAN = (f"prioritas_{name}" for name in ("semua", "saran", "simpan", "cadangan"))
SHORTCUTS = {
    "Alt+I": ("saring_kata", "cari"),
    "Alt+A": (SEMUA, "pilih semua"),
    "Alt+P": (SARAN, "pakai saran"),
    "Alt+Enter": (SIMPAN, "simpan"),
    "Alt+N": (CADANGAN, "non prioritas"),
}
Group = tuple[int | None, str | None, Dilihat]  # a prioritas and an OPD, and the usulan they are meant for


def choosing_bar(
    m: Meeting,
    chosen: Sequence[UsulanMasuk],
    rows: Sequence[UsulanMasuk],
    page: Sequence[UsulanMasuk],
    found: Mapping[UUID, Saran],
) -> None:
    """`chosen` is all that is ticked, `rows` what the filters leave, `page` what of it is on the screen."""
    with st.container(key="tindakan"):
        with st.container(key="tindakan_pilih", horizontal=True, vertical_alignment="center", gap="small"):
            _ticking(chosen, rows)
            _take_over(m, chosen, found)
            st.html(_about(len(chosen), len(chosen) - sum(u in page for u in chosen)), width="content")
        with st.container(key="tindakan_isi", horizontal=True, vertical_alignment="center", gap="small"):
            if chosen:
                _choices(m, chosen)
        list_keys.list_keys(tick_list.shortcuts(DAFTAR, page) | SHORTCUTS)


def _ticking(chosen: Sequence[UsulanMasuk], rows: Sequence[UsulanMasuk]) -> None:
    ids = [u.id for u in rows]
    label = f"Pilih semua {len(ids)} yang tersaring"
    st.button(label, key=SEMUA, icon=":material/done_all:", disabled=not ids, on_click=_tick, args=(ids,))
    if chosen:
        st.button("Kosongkan", icon=":material/close:", on_click=_untick, help="Tidak ada usulan yang dipilih lagi.")


def _tick(ids: Sequence[UUID]) -> None:
    tick_list.tick(DAFTAR, ids)
    list_keys.focus_on(SARAN, CADANGAN)


def _untick() -> None:
    tick_list.untick_all(DAFTAR)
    list_keys.focus_on(SEMUA)


def _take_over(m: Meeting, chosen: Sequence[UsulanMasuk], found: Mapping[UUID, Saran]) -> None:
    """Suggestions are taken over for what is ticked and still undecided; they never apply by themselves."""
    if not chosen:
        return
    groups = [(prioritas, opd, asking.seen(rows)) for (prioritas, opd), rows in taken_over(chosen, found).items()]
    n = sum(len(dilihat) for *_, dilihat in groups)
    st.button(
        f"Pakai saran untuk {n} usulan" if n else "Tidak ada saran", key=SARAN, icon=":material/lightbulb:",
        disabled=not n, on_click=_attempt, args=(m.id, groups),
    )  # fmt: skip


def _choices(m: Meeting, chosen: Sequence[UsulanMasuk]) -> None:
    _boxes(m, chosen)
    seen = asking.seen(chosen)
    st.button("Simpan", key=SIMPAN, type="primary", icon=":material/check:", on_click=_save, args=(m.id, seen))
    suggested = [(opd, asking.seen(rows)) for opd, rows in by_suggestion(chosen).items()]
    st.button("Pakai OPD saran", disabled=not suggested, on_click=_save_suggested, args=(m.id, suggested))
    if st.button("Non Prioritas", key=CADANGAN, icon=":material/do_not_disturb_on:"):
        asking.open_dialog(asking.seen(chosen))
        _non_prioritas(m, chosen)


def _about(count: int, hidden: int) -> str:
    if not count:
        return "<p>Centang usulan untuk memilih prioritas dan OPD, atau Non Prioritas.</p>"
    elsewhere = f", {hidden} di halaman lain" if hidden else ""
    return f"<p><b>{count} dipilih</b>{elsewhere}</p>"


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
    _attempt(rapat, [(st.session_state[PRIORITAS], st.session_state[OPD], dilihat)])


def _save_suggested(rapat: UUID, groups: Sequence[tuple[str, Dilihat]]) -> None:
    """Saves each usulan's own suggested OPD, and the prioritas in its box when there is one."""
    _attempt(rapat, [(st.session_state[PRIORITAS], opd, dilihat) for opd, dilihat in groups])


def _attempt(rapat: UUID, groups: Sequence[Group]) -> None:
    told = f"Pilihan untuk {sum(len(dilihat) for *_, dilihat in groups)} usulan disimpan."
    if act.attempt(in_turn(told, [_choose(rapat, *group) for group in groups])):
        _start_over()


def _choose(rapat: UUID, prioritas: int | None, opd: str | None, dilihat: Dilihat) -> act.Work:
    if prioritas is None:
        return saying("", lambda store, who, now: actions.pilih_opd(store, who, rapat, dilihat, opd or "", now))
    return saying("", lambda store, who, now: actions.pilih_prioritas(store, who, rapat, dilihat, prioritas, opd, now))


def _start_over() -> None:
    tick_list.untick_all(DAFTAR)
    list_keys.focus_on(SEMUA)
    for key in (PRIORITAS, OPD):
        st.session_state[key] = st.session_state[f"{key}_saran"] = None


@st.dialog(YAKIN_PRIORITAS, width="medium")
def _non_prioritas(m: Meeting, chosen: Sequence[UsulanMasuk]) -> None:
    """L18 to L21. Batal changes nothing."""
    n = len(chosen)
    st.write(f"{'Usulan ini' if n == 1 else f'{n} usulan ini'} menjadi usulan cadangan (non prioritas):")
    asking.names(chosen)
    alasan = ask_reason(ALASAN_CADANGAN, "cadangan")
    ids = {u.id for u in chosen}
    asking.answer(
        DAFTAR, lambda dilihat: _reserve(m.id, alasan, dilihat), lambda: asking.seen_again(m, ids),
        first="cadangan_biasa", back=CADANGAN, onward=lambda: list_keys.focus_on(SEMUA),
    )  # fmt: skip


def _reserve(rapat: UUID, alasan: str, dilihat: Dilihat) -> act.Work:
    return saying(
        f"{len(dilihat)} usulan menjadi usulan cadangan.",
        lambda store, who, now: actions.jadikan_cadangan(store, who, rapat, dilihat, alasan, now),
    )
