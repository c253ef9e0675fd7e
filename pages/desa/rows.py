"""The desa's usulan as rows to order, approve, edit and take away, and as a table once they are closed (L01)."""

from html import escape

import streamlit as st

from musrenbang import guards
from musrenbang.actions import usulan_desa as actions
from musrenbang.formats import angka, bulat, rupiah
from musrenbang.model import Usulan
from pages.desa import moving, outcome, sheet
from pages.desa.attaching import links
from pages.desa.own import Own
from pages.parts import act, chips
from pages.parts.paging import one_page, turn_pages
from pages.parts.pengajuan import again
from pages.parts.saying import saying
from pages.parts.table import table

DAFTAR, SEHALAMAN = "usulan_desa", 20
HEADS = ("No.", "Usulan", "Bidang", "Perkiraan biaya")
LEBAR = "--kolom:minmax(0,1fr) 142px"


def editable(o: Own) -> None:
    st.html(
        '<p class="redup">Nomor 1 adalah prioritas pertama. Untuk memindahkan, seret barisnya, tekan panah, atau '
        "ketik nomor lain lalu tekan Enter.</p>"
    )
    with st.container(key="daftar_desa", gap=None):
        for u in one_page(DAFTAR, o.usulan, SEHALAMAN):
            _row(o, u)
    moving.dragging(o)
    turn_pages(DAFTAR, len(o.usulan), SEHALAMAN)


def _row(o: Own, u: Usulan) -> None:
    with st.container(key=f"usulan_{u.id}", horizontal=True, vertical_alignment="center", wrap=False, gap="xsmall"):
        moving.number_box(o, u)
        moving.arrows(o, u)
        cells = f'<div>{_what(o, u)}</div><div class="n">{rupiah(u.isi.biaya)}</div>'
        st.html(f'<div class="baris" style="{LEBAR}">{cells}</div>')
        _approval(o, u)
        st.button("Ubah", key=f"ubah_{u.id}", on_click=sheet.open_for, args=(u,))
        if st.button(
            f"Hapus usulan nomor {u.urutan}", key=f"ikon_hapus_{u.id}", icon=":material/delete:",
            disabled=bool(guards.removable(u)),
        ):  # fmt: skip
            _ask_removal(o, u)


def _what(o: Own, u: Usulan) -> str:
    volume, households = f"{angka(u.isi.volume)} {u.isi.satuan}", f"{bulat(u.isi.penerima)} KK"
    below = (*map(escape, (u.isi.lokasi, volume, households, again(o.pengajuan.get(u.id)))), links(o.lampiran[u.id]))
    return f"{escape(u.isi.nama)}<small>{' · '.join(part for part in below if part)}</small>"


def _approval(o: Own, u: Usulan) -> None:
    """The tick is the approval itself."""
    key = f"setuju_{u.id}"
    st.session_state[key] = u.disetujui
    st.checkbox("Disetujui", key=key, on_change=_approve, args=(o, u, key))


def _approve(o: Own, u: Usulan, key: str) -> None:
    setuju = st.session_state[key]
    told = "disetujui" if setuju else "ditarik persetujuannya"
    act.attempt(
        saying(
            f"Usulan nomor {u.urutan} {told}.",
            lambda store, who, now: actions.setujui(store, who, o.rapat, {u.id: u.versi}, setuju, now),
        )
    )


@st.dialog("Hapus usulan ini?")
def _ask_removal(o: Own, u: Usulan) -> None:
    st.html(f'<ul class="tentang"><li>{escape(u.isi.nama)} <small>{escape(u.isi.lokasi)}</small></li></ul>')
    st.write("Usulan dan lampirannya hilang dari daftar. Usulan sesudahnya naik satu nomor.")
    with st.container(key="jawaban", horizontal=True, horizontal_alignment="right"):
        if st.button("Batal", key="dialog_batal"):
            st.rerun()
        if st.button("Hapus", key="dialog_hapus", icon=":material/delete:"):
            _remove(o, u)
            st.rerun()


def _remove(o: Own, u: Usulan) -> None:
    act.attempt(
        saying(
            f"Usulan “{u.isi.nama}” dihapus.",
            lambda store, who, now: actions.hapus(store, who, o.rapat, u.id, u.versi, now),
        )
    )


def read_only(o: Own) -> None:
    biaya = sum(u.isi.biaya for u in o.usulan)
    heads = (*HEADS, "Hasil musrenbang" if o.hasil else "Persetujuan")
    st.html(table(heads, (_cells(o, u) for u in o.usulan), numbers=(0, 3), foot=("", "Jumlah", "", rupiah(biaya), "")))


def _cells(o: Own, u: Usulan) -> tuple[str, ...]:
    last = outcome.cell(o.hasil.get(u.id), o.keadaan.opd) if o.hasil else _agreed(u)
    return str(u.urutan), _what(o, u), escape(u.isi.bidang.value), rupiah(u.isi.biaya), last


def _agreed(u: Usulan) -> str:
    agreed = ("s", "check_circle", "Disetujui") if u.disetujui else ("w", "pending", "Belum disetujui")
    return chips.chip(*agreed)
