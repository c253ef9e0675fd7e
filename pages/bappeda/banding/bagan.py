"""A chart under a title that says what it shows; a click in it opens what it counts."""

from collections.abc import Callable
from html import escape
from typing import Any

import streamlit as st

from pages.bappeda.banding import gambar

FOLLOW = "export default ({ data }) => location.assign(data)"  # as the links of the tables do: one step, one way back
_follow = st.components.v2.component("tautan_gambar", js=FOLLOW)


def chart(title: str, figure: Any, name: str, opened: Callable[[int], str]) -> None:
    """`opened`: the address of one of its places, as the chart counts them."""
    st.html(f"<h2>{escape(title)}</h2>")
    event: Any = st.plotly_chart(
        figure, config=gambar.config(f"perbandingan-{name}"), theme=None, key=f"gambar_{name}", alt=title,
        on_select="rerun", selection_mode="points",
    )  # fmt: skip
    for point in event.selection.points:
        _follow(key=f"tautan_{name}", data=opened(point["customdata"]))
