"""Undo of the last score that this tab saved. In the trail it is a change like any other (L24)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

import streamlit as st

from musrenbang.actions import skoring
from musrenbang.actions.skoring import Ketikan
from musrenbang.model import Orang, UsulanMasuk
from musrenbang.store.engine import Store
from pages.parts import act
from pages.parts.meeting import Meeting

KEY = "skor_terakhir"


@dataclass(frozen=True, slots=True)
class Terakhir:
    """The way back from the last save: of each level what was given and what stood before, so that a faster colleague
    is noticed."""

    rapat: UUID
    kembali: Mapping[UUID, Ketikan]
    apa: str


def remember(m: Meeting, ketikan: Mapping[UUID, Ketikan], apa: str) -> None:
    """`ketikan` is what was saved; `apa` names in words what was scored."""
    back = {id_: {k: (mau, dilihat) for k, (dilihat, mau) in levels.items()} for id_, levels in ketikan.items()}
    st.session_state[KEY] = Terakhir(m.id, back, apa)


def save_one(m: Meeting, u: UsulanMasuk, typed: Callable[[], Ketikan], told: str) -> act.Work:
    """`u` is what was on the screen; `typed` is asked inside the attempt, so that a slip is told like a refusal."""

    def work(store: Store, who: Orang, now: datetime) -> str:
        ketikan = {u.id: typed()}
        skoring.ketik_skor(store, who, m.id, ketikan, now)
        remember(m, ketikan, u.isi.nama)
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
        skoring.ketik_skor(store, who, m.id, held.kembali, now)
        return f"Skor terakhir diurungkan: {held.apa}."

    done = act.attempt(work)
    st.session_state.pop(KEY)
    return list(held.kembali) if done else []


def button(m: Meeting, press: Callable[[Meeting], None], width: Literal["stretch", "content"] = "stretch") -> None:
    held = last(m)
    st.button(
        "Urungkan skor terakhir", key="urungkan", icon=":material/undo:", width=width, disabled=held is None,
        help=held.apa if held else None, on_click=press, args=(m,),
    )  # fmt: skip
