"""L01: who is ready, the agenda, and the opening."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from musrenbang import guards
from musrenbang.actions import persiapan
from musrenbang.formats import bulat, rupiah, rupiah_ringkas, tanggal_jam
from musrenbang.model import KesiapanDesa
from pages.parts import act, agenda, chips, questions
from pages.parts.heading import heading
from pages.parts.meeting import Meeting
from pages.parts.onward import closed_chip, onward
from pages.parts.saying import saying
from pages.parts.table import table, tiles
from pages.parts.taking import Taken, taking
from pages.persiapan import readiness

ALASAN = "alasan_buka"


def show(m: Meeting) -> None:
    rows = questions.kesiapan(m)
    with heading("Pembukaan"), st.container(horizontal=True, vertical_alignment="center"):
        taking(m, [Taken("Surat pemberitahuan", "surat-pemberitahuan")])
        _gold(m)
    if m.rapat.dibuka:
        _opened(m)
    elif m.may_write and guards.open_meeting(m.fakta, ""):
        _ask_reason(m)
    _figures(rows)
    left, right = st.columns([7, 3], gap="medium")
    with left:
        st.html(_readiness(rows))
    with right:
        st.html(_agenda())


def _gold(m: Meeting) -> None:
    closed_chip(m)
    if not m.may_write:
        return None
    if m.rapat.dibuka:
        return onward(m)
    st.button("Buka Musrenbang", type="primary", key="buka", icon=":material/campaign:", on_click=_open, args=(m,))
    return None


def _open(m: Meeting) -> None:
    alasan = st.session_state.get(ALASAN, "")
    act.attempt(
        saying(
            f"Musrenbang Kecamatan {m.rapat.kecamatan.nama} sudah dibuka.",
            lambda store, who, now: persiapan.buka(store, who, m.id, alasan, now),
        )
    )


def _ask_reason(m: Meeting) -> None:
    belum = m.fakta.kemajuan.desa - m.fakta.kemajuan.desa_menyetujui
    with st.container(key="alasan_kurang", border=True):
        st.html(chips.warning(f"{belum} dari {m.fakta.kemajuan.desa} desa/kelurahan belum siap"))
        st.text_area(
            "Alasan musrenbang tetap dibuka (wajib diisi selama ada yang belum siap)",
            key=ALASAN, height=80, max_chars=1000, persist_state="session",
        )  # fmt: skip


def _opened(m: Meeting) -> None:
    assert m.rapat.dibuka
    reason = f"<span>Alasan: {escape(m.rapat.alasan_buka)}</span>" if m.rapat.alasan_buka else ""
    told = chips.chip("s", "check_circle", f"Dibuka {tanggal_jam(m.rapat.dibuka)}")
    st.html(f'<div class="ringkas">{told}{reason}</div>')


def _figures(rows: Sequence[KesiapanDesa]) -> None:
    all_ = readiness.total(rows)
    st.html(
        tiles(
            ("Desa/kelurahan siap", f"{all_.siap} dari {all_.desa}"),
            ("Usulan dimasukkan", bulat(all_.usulan)),
            ("Usulan disetujui", bulat(all_.disetujui)),
            ("Biaya yang disetujui", rupiah_ringkas(all_.biaya)),
        )
    )


def _readiness(rows: Sequence[KesiapanDesa]) -> str:
    cells = (
        (
            escape(f"{k.desa.jenis} {k.desa.nama}"),
            bulat(k.usulan),
            bulat(k.disetujui),
            rupiah(k.biaya),
            chips.chip(*readiness.readiness(k)),
        )
        for k in readiness.waiting_first(rows)
    )
    heads = ("Desa/kelurahan", "Dimasukkan", "Disetujui", "Biaya disetujui", "Keadaan")
    return table(heads, cells, numbers=(1, 2, 3))


def _agenda() -> str:
    cells = ((escape(judul), planned) for judul, planned in agenda.agenda())
    return table(("Agenda", "Rencana"), cells, numbers=(1,))
