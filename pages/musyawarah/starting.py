"""L09: what Mulai does, and what stands in its way."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from musrenbang import guards
from musrenbang.actions import persiapan
from musrenbang.formats import bulat, rupiah
from pages.parts import act, chips, questions
from pages.parts.empty import empty
from pages.parts.meeting import Meeting
from pages.parts.saying import saying

ARTI = (
    "Waktu musrenbang mulai berjalan dan terlihat di semua layar.",
    "Usulan diverifikasi desa demi desa, menurut urutan prioritas desa/kelurahan sendiri.",
    "Kriteria dan bobot skoring ditetapkan untuk musrenbang ini, dan usulan desa/kelurahan tidak diambil lagi.",
)


def before_start(m: Meeting, place: DeltaGenerator) -> None:
    since = questions.perubahan(m)
    issues = guards.start(m.fakta, m.rujukan.bobot, sum(p.usang for p in since))
    if m.may_write:
        place.button(
            "Mulai", type="primary", icon=":material/play_arrow:", disabled=bool(issues), on_click=_start, args=(m,)
        )
    if issues:
        return empty(issues)
    st.html(
        _tiles(m)
        + _left_out(sum(len(p.baru) for p in since))
        + "<div class='mulai'><h2>Setelah Mulai ditekan</h2><ul class='arti'>"
        + "".join(f"<li>{a}</li>" for a in ARTI)
        + "</ul></div>"
    )
    return None


def _tiles(m: Meeting) -> str:
    tiles = (
        (str(len(m.usulan)), "usulan masuk"),
        (str(len({u.desa for u in m.usulan})), "desa/kelurahan"),
        (rupiah(sum(u.isi.biaya for u in m.usulan)), "perkiraan biaya"),
    )
    return f'<div class="ubinan">{"".join(f"<div class=ubin><span>{t}</span><b>{n}</b></div>" for n, t in tiles)}</div>'


def _left_out(baru: int) -> str:
    if not baru:
        return ""
    words = f"{bulat(baru)} usulan baru disetujui sejak diambil dan belum dimuat. Tekan Ambil dahulu bila ikut dibahas."
    return f'<div class="ringkas">{chips.chip("w", "pending", words)}</div>'


def _start(m: Meeting) -> None:
    told = "Musrenbang dimulai. Waktu sudah berjalan."
    act.attempt(saying(told, lambda store, who, now: persiapan.mulai(store, who, m.id, m.tanda, now)))
