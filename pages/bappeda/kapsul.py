"""Kapsul: meetings that are held on a laptop without a network, from here and back to here."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from musrenbang.actions import kapsul_layar
from musrenbang.formats import bulat, tanggal_jam
from musrenbang.model import KapsulTercatat, KeadaanKapsul, Orang
from musrenbang.store.current import current
from pages.bappeda.kapsul_tanya import ask_to_call_off, ask_to_make
from pages.parts import chips
from pages.parts.empty import nothing
from pages.parts.table import table
from pages.parts.unggah import kapsul_field

KOSONG = (
    "Tidak ada musrenbang yang sedang dibawa kapsul. Kapsul membawa musrenbang satu kecamatan ke laptop bila tempatnya "
    "tanpa jaringan, lalu hasilnya diterima kembali di sini."
)
RAHASIA = (
    "Berkas kapsul memuat kunci rahasia serta akun camat dan desa/kelurahan dengan kata sandi yang tersandi. Serahkan "
    "hanya kepada camatnya, dan hapus dari komputer ini sesudahnya. Cocokkan kode berkas lewat telepon saat kapsul "
    "dibuka di laptop."
)
TIDAK_DI_SERVER = "Tidak di server ini<small>Dibuat dengan perintah; bila hilang, batalkan lalu buat lagi</small>"
KEADAAN = {
    KeadaanKapsul.DITERIMA: ("s", "check_circle", "Hasil diterima"),
    KeadaanKapsul.DIBATALKAN: ("t", "block", "Dibatalkan"),
}
LEBAR = "--kolom:minmax(0,4fr) minmax(0,6fr) minmax(0,6fr)"
HEADS = ("Kecamatan", "Dibawa sejak", "Kode berkas")
SHOWN = 10


def show(who: Orang) -> None:
    all_ = kapsul_layar.daftar(current(), who)
    keluar = [one for one in all_ if one.keadaan is KeadaanKapsul.KELUAR]
    with st.container(key="kapsul_judul", horizontal=True, vertical_alignment="center"):
        st.html("<h2>Kapsul</h2>")
        if st.button("Buat kapsul", icon=":material/luggage:"):
            ask_to_make(kapsul_layar.dapat_dibawa(current(), who))
    with st.container():
        if keluar:
            _out(keluar)
        else:
            nothing(KOSONG, "luggage")
    kapsul_field()
    _ended([one for one in all_ if one.keadaan is not KeadaanKapsul.KELUAR])


def _out(keluar: Sequence[KapsulTercatat]) -> None:
    with st.container(key="daftar_kapsul", gap=None):
        heads = "".join(f"<div>{head}</div>" for head in HEADS)
        st.html(f'<div class="baris kepala" style="{LEBAR}">{heads}</div>')
        for one in keluar:
            _row(one)
    st.html(f'<p class="redup">{RAHASIA}</p>')


def _row(one: KapsulTercatat) -> None:
    cells = (
        f"<b>{escape(one.kecamatan)}</b><small>Tahun {one.tahun}</small>",
        f"{tanggal_jam(one.waktu)}<small>oleh {escape(one.oleh)}</small>",
        f"<code>{one.kode}</code>" if one.kode else TIDAK_DI_SERVER,
    )
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.html(f'<div class="baris" style="{LEBAR}">{"".join(f"<div>{cell}</div>" for cell in cells)}</div>')
        if one.kode:
            st.html(
                f'<a class="tombol" data-i="download" href="/unduh/kapsul/{one.id}" download '
                f'aria-label="Unduh kapsul Kecamatan {escape(one.kecamatan)}">Unduh</a>',
                width="content",
            )
        told = f"Batalkan kapsul Kecamatan {one.kecamatan}"
        if st.button("Batalkan", key=f"kapsul_batal_{one.id}", icon=":material/close:", help=told):
            ask_to_call_off(one)


def _ended(ended: Sequence[KapsulTercatat]) -> None:
    if not ended:
        return
    st.html("<h2>Yang sudah kembali atau dibatalkan</h2>")
    st.html(table(("Kecamatan", "Tahun", "Keadaan", "Pada", "Oleh"), map(_cells, ended[:SHOWN])))
    if len(ended) > SHOWN:
        st.html(f'<p class="redup">Ditampilkan {SHOWN} terbaru dari {bulat(len(ended))}.</p>')


def _cells(one: KapsulTercatat) -> tuple[str, ...]:
    state = chips.chip(*KEADAAN[one.keadaan])
    return f"<b>{escape(one.kecamatan)}</b>", str(one.tahun), state, tanggal_jam(one.waktu), escape(one.oleh)
