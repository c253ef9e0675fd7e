"""A screen or a list with nothing to show: one sentence why, and the way to where it is filled."""

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from musrenbang.errors import Issue
from musrenbang.words import screen_to_mend, sentence
from pages.parts.onward import link_to


def empty(issues: Sequence[Issue], otherwise: str = "") -> None:
    """The first of the `issues` that a guard has found; `otherwise` is what is said when there is none."""
    path = screen_to_mend(issues[0]) if issues else None
    with st.container(key="hampa", horizontal_alignment="center"):
        nothing(sentence(issues[0]) if issues else otherwise)
        if path:
            link_to(path)


def nothing(words: str, icon: str = "inbox") -> None:
    """Where the list would be."""
    st.html(f'<p class="hampa" data-i="{icon}">{escape(words)}</p>')


def nothing_fits(clear: Callable[[], None]) -> None:
    """The filters leave no row; one press takes them away."""
    nothing("Tidak ada usulan yang cocok dengan saringan ini.", "filter_alt_off")
    with st.container(horizontal=True, horizontal_alignment="center"):
        st.button("Hapus saringan", key="hapus_saringan", icon=":material/filter_alt_off:", on_click=clear)
