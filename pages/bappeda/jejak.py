"""The trail of all meetings, searched and told in sentences; and whether a chain is whole."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from musrenbang.actions import jejak
from musrenbang.formats import bulat, jam, tanggal, tanggal_jam, wib
from musrenbang.kalimat import Kalimat, told
from musrenbang.model import BarisJejak, HalamanJejak, Kamus, KeadaanRantai, Orang, SaringanJejak
from musrenbang.store.current import current
from pages.bappeda.saring_jejak import address, choose
from pages.parts import chips
from pages.parts.heading import heading
from pages.parts.paging import pages_of
from pages.parts.table import table

HEADS = ("Waktu (WIB)", "Oleh", "Yang terjadi", "Rapat")
SEHALAMAN = 50
DIPERIKSA = "jejak_diperiksa"


def show(who: Orang) -> None:
    store = current()
    pilihan = jejak.pilihan(store, who)
    place = heading("Jejak")
    saringan = choose(pilihan)
    with place:
        _downloads(saringan)
    halaman = f"jejak_halaman_{hash(saringan)}"  # another choice begins at its first page
    found = jejak.cari(store, who, saringan, st.session_state.get(halaman, 1), SEHALAMAN)
    pages = pages_of(found.banyak, SEHALAMAN)
    _state(who, saringan, found, pilihan.rantai.get(saringan.rantai or ""))
    if not found.banyak:
        st.html('<p class="hampa" data-i="inbox">Tidak ada jejak yang cocok dengan saringan ini.</p>')
        return
    st.html(f'<div class="jejak">{table(HEADS, (_cells(row, found.kamus) for row in found.baris))}</div>')
    if pages > 1:
        st.pagination(pages, key=halaman)


def _downloads(saringan: SaringanJejak) -> None:
    with st.container(horizontal=True):
        for kind in ("xlsx", "csv"):
            to = escape(address(f"unduh/jejak.{kind}", saringan))
            label = f"Unduh {kind.upper()}"
            st.html(f'<a class="tombol" data-i="download" href="{to}" download>{label}</a>', width="content")


def _state(who: Orang, saringan: SaringanJejak, found: HalamanJejak, nama: str | None) -> None:
    """How many rows fit, and of one meeting whether its chain is whole."""
    with st.container(key="keadaan_rantai", horizontal=True, vertical_alignment="center"):
        st.html(f"<span><b>{bulat(found.banyak)}</b> baris</span>", width="content")
        if saringan.rantai is None or nama is None:
            st.html('<span class="redup">Pilih satu rapat untuk memeriksa rantainya.</span>', width="content")
            return
        if st.button(f"Periksa rantai {nama}", icon=":material/link:"):
            st.session_state[DIPERIKSA] = (saringan.rantai, jejak.periksa_rantai(current(), who, saringan.rantai))
        rantai, keadaan = st.session_state.get(DIPERIKSA, (None, None))
        if rantai == saringan.rantai and keadaan:
            st.html(_checked(keadaan))


def _checked(k: KeadaanRantai) -> str:
    if k.salah:
        items = "".join(f"<li>{escape(text)}</li>" for text in k.salah)
        return f'<div class="masalah" role="alert"><b data-i="error">Rantai tidak utuh</b><ul>{items}</ul></div>'
    until = f", terakhir {tanggal_jam(k.terakhir)}" if k.terakhir else ""
    return chips.chip("s", "check_circle", f"Rantai utuh: {bulat(k.banyak)} baris dihitung ulang{until}")


def _cells(row: BarisJejak, kamus: Kamus) -> tuple[str, ...]:
    nama = kamus.orang.get(row.oleh)
    known = f"{escape(nama)}<small>{escape(row.oleh)}</small>" if nama else escape(row.oleh)
    return (
        f"{tanggal(wib(row.waktu).date())}<small>{jam(row.waktu)}</small>",
        known,
        _happened(told(row, kamus)),
        escape(kamus.rantai.get(row.rantai, (row.rantai, None))[0]),
    )


def _happened(k: Kalimat) -> str:
    subyek = escape(k.subyek)
    if k.kode:
        to = escape(f"/riwayat?{urlencode({'usulan': k.kode})}")
        subyek = f'<a href="{to}" target="_self">{subyek}</a>'
    changes = f"<small>{escape('; '.join(k.perubahan))}</small>" if k.perubahan else ""
    return f"<div>{subyek} <b>{escape(k.predikat)}</b></div>{changes}"
