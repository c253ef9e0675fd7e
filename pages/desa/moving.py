"""Moving an usulan in the desa's own order: one up, one down, to a number, or by dragging its row (L10)."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import streamlit as st

from musrenbang.actions import usulan_desa as actions
from musrenbang.errors import Issue, Refused
from musrenbang.model import Usulan
from pages.desa.own import Own, seen
from pages.parts import act
from pages.parts.saying import saying
from pages.parts.typed import read_whole

DRAG = st.components.v2.component("seret", js=(Path(__file__).parent / "drag.js").read_text(encoding="utf-8"))


def moved(urutan: Sequence[UUID], id_: UUID, to: int) -> list[UUID]:
    """The order with one usulan taken out and put in again as number `to`, counted from 1."""
    others = [one for one in urutan if one != id_]
    return [*others[: to - 1], id_, *others[to - 1 :]]


def number_box(o: Own, u: Usulan) -> None:
    """The number itself is the field: another one and Enter moves the usulan there.

    Every new number is a new field. One field whose text the server changes may, on a slow machine, send the
    old text back with the next press, and move the usulan to where it was.
    """
    key = f"nomor_{u.id}_{u.urutan}_{u.versi}"
    label = f"Pindahkan usulan nomor {u.urutan} ke nomor"
    st.text_input(
        label, str(u.urutan), key=key, label_visibility="collapsed", width=72, on_change=_move_typed, args=(o, u, key)
    )


def arrows(o: Own, u: Usulan) -> None:
    for to, word, icon in ((u.urutan - 1, "Naikkan", "arrow_upward"), (u.urutan + 1, "Turunkan", "arrow_downward")):
        st.button(
            f"{word} usulan nomor {u.urutan}", key=f"ikon_{icon}_{u.id}", icon=f":material/{icon}:",
            disabled=not 1 <= to <= len(o.usulan), on_click=_move, args=(o, u, to),
        )  # fmt: skip


def dragging(o: Own) -> None:
    """Makes the rows of the list movable with the mouse; what it does the number and the arrows do too."""
    DRAG(key="seret", on_dijatuhkan_change=lambda: _move_dropped(o))


def _move_dropped(o: Own) -> None:
    """The browser names a row and the number it was dropped on; a row that is gone meanwhile moves nothing."""
    id_, _, to = str(st.session_state["seret"]["dijatuhkan"]).partition(" ")
    u = next((u for u in o.usulan if str(u.id) == id_), None)
    if u:
        act.attempt(lambda store, who, now: _place(o, u, _number(to, len(o.usulan)))(store, who, now))


def _move_typed(o: Own, u: Usulan, key: str) -> None:
    typed = st.session_state[key]
    act.attempt(lambda store, who, now: _place(o, u, _number(typed, len(o.usulan)))(store, who, now))
    st.session_state[key] = str(u.urutan)  # what was refused does not stay as if it were the number


def _move(o: Own, u: Usulan, to: int) -> None:
    act.attempt(_place(o, u, to))


def _place(o: Own, u: Usulan, to: int) -> act.Work:
    urutan = moved([one.id for one in o.usulan], u.id, to)
    return saying(
        f"Usulan nomor {u.urutan} dipindahkan ke nomor {to}.",
        lambda store, who, now: actions.urutkan(store, who, o.rapat, urutan, seen(o.usulan), now),
    )


def _number(typed: str, last: int) -> int:
    """Raises Refused for what is no place in the list."""
    value = read_whole(typed)
    if value is None or not 1 <= value <= last:
        raise Refused([Issue("isian_angka", {"isian": "Nomor urut", "min": "1", "maks": str(last)})])
    return value
