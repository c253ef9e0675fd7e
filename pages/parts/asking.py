"""A dialog that saves: what was typed stays in it until the save has succeeded."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeVar
from uuid import UUID, uuid4

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from musrenbang.model import UsulanMasuk
from pages.parts import act, list_keys, tick_list
from pages.parts.meeting import Meeting

D = TypeVar("D")  # what the person has seen, as the action wants to hear it
Save = Callable[[D], act.Work]
SEEN, TIME = "dilihat_dialog", "kali_dialog"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A field since its dialog was opened, or since its person has read it anew."""

    key: str
    stored: str
    start: str


def seen(rows: Iterable[UsulanMasuk]) -> dict[UUID, int]:
    """The versi of each usulan as it is on the screen."""
    return {u.id: u.versi for u in rows}


def seen_again(m: Meeting, ids: Collection[UUID]) -> dict[UUID, int]:
    """The same as it is by now."""
    return seen(u for u in m.reopened().usulan if u.id in ids)


def by_now(m: Meeting, u: UsulanMasuk) -> UsulanMasuk:
    """The same usulan as it is stored, for a dialog that stays open; as it was, when it is not there any more."""
    return next((now for now in m.reopened().usulan if now.id == u.id), u)


def field(place: DeltaGenerator, label: str, stored: str, key: str) -> str:
    """Drawn with what was stored when this person last read it, but for what they have typed into it: a second press
    after somebody was faster takes back nothing of theirs."""
    now, last = f"{key}_{st.session_state[TIME]}", f"{key}_semula"
    drawn: Drawn | None = st.session_state.get(last)
    if drawn is None or drawn.key != now:
        drawn = st.session_state[last] = Drawn(now, stored, _typed_over(drawn, stored))
    return place.container(key=key).text_input(label, drawn.start, key=now)


def _typed_over(drawn: Drawn | None, stored: str) -> str:
    typed: str | None = st.session_state.get(drawn.key) if drawn else None
    return stored if typed is None or (drawn and typed == drawn.stored) else typed


def open_dialog(dilihat: object) -> None:
    """Remembers what the person sees at the moment the dialog opens, and that it is to be used from its first field."""
    st.session_state[SEEN], st.session_state[TIME] = dilihat, uuid4().hex
    list_keys.dialog_opens()


def names(rows: Sequence[UsulanMasuk], most: int = 3) -> None:
    """Which usulan the dialog is about."""
    shown = "".join(f"<li>{escape(u.isi.nama)} <small>{escape(u.nama_desa)}</small></li>" for u in rows[:most])
    rest = f"<li>dan {len(rows) - most} usulan lain</li>" if len(rows) > most else ""
    st.html(f'<ul class="tentang">{shown}{rest}</ul>')


def answer(
    daftar: str, save: Save[D], reread: Callable[[], D], *, first: str, back: str, onward: Callable[[], None],
    ready: bool = True,
) -> None:  # fmt: skip
    """Batal changes nothing. Simpan runs `save`; a refusal is told here and the dialog stays as it is.

    Who was slower than somebody else reads what the value is now, and may then save over what `reread` finds, by other
    fields and another Simpan: what the browser still sends of those before, pressed in haste, is not heard. Keys of
    fields: the dialog opens on `first`, Batal leads `back`, and `onward` chooses where the focus goes after Simpan.
    """
    simpan = f"dialog_simpan_{st.session_state[TIME]}"
    words = st.container()
    with st.container(key="jawaban", horizontal=True, horizontal_alignment="right"):
        list_keys.hints({"Ctrl+Enter": "simpan", "Esc": "batal"})
        if st.button("Batal", key="dialog_batal"):
            list_keys.focus_on(back)
            st.rerun()
        pressed = st.button("Simpan", key=simpan, icon=":material/check:", disabled=not ready)
    list_keys.dialog_keys(first, simpan)
    if pressed and act.attempt(save(st.session_state[SEEN])):
        tick_list.untick_all(daftar)
        onward()
        st.rerun()
    if pressed and st.session_state.pop("kalah_cepat", False):
        open_dialog(reread())
        st.rerun(scope="fragment")
    with words:
        act.show_refusal(stays=True)
