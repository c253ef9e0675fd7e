"""Asking for a reason: one press on a usual one, or words of one's own, or both."""

from collections.abc import Sequence

import streamlit as st


def ask_reason(presets: Sequence[str], key: str) -> str:
    """Returns what is chosen and typed so far, empty when nothing is. Whether it is enough, the action decides."""
    usual = st.pills("Alasan yang biasa", presets, key=f"{key}_biasa")
    own = st.text_area("Alasan lain atau keterangan tambahan", key=f"{key}_sendiri", height=80, max_chars=900)
    return join_reason(usual, own)


def join_reason(usual: str | None, own: str | None) -> str:
    return ". ".join(part for part in ((usual or "").strip(), (own or "").strip()) if part)
