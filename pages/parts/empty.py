"""A screen with nothing to show yet: one sentence what is missing, and the gold way to where it is filled."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from musrenbang.errors import Issue
from musrenbang.words import screen_to_mend, sentence
from pages.parts.onward import link_to


def empty(issues: Sequence[Issue], otherwise: str) -> None:
    """The first of the `issues` that a guard has found; `otherwise` is what is said when there is none."""
    text = sentence(issues[0]) if issues else otherwise
    path = screen_to_mend(issues[0]) if issues else None
    with st.container(key="hampa", horizontal_alignment="center"):
        st.html(f'<p class="hampa" data-i="inbox">{escape(text)}</p>')
        if path:
            link_to(path)
