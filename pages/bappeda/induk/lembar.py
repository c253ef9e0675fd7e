"""One OPD or place on its own: which one, and what can be done with it."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from musrenbang.model import Desa, Kecamatan, Opd, Tercatat
from pages.parts import chips
from pages.parts import draft as drafts
from pages.parts.draft import Draft

Row = TypeVar("Row", Tercatat[Opd], Tercatat[Kecamatan], Tercatat[Desa])
BARU = "baru"


def choose(label: str, key: str, names: dict[str, str]) -> str:
    """One of `names` by its kode; the first when the chosen one has gone."""
    if st.session_state.get(key) not in names:
        st.session_state[key] = next(iter(names))
    return st.selectbox(label, list(names), format_func=lambda kode: names.get(kode, kode), key=key)


def buttons(
    draft: Draft[Row], stored: Row, unsaved: bool, save: Callable[..., None], remove: Callable[..., None] | None = None
) -> None:
    """Simpan, and Hapus while nothing refers to it. `remove` is None for what always stays."""
    with st.container(horizontal=True, vertical_alignment="center"):
        drafts.save_button(draft, save, (draft,), gold=unsaved)
        if remove and stored.isi.kode and not stored.dipakai:
            st.button("Hapus", key="induk_hapus", icon=":material/delete:", on_click=remove, args=(draft,))
    drafts.tell_unsaved(draft, stored, unsaved=unsaved)
    if remove and stored.dipakai:
        st.html(chips.chip("b", "info", "Dipakai usulan atau akun, jadi tidak dapat dihapus"))
