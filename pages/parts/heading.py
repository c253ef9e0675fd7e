"""The first line of a screen: its title, links to papers, and at most one gold button."""

from collections.abc import Sequence
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def heading(judul: str, downloads: Sequence[tuple[str, str]] = ()) -> DeltaGenerator:
    """Draws the title and links (label, address). Returns the place at the right for the screen's gold button."""
    with st.container(key="judul", horizontal=True, vertical_alignment="center", wrap=True):
        st.html(f"<h1>{escape(judul)}</h1>")
        for label, address in downloads:
            st.html(
                f'<a class="tombol" data-i="download" href="{escape(address)}" download>{escape(label)}</a>',
                width="content",
            )
        return st.container(width="content")
