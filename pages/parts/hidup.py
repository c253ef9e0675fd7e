"""Live screens: what a colleague changes is on every other screen of the meeting at once, and nobody presses reload."""

from pathlib import Path

import streamlit as st

from pages.parts.meeting import Meeting

BERGERAK, SEKARANG = "hidup_bergerak", "hidup_sekarang"
_live = st.components.v2.component("hidup", js=(Path(__file__).parent / "hidup.js").read_text(encoding="utf-8"))


def begin() -> None:
    """At the start of each run of the script: did a person press something, or a colleague move the meeting?"""
    st.session_state[SEKARANG] = st.session_state.pop(BERGERAK, False)


def is_live() -> bool:
    """Nobody pressed anything here: what stands on the screen stays, but for what has changed."""
    return bool(st.session_state.get(SEKARANG))


def pressed() -> None:
    """A person acts, so this is no live run; a fragment begins without `begin`."""
    st.session_state[SEKARANG] = False


def follow(m: Meeting) -> None:
    _live(key="hidup", data={"rapat": str(m.id), "versi": m.versi}, on_bergerak_change=_moved)


def _moved() -> None:
    st.session_state[BERGERAK] = True
