"""Live screens: what a colleague changes is on every other screen of the meeting at once, and nobody presses reload."""

import streamlit as st

BERGERAK, SEKARANG = "hidup_bergerak", "hidup_sekarang"


def begin() -> None:
    """At the start of each run of the script: did a person press something, or a colleague move the meeting?"""
    st.session_state[SEKARANG] = st.session_state.pop(BERGERAK, False)


def is_live() -> bool:
    """Nobody pressed anything here: what stands on the screen stays, but for what has changed."""
    return bool(st.session_state.get(SEKARANG))


def pressed() -> None:
    """A person acts, so this is no live run; a fragment begins without `begin`."""
    st.session_state[SEKARANG] = False


def moved() -> None:
    st.session_state[BERGERAK] = True
