"""L16 and L18 to L22: prioritas pembangunan or non prioritas, and the OPD, of every accepted usulan."""

from collections.abc import Mapping, Sequence
from html import escape
from uuid import UUID

import streamlit as st

from musrenbang import guards
from musrenbang.formats import angka, rupiah
from musrenbang.model import Kemajuan, Rujukan, UsulanMasuk
from musrenbang.suggest import Saran, suggestions
from pages.musyawarah.choosing import Status, has_status, undecided
from pages.musyawarah.choosing_bar import DAFTAR, choosing_bar
from pages.parts import chips, filters, tick_list
from pages.parts.empty import empty, nothing, nothing_fits
from pages.parts.filters import filter_usulan, total
from pages.parts.heading import heading
from pages.parts.meeting import Meeting
from pages.parts.onward import closed_chip, link_to, onward
from pages.parts.paging import one_page, turn_pages
from pages.parts.tick_list import Column

SEHALAMAN = 12


def show(m: Meeting) -> None:
    place = heading("Prioritas & OPD", m.paper_and_sheet("usulan-masuk") if m.rapat.dimulai else [])
    with place:
        closed_chip(m)
    if m.rapat.dimulai is None:
        return empty(guards.started(m.fakta))
    accepted = [u for u in m.usulan if u.diterima]
    chosen = [u for u in accepted if u.id in tick_list.ticked(DAFTAR)]
    if m.running and not chosen:
        with place:
            _gold(m)
    if not accepted:
        return nothing("Belum ada usulan yang diputuskan sesuai pada verifikasi.")
    _progress(m.fakta.kemajuan)
    _finished(m.fakta.kemajuan)
    rows = _filter(m, accepted)
    page = one_page(DAFTAR, rows, SEHALAMAN)
    found = suggestions(filter(undecided, {*page, *chosen}), accepted, m.rujukan.prioritas) if m.running else {}
    tick_list.tick_list(DAFTAR, page, _columns(m.rujukan, found), can_tick=m.running)
    if not rows:
        nothing_fits(_clear_filter)
    turn_pages(DAFTAR, len(rows), SEHALAMAN)
    if m.running:
        choosing_bar(m, chosen, rows, page, found)
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


def _finished(k: Kemajuan) -> None:
    """One calm line when all is chosen; its place is kept while it is empty."""
    with st.container(key="beres"):
        if not k.tanpa_prioritas and not k.tanpa_opd:
            words = f"Seluruh {k.diterima} usulan sudah dipilih: {k.utama} prioritas, {k.cadangan} cadangan."
            st.html(f'<p class="kd s beres" data-i="task_alt">{words}</p>')


def _clear_filter() -> None:
    filters.clear()
    st.session_state["saring_status"] = Status.SEMUA


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


def _columns(r: Rujukan, found: Mapping[UUID, Saran]) -> list[Column]:
    return [
        Column("Usulan", "minmax(0,1fr)", _usulan),
        Column("Perkiraan biaya", "142px", lambda u: rupiah(u.isi.biaya), angka=True),
        Column("Prioritas pembangunan", "minmax(282px,.5fr)", lambda u: _prioritas(u, r, found.get(u.id))),
        Column("OPD", "152px", lambda u: _opd(u, r, found.get(u.id))),
    ]


def _usulan(u: UsulanMasuk) -> str:
    where = f"{u.nama_desa} nomor {u.urutan}"
    below = (where, u.isi.lokasi, f"{angka(u.isi.volume)} {u.isi.satuan}")
    return f"{escape(u.isi.nama)}<small>{escape(' · '.join(below))}</small>"


def _prioritas(u: UsulanMasuk, r: Rujukan, saran: Saran | None) -> str:
    if u.prioritas is not None:
        return chips.chip("s", "check_circle", f"{u.prioritas}. {r.prioritas[u.prioritas].nama}")
    if u.cadangan:
        return chips.chip("t", "do_not_disturb_on", "Cadangan") + f"<small>{escape(u.alasan_cadangan or '')}</small>"
    return chips.chip("b", "radio_button_unchecked", "Belum") + _suggested(r, saran)


def _suggested(r: Rujukan, saran: Saran | None) -> str:
    if saran is None or saran.prioritas is None:
        return ""
    said = f"Saran: {saran.prioritas}. {r.prioritas[saran.prioritas].nama}"
    why = f'<span class="sebab">({escape(saran.karena)})</span>'
    return f'<small class="saran" data-i="lightbulb">{escape(said)} {why}</small>'


def _opd(u: UsulanMasuk, r: Rujukan, saran: Saran | None) -> str:
    if u.opd:
        return f"<b>{escape(r.opd[u.opd].singkatan)}</b>"
    opd = saran.opd if saran else u.isi.opd
    return f"<small>saran: {escape(r.opd[opd].singkatan)}</small>" if opd else "<small>belum ada saran</small>"
