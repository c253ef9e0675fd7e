"""What an import would do, as tables: faults by cell, changes from old to new, and what is new."""

from html import escape

import streamlit as st

from musrenbang.formats import angka, bulat, rupiah
from musrenbang.intake.columns import TEMPLAT, Salah
from musrenbang.intake.rencana import Perubahan, Rencana
from musrenbang.model import Usulan
from pages.parts import chips
from pages.parts.paging import one_page, turn_pages
from pages.parts.table import table, tiles

PAGE = 20
JUDUL = {kolom.kunci: kolom.judul for kolom in TEMPLAT}
SIPD = (
    "Ekspor SIPD: penerima manfaat diisi 0, kewenangan Kabupaten, dan bidang menurut urusan OPD; lengkapi sesudahnya. "
    "Status SIPD tidak dibaca sebagai persetujuan."
)


def figures(rencana: Rencana) -> None:
    """With a fault nothing is planned, so there is nothing to count."""
    if not rencana.salah:
        counts = zip(("Baru", "Berubah", "Tetap"), rencana.hasil, strict=True)
        st.html(tiles(*((what, bulat(n)) for what, n in counts)))
    if rencana.sipd:
        st.html(f'<p class="redup">{SIPD}</p>')
    if rencana.asing:
        names = ", ".join(f"“{name}”" for name in rencana.asing[:10])
        st.html(f'<p class="redup">Kolom yang tidak dibaca: {escape(names)}.</p>')


def reason(rencana: Rencana) -> str:
    """Why the button can be pressed, or not."""
    if rencana.salah:
        return chips.warning(f"{bulat(len(rencana.salah))} kesalahan: perbaiki semua dahulu, belum ada yang disimpan")
    if not rencana.baru and not rencana.berubah:
        return chips.chip("s", "check_circle", "Isi berkas ini sudah sama dengan yang tersimpan")
    return chips.chip("b", "info", "Semua baris disimpan sekaligus; usulan yang tidak ada di berkas tetap")


def details(rencana: Rencana) -> None:
    if rencana.salah:
        where = ("Baris", "Kolom", "Isi sel", "Kesalahan dan cara memperbaikinya")
        return _paged("impor_salah", where, [_fault(f) for f in rencana.salah])
    if rencana.berubah:
        st.html("<h2>Usulan yang berubah</h2>")
        changes = [row for change in rencana.berubah for row in _change(change)]
        _paged("impor_berubah", ("Usulan", "Isian", "Semula", "Menjadi"), changes)
    if rencana.baru:
        st.html("<h2>Usulan baru</h2>")
        heads = ("Kode", "Usulan", "Volume", "Perkiraan biaya", "Persetujuan")
        _paged("impor_baru", heads, [_new(u) for u in rencana.baru], numbers=(2, 3))
    return None


def _paged(daftar: str, heads: tuple[str, ...], rows: list[tuple[str, ...]], numbers: tuple[int, ...] = ()) -> None:
    st.html(table(heads, one_page(daftar, rows, PAGE), numbers=numbers))
    turn_pages(daftar, len(rows), PAGE)


def _fault(fault: Salah) -> tuple[str, ...]:
    column = f"<b>{fault.huruf}</b> {escape(fault.judul)}" if fault.kolom else escape(fault.judul)
    return f"<b>{bulat(fault.baris)}</b>", column, escape(fault.nilai) or "–", escape(fault.kalimat)


def _change(change: Perubahan) -> list[tuple[str, ...]]:
    who = f"{escape(change.lama.isi.nama)}<small>{escape(change.lama.kode)}</small>"
    return [
        (who, escape(JUDUL[name]), escape(_said(change.lama, name)), f"<b>{escape(_said(change.baru, name))}</b>")
        for name in change.isian
    ]


def _said(u: Usulan, name: str) -> str:
    if name == "disetujui":
        return "Ya" if u.disetujui else "Tidak"
    if name == "biaya":
        return rupiah(u.isi.biaya)
    if name == "volume":
        return angka(u.isi.volume)
    return str(u.urutan if name == "urutan" else getattr(u.isi, name) or "–")


def _new(u: Usulan) -> tuple[str, ...]:
    agreed = ("s", "check_circle", "Disetujui") if u.disetujui else ("w", "pending", "Belum disetujui")
    name = f"{escape(u.isi.nama)}<small>{escape(u.isi.lokasi)}</small>"
    return (
        escape(u.kode),
        name,
        f"{angka(u.isi.volume)} {escape(u.isi.satuan)}",
        rupiah(u.isi.biaya),
        chips.chip(*agreed),
    )
