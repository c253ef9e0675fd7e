"""Prioritas pembangunan of a year, as rows to rename; an empty one at the end adds another."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from musrenbang.actions import induk_prioritas as actions
from musrenbang.guards_induk import PRIORITAS_MAKS
from musrenbang.model import Orang, Prioritas, PrioritasTahun
from musrenbang.store.current import current
from pages.parts import chips, session
from pages.parts import draft as drafts
from pages.parts.draft import Draft
from pages.parts.saying import saying

WIDTHS = (1, 12, 5)
TENTANG = (
    "Satu prioritas dipilih untuk setiap usulan yang diterima. Kosongkan namanya untuk menghapus, isi baris terakhir "
    "untuk menambah. Nama baru langsung tampil di semua rapat tahun itu dan di dokumennya."
)


def show(who: Orang, tahun: int, place: DeltaGenerator) -> None:
    stored = actions.prioritas(current(), who, tahun)
    draft = drafts.open_draft(f"induk_prioritas_{tahun}", stored, _filled)
    unsaved = _filled(draft).prioritas != draft.base.prioritas
    with place:
        drafts.save_button(draft, _save, (draft,), gold=unsaved)
    drafts.tell_unsaved(draft, stored, unsaved=unsaved)
    st.html(f'<p class="redup">{TENTANG}</p>')
    with st.container(key="induk_baris_prioritas"):
        for p in _rows(draft.base):
            _row(draft, p)


def _rows(isi: PrioritasTahun) -> list[Prioritas]:
    """Those there are, and an empty one while there is room."""
    free = max((p.nomor for p in isi.prioritas), default=0) + 1
    return [*isi.prioritas, *([Prioritas(free, "")] if free <= PRIORITAS_MAKS else [])]


def _isian(p: Prioritas) -> str:
    """The empty row has no number yet: a colleague may take it meanwhile."""
    return f"nama_{p.nomor}" if p.nama else "nama_baru"


def _row(draft: Draft[PrioritasTahun], p: Prioritas) -> None:
    number, name, state = st.columns(WIDTHS, vertical_alignment="center")
    number.html(f"<b>{p.nomor}</b>")
    with name:
        more = None if p.nama else "Prioritas baru"
        draft.text(_isian(p), f"Prioritas {p.nomor}", p.nama, placeholder=more, hidden=True)
    if p.nomor in draft.base.dipakai:
        state.html(chips.chip("s", "check_circle", "Dipakai usulan"))


def _filled(draft: Draft[PrioritasTahun]) -> PrioritasTahun:
    base = draft.base
    typed = (Prioritas(p.nomor, draft.typed(_isian(p), p.nama)) for p in _rows(base))
    return PrioritasTahun(base.tahun, tuple(p for p in typed if p.nama.strip()), base.versi, base.dipakai)


def _save(draft: Draft[PrioritasTahun]) -> None:
    isi = _filled(draft)
    told = f"Prioritas pembangunan tahun {isi.tahun} disimpan."
    work = saying(told, lambda store, who, now: actions.simpan(store, who, isi, now))
    drafts.save(draft, work, lambda: actions.prioritas(current(), session.must_be_in(), isi.tahun))
