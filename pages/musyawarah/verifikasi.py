"""L09 and L10: Mulai, then the usulan desa by desa in their own order."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from musrenbang.formats import angka, bulat, rupiah
from musrenbang.model import Sikap, UsulanMasuk
from pages.musyawarah import deciding
from pages.musyawarah.by_desa import KECAMATAN, Kelompok, groups, next_undecided, notes, told
from pages.musyawarah.deciding import DAFTAR, LANJUT, SEMUA
from pages.musyawarah.group_filter import clear_filter, filter_group, go_to
from pages.musyawarah.starting import before_start
from pages.musyawarah.twins import Twins, pointed_out, twins
from pages.parts import chips, list_keys, projecting, tick_list
from pages.parts.empty import nothing, nothing_fits
from pages.parts.heading import heading
from pages.parts.meeting import Meeting
from pages.parts.onward import closed_chip, onward
from pages.parts.pengajuan import again
from pages.parts.tick_list import Column


def show(m: Meeting) -> None:
    place = heading("Verifikasi", m.paper_and_sheet("usulan-masuk") if m.rapat.dimulai else [])
    with place:
        closed_chip(m)
    if m.rapat.dimulai is None:
        return before_start(m, place)
    all_ = groups(m.usulan, m.rujukan.desa)
    if not all_:
        return nothing("Belum ada usulan yang masuk ke musrenbang ini.")
    here, rows = filter_group(all_, DAFTAR)
    projecting.discuss(m, "verifikasi", desa=here.kode)
    if m.running:
        with place:
            _gold(m, all_, here)
    _summary(all_, here)
    _finished(all_, here)
    found = twins(m.usulan)
    tick_list.tick_list(DAFTAR, rows, _columns(m, found), can_tick=m.running)
    if not rows:
        nothing_fits(clear_filter)
    if m.running:
        deciding.buttons(m, rows, found)
    return None


def _gold(m: Meeting, all_: Sequence[Kelompok], here: Kelompok) -> None:
    """The next desa with something to decide; when nothing is left anywhere, the next screen."""
    further = next_undecided(all_, here.kode)
    if further is None and not here.belum:
        with st.container(key=LANJUT):
            return onward(m)
    label = _way_to(further) if further else f"Tinggal {here.belum} usulan di sini"
    st.button(
        label, key=LANJUT, type="primary", icon=":material/arrow_forward:", icon_position="right",
        disabled=further is None, on_click=_go_to, args=(further.kode if further else here.kode,),
    )  # fmt: skip
    return None


def _go_to(kode: str) -> None:
    go_to(kode, DAFTAR)
    list_keys.focus_on(SEMUA)


def _way_to(further: Kelompok) -> str:
    if further.kode == KECAMATAN:
        return "Berikutnya: usulan kecamatan"
    return f"Desa berikutnya: {further.nama.removeprefix('Desa ')}"


def _summary(all_: Sequence[Kelompok], here: Kelompok) -> None:
    biaya = rupiah(sum(u.isi.biaya for u in here.usulan))
    done = len(here.usulan) - here.belum
    st.html(
        f'<div class="ringkas"><span><b>{escape(here.nama)}</b>{_place(all_, here)}</span>'
        f"<span><b>{len(here.usulan)}</b> usulan</span><span><b>{biaya}</b></span>"
        f'<span class="kanan">sudah diputuskan <b class="besar">{done} dari {len(here.usulan)}</b></span></div>'
    )


def _finished(all_: Sequence[Kelompok], here: Kelompok) -> None:
    """One calm line when nothing is left to decide, here or anywhere; its place is kept while it is empty."""
    left = sum(bool(k.belum) for k in all_)
    if not left:
        usulan = [u for k in all_ for u in k.usulan]
        words = f"Seluruh {len(usulan)} usulan sudah diverifikasi: {told(usulan)}."
    elif not here.belum:
        words = f"{here.nama} selesai: {told(here.usulan)}. Masih {left} desa/kelurahan lagi."
    else:
        words = ""
    with st.container(key="beres"):
        if words:
            st.html(f'<p class="kd s beres" data-i="task_alt">{escape(words)}</p>')


def _place(all_: Sequence[Kelompok], here: Kelompok) -> str:
    desa = [k for k in all_ if k.kode != KECAMATAN]
    return f" · desa ke-{1 + desa.index(here)} dari {len(desa)}" if here in desa else ""


def _columns(m: Meeting, found: Twins) -> list[Column]:
    return [
        Column("No.", "34px", lambda u: str(u.urutan), angka=True),
        Column("Usulan", "minmax(0,1fr)", lambda u: _usulan(m, u, found)),
        Column("Perkiraan biaya", "142px", _biaya, angka=True),
        Column("Keputusan", "166px", lambda u: chips.keputusan(u.keputusan)),
        Column("Catatan aturan", "minmax(196px,.32fr)", lambda u: _notes(notes(u, m.usulan, m.rujukan.aturan))),
    ]


def _usulan(m: Meeting, u: UsulanMasuk, found: Twins) -> str:
    return f"{escape(u.isi.nama)}<small>{escape(_below(m, u))}</small>{pointed_out(u, found)}"


def _below(m: Meeting, u: UsulanMasuk) -> str:
    """The second line of a row: where, how much, for whom, how often, and what has been decided about it."""
    volume = f"{angka(u.isi.volume)} {u.isi.satuan}"
    if u.volume_asal is not None and u.volume_asal != u.isi.volume:
        volume += f", semula {angka(u.volume_asal)} {u.isi.satuan}"
    into = next((one for one in m.usulan if one.id == u.digabung_ke), None)
    merged = f"masuk ke {into.nama_desa} nomor {into.urutan}" if into else ""
    parts = (
        u.isi.lokasi,
        volume,
        f"{bulat(u.isi.penerima)} KK",
        again(m.pengajuan.get(u.id)),
        merged,
        u.alasan_verifikasi or "",
    )
    return " · ".join(part for part in parts if part)


def _biaya(u: UsulanMasuk) -> str:
    changed = u.biaya_asal is not None and u.biaya_asal != u.isi.biaya
    return rupiah(u.isi.biaya) + (f"<small>semula<br>{rupiah(u.biaya_asal or 0)}</small>" if changed else "")


def _notes(found: Sequence[tuple[Sikap, str]]) -> str:
    return "".join(map(_note, found)) or "–"


def _note(note: tuple[Sikap, str]) -> str:
    sikap, text = note
    return chips.chip("e", "error", text) if sikap is Sikap.TOLAK else chips.warning(text)
