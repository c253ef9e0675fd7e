"""Pagu indikatif of a year: one row a kecamatan, empty where none is given."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from musrenbang.actions import induk_pagu as actions
from musrenbang.formats import bulat, rupiah
from musrenbang.model import Orang, PaguKecamatan, PaguTahun
from musrenbang.store.current import current
from pages.parts import draft as drafts
from pages.parts import session
from pages.parts.draft import Draft
from pages.parts.saying import saying
from pages.parts.typed import read_whole

WIDTHS = (5, 5, 8)
TAK_TERBACA = 0  # refused as an amount, so what is no number is told like one that is too small
TENTANG = (
    "Pagu tampil sebagai garis dan jumlah pada Hasil Skoring rapatnya dan di Perbandingan. Peringkat, prioritas, dan "
    "Kirim tidak bergantung padanya. Kosongkan bila tidak diberikan. Tahun baru mulai tanpa pagu."
)


def show(who: Orang, tahun: int, place: DeltaGenerator) -> None:
    stored = actions.pagu(current(), who, tahun)
    draft = drafts.open_draft(f"induk_pagu_{tahun}", stored, _filled)
    isi = _filled(draft)
    unsaved = isi.pagu != draft.base.pagu
    with place:
        drafts.save_button(draft, _save, (draft,), gold=unsaved)
    drafts.tell_unsaved(draft, stored, unsaved=unsaved)
    st.html(f'<p class="redup">{TENTANG}</p>')
    for column, head in zip(st.columns(WIDTHS), ("Kecamatan", "Pagu indikatif (Rp)", _summed(isi)), strict=True):
        column.html(f"<b>{head}</b>")
    with st.container(key="induk_baris_pagu"):
        for p in draft.base.pagu:
            _row(draft, p)


def _summed(isi: PaguTahun) -> str:
    amounts = [amount for amount in actions.given(isi.pagu).values() if amount != TAK_TERBACA]
    return f"Jumlah {rupiah(sum(amounts))}, {len(amounts)} kecamatan"


def _row(draft: Draft[PaguTahun], p: PaguKecamatan) -> None:
    name, amount, _ = st.columns(WIDTHS, vertical_alignment="center")
    name.html(escape(p.nama))
    with amount:
        draft.text(p.kode, f"Pagu {p.nama} (Rp)", _written(p), placeholder="tidak diberikan", hidden=True)


def _written(p: PaguKecamatan) -> str:
    return "" if p.pagu is None else bulat(p.pagu)


def _filled(draft: Draft[PaguTahun]) -> PaguTahun:
    base = draft.base
    return PaguTahun(base.tahun, tuple(_filled_one(draft, p) for p in base.pagu), base.versi)


def _filled_one(draft: Draft[PaguTahun], p: PaguKecamatan) -> PaguKecamatan:
    typed = draft.typed(p.kode, _written(p)).strip()
    return PaguKecamatan(p.kode, p.nama, (read_whole(typed) or TAK_TERBACA) if typed else None)


def _save(draft: Draft[PaguTahun]) -> None:
    isi = _filled(draft)
    told = f"Pagu tahun {isi.tahun} disimpan."
    work = saying(told, lambda store, who, now: actions.simpan(store, who, isi, now))
    drafts.save(draft, work, lambda: actions.pagu(current(), session.must_be_in(), isi.tahun))
