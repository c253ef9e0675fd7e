"""Pressing a button: one action, and then words about what happened."""

from collections.abc import Callable, Sequence
from datetime import datetime
from html import escape

import streamlit as st

from musrenbang.errors import ChangedMeanwhile, Issue, Refused
from musrenbang.model import Orang
from musrenbang.sop import LAYAR
from musrenbang.store.current import current
from musrenbang.store.engine import Store
from musrenbang.words import screen_to_mend, sentence
from pages.parts import session

Work = Callable[[Store, Orang, datetime], str]
NAMES = {layar.path: layar.judul for layar in LAYAR}


def attempt(work: Work) -> bool:
    """Run one action for the person of this connection; keep its news or its refusal for `show_words`.

    `work` returns the sentence that tells what was done. False when it was refused and nothing was written.
    """
    st.session_state.pop("kabar", None)
    st.session_state.pop("masalah", None)
    who = session.person()
    if who is None:
        st.session_state["masalah"] = [Issue("belum_masuk")]
        return False
    try:
        st.session_state["kabar"] = work(current(), who, session.now())
    except Refused as refused:
        st.session_state["masalah"] = list(refused.issues)
        st.session_state["kalah_cepat"] = isinstance(refused, ChangedMeanwhile)
        return False
    return True


def show_words() -> None:
    """What the last press did: news once, or what stands in the way and where it is mended."""
    if kabar := st.session_state.pop("kabar", None):
        st.html(f'<p class="kd s" role="status" data-i="check_circle">{escape(kabar)}</p>')
    if masalah := st.session_state.pop("masalah", None):
        show_issues(masalah)


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
