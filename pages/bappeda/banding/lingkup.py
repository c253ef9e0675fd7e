"""Which usulan are compared: one choice, kept in the address, so that a link shows another the same figures."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlencode

import streamlit as st

from musrenbang.model import TANPA_OPD, Asal, Bidang, Lingkup, RujukanBanding


class Pilihan(NamedTuple):
    """One choice: its field of Lingkup, its word in the address, its label, and its options with their names."""

    field: str
    word: str
    label: str
    options: Callable[[RujukanBanding], Mapping[Any, str]]


def opd_names(refs: RujukanBanding) -> dict[str, str]:
    """And those without any, last."""
    return {**{opd.kode: opd.singkatan for opd in refs.opd.values()}, TANPA_OPD: "Belum ada OPD"}


PILIHAN = (
    Pilihan("kecamatan", "kec", "Kecamatan", lambda r: r.kecamatan),
    Pilihan("prioritas", "prioritas", "Prioritas", lambda r: {p.nomor: p.nama for p in r.prioritas.values()}),
    Pilihan("opd", "opd", "OPD", opd_names),
    Pilihan("bidang", "bidang", "Bidang", lambda _: {b: b.value for b in Bidang}),
    Pilihan("asal", "asal", "Asal", lambda _: {a: a.value for a in Asal}),
)


DI, SETAHUN = "di-", "setahun"
Said = Callable[[str], Sequence[str]]  # what an address says under a word, as often as it says it


def year_asked(years: Sequence[int], said: Said) -> int:
    """Of the address, else the current one, which is the first."""
    asked = said("tahun")
    return next((year for year in years if str(year) in asked), years[0])


def asked_for(refs: RujukanBanding, tahun: int, said: Said) -> Lingkup:
    """What the address says; a word that is no option is passed over."""
    chosen = {}
    for p in PILIHAN:
        words = said(p.word)
        chosen[p.field] = tuple(option for option in p.options(refs) if str(option) in words)
    return Lingkup(tahun, **chosen)


def in_words(refs: RujukanBanding, lingkup: Lingkup) -> str:
    """Which usulan these are."""
    said = (
        f"{p.label}: {', '.join(p.options(refs)[option] for option in chosen)}"
        for p in PILIHAN
        if (chosen := getattr(lingkup, p.field))
    )
    return " · ".join(said) or "Semua usulan"


def address(path: str, lingkup: Lingkup, more: Sequence[tuple[str, str]] = ()) -> str:
    """A link to a screen with this scope, as text for an attribute still to be escaped."""
    return f"/{path}?{'&'.join([_query(lingkup), *map(_said, more)])}"


@lru_cache(1024)  # a table has hundreds of links, which say the same few words
def _said(word: tuple[str, str]) -> str:
    return urlencode([word])


@lru_cache(8)
def _query(lingkup: Lingkup) -> str:
    words = [("tahun", str(lingkup.tahun))]
    words += [(p.word, str(option)) for p in PILIHAN for option in getattr(lingkup, p.field)]
    return urlencode(words)


def narrowed(at: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Words for an address: of this scope, only what is at one option of a field."""
    return [(f"{DI}{p.word}", str(at[p.field])) for p in PILIHAN if p.field in at]


def narrowing(said: Said) -> Said:
    """What an address says, narrowed by its words for one place in the scope, or in the whole year."""
    around: Said = (lambda word: ()) if said(SETAHUN) else said
    return lambda word: said(f"{DI}{word}") or around(word)


def choose(refs: RujukanBanding, tahun: int) -> Lingkup:
    """Draws the choices, and keeps the address in step with them."""
    asked = asked_for(refs, tahun, st.query_params.get_all)
    with st.container(key="lingkup", horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Tahun", refs.tahun, index=refs.tahun.index(tahun), key="banding_tahun", on_change=_take_year, width=120
        )
        chosen = {p.field: _choice(p, refs, getattr(asked, p.field)) for p in PILIHAN}
    lingkup = Lingkup(tahun, **chosen)
    _tell_address(lingkup)
    return lingkup


def take(lingkup: Lingkup) -> None:
    """Makes this the choice, for a button's callback."""
    st.query_params["tahun"] = str(lingkup.tahun)
    st.session_state["banding_tahun"] = lingkup.tahun
    for p in PILIHAN:
        st.session_state[f"banding_{p.field}"] = list(getattr(lingkup, p.field))


def _choice(p: Pilihan, refs: RujukanBanding, asked: Sequence[Any]) -> tuple[Any, ...]:
    options, key = p.options(refs), f"banding_{p.field}"
    before = st.session_state.get(key, asked)
    st.session_state[key] = [option for option in options if option in before]  # another year has other options
    chosen = st.multiselect(
        p.label, list(options), key=key, format_func=lambda o: options.get(o, str(o)), placeholder="Semua",
        persist_state="session",
    )  # fmt: skip
    return tuple(option for option in options if option in chosen)


def _take_year() -> None:
    st.query_params["tahun"] = str(st.session_state["banding_tahun"])


def _tell_address(lingkup: Lingkup) -> None:
    """Each word that is set or taken away is a message to the browser."""
    said = {"tahun": [str(lingkup.tahun)]}
    said |= {p.word: [str(option) for option in getattr(lingkup, p.field)] for p in PILIHAN}
    for word, values in said.items():
        if values == st.query_params.get_all(word):
            continue
        if values:
            st.query_params[word] = values
        else:
            del st.query_params[word]
