"""Kriteria and weights of a year: typed, weighed against the last ranking, saved with their approval."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from musrenbang.actions import induk_kriteria as actions
from musrenbang.model import Bidang, Bobot, Kriteria, KriteriaTahun, Orang
from musrenbang.scoring import TINGKAT_MAKS
from musrenbang.store.current import current
from pages.bappeda.induk.pratinjau import preview
from pages.parts import chips, session
from pages.parts import draft as drafts
from pages.parts.draft import Draft
from pages.parts.saying import saying

WIDTHS = (9, 5, 3)


def show(who: Orang, tahun: int, place: DeltaGenerator) -> None:
    stored = actions.kriteria(current(), who, tahun)
    draft = drafts.open_draft(f"induk_kriteria_{tahun}", stored, _filled)
    isi = _filled(draft)
    unsaved = isi.bobot != draft.base.bobot
    with place:
        drafts.save_button(draft, _save, (draft,), gold=unsaved)
    drafts.tell_unsaved(draft, stored, unsaved=unsaved)
    st.html(f'<p class="redup">{reach(stored)}</p>')
    _weights(draft, isi.bobot)
    _approval(draft)
    with (
        st.expander("Kata tiap tingkat, dari tingkat 1 di kiri", key=draft.key("kata")),
        st.container(key="induk_baris_kata"),
    ):
        for k in draft.base.bobot.kriteria:
            _words(draft, k)
    preview(who, draft.base.bobot, isi.bobot)


def reach(isi: KriteriaTahun) -> str:
    """Whom a change reaches."""
    kept = f" {isi.dimulai} rapat yang sudah dimulai tetap memakai bobot saat Mulai." if isi.dimulai else ""
    return f"Perubahan berlaku bagi {isi.menunggu} rapat tahun {isi.tahun} yang belum dimulai.{kept}"


def _weights(draft: Draft[KriteriaTahun], typed: Bobot) -> None:
    heads = st.columns(WIDTHS)
    for place, head in zip(heads, ("Kriteria", "Nama pendek", "Bobot"), strict=True):
        place.html(f"<b>{head}</b>")
    with st.container(key="induk_baris_kriteria"):
        for k in draft.base.bobot.kriteria:
            _one(draft, k)
    jumlah = sum(k.bobot for k in typed.kriteria)
    right = chips.chip("s", "check_circle", "Jumlah bobot 100")
    st.html(right if jumlah == 100 else chips.warning(f"Jumlah bobot {jumlah}, seharusnya 100"))


def _one(draft: Draft[KriteriaTahun], k: Kriteria) -> None:
    name, short, weight = st.columns(WIDTHS)
    with name:
        draft.text(f"nama_{k.nomor}", f"Nama kriteria {k.nomor}", k.nama, hidden=True)
    with short:
        draft.text(f"singkat_{k.nomor}", f"Nama pendek kriteria {k.nomor}", k.singkat, hidden=True)
    isian = f"bobot_{k.nomor}"
    weight.number_input(
        f"Bobot kriteria {k.nomor}", 0, 100, draft.start(isian, k.bobot), step=1, key=draft.key(isian),
        persist_state="session", label_visibility="collapsed",
    )  # fmt: skip


def _approval(draft: Draft[KriteriaTahun]) -> None:
    base = draft.base.bobot
    if base.nomor_penetapan is None:
        st.html(chips.warning("Bobot contoh, belum ditetapkan"))
    with st.container(horizontal=True):
        draft.text("nomor", "Nomor penetapan", base.nomor_penetapan or "", placeholder="Kosong selama bobot contoh")
        st.date_input(
            "Tanggal penetapan", value=draft.start("tanggal", base.tanggal_penetapan), key=draft.key("tanggal"),
            format="DD/MM/YYYY", persist_state="session",
        )  # fmt: skip


def _words(draft: Draft[KriteriaTahun], k: Kriteria) -> None:
    st.html(f"<b>{k.nomor}. {escape(k.singkat)}</b>")
    _word_row(draft, k, "kata", k.kata)
    if k.kata_bidang_lain:
        st.html(f'<p class="redup">Untuk usulan selain {Bidang.FISIK.value}</p>')
        _word_row(draft, k, "lain", k.kata_bidang_lain)


def _word_row(draft: Draft[KriteriaTahun], k: Kriteria, which: str, kata: tuple[str, ...]) -> None:
    for at, (place, word) in enumerate(zip(st.columns(max(TINGKAT_MAKS)), kata, strict=False), 1):
        with place:
            draft.text(
                f"{which}_{k.nomor}_{at}", f"{which.capitalize()} tingkat {at} kriteria {k.nomor}", word, hidden=True
            )


def _filled(draft: Draft[KriteriaTahun]) -> KriteriaTahun:
    base = draft.base
    nomor = draft.typed("nomor", base.bobot.nomor_penetapan or "")
    when = draft.typed("tanggal", base.bobot.tanggal_penetapan)
    bobot = Bobot(tuple(_filled_one(draft, k) for k in base.bobot.kriteria), nomor.strip() or None, when)
    return KriteriaTahun(base.tahun, bobot, base.versi, base.menunggu, base.dimulai)


def _filled_one(draft: Draft[KriteriaTahun], k: Kriteria) -> Kriteria:
    def words(which: str, kata: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(draft.typed(f"{which}_{k.nomor}_{at}", word) for at, word in enumerate(kata, 1))

    return Kriteria(
        k.nomor,
        k.kunci,
        draft.typed(f"nama_{k.nomor}", k.nama),
        draft.typed(f"singkat_{k.nomor}", k.singkat),
        draft.typed(f"bobot_{k.nomor}", k.bobot),
        words("kata", k.kata),
        words("lain", k.kata_bidang_lain),
    )


def _save(draft: Draft[KriteriaTahun]) -> None:
    isi = _filled(draft)
    told = f"Kriteria dan bobot tahun {isi.tahun} disimpan."
    work = saying(told, lambda store, who, now: actions.simpan(store, who, isi, now))
    drafts.save(draft, work, lambda: actions.kriteria(current(), session.must_be_in(), isi.tahun))
