"""The quick line: eight digits and Enter score the usulan on the screen and bring the next one (L24)."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import streamlit as st

from musrenbang import scoring
from musrenbang.actions.skoring import Ketikan
from musrenbang.errors import Issue, Refused
from musrenbang.model import UsulanMasuk
from pages.musyawarah import taking_back
from pages.parts import act
from pages.parts.meeting import Meeting

KEY = "baris_cepat"
PANJANG = 24  # characters: eight digits with room for the blanks that people type between them
FIELD = f"""
<label>Skor cepat (F2): 8 angka, lalu Enter
<input inputmode="numeric" autocomplete="off" maxlength="{PANJANG}" aria-describedby="berikut"></label>
<p class="berikut" id="berikut"></p>
"""
STYLE = """
label { display:block; font-weight:650; font-size:18px; }
input { box-sizing:border-box; width:100%; height:50px; padding:0 12px; margin-top:4px; border:1px solid #6E7D75;
  border-radius:8px; background:#fff; color:#13211B; font:700 28px 'Source Sans',sans-serif; letter-spacing:.14em; }
input:focus { outline:3px solid #1A4E8A; outline-offset:2px; }
input:disabled { background:#E8ECE9; }
.berikut { margin:4px 0 0; min-height:1.3em; color:#46564E; font-size:17px; }
"""
_line = st.components.v2.component(
    "skor_cepat", html=FIELD, css=STYLE, js=(Path(__file__).parent / "quick_line.js").read_text(encoding="utf-8")
)


def quick_line(m: Meeting, u: UsulanMasuk, ids: Sequence[UUID]) -> None:
    """`ids` are the usulan of this view in their order."""
    data = {
        "usulan": str(u.id),
        "kriteria": [{"nama": k.singkat, "maks": k.tingkat_maks} for k in m.rujukan.bobot.kriteria],
        "mati": not m.running,
        "jawab": st.session_state.get("cepat_jawab", 0),
        "tersimpan": st.session_state.get("cepat_tersimpan", 0),
    }
    _line(key=KEY, data=data, height="content", on_diketik_change=lambda: _typed(m, ids))


def read_levels(typed: str) -> tuple[int, ...]:
    """ "5443 4323" -> its eight digits as levels; which of them a kriteria has is for the action to say.

    Raises Refused for anything but eight digits.
    """
    digits = "".join(typed.split())
    if len(digits) != scoring.BANYAK_KRITERIA or not (digits.isascii() and digits.isdigit()):
        raise Refused([Issue("baris_cepat", {"diketik": typed[:PANJANG]})])
    return tuple(int(d) for d in digits)


def beside(u: UsulanMasuk, levels: Sequence[int]) -> Ketikan:
    """All eight with what `u` showed, the equal ones too: they were typed, so nobody may change them unseen."""
    return dict(enumerate(zip(u.tingkat or (), levels, strict=True)))


def next_to_score(rows: Sequence[UsulanMasuk], here: UUID) -> UUID:
    """The next one after `here` without a complete score, from the top again at the end; else the one after it."""
    at = next(i for i, u in enumerate(rows) if u.id == here)
    further = [*rows[at + 1 :], *rows[:at]]
    return next((u.id for u in further if u.poin is None), rows[min(at + 1, len(rows) - 1)].id)


def _typed(m: Meeting, ids: Sequence[UUID]) -> None:
    """The line names the usulan that it was typed for, so digits never reach one that nobody has seen."""
    state = st.session_state
    id_, _, typed = str(state[KEY]["diketik"]).partition(" ")
    rows = [u for u in m.usulan if u.id in ids]
    u = next((u for u in rows if str(u.id) == id_), None)
    state["cepat_jawab"] = state.get("cepat_jawab", 0) + 1
    if u and act.attempt(_saving(m, u, typed)):
        state["cepat_tersimpan"] = state.get("cepat_tersimpan", 0) + 1
        state["skor_ini"] = next_to_score(rows, u.id)


def _saving(m: Meeting, u: UsulanMasuk, typed: str) -> act.Work:
    return taking_back.save_one(m, u, lambda: beside(u, read_levels(typed)), f"Skor tersimpan: {u.isi.nama}.")
