"""L04 to L07: what the Daftar Hadir prints, and the sheet itself."""

import streamlit as st

from musrenbang import guards
from musrenbang.actions import persiapan
from musrenbang.model import KELOMPOK, DaftarHadir
from pages.parts import draft as drafts
from pages.parts.draft import Draft
from pages.parts.heading import heading
from pages.parts.meeting import Meeting
from pages.parts.onward import closed_chip, onward
from pages.parts.saying import saying
from pages.persiapan.sheet import attendance_sheet

FORM = "daftar_hadir"


def show(m: Meeting) -> None:
    stored = m.fakta.daftar_hadir
    place = heading("Daftar Hadir", [("Unduh PDF", m.paper("daftar-hadir"))])
    if not m.may_write:
        with place:
            closed_chip(m)
        st.html(attendance_sheet(m.rapat, stored))
        return
    draft = drafts.open_draft(f"{FORM}_{m.id}", stored, _filled)
    isi = _filled(draft)
    unsaved = isi != draft.base
    with place:
        _buttons(m, draft, done=not unsaved and not guards.attendance_complete(stored))
    drafts.tell_unsaved(draft, stored, unsaved=unsaved)
    left, right = st.columns([11, 9], gap="medium")
    with left:
        _fields(draft)
    with right:
        st.html(attendance_sheet(m.rapat, isi))


def _buttons(m: Meeting, draft: Draft[DaftarHadir], *, done: bool) -> None:
    """Simpan is gold while there is something to fill in or to save, then the way on is."""
    with st.container(horizontal=True):
        drafts.save_button(draft, _save, (m, draft), gold=not done)
        if done:
            onward(m)


def _save(m: Meeting, draft: Draft[DaftarHadir]) -> None:
    isi = _filled(draft)
    told = "Daftar Hadir sudah disimpan."
    work = saying(told, lambda store, who, now: persiapan.isi_daftar_hadir(store, who, m.id, isi, now))
    drafts.save(draft, work, lambda: m.reopened().fakta.daftar_hadir)


def _fields(draft: Draft[DaftarHadir]) -> None:
    base = draft.base
    with st.container(horizontal=True):
        draft.text("tempat", "Tempat", base.tempat, placeholder="Aula Kantor Camat")
        draft.text("alamat", "Alamat", base.alamat)
    with st.container(horizontal=True):
        draft.text("nama_camat", "Nama camat", base.nama_camat)
        draft.text("nip_camat", "NIP camat", base.nip_camat)
    with st.container(horizontal=True):
        st.date_input(
            "Tanggal", value=draft.start("tanggal", base.tanggal), key=draft.key("tanggal"), format="DD/MM/YYYY",
            persist_state="session",
        )  # fmt: skip
        draft.text("jam_mulai", "Jam mulai", base.jam_mulai, placeholder="09.00")
        draft.text("jam_selesai", "Jam selesai", base.jam_selesai, placeholder="12.00")
    st.html("<b>Banyaknya baris tanda tangan</b>")
    places = [*st.columns(3), *st.columns(3)]
    for at, (place, kelompok, rows) in enumerate(zip(places, KELOMPOK, base.baris, strict=False)):
        isian = f"baris_{at}"
        value, key = draft.start(isian, rows), draft.key(isian)
        place.number_input(kelompok, 0, 300, value, step=1, key=key, persist_state="session")


def _filled(draft: Draft[DaftarHadir]) -> DaftarHadir:
    base = draft.base
    return DaftarHadir(
        draft.typed("tempat", base.tempat),
        draft.typed("alamat", base.alamat),
        draft.typed("nama_camat", base.nama_camat),
        draft.typed("nip_camat", base.nip_camat),
        draft.typed("tanggal", base.tanggal),
        draft.typed("jam_mulai", base.jam_mulai),
        draft.typed("jam_selesai", base.jam_selesai),
        tuple(draft.typed(f"baris_{at}", rows) for at, rows in enumerate(base.baris)),
        base.versi,
    )
