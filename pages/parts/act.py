"""Pressing a button: one action, and then words about what happened."""

from collections.abc import Callable, Sequence
from datetime import datetime
from html import escape
from time import monotonic
from typing import Any

import streamlit as st

from musrenbang.errors import ChangedMeanwhile, Issue, Refused
from musrenbang.model import Orang
from musrenbang.sop import LAYAR
from musrenbang.store.current import current
from musrenbang.store.engine import Store
from musrenbang.words import screen_to_mend, sentence
from pages.parts import hidup, session

Work = Callable[[Store, Orang, datetime], str]
KABAR, MASALAH = "kabar", "masalah"
SEBENTAR = 1.0  # s
NAMES = {layar.path: layar.judul for layar in LAYAR}


def attempt(work: Work) -> bool:
    """Run one action for the person of this connection; keep its news or its refusal for `show_words`.

    `work` returns the sentence that tells what was done. False when it was refused and nothing was written.
    """
    _forget()
    who = session.person()
    if who is None:
        st.session_state[MASALAH] = [Issue("belum_masuk")]
        return False
    try:
        st.session_state[KABAR] = work(current(), who, session.now())
    except Refused as refused:
        st.session_state[MASALAH] = list(refused.issues)
        st.session_state["kalah_cepat"] = isinstance(refused, ChangedMeanwhile)
        return False
    return True


def say(kabar: str) -> None:
    """News that no action has told."""
    _forget()
    st.session_state[KABAR] = kabar


def show_words() -> None:
    """What the last press did: news, or what stands in the way and where it is mended."""
    if kabar := news():
        st.html(f'<p class="kd s" role="status" data-i="check_circle">{escape(kabar)}</p>')
    show_refusal()


def news() -> str:
    """For a screen that has a place of its own for it."""
    return _said(KABAR) or ""


def show_refusal(*, stays: bool = False) -> None:
    """Once; or, when it `stays`, until the next press."""
    if masalah := _said(MASALAH, stays=stays):
        show_issues(masalah)


def _said(which: str, *, stays: bool = False) -> Any:
    """Once; when a colleague moves the meeting meanwhile it stays, as nobody has pressed anything here, and so it does
    for a moment, as many press twice."""
    since = st.session_state.get(f"{which}_tampil")
    if since and monotonic() - since > SEBENTAR and not (stays or hidup.is_live()):
        st.session_state.pop(which, None)
    words = st.session_state.get(which)
    st.session_state[f"{which}_tampil"] = words and (since or monotonic())
    return words


def _forget() -> None:
    hidup.pressed()
    for which in (KABAR, MASALAH):
        st.session_state.pop(which, None)
        st.session_state.pop(f"{which}_tampil", None)


def show_issues(issues: Sequence[Issue]) -> None:
    """The red summary of a refusal."""
    items = "".join(f"<li>{escape(sentence(issue))}{_way_out(issue)}</li>" for issue in issues)
    st.html(f'<div class="masalah" role="alert"><b data-i="error">Belum dapat dilakukan</b><ul>{items}</ul></div>')


def checklist(issues: Sequence[Issue]) -> None:
    """The quiet list before the button: the same guards, the same words."""
    rows = "".join(
        f'<li><span class="kd w" data-i="pending">{escape(sentence(i))}</span>{_way_out(i)}</li>' for i in issues
    )
    st.html(f'<ul class="periksa">{rows}</ul>')


def _way_out(issue: Issue) -> str:
    path = screen_to_mend(issue)
    return f' <a href="/{path}" target="_self">Buka {escape(NAMES[path])}</a>' if path else ""
