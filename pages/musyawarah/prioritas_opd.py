"""L16 and L18 to L22: prioritas pembangunan or non prioritas, and the OPD, of every accepted usulan."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from musrenbang import guards
from musrenbang.actions.baca import Rujukan
from musrenbang.formats import angka, rupiah
from musrenbang.model import Kemajuan, UsulanMasuk
from pages.musyawarah import tick_list
from pages.musyawarah.choosing import Status, has_status
from pages.musyawarah.choosing_bar import DAFTAR, choosing_bar
from pages.musyawarah.tick_list import Column
from pages.parts import act, chips
from pages.parts.filters import filter_usulan, total
from pages.parts.heading import heading
from pages.parts.meeting import Meeting
from pages.parts.onward import closed_chip, link_to, onward
from pages.parts.paging import one_page, turn_pages

SEHALAMAN = 12


def show(m: Meeting) -> None:
    place = heading("Prioritas & OPD", m.paper_and_sheet("usulan-masuk") if m.rapat.dimulai else [])
    with place:
        closed_chip(m)
    if m.rapat.dimulai is None:
        return act.checklist(guards.started(m.fakta))
    accepted = [u for u in m.usulan if u.diterima]
    chosen = [u for u in accepted if u.id in tick_list.ticked(DAFTAR)]
    if m.running and not chosen:
        with place:
            _gold(m)
    if not accepted:
        return st.write(
            "Belum ada usulan yang diputuskan sesuai pada verifikasi, sehingga belum ada yang dipilih di sini."
        )
    _progress(m.fakta.kemajuan)
    rows = _filter(m, accepted)
    page = one_page(DAFTAR, rows, SEHALAMAN)
    tick_list.tick_list(DAFTAR, page, _columns(m.rujukan), can_tick=m.running)
    if not rows:
        st.write("Tidak ada usulan yang cocok dengan saringan ini.")
    turn_pages(DAFTAR, len(rows), SEHALAMAN)
    if m.running:
        choosing_bar(m, chosen, rows, page)
    return None


def _gold(m: Meeting) -> None:
    """Onward once everything is chosen, back while nothing is accepted; else the gold button is Simpan, below."""
    k = m.fakta.kemajuan
    if not k.diterima:
        link_to("verifikasi")
    elif not k.tanpa_prioritas and not k.tanpa_opd:
        onward(m)


def _progress(k: Kemajuan) -> None:
    figures = (
        ("sudah dipilih", f"{k.utama + k.cadangan} dari {k.diterima}"),
        ("belum", k.tanpa_prioritas),
        ("cadangan", k.cadangan),
        ("prioritas tanpa OPD", k.tanpa_opd),
    )
    html = "".join(f'<span>{name} <b class="besar">{value}</b></span>' for name, value in figures)
    st.html(f'<div class="ringkas">{html}</div>')


def _filter(m: Meeting, accepted: Sequence[UsulanMasuk]) -> list[UsulanMasuk]:
    fits = filter_usulan(m, accepted)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        status = st.segmented_control(
            "Status", list(Status), default=Status.SEMUA, key="saring_status", label_visibility="collapsed",
            required=True, persist_state="session",
        )  # fmt: skip
        rows = [u for u in fits if has_status(u, status)]
        st.html(f'<div class="ringkas">{total(rows)}</div>', width="content")
    return rows


def _columns(r: Rujukan) -> list[Column]:
    return [
        Column("Usulan", "minmax(0,1fr)", _usulan),
        Column("Perkiraan biaya", "142px", lambda u: rupiah(u.isi.biaya), angka=True),
        Column("Prioritas pembangunan", "minmax(216px,.4fr)", lambda u: _prioritas(u, r)),
        Column("OPD", "152px", lambda u: _opd(u, r)),
    ]


def _usulan(u: UsulanMasuk) -> str:
    where = f"{u.nama_desa} nomor {u.urutan}"
    below = (where, u.isi.lokasi, f"{angka(u.isi.volume)} {u.isi.satuan}")
    return f"{escape(u.isi.nama)}<small>{escape(' · '.join(below))}</small>"


def _prioritas(u: UsulanMasuk, r: Rujukan) -> str:
    if u.prioritas is not None:
        return chips.chip("s", "check_circle", f"{u.prioritas}. {r.prioritas[u.prioritas].nama}")
    if u.cadangan:
        return chips.chip("t", "do_not_disturb_on", "Cadangan") + f"<small>{escape(u.alasan_cadangan or '')}</small>"
    return chips.chip("b", "radio_button_unchecked", "Belum")


def _opd(u: UsulanMasuk, r: Rujukan) -> str:
    if u.opd:
        return f"<b>{escape(r.opd[u.opd].singkatan)}</b>"
    return (
        f"<small>saran: {escape(r.opd[u.isi.opd].singkatan)}</small>" if u.isi.opd else "<small>belum ada saran</small>"
    )
