"""A list by keys alone: its shortcuts with their words, and where the focus goes after a press."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from uuid import uuid4

import streamlit as st

_KE, _KALI = "fokus_ke", "fokus_kali"
_keys = st.components.v2.component(
    "papan_ketik", js=(Path(__file__).parent / "list_keys.js").read_text(encoding="utf-8")
)


def focus_on(*keys: str) -> None:
    """Once this run has been drawn, the control inside the element with this key has the focus; of several, the first
    that can be pressed."""
    st.session_state[_KE], st.session_state[_KALI] = " ".join(keys), uuid4().hex


def list_keys(shortcuts: Mapping[str, tuple[str, str]]) -> None:
    """`shortcuts`: "Alt+A" -> the key of a button or field, and the words of the hint. Drawn last, and always."""
    hints({name: words for name, (_, words) in shortcuts.items()})
    pressed = {name: key for name, (key, _) in shortcuts.items()}
    _draw("papan_ketik", pressed, st.session_state.pop(_KE, ""), st.session_state.get(_KALI, ""))


def hints(words: Mapping[str, str]) -> None:
    """ "Ctrl+Enter simpan", small, for who wants to leave the mouse."""
    html = "".join(f"<span><kbd>{escape(name)}</kbd> {escape(meaning)}</span>" for name, meaning in words.items())
    st.html(f'<p class="pintasan">{html}</p>', width="content")


def dialog_opens() -> None:
    """The next `dialog_keys` take the focus, once."""
    st.session_state[_KALI] = uuid4().hex


def dialog_keys(first: str, save: str) -> None:
    """In a dialog: it opens with the focus on `first`, and Ctrl+Enter presses `save`."""
    _draw("papan_ketik_dialog", {"Ctrl+Enter": save}, first, st.session_state.get(_KALI, ""))


def _draw(key: str, pressed: Mapping[str, str], first: str, once: str) -> None:
    with st.container(key=f"{key}_tempat"):
        _keys(key=key, data={"nama": key, "pintasan": dict(pressed), "fokus": {"ke": first, "kali": once}})
