"""The scoring table: digits and arrow keys, saved as typed."""

from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import Any
from uuid import UUID

import pandas as pd
import streamlit as st

from musrenbang import scoring
from musrenbang.actions import skoring
from musrenbang.actions.skoring import Isian
from musrenbang.errors import Issue, Refused
from musrenbang.formats import skor, wib
from musrenbang.model import Kriteria, Orang, Tingkat, UsulanMasuk
from musrenbang.store.current import current
from pages.musyawarah import grid, taking_back
from pages.musyawarah.grid_editor import load_editor
from pages.parts import act, chips, projecting, session
from pages.parts.meeting import Meeting

KOLOM = tuple(f"K{i}" for i in range(1, scoring.BANYAK_KRITERIA + 1))
NAMA, LEBAR = 516, 88  # px at 1366; wider screens stretch all columns alike, and the band above the grid with them
PENDEK = {
    "keterdesakan": "Mendesak",
    "pertumbuhan": "Ekonomi",
    "potensi": "Potensi",
    "kemiskinan": "Miskin",
    "manfaat": "Manfaat",
    "partisipasi": "Partisipasi",
    "kemudahan": "Mudah",
    "dokumen": "Dokumen",
}
HURUF = 60


def show(m: Meeting, rows: Sequence[UsulanMasuk]) -> None:
    """A full run draws a new generation; while somebody types only the fragment runs, and the generation stays."""
    state = st.session_state
    state["generasi"] = state.get("generasi", 0) + 1
    state["grid"] = grid.draw(rows, state["generasi"])
    state["label"] = {u.id: _label(u) for u in rows}
    _table(m)


def _label(u: UsulanMasuk) -> str:
    """On one line of the grid beside eight columns at 1366 px; the whole name stands in one by one."""
    desa = f" ({u.nama_desa})"
    room = HURUF - len(desa)
    return (u.isi.nama if len(u.isi.nama) <= room else f"{u.isi.nama[: room - 1].rstrip()}…") + desa


@st.fragment
def _table(m: Meeting) -> None:
    drawn: grid.Grid = st.session_state["grid"]
    kriteria = m.rujukan.bobot.kriteria
    done = sum(None not in row.tingkat for row in drawn.saved)
    _progress(m, done, len(drawn.saved), _in_strip(m, drawn, done))
    with st.container(key="tabelskor", gap=None):
        load_editor()
        _band(kriteria)
        with st.container(key="gridskor", height=478, border=False):
            st.data_editor(
                _frame(drawn, kriteria), key=drawn.key, height="stretch", row_height=43, num_rows="fixed",
                column_config=_columns(kriteria), disabled=True if not m.running else ["Usulan dan desa", "Skor"],
                hide_index=True, on_change=_autosave, args=(m,), placeholder=" ",
                alt="Tabel skoring: satu baris satu usulan, satu kolom satu kriteria",
            )  # fmt: skip
    _words()


def _frame(drawn: grid.Grid, kriteria: Sequence[Kriteria]) -> pd.DataFrame:
    """Levels as they were drawn (the grid lays its pending edits over them); the score as it is stored now."""
    labels = st.session_state["label"]
    bobot = [k.bobot for k in kriteria]
    frame = pd.DataFrame([row.tingkat for row in drawn.base], columns=list(KOLOM), dtype="Int64")
    frame.insert(0, "Usulan dan desa", [labels[row.usulan] for row in drawn.base])
    frame["Skor"] = [_score(bobot, row.tingkat) for row in drawn.saved]
    frame.index = pd.Index([str(row.usulan) for row in drawn.base])
    return frame


def _score(bobot: Sequence[int], tingkat: Tingkat) -> str:
    poin = scoring.total_poin(bobot, tingkat)
    return skor(poin) if poin is not None else f"kurang {len(scoring.missing(tingkat))}"


def _columns(kriteria: Sequence[Kriteria]) -> dict[str, Any]:
    levels = {
        kolom: st.column_config.SelectboxColumn(
            kolom, help=f"{k.nama}, bobot {k.bobot}", options=list(range(1, k.tingkat_maks + 1)), width=LEBAR
        )
        for kolom, k in zip(KOLOM, kriteria, strict=True)
    }
    text = st.column_config.TextColumn
    return {
        "Usulan dan desa": text("Usulan dan desa", width=NAMA),
        **levels,
        "Skor": text("Skor", width=LEBAR, alignment="right"),
    }


