"""L15: the eight prioritas pembangunan and the eight kriteria, one hall screen each."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from musrenbang.formats import skor, tanggal
from musrenbang.model import Bidang, Bobot, Kriteria, Prioritas
from musrenbang.words import PEMECAH_SERI
from pages.parts import chips, projecting
from pages.parts.heading import heading
from pages.parts.meeting import Meeting
from pages.parts.taking import Taken, taking

BAGIAN = ("Prioritas pembangunan", "Kriteria dan bobot")


def show(m: Meeting) -> None:
    with heading("Penjelasan Skoring"), st.container(horizontal=True, vertical_alignment="center"):
        taking(m, [Taken("Penjelasan skoring", "penjelasan-skoring")])
        bagian = st.segmented_control(
            "Bagian", BAGIAN, default=BAGIAN[0], key="bagian_penjelasan", label_visibility="collapsed", required=True
        )
    projecting.discuss(m, "penjelasan-skoring", bagian="prioritas" if bagian == BAGIAN[0] else "kriteria")
    if bagian == BAGIAN[0]:
        st.html(prioritas_html(m.rujukan.prioritas.values()))
    else:
        st.html(kriteria_html(m.rujukan.bobot))


def prioritas_html(prioritas: Iterable[Prioritas]) -> str:
    items = "".join(f"<li><b>{p.nomor}</b>{escape(p.nama)}</li>" for p in prioritas)
    return (
        "<p class='pengantar'>Setiap usulan yang diterima diberi satu prioritas pembangunan, atau menjadi cadangan.</p>"
        f"<ol class='delapan'>{items}</ol>"
    )


def kriteria_html(bobot: Bobot) -> str:
    """Each kriteria with its weight and its levels in words, the total, and how ties are broken."""
    levels = max(k.tingkat_maks for k in bobot.kriteria)
    heads = "".join(f"<th>Tingkat {n}</th>" for n in range(1, levels + 1))
    rows = "".join(_row(k, levels) for k in bobot.kriteria)
    jumlah = sum(k.bobot for k in bobot.kriteria)
    lowest, highest = jumlah, sum(k.bobot * k.tingkat_maks for k in bobot.kriteria)
    return (
        f"<table class='tb tingkatan'><thead><tr><th>Kriteria</th><th class='n'>Bobot</th>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody><tfoot><tr><td>Jumlah</td><td class='n'><b>{jumlah}</b></td><td colspan='{levels}'>"
        f"Skor = jumlah bobot × tingkat, dibagi 100: dari {skor(lowest)} sampai {skor(highest)}. "
        f"{_approval(bobot)}</td></tr></tfoot></table><p class='seri'>{escape(PEMECAH_SERI)}{_other_bidang(bobot)}</p>"
    )


def _row(k: Kriteria, levels: int) -> str:
    words = "".join(f"<td>{_level(k, n)}</td>" for n in range(levels))
    return f"<tr><td><b>{k.nomor}. {escape(k.nama)}</b></td><td class='n'><b>{k.bobot}</b></td>{words}</tr>"


def _level(k: Kriteria, n: int) -> str:
    """Words of one level; a kriteria with fewer levels leaves the rest empty."""
    if n >= k.tingkat_maks:
        return "–"
    other = f"<small>{escape(k.kata_bidang_lain[n])}*</small>" if k.kata_bidang_lain else ""
    return escape(k.kata[n]) + other


def _other_bidang(bobot: Bobot) -> str:
    differs = any(k.kata_bidang_lain for k in bobot.kriteria)
    return f"<br>* untuk usulan selain {Bidang.FISIK.value}, dalam keluarga (KK)." if differs else ""


def _approval(bobot: Bobot) -> str:
    """Example weights say so until Bappeda has entered their approval."""
    if bobot.nomor_penetapan is None:
        return chips.warning("Bobot contoh, belum ditetapkan")
    when = f" tanggal {tanggal(bobot.tanggal_penetapan)}" if bobot.tanggal_penetapan else ""
    return f"Ditetapkan dengan Nomor {escape(bobot.nomor_penetapan)}{when}."
