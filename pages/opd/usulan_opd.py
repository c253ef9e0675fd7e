"""L35: what every sent meeting has given to one OPD, by kecamatan and rank."""

from collections.abc import Sequence

import streamlit as st

from musrenbang.formats import bulat, rupiah_ringkas
from musrenbang.model import Orang, Rapat, UsulanMasuk
from pages.parts import questions
from pages.parts.empty import nothing
from pages.parts.grouped import Group, show_groups
from pages.parts.heading import heading
from pages.parts.ranked import ranked_table
from pages.parts.table import tiles
from reports import WRITERS
from reports.lists.opd import DAFTAR_OPD

SEMUA = "Semua kecamatan"


def show(who: Orang) -> None:
    sent = questions.sent_to(who)
    groups = _by_kecamatan(sent)
    heading(f"Usulan untuk {questions.place_of(who)}")
    if not groups:
        return nothing("Belum ada musrenbang kecamatan yang mengirim usulan ke OPD ini.")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kata = st.text_input("Cari usulan atau lokasi", key="opd_kata", persist_state="session")
        chosen = st.selectbox(
            "Kecamatan", [SEMUA, *(g.judul for g in groups)], key="opd_kecamatan", persist_state="session"
        )
        _downloads(who, next((rapat for rapat, _ in sent if _judul(rapat) == chosen), None))
    found = matching([g for g in groups if chosen in (SEMUA, g.judul)], kata or "")
    st.html(
        tiles(
            ("Usulan", bulat(sum(len(g.usulan) for g in found))),
            ("Kecamatan", bulat(len(found))),
            ("Perkiraan biaya", rupiah_ringkas(sum(g.biaya for g in found))),
        )
    )
    show_groups("usulan_opd", found, ranked_table)
    return None


def _by_kecamatan(sent: Sequence[tuple[Rapat, UsulanMasuk]]) -> list[Group]:
    members: dict[str, list[UsulanMasuk]] = {}
    for rapat, u in sent:
        members.setdefault(_judul(rapat), []).append(u)
    return [Group(judul, tuple(own)) for judul, own in members.items()]


def _judul(rapat: Rapat) -> str:
    return f"Kecamatan {rapat.kecamatan.nama}"


def _downloads(who: Orang, rapat: Rapat | None) -> None:
    """Of one kecamatan the paper and the sheet; of all one sheet."""
    if rapat:
        for label, kind in (("Unduh PDF", "pdf"), ("Unduh XLSX", "xlsx")):
            address = f"/unduh/daftar-opd/{rapat.kecamatan.kode}/{rapat.tahun}.{kind}"
            st.html(f'<a class="tombol" data-i="download" href="{address}" download>{label}</a>', width="content")
        return
    name = f"daftar-opd-{who.wilayah}.xlsx"
    st.download_button("Unduh XLSX", lambda: _workbook(who), name, on_click="ignore", icon=":material/download:")


def _workbook(who: Orang) -> bytes:
    materials = questions.papers_for_opd(who)
    return WRITERS["xlsx"](DAFTAR_OPD.of_all(materials, next(iter(materials.values())).dicetak))


def matching(groups: list[Group], kata: str) -> list[Group]:
    """The groups with only the usulan that mention every word; a group with none is left out."""
    words = kata.lower().split()
    kept = (Group(g.judul, tuple(u for u in g.usulan if _mentions(u, words))) for g in groups)
    return [g for g in kept if g.usulan]


def _mentions(u: UsulanMasuk, words: list[str]) -> bool:
    said = f"{u.kode} {u.nama_desa} {u.isi.nama} {u.isi.lokasi}".lower()
    return all(word in said for word in words)
