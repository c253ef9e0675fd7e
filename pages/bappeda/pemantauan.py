"""All meetings of the year side by side: how far each is and what is missing."""

from collections import Counter
from html import escape

import streamlit as st

from musrenbang import guards
from musrenbang.formats import bulat
from musrenbang.model import Fakta, Orang, Tahap
from musrenbang.words import sentence
from pages.parts import chips, questions, year
from pages.parts.heading import heading
from pages.parts.onward import sent_words
from pages.parts.table import table, tiles

SEMUA = "Semua tahap"
LOOK = {
    Tahap.MENUNGGU: ("b", "radio_button_unchecked"),
    Tahap.DIBUKA: ("w", "pending"),
    Tahap.DIAMBIL: ("w", "pending"),
    Tahap.BERLANGSUNG: ("p", "edit"),
    Tahap.DIBUKA_KEMBALI: ("w", "lock_open"),
    Tahap.DIKIRIM: ("s", "check_circle"),
}
HEADS = ("Kecamatan", "Tahap", "Usulan", "Verifikasi", "Skor", "Yang masih kurang")


def show(who: Orang) -> None:
    all_ = questions.all_meetings(who)
    heading(f"Pemantauan Musrenbang {all_[0].rapat.tahun}" if all_ else "Pemantauan Musrenbang")
    _figures(all_)
    tahap = st.selectbox(
        "Tahap", [SEMUA, *(t.value for t in Tahap)], key="pantau_tahap", format_func=str.capitalize, width=420
    )
    rows = [f for f in all_ if tahap in (SEMUA, f.rapat.tahap.value)]
    st.html(table(HEADS, map(_cells, rows), numbers=(2,)))


def missing(f: Fakta) -> list[str]:
    """What keeps the meeting from its next step, in sentences; the most pressing first."""
    tahap, k = f.rapat.tahap, f.kemajuan
    if tahap is Tahap.MENUNGGU:
        belum = k.desa - k.desa_menyetujui
        return [f"{belum} dari {k.desa} desa/kelurahan belum siap."] if belum else ["Menunggu dibuka camat."]
    if tahap is Tahap.DIBUKA:
        return ["Usulan belum diambil."]
    if tahap is Tahap.DIAMBIL:
        return ["Musyawarah belum dimulai."]
    if tahap in (Tahap.BERLANGSUNG, Tahap.DIBUKA_KEMBALI):
        return [sentence(issue) for issue in guards.send(f)] or ["Lengkap, tinggal dikirim."]
    return [] if f.berita_acara.peserta is not None else ["Jumlah peserta pada Berita Acara belum diisi."]


def _figures(all_: list[Fakta]) -> None:
    counts = Counter(f.rapat.tahap for f in all_)
    st.html(tiles(*((tahap.value.capitalize(), str(counts[tahap])) for tahap in Tahap)))


def _cells(f: Fakta) -> tuple[str, ...]:
    k, rapat = f.kemajuan, f.rapat
    look, icon = LOOK[rapat.tahap]
    tahap = sent_words(rapat) if rapat.dikirim else rapat.tahap.value.capitalize()
    lacking = missing(f)
    more = f"<small>dan {len(lacking) - 1} hal lain</small>" if len(lacking) > 1 else ""
    address = escape(year.address("pembukaan", rapat.kecamatan.kode, rapat.tahun))
    return (
        f'<a href="{address}" target="_self"><b>{escape(rapat.kecamatan.nama)}</b></a>',
        chips.chip(look, icon, tahap),
        bulat(k.masuk),
        _progress("Verifikasi", k.masuk - k.belum_verifikasi, k.masuk),
        _progress("Skor", k.skor_lengkap, k.utama),
        f"{escape(lacking[0])}{more}" if lacking else "–",
    )


def _progress(what: str, done: int, all_: int) -> str:
    if not all_:
        return "–"
    return (
        f'<span class="maju"><progress aria-label="{what}" max="{all_}" value="{done}"></progress>{done}/{all_}</span>'
    )
