"""The scoring table: digits and arrow keys, saved as typed, by several people at once (L24)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

import streamlit as st

from musrenbang.actions import skoring
from musrenbang.actions.skoring import Isian, Ketikan
from musrenbang.errors import Issue, Refused
from musrenbang.formats import wib
from musrenbang.model import Orang, UsulanMasuk
from musrenbang.store.current import current
from musrenbang.words import sentence
from pages.musyawarah import papan, taking_back
from pages.musyawarah.papan import Sel
from pages.parts import act, projecting, session
from pages.parts.frame import scored
from pages.parts.meeting import Meeting

KEY, MEJA, DISOROT = "papan", "papan_meja", "skor_disorot"
BANYAK_PESAN = 4
HERE = Path(__file__).parent
TABLE = """
<div class="atas"><p class="arti">Ketik angka tingkat, kolom berikutnya terpilih sendiri. <kbd>Enter</kbd> ke bawah,
<kbd>F2</kbd> ke tabel, <kbd>F8</kbd> ke yang belum lengkap, <kbd>Ctrl+Z</kbd> urungkan.</p>
<p class="simpan" role="status"></p></div>
<div class="pesan" role="alert"></div>
<div class="papan" role="grid" aria-label="Tabel skoring: satu baris satu usulan, satu kolom satu kriteria"></div>
"""
_isi = st.components.v2.component("papan_isi", js=(HERE / "papan_isi.js").read_text(encoding="utf-8"))
_papan = st.components.v2.component(
    "papan_skor", html=TABLE, css=(HERE / "papan.css").read_text(encoding="utf-8"),
    js=(HERE / "papan.js").read_text(encoding="utf-8"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meja:
    """What this tab knows of its table: the numbers dealt with, when was last saved, and what was refused, by number,
    until the person has read it."""

    rapat: UUID
    diterima: Mapping[str, int] = field(default_factory=dict)
    tersimpan: datetime | None = None
    pesan: tuple[tuple[int, str], ...] = ()


def show(m: Meeting, rows: Sequence[UsulanMasuk]) -> None:
    _levels(m, [u.id for u in rows])
    _papan(key="papan_skor", data=papan.named(rows, m.rujukan.bobot.kriteria), height="content")


@st.fragment
def _levels(m: Meeting, ids: list[UUID]) -> None:
    now = m.reopened()  # a fragment runs without the shell, so it asks again who is there and what is stored
    if now.all_scored and not m.all_scored:
        st.rerun()  # the last score: the heading has the way on now
    by_id = {u.id: u for u in now.usulan}
    rows = [u for id_ in ids if (u := by_id.get(id_))]
    act.show_words()
    _progress(now, rows)
    meja = _meja(m)
    data = {
        "rapat": str(m.id),
        "kunci": papan.key(u.id for u in rows),
        "isi": papan.levels(rows),
        "diterima": meja.diterima,
        "tersimpan": f"{wib(meja.tersimpan):%H.%M.%S}" if meja.tersimpan else "",
        "pesan": meja.pesan,
        "mati": not now.running,
    }
    typed, read = partial(_typed, m, ids), partial(_read, m)
    _isi(key=KEY, data=data, height="content", on_ketikan_change=typed, on_dibaca_change=read)


def _progress(m: Meeting, rows: Sequence[UsulanMasuk]) -> None:
    done, tied = sum(u.poin is not None for u in rows), sum((u.seri or 0) > 1 for u in rows)
    ties = f'<span class="serinya" data-i="drag_handle"><b>{tied}</b> usulan seri</span>' if tied else ""
    with st.container(key="majuskor", horizontal=True, vertical_alignment="center"):
        st.html(
            f'<div class="maju" data-skor="{scored(m.fakta.kemajuan)}" data-versi="{m.versi}">'
            f"<span><b>{done} dari {len(rows)}</b> usulan lengkap</span>{ties}"
            f'<progress max="{len(rows)}" value="{done}" aria-label="Usulan yang skornya lengkap"></progress></div>'
        )
        if m.running:
            taking_back.button(m, _take_back, "content")


def _take_back(m: Meeting) -> None:
    taking_back.take_back(m)


def _meja(m: Meeting) -> Meja:
    held: Meja | None = st.session_state.get(MEJA)
    return held if held and held.rapat == m.id else Meja(m.id)


def _read(m: Meeting) -> None:
    """What the person has read goes, and what was told before it."""
    meja, last = _meja(m), st.session_state[KEY]["dibaca"]
    st.session_state[MEJA] = replace(meja, pesan=tuple(p for p in meja.pesan if p[0] != last))


def _typed(m: Meeting, ids: Sequence[UUID]) -> None:
    """Each level once, however often the browser has sent it."""
    meja, who, now = _meja(m), session.person(), session.now()
    try:
        klien, cells = papan.read(st.session_state[KEY]["ketikan"], frozenset(ids))
    except Refused as refused:
        return _keep(meja, refused.issues)
    if who is None:
        return _keep(meja, [Issue("belum_masuk")])
    new = [c for c in cells if c.nomor > meja.diterima.get(klien, 0)]
    saved, issues = _store(m, who, papan.by_usulan(new), now) if new else ({}, [])
    meja = replace(meja, diterima=papan.received(meja.diterima, klien, new))
    if saved:
        _remember(m, new, saved)
        meja = replace(meja, tersimpan=now)
    return _keep(meja, issues)


def _keep(meja: Meja, issues: Sequence[Issue]) -> None:
    last = max((nomor for nomor, _ in meja.pesan), default=0)
    told = tuple((last + n, sentence(issue)) for n, issue in enumerate(issues, 1))
    st.session_state[MEJA] = replace(meja, pesan=(*meja.pesan, *told)[-BANYAK_PESAN:])


def _store(
    m: Meeting, who: Orang, ketikan: Mapping[UUID, Ketikan], now: datetime
) -> tuple[dict[UUID, Isian], list[Issue]]:
    """All in one go; when somebody was faster on one of several, one by one, so that only that one is refused."""
    try:
        return skoring.ketik_skor(current(), who, m.id, ketikan, now), []
    except Refused as refused:
        if len(ketikan) == 1:
            return {}, list(refused.issues)
    each = [_store(m, who, {usulan: typed}, now) for usulan, typed in ketikan.items()]
    return {u: isi for saved, _ in each for u, isi in saved.items()}, [i for _, issues in each for i in issues]


def _remember(m: Meeting, cells: Sequence[Sel], saved: Mapping[UUID, Isian]) -> None:
    """The hall follows the usulan typed last, and the undo takes back what was typed together."""
    typed = papan.by_usulan(c for c in cells if c.usulan in saved)
    last = cells[-1].usulan
    st.session_state[DISOROT] = last
    projecting.discuss(m, "skoring", usulan=last)
    nama = next(u.isi.nama for u in m.usulan if u.id == last)
    taking_back.remember(m, typed, nama if len(typed) == 1 else f"{len(typed)} usulan")
