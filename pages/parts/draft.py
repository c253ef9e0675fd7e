"""A form that two people may fill in at once: what was typed stays until it is saved, and nobody overwrites unseen.

A draft holds the row that its fields were drawn from, so a save names the versi that the person saw. It follows the
store for as long as nothing has been typed, and survives moving between screens. Whoever was slower gets it drawn from
what is stored by then, with the own words over it, so a second press changes nothing that this person has not typed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

import streamlit as st

from musrenbang.model import (
    AturanTahun,
    BeritaAcara,
    DaftarHadir,
    Desa,
    Kecamatan,
    KriteriaTahun,
    Opd,
    PaguTahun,
    PrioritasTahun,
    Tercatat,
)
from pages.parts import act, chips

Row = TypeVar(
    "Row", DaftarHadir, BeritaAcara, KriteriaTahun, PrioritasTahun, AturanTahun, PaguTahun, Tercatat[Opd],
    Tercatat[Kecamatan], Tercatat[Desa],
)  # fmt: skip
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Draft(Generic[Row]):
    """`generation` gives the fields new keys, and so new contents, after each save and after each lost one.

    `carried` is what was typed before a lost one, by isian; `rows` is what has been asked for, as it is saved.
    """

    form: str
    base: Row
    generation: int
    carried: Mapping[str, Any] = field(default_factory=dict)
    rows: dict[tuple[str, ...], Mapping[str, object]] = field(default_factory=dict)

    def key(self, isian: str) -> str:
        return f"{self.form}_{self.generation}_{isian}"

    def typed(self, isian: str, saved: V) -> V:
        """What stands in a field now: what was typed, else what is saved."""
        return self.typed_row({isian: saved})[0]

    def typed_row(self, saved: Mapping[str, V]) -> list[V]:
        """As `typed`, of fields that only together say something: who has typed into one of them has typed them all."""
        self.rows[tuple(saved)] = saved
        return [st.session_state.get(self.key(isian), self.start(isian, value)) for isian, value in saved.items()]

    def start(self, isian: str, saved: V) -> V:
        """What a field is drawn with."""
        value: V = self.carried.get(isian, saved)
        return value

    def own(self) -> dict[str, object]:
        """What this person has typed: the rows that are other than what is saved."""
        own: dict[str, object] = {}
        for saved in self.rows.values():
            now = dict(zip(saved, self.typed_row(saved), strict=True))
            own |= now if now != saved else {}
        return own

    def text(self, isian: str, label: str, saved: str, placeholder: str | None = None, *, hidden: bool = False) -> None:
        """`hidden`: the label is for who listens, as a heading stands above."""
        st.text_input(
            label, value=self.start(isian, saved), key=self.key(isian), placeholder=placeholder,
            persist_state="session", label_visibility="collapsed" if hidden else "visible",
        )  # fmt: skip


def open_draft(form: str, stored: Row, filled: Callable[[Draft[Row]], Row]) -> Draft[Row]:
    """The draft of this tab; drawn anew from `stored` when that has changed and nothing was typed here."""
    held: Draft[Row] | None = st.session_state.get(form)
    if held is None or (held.base.versi != stored.versi and filled(held) == held.base):
        held = Draft(form, stored, held.generation + 1 if held else 0)
        st.session_state[form] = held
    return held


def save_button(draft: Draft[Row], press: Callable[..., None], args: tuple[object, ...], *, gold: bool) -> None:
    """Another one for each draft, as its fields are."""
    kind: Literal["primary", "secondary"] = "primary" if gold else "secondary"
    st.button("Simpan", type=kind, key=draft.key("simpan"), icon=":material/save:", on_click=press, args=args)


def save(draft: Draft[Row], work: act.Work, stored: Callable[[], Row]) -> None:
    """Who was slower has read what the values are now, sees the own ones over them, and may then save knowingly. A
    second press in haste, on a draft that has been saved or lost, is none."""
    if st.session_state[draft.form] is not draft:
        return
    if act.attempt(work):
        start_anew(draft, stored())
    elif st.session_state.pop("kalah_cepat", False):
        st.session_state[draft.form] = Draft(draft.form, stored(), draft.generation + 1, draft.own())


def start_anew(draft: Draft[Row], stored: Row) -> None:
    st.session_state[draft.form] = Draft(draft.form, stored, draft.generation + 1)


def tell_unsaved(draft: Draft[Row], stored: Row, *, unsaved: bool) -> None:
    """Stands there while something typed is not saved, with the way back to what is saved. Its place is kept while it
    is empty, so that the field where somebody types is not drawn anew, and does not lose the focus, as it appears."""
    with st.container(key="belum_disimpan", horizontal=True, vertical_alignment="center"):
        if unsaved:
            st.html(chips.warning("Ada isian yang belum disimpan"), width="content")
            st.button("Buang isian saya", key=draft.key("buang"), on_click=start_anew, args=(draft, stored))
