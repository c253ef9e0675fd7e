"""A chart under a title that says what it shows; a click in it opens what it counts."""

from collections.abc import Callable
from html import escape
from typing import Any

import streamlit as st

from pages.bappeda.banding import gambar
from pages.bappeda.banding.tautan import go


def chart(title: str, figure: Any, name: str, opened: Callable[[int], str]) -> None:
    """`opened`: the address of one of its places, as the chart counts them."""
    st.html(f"<h2>{escape(title)}</h2>")
    event: Any = st.plotly_chart(
        figure, config=gambar.config(f"perbandingan-{name}"), theme=None, key=f"gambar_{name}", alt=title,
        on_select="rerun", selection_mode="points",
    )  # fmt: skip
    for point in event.selection.points:
        go(opened(point["customdata"]))
