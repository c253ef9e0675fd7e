"""L01: what one desa/kelurahan has entered, in its own order."""

from html import escape

import streamlit as st

from musrenbang.formats import angka, bulat, rupiah, rupiah_ringkas
from musrenbang.model import Orang, Usulan
from pages.parts import chips, questions
from pages.parts.heading import heading
from pages.parts.table import table, tiles

HEADS = ("Urutan", "Usulan", "Bidang", "Perkiraan biaya", "Persetujuan")


def show(who: Orang) -> None:
    rows = questions.entered_by(who)
    heading(f"Usulan {questions.place_of(who)}")
    if not rows:
        return st.write("Belum ada usulan yang dimasukkan untuk tahun ini.")
    biaya = sum(u.isi.biaya for u in rows)
    st.html(
        tiles(
            ("Usulan dimasukkan", bulat(len(rows))),
            ("Sudah disetujui", bulat(sum(u.disetujui for u in rows))),
            ("Perkiraan biaya", rupiah_ringkas(biaya)),
        )
    )
    st.html(table(HEADS, map(_cells, rows), numbers=(0, 3), foot=("", "Jumlah", "", rupiah(biaya), "")))
    return None


def _cells(u: Usulan) -> tuple[str, ...]:
    below = f"{u.isi.lokasi} · {angka(u.isi.volume)} {u.isi.satuan} · {bulat(u.isi.penerima)} KK"
    agreed = ("s", "check_circle", "Disetujui") if u.disetujui else ("w", "pending", "Belum disetujui")
    return (
        str(u.urutan),
        f"{escape(u.isi.nama)}<small>{escape(below)}</small>",
        escape(u.isi.bidang.value),
        rupiah(u.isi.biaya),
        chips.chip(*agreed),
    )
