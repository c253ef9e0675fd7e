"""L35: what every sent meeting has given to one OPD, by kecamatan and rank, and what the OPD has answered."""

from html import escape

import streamlit as st

from musrenbang.formats import angka, bulat, rupiah, rupiah_ringkas, skor
from musrenbang.model import Orang, UsulanMasuk
from pages.opd.answering import DAFTAR, answering_bar
from pages.opd.sent import Keadaan, Sent, fits, sent
from pages.parts import answers, questions, tick_list
from pages.parts.empty import nothing, nothing_fits
from pages.parts.heading import heading
from pages.parts.paging import one_page, turn_pages
from pages.parts.tick_list import Column
from reports import WRITERS
from reports.lists.opd import DAFTAR_OPD

SEHALAMAN = 20


def show(who: Orang) -> None:
    s = sent(who)
    place = heading(f"Usulan untuk {questions.place_of(who)}")
    if not s.usulan:
        return nothing("Belum ada musrenbang kecamatan yang mengirim usulan ke OPD ini.")
    rows, kecamatan = _filter(s)
    with place, st.container(horizontal=True):
        _downloads(s, kecamatan)
    _progress(s, rows)
    page = one_page(DAFTAR, rows, SEHALAMAN)
    tick_list.tick_list(DAFTAR, page, _columns(s), can_tick=True)
    if not rows:
        nothing_fits(_clear)
    turn_pages(DAFTAR, len(rows), SEHALAMAN)
    answering_bar(s, rows, page)
    return None


def _filter(s: Sent) -> tuple[list[UsulanMasuk], str | None]:
    """The usulan that fit, and the kode of the one kecamatan that is chosen."""
    names = {r.kecamatan.kode: f"Kecamatan {r.kecamatan.nama}" for r in s.rapat.values()}
    with st.container(key="saring", horizontal=True, vertical_alignment="bottom"):
        kata = st.text_input(
            "Cari usulan, desa, atau lokasi", key="opd_kata", placeholder="Cari usulan, desa, atau lokasi",
            label_visibility="collapsed", persist_state="session",
        )  # fmt: skip
        kecamatan = st.selectbox(
            "Kecamatan", [None, *names], format_func=lambda kode: names.get(kode or "", "Semua kecamatan"),
            key="opd_kecamatan", label_visibility="collapsed", persist_state="session",
        )  # fmt: skip
        keadaan = st.selectbox(
            "Jawaban", [one.value for one in Keadaan], key="opd_jawaban", label_visibility="collapsed",
            persist_state="session",
        )  # fmt: skip
    return [u for u in s.usulan if fits(s, u, kata or "", kecamatan, Keadaan(keadaan))], kecamatan


def _clear() -> None:
    st.session_state.update(opd_kata="", opd_kecamatan=None, opd_jawaban=Keadaan.SEMUA)


def _progress(s: Sent, rows: list[UsulanMasuk]) -> None:
    done, all_ = s.answered(s.usulan), len(s.usulan)
    budget = sum(s.jawaban[u.id].anggaran or 0 for u in s.usulan if u.id in s.jawaban)
    st.html(
        f'<div class="maju"><span>Dijawab <b>{bulat(done)} dari {bulat(all_)}</b></span>'
        f'<progress aria-label="Dijawab" max="{all_}" value="{done}"></progress>'
        f"<span>Anggaran <b>{rupiah_ringkas(budget)}</b></span>"
        f"<span>Ditampilkan <b>{bulat(len(rows))}</b> usulan, "
        f"<b>{rupiah_ringkas(sum(u.isi.biaya for u in rows))}</b></span></div>"
    )


def _columns(s: Sent) -> list[Column]:
    return [
        Column("Peringkat", "112px", lambda u: _rank(s, u)),
        Column("Usulan", "minmax(0,1fr)", _usulan),
        Column("Skor", "64px", lambda u: skor(u.poin), angka=True),
        Column("Perkiraan biaya", "142px", lambda u: rupiah(u.isi.biaya), angka=True),
        Column("Jawaban OPD", "minmax(270px,.5fr)", lambda u: answers.cell(s.jawaban.get(u.id), u.isi.satuan)),
    ]


def _rank(s: Sent, u: UsulanMasuk) -> str:
    tied = f" <i>seri {u.seri}</i>" if (u.seri or 0) > 1 else ""
    return f'<b class="urut">{u.peringkat or "–"}</b>{tied}<small>{escape(s.kecamatan(u))}</small>'


def _usulan(u: UsulanMasuk) -> str:
    below = f"{u.nama_desa} · {u.isi.lokasi} · {angka(u.isi.volume)} {u.isi.satuan} · {bulat(u.isi.penerima)} KK"
    return f"{escape(u.isi.nama)}<small>{escape(below)}</small>"


def _downloads(s: Sent, kecamatan: str | None) -> None:
    """Of one kecamatan the paper and the sheet; of all one sheet."""
    rapat = next((r for r in s.rapat.values() if r.kecamatan.kode == kecamatan), None)
    if rapat:
        for label, kind in (("Unduh PDF", "pdf"), ("Unduh XLSX", "xlsx")):
            address = f"/unduh/daftar-opd/{rapat.kecamatan.kode}/{rapat.tahun}.{kind}"
            st.html(f'<a class="tombol" data-i="download" href="{address}" download>{label}</a>', width="content")
        return
    name = f"daftar-opd-{s.who.wilayah}.xlsx"
    st.download_button("Unduh XLSX", lambda: _workbook(s.who), name, on_click="ignore", icon=":material/download:")


def _workbook(who: Orang) -> bytes:
    materials = questions.papers_for_opd(who)
    return WRITERS["xlsx"](DAFTAR_OPD.of_all(materials, next(iter(materials.values())).dicetak))
