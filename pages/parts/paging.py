"""A long list in pages. The page survives moving between screens and gives way when the list gets shorter."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

T = TypeVar("T")


def pages_of(count: int, size: int) -> int:
    return max(1, -(-count // size))


def one_page(daftar: str, rows: Sequence[T], size: int) -> Sequence[T]:
    """The rows of the open page. `turn_pages` draws the way to the others."""
    page = min(_open(daftar), pages_of(len(rows), size) - 1)
    st.session_state[f"halaman_{daftar}"] = page
    return rows[page * size : (page + 1) * size]


def turn_pages(daftar: str, count: int, size: int) -> None:
    """Draws nothing when everything is on one page."""
    page, last = _open(daftar), pages_of(count, size) - 1
    if not last:
        return
    with st.container(key=f"halaman_{daftar}_bar", horizontal=True, vertical_alignment="center"):
        _turn(daftar, "Sebelumnya", "chevron_left", page - 1, disabled=page == 0)
        st.html(f"<span>Halaman <b>{page + 1}</b> dari {last + 1}</span>", width="content")
        _turn(daftar, "Berikutnya", "chevron_right", page + 1, disabled=page == last)


def _turn(daftar: str, label: str, icon: str, to: int, *, disabled: bool) -> None:
    st.button(
        label, key=f"{daftar}_{icon}", icon=f":material/{icon}:", disabled=disabled, on_click=_go, args=(daftar, to)
    )


def _go(daftar: str, to: int) -> None:
    st.session_state[f"halaman_{daftar}"] = to


def _open(daftar: str) -> int:
    page: int = st.session_state.get(f"halaman_{daftar}", 0)
    return page
