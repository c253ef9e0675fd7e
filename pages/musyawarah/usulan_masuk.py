"""L11: what has been loaded, by desa/kelurahan."""

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from musrenbang.errors import Issue
from musrenbang.formats import angka, bulat, rupiah
from musrenbang.model import Asal, UsulanMasuk
from pages.musyawarah.by_desa import groups
from pages.parts import chips, filters
from pages.parts.attached import attached
from pages.parts.empty import empty, nothing_fits
from pages.parts.filters import filter_usulan, total
from pages.parts.grouped import Group, show_groups
from pages.parts.heading import heading
from pages.parts.meeting import Meeting
from pages.parts.onward import closed_chip, onward
from pages.parts.pengajuan import again
from pages.parts.table import table
from pages.parts.taking import Taken, taking

DAFTAR = "usulan_masuk"
DAFTAR_KERTAS = "usulan-masuk"
HEADS = ("No.", "Usulan", "Bidang", "Perkiraan biaya", "Keputusan")


def show(m: Meeting) -> None:
    with heading("Usulan Masuk"), st.container(horizontal=True, vertical_alignment="center"):
        closed_chip(m)
        if m.rapat.diambil:
            taking(m, _papers(m))
        if m.may_write and m.rapat.diambil:
            onward(m)
    if not m.rapat.diambil:
        return empty([Issue("belum_diambil")])
    rows = filter_usulan(m, m.usulan)
    found = [Group(k.nama, k.usulan) for k in groups(rows, m.rujukan.desa)]
    st.html(f'<div class="ringkas">{total(rows)}<span class="kanan">{_share(m, rows, found)}</span></div>')
    if not rows:
        return nothing_fits(filters.clear)
    show_groups(DAFTAR, found, partial(_table, m))
    return None


def _papers(m: Meeting) -> list[Taken]:
    """All of them, those of the kelurahan (L12), and those of each desa/kelurahan."""
    kinds = (
        Taken("Semua usulan", DAFTAR_KERTAS, sheet=True),
        Taken("Kelurahan", DAFTAR_KERTAS, asal=Asal.KELURAHAN, sheet=True),
    )
    came = {u.desa for u in m.usulan}
    each = (Taken(f"{d.jenis} {d.nama}", DAFTAR_KERTAS, desa=d.kode) for d in m.rujukan.desa if d.kode in came)
    return [*kinds, *each]


def _share(m: Meeting, rows: Sequence[UsulanMasuk], found: Sequence[Group]) -> str:
    if len(rows) < len(m.usulan):
        return f"disaring dari <b>{bulat(len(m.usulan))}</b> usulan"
    return f"dari <b>{len(found)}</b> pengusul"


def _table(m: Meeting, usulan: Sequence[UsulanMasuk]) -> str:
    found = m.attached_to(usulan)
    return table(
        HEADS, (_cells(u, attached(found[u.id]), again(m.pengajuan.get(u.id))) for u in usulan), numbers=(0, 3)
    )


def _cells(u: UsulanMasuk, lampiran: str, diulang: str) -> tuple[str, ...]:
    parts = (u.isi.lokasi, f"{angka(u.isi.volume)} {u.isi.satuan}", f"{bulat(u.isi.penerima)} KK", diulang)
    below = " · ".join(part for part in parts if part)
    return (
        str(u.urutan),
        f"{escape(u.isi.nama)}<small>{escape(below)}</small>{lampiran}",
        escape(u.isi.bidang.value),
        rupiah(u.isi.biaya),
        chips.keputusan(u.keputusan),
    )
