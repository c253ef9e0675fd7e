"""Which rows of the trail are looked at: one choice, kept in the address, so that a link and a file hold the same."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from musrenbang.model import PilihanJejak, SaringanJejak

Said = Callable[[str], Sequence[str]]  # what an address says under a word, as often as it says it
WORDS = ("kata", "rantai", "oleh", "tindakan", "dari", "sampai")
SEMUA = {"rantai": "Semua rapat", "oleh": "Semua akun", "tindakan": "Semua tindakan"}


def asked_for(said: Said) -> SaringanJejak:
    """What the address says; a date that is none is passed over."""
    kata, rantai, oleh, tindakan, dari, sampai = (next(iter(said(word)), "")[:200] for word in WORDS)
    return SaringanJejak(kata, rantai or None, oleh or None, tindakan or None, _day(dari), _day(sampai))


def address(path: str, s: SaringanJejak) -> str:
    """A link with this choice, as text for an attribute still to be escaped."""
    words = _said(s)
    return f"/{path}?{urlencode(words)}" if words else f"/{path}"


def choose(p: PilihanJejak) -> SaringanJejak:
    """Draws the choices, and keeps the address in step with them."""
    asked = asked_for(st.query_params.get_all)
    _begin_with(asked)
    with st.container(key="saring_jejak", horizontal=True, vertical_alignment="bottom"):
        kata = st.text_input("Kata atau kode usulan", key="jejak_kata", persist_state="session", max_chars=200)
        rantai = _choice("Rapat", "rantai", p.rantai)
        oleh = _choice("Akun", "oleh", {name: name for name in p.oleh})
        tindakan = _choice("Tindakan", "tindakan", {name: name for name in p.tindakan})
        dari, sampai = (_date(label) for label in ("Dari", "Sampai"))
    chosen = SaringanJejak((kata or "").strip(), rantai, oleh, tindakan, dari, sampai)
    st.query_params.from_dict({**_others(), **_said(chosen)})
    return chosen


def _begin_with(s: SaringanJejak) -> None:
    for word in WORDS:
        st.session_state.setdefault(f"jejak_{word}", getattr(s, word) or (None if word in ("dari", "sampai") else ""))


def _choice(label: str, word: str, options: Mapping[str, str]) -> str | None:
    key = f"jejak_{word}"
    if st.session_state[key] not in options:
        st.session_state[key] = ""
    names = {"": SEMUA[word], **options}
    return st.selectbox(label, list(names), format_func=lambda o: names.get(o, o), key=key, persist_state="session",
                        width=250) or None  # fmt: skip


def _date(label: str) -> date | None:
    return st.date_input(
        label, value=None, key=f"jejak_{label.lower()}", format="DD/MM/YYYY", persist_state="session", width=170
    )


def _said(s: SaringanJejak) -> dict[str, str]:
    return {word: str(value) for word in WORDS if (value := getattr(s, word))}


def _others() -> dict[str, str]:
    return {word: value for word, value in st.query_params.to_dict().items() if word not in WORDS}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
