"""L02: the schedule of the year for Bappeda: a calendar, a row for each kecamatan, and what to look at again."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from musrenbang.actions import persiapan
from musrenbang.errors import Issue
from musrenbang.formats import hari_tanggal, wib
from musrenbang.model import DaftarHadir, Fakta, Jadwal, Orang, Rencana
from musrenbang.schedule import concerns
from musrenbang.words import sentence
from pages.parts import act, chips, kalender, questions, session, year
from pages.parts.heading import heading
from pages.parts.saying import saying
from pages.parts.table import tiles

LEBAR = "--kolom:minmax(0,2fr) minmax(0,3fr) minmax(0,2fr) minmax(0,4fr) minmax(0,5fr)"
KOSONG = '<p class="hampa" data-i="calendar_month">Belum ada tanggal yang ditetapkan.</p>'
HEADS = ("Kecamatan", "Hari dan tanggal", "Pukul", "Tempat", "Keadaan")


def show(who: Orang) -> None:
    all_ = {f.rapat.kecamatan.nama: f for f in questions.all_meetings(who)}
    tahun, rows = year.shown(who), questions.schedule(who)
    letters = ("Surat pemberitahuan semua kecamatan", f"/unduh/surat-pemberitahuan/{tahun}.pdf")
    heading(f"Jadwal Musrenbang {tahun}", [letters] if rows else [])
    found = concerns(rows, wib(session.now()).date())
    st.html(tiles(*_figures(rows, found)))
    st.html(kalender.calendar(rows) or KOSONG)
    _list(all_, rows, found)


def _figures(rows: Sequence[Jadwal], found: Mapping[str, Sequence[Issue]]) -> list[tuple[str, str]]:
    with_day = sum(row.tanggal is not None for row in rows)
    return [
        ("Sudah ada tanggalnya", f"{with_day} dari {len(rows)}"),
        ("Belum dimulai", str(sum(not row.dimulai for row in rows))),
        ("Perlu dilihat lagi", str(len(found))),
    ]


def _list(all_: Mapping[str, Fakta], rows: Sequence[Jadwal], found: Mapping[str, Sequence[Issue]]) -> None:
    with st.container(key="daftar_jadwal", gap=None):
        heads = "".join(f"<div>{head}</div>" for head in HEADS)
        st.html(f'<div class="baris kepala" style="{LEBAR}">{heads}</div>')
        for row in rows:
            _row(all_[row.kecamatan], row, found.get(row.kecamatan, ()))


def _row(f: Fakta, row: Jadwal, issues: Sequence[Issue]) -> None:
    cells = (
        f"<b>{escape(row.kecamatan)}</b>",
        hari_tanggal(row.tanggal) if row.tanggal else "Belum ditetapkan",
        kalender.hours(row),
        kalender.place(row),
        _state(row, issues),
    )
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.html(f'<div class="baris" style="{LEBAR}">{"".join(f"<div>{cell}</div>" for cell in cells)}</div>')
        label, key = f"Ubah jadwal Kecamatan {row.kecamatan}", f"ikon_jadwal_{f.rapat.kecamatan.kode}"
        if st.button(label, key=key, icon=":material/edit_calendar:", disabled=row.dimulai):
            _ask(f)


def _state(row: Jadwal, issues: Sequence[Issue]) -> str:
    if row.dikirim:
        return chips.chip("s", "check_circle", "Selesai")
    if row.dimulai:
        return chips.chip("p", "edit", "Sedang berlangsung")
    return "".join(chips.warning(sentence(issue)) for issue in issues) or chips.chip("b", "event", "Akan datang")


@st.dialog("Ubah jadwal", width="medium")
def _ask(f: Fakta) -> None:
    sheet, nama = f.daftar_hadir, f.rapat.kecamatan.nama
    st.html(f'<p class="redup">Kecamatan {escape(nama)}. Yang diisi di sini juga tercetak di Daftar Hadir.</p>')
    rencana = _fields(sheet, f"jadwal_{f.rapat.kecamatan.kode}_{sheet.versi}")
    if st.button("Simpan", key="jadwal_simpan", type="primary", icon=":material/save:"):
        told = f"Jadwal Kecamatan {nama} disimpan."
        if act.attempt(saying(told, lambda store, who, now: persiapan.jadwalkan(store, who, f.rapat.id, rencana, now))):
            st.rerun()
        act.show_refusal()


def _fields(sheet: DaftarHadir, form: str) -> Rencana:
    """`form` is another one for each kecamatan and versi: what was typed for one never stands in the next."""
    with st.container(horizontal=True):
        tanggal = st.date_input("Tanggal", value=sheet.tanggal, format="DD/MM/YYYY", key=f"{form}_tanggal")
        mulai = st.text_input("Jam mulai", value=sheet.jam_mulai, placeholder="09.00", key=f"{form}_mulai")
        selesai = st.text_input("Jam selesai", value=sheet.jam_selesai, placeholder="12.00", key=f"{form}_selesai")
    tempat = st.text_input("Tempat", value=sheet.tempat, placeholder="Aula Kantor Camat", key=f"{form}_tempat")
    alamat = st.text_input("Alamat", value=sheet.alamat, key=f"{form}_alamat")
    return Rencana(tanggal, mulai.strip(), selesai.strip(), tempat, alamat, sheet.versi)
