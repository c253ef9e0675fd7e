"""Undo of the last score that this tab saved. In the trail it is a change like any other (L24)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

import streamlit as st

from musrenbang.actions import skoring
from musrenbang.actions.skoring import Isian
from musrenbang.model import Orang, Tingkat, UsulanMasuk
from musrenbang.store.engine import Store
from pages.parts import act
from pages.parts.meeting import Meeting

KEY = "skor_terakhir"


@dataclass(frozen=True, slots=True)
class Terakhir:
    """What stood before the last save, under the `versi_skor` that the save gave, so a faster colleague is noticed."""

    rapat: UUID
    sebelum: dict[UUID, Isian]
    apa: str


def remember(m: Meeting, before: Mapping[UUID, Tingkat], versi: Mapping[UUID, int], apa: str) -> None:
    """`apa` names in words what was scored."""
    st.session_state[KEY] = Terakhir(m.id, {id_: Isian(versi[id_], before[id_]) for id_ in versi}, apa)


def save_one(m: Meeting, u: UsulanMasuk, levels: Callable[[], Tingkat], told: str) -> act.Work:
    """`u` is what was on the screen; `levels` is asked inside the attempt, so that a slip is told like a refusal."""

    def work(store: Store, who: Orang, now: datetime) -> str:
        isian = {u.id: Isian(u.versi_skor or 0, levels())}
        versi = skoring.simpan_skor(store, who, m.id, isian, now)
        remember(m, {u.id: u.tingkat or ()}, versi, u.isi.nama)
        return told

    return work


def last(m: Meeting) -> Terakhir | None:
    """What could be taken back in this meeting."""
    held: Terakhir | None = st.session_state.get(KEY)
    return held if held and held.rapat == m.id and m.running else None


def take_back(m: Meeting) -> list[UUID]:
    """Puts the levels back; the usulan that have them again, none when it was refused. There is one step back."""
    held = last(m)
    if held is None:
        return []

    def work(store: Store, who: Orang, now: datetime) -> str:
        skoring.simpan_skor(store, who, m.id, held.sebelum, now)
        return f"Skor terakhir diurungkan: {held.apa}."

    done = act.attempt(work)
    st.session_state.pop(KEY)
    return list(held.sebelum) if done else []


def button(m: Meeting, press: Callable[[Meeting], None], width: Literal["stretch", "content"] = "stretch") -> None:
    held = last(m)
    st.button(
        "Urungkan skor terakhir", icon=":material/undo:", width=width, disabled=held is None,
        help=held.apa if held else None, on_click=press, args=(m,),
    )  # fmt: skip
