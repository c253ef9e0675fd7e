"""L08: Ambil (Load Data), and what came from whom."""

from collections.abc import Sequence
from html import escape
from typing import Literal

import streamlit as st

from musrenbang import guards
from musrenbang.actions import persiapan
from musrenbang.formats import bulat, tanggal_jam
from musrenbang.model import HasilAmbil, KesiapanDesa
from pages.parts import act, chips, questions
from pages.parts.heading import heading
from pages.parts.meeting import Meeting
from pages.parts.onward import closed_chip, onward
from pages.parts.table import table, tiles
from pages.persiapan import changes, readiness

AMBIL = "Ambil (Load Data)"


def show(m: Meeting) -> None:
    issues = guards.load(m.fakta)
    since = questions.perubahan(m) if m.rapat.diambil and not m.rapat.dimulai else []
    with heading("Ambil Usulan"):
        _buttons(m, ready=not issues, waiting=bool(since))
    if m.may_write and issues and not m.rapat.dimulai:
        act.checklist(issues)
    if m.rapat.diambil:
        _taken(m)
    if since:
        st.html(changes.details(since))
    rows = questions.kesiapan(m)
    _figures(rows)
    st.html(_table(rows))


def _buttons(m: Meeting, *, ready: bool, waiting: bool) -> None:
    """Ambil is gold while there is something to fetch: at first, and when a desa has changed something since."""
    closed_chip(m)
    if not m.may_write:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        if not m.rapat.dimulai:
            kind: Literal["primary", "secondary"] = "primary" if waiting or not m.rapat.diambil else "secondary"
            icon = ":material/download:"
            st.button(AMBIL, type=kind, key="ambil", icon=icon, disabled=not ready, on_click=_take, args=(m,))
        if m.rapat.diambil and not waiting:
            onward(m)


def _take(m: Meeting) -> None:
    act.attempt(lambda store, who, now: told(persiapan.ambil_usulan(store, who, m.id, now)))


def told(hasil: HasilAmbil) -> str:
    """What one press has done, in words."""
    done = f"{bulat(hasil.baru)} usulan baru diambil, {bulat(hasil.diperbarui)} diperbarui, {bulat(hasil.tetap)} tetap."
    if hasil.ditarik:
        done += f" {bulat(hasil.ditarik)} usulan dikeluarkan lagi karena persetujuannya ditarik desa/kelurahannya."
    if hasil.belum_disetujui:
        done += f" {bulat(hasil.belum_disetujui)} usulan tidak diambil karena belum disetujui desa/kelurahannya."
    return done


def _taken(m: Meeting) -> None:
    assert m.rapat.diambil
    closed = (
        chips.chip("t", "lock", "Musrenbang sudah dimulai, daftar ini tidak berubah lagi") if m.rapat.dimulai else ""
    )
    taken = chips.chip("s", "cloud_done", f"Terakhir diambil {tanggal_jam(m.rapat.diambil)}")
    st.html(f'<div class="ringkas">{taken}{closed}</div>')


def _figures(rows: Sequence[KesiapanDesa]) -> None:
    all_ = readiness.total(rows)
    st.html(
        tiles(
            ("Dimasukkan desa/kelurahan", bulat(all_.usulan)),
            ("Disetujui", bulat(all_.disetujui)),
            ("Masuk ke musrenbang", bulat(all_.masuk)),
            ("Tidak diambil", bulat(all_.usulan - all_.masuk)),
        )
    )


def _table(rows: Sequence[KesiapanDesa]) -> str:
    cells = (
        (
            escape(f"{k.desa.jenis} {k.desa.nama}"),
            bulat(k.usulan),
            bulat(k.disetujui),
            f"<b>{bulat(k.masuk)}</b>",
            chips.chip(*readiness.left_out(k)),
        )
        for k in rows
    )
    all_ = readiness.total(rows)
    foot = ("Jumlah", bulat(all_.usulan), bulat(all_.disetujui), bulat(all_.masuk), "")
    heads = ("Desa/kelurahan", "Dimasukkan", "Disetujui", "Masuk", "Tidak diambil dan sebabnya")
    return table(heads, cells, numbers=(1, 2, 3), foot=foot)
