"""Rules of verification of a year: each off, warning or refusing, with its number or its words."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from musrenbang.actions import induk_aturan as actions
from musrenbang.guards_induk import ANGKA_MAKS
from musrenbang.model import Aturan, AturanTahun, Orang, Sikap
from musrenbang.store.current import current
from musrenbang.words_induk import ATURAN
from pages.parts import draft as drafts
from pages.parts import session
from pages.parts.draft import Draft
from pages.parts.saying import saying

WIDTHS = (8, 4, 6)
SIKAP = {Sikap.MATI: "Mati", Sikap.INGATKAN: "Ingatkan", Sikap.TOLAK: "Tolak"}
TENTANG = (
    "Ingatkan: catatannya tampil di Verifikasi dan disimpan bersama usulan. Tolak: usulan tidak dapat diterima. "
    "Perubahan berlaku bagi usulan yang diverifikasi sesudahnya."
)


def show(who: Orang, tahun: int, place: DeltaGenerator) -> None:
    stored = actions.aturan(current(), who, tahun)
    draft = drafts.open_draft(f"induk_aturan_{tahun}", stored, _filled)
    unsaved = _filled(draft) != draft.base
    with place:
        drafts.save_button(draft, _save, (draft,), gold=unsaved)
    drafts.tell_unsaved(draft, stored, unsaved=unsaved)
    st.html(f'<p class="redup">{TENTANG}</p>')
    for column, head in zip(st.columns(WIDTHS), ("Aturan", "Sikap", "Batas atau kata"), strict=True):
        column.html(f"<b>{head}</b>")
    with st.container(key="induk_baris_aturan"):
        for a in draft.base.aturan:
            _row(draft, a)


def _row(draft: Draft[AturanTahun], a: Aturan) -> None:
    name, attitude, limit = st.columns(WIDTHS, vertical_alignment="center")
    nama = ATURAN[a.kunci]
    name.html(nama)
    isian = f"sikap_{a.kunci}"
    attitude.selectbox(
        f"Sikap: {nama}", list(Sikap), list(Sikap).index(draft.start(isian, a.sikap)),
        format_func=lambda sikap: SIKAP[sikap], key=draft.key(isian), persist_state="session",
        label_visibility="collapsed",
    )  # fmt: skip
    with limit:
        _limit(draft, a, nama)


def _limit(draft: Draft[AturanTahun], a: Aturan, nama: str) -> None:
    if a.kunci == "larangan":
        draft.text("kata", f"Kata: {nama}", "; ".join(a.kata), placeholder="rumah ibadah; alat musik", hidden=True)
    elif a.kunci.startswith("maks_"):
        isian = f"angka_{a.kunci}"
        st.number_input(
            f"Batas: {nama}", 1, ANGKA_MAKS, draft.start(isian, a.angka), step=1, key=draft.key(isian),
            persist_state="session", label_visibility="collapsed",
        )  # fmt: skip
    else:
        st.html('<span class="redup">tanpa batas</span>')


def _filled(draft: Draft[AturanTahun]) -> AturanTahun:
    base = draft.base
    return AturanTahun(base.tahun, tuple(_filled_one(draft, a) for a in base.aturan), base.versi)


def _filled_one(draft: Draft[AturanTahun], a: Aturan) -> Aturan:
    kata = draft.typed("kata", "; ".join(a.kata)) if a.kunci == "larangan" else "; ".join(a.kata)
    words = tuple(word.strip() for word in kata.split(";") if word.strip())
    sikap, angka = draft.typed(f"sikap_{a.kunci}", a.sikap), draft.typed(f"angka_{a.kunci}", a.angka)
    return Aturan(a.kunci, Sikap(sikap), angka, words)


def _save(draft: Draft[AturanTahun]) -> None:
    isi = _filled(draft)
    told = f"Aturan verifikasi tahun {isi.tahun} disimpan."
    work = saying(told, lambda store, who, now: actions.simpan(store, who, isi, now))
    drafts.save(draft, work, lambda: actions.aturan(current(), session.must_be_in(), isi.tahun))