def _band(kriteria: Sequence[Kriteria]) -> None:
    heads = "".join(f"<div><b>{escape(PENDEK[k.kunci])}</b>bobot {k.bobot}</div>" for k in kriteria)
    st.html(
        f'<div class="pita"><p>Ketik angka lalu Enter. Tingkat 1 rendah, {scoring.TINGKAT_MAKS[0]} tinggi. '
        f"Dokumen 1 sampai {scoring.TINGKAT_MAKS[-1]}.</p>{heads}<div></div></div>"
    )


def _in_strip(m: Meeting, drawn: grid.Grid, done: int) -> str:
    """What the strip is to show now: `m` is as old as the last full run, so what was completed since is added."""
    k = m.fakta.kemajuan
    before = sum(None not in row.tingkat for row in drawn.base)
    return f"{k.skor_lengkap + done - before}/{k.utama}"


def _progress(m: Meeting, done: int, all_: int, strip: str) -> None:
    saved = st.session_state.get("tersimpan")
    chip = chips.chip("s", "cloud_done", f"Tersimpan {wib(saved):%H.%M.%S}") if saved else ""
    with st.container(key="majuskor", horizontal=True, vertical_alignment="center"):
        st.html(
            f'<div class="maju" data-skor="{strip}"><span><b>{done} dari {all_}</b> usulan lengkap</span>'
            f'<progress max="{all_}" value="{done}" aria-label="Usulan yang skornya lengkap"></progress>'
            f'<span role="status">{chip}</span></div>'
        )
        if m.running:
            taking_back.button(m, _take_back, "content")


def _words() -> None:
    act.show_words()
    if gagal := st.session_state.pop("gagal_simpan", None):
        act.show_issues(gagal)


def _take_back(m: Meeting) -> None:
    taking_back.take_back(m)
    _redraw(m, [])


def _autosave(m: Meeting) -> None:
    """Every change of the grid; the grid is told again what is stored when somebody else was faster."""
    state = st.session_state
    drawn: grid.Grid = state["grid"]
    edited = {int(position): cells for position, cells in state[drawn.key]["edited_rows"].items()}
    isian = grid.changes(drawn, edited, KOLOM, [k.tingkat_maks for k in m.rujukan.bobot.kriteria])
    if isian is None:
        _redraw(m, [Issue("tidak_ditemukan")])
    elif isian:
        _save(m, drawn, edited, isian)


def _save(m: Meeting, drawn: grid.Grid, edited: grid.Edited, isian: dict[UUID, Isian]) -> None:
    state, now = st.session_state, session.now()
    who = session.person()
    if who is None:
        state["gagal_simpan"] = [Issue("belum_masuk")]
        return
    versi, issues = _store(m, who, isian, now)
    state["grid"] = grid.after(drawn, edited, isian, versi)
    if versi:
        state["tersimpan"] = now
        state["skor_terakhir"] = list(versi)[-1]
        projecting.discuss(m, "skoring", usulan=state["skor_terakhir"])
        before = {row.usulan: row.tingkat for row in drawn.saved}
        taking_back.remember(m, before, versi, ", ".join(state["label"][id_] for id_ in versi))
    if issues:
        _redraw(m, issues)


def _store(m: Meeting, who: Orang, isian: dict[UUID, Isian], now: datetime) -> tuple[dict[UUID, int], list[Issue]]:
    """All in one go; when somebody was faster on one of several, one by one, so that only that one is refused."""
    try:
        return skoring.simpan_skor(current(), who, m.id, isian, now), []
    except Refused as refused:
        if len(isian) == 1:
            return {}, list(refused.issues)
    each = [_store(m, who, {usulan: isi}, now) for usulan, isi in isian.items()]
    return {u: v for versi, _ in each for u, v in versi.items()}, [i for _, issues in each for i in issues]


def _redraw(m: Meeting, issues: list[Issue]) -> None:
    """What is stored now, in a new generation, and the words about what was not saved."""
    state = st.session_state
    shown = {row.usulan for row in state["grid"].base}
    state["generasi"] += 1
    fresh = m.reopened()
    state["grid"] = grid.draw([u for u in fresh.usulan if u.id in shown], state["generasi"])
    state["gagal_simpan"] = issues
