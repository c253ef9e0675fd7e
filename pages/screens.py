"""Which screens a role has, in the order of the SOP, and what stands around them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from musrenbang.actions import baca
from musrenbang.model import Orang, Peran
from musrenbang.sop import LAYAR, next_screen
from musrenbang.store.current import current
from musrenbang.store.hall import SEMUA
from pages.bappeda import data, data_induk, jadwal, jejak, pemantauan, pengguna, perbandingan, rincian
from pages.desa import impor, usulan_desa
from pages.musyawarah import (
    hasil_skoring,
    penjelasan_skoring,
    prioritas_opd,
    skoring,
    usulan_kecamatan,
    usulan_masuk,
    verifikasi,
)
from pages.opd import usulan_opd
from pages.parts import frame, projecting, year
from pages.parts.meeting import Meeting, open_meeting
from pages.parts.perkiraan import forecast
from pages.penutupan import berita_acara, dokumen, kirim, pemandu_sop, pertinggal, riwayat
from pages.persiapan import ambil_usulan, daftar_hadir, impor_usulan, pembukaan

SHOW: dict[str, Callable[[Meeting], None]] = {
    "pembukaan": pembukaan.show,
    "impor-usulan": impor_usulan.show,
    "daftar-hadir": daftar_hadir.show,
    "ambil-usulan": ambil_usulan.show,
    "usulan-masuk": usulan_masuk.show,
    "verifikasi": verifikasi.show,
    "usulan-kecamatan": usulan_kecamatan.show,
    "penjelasan-skoring": penjelasan_skoring.show,
    "prioritas-opd": prioritas_opd.show,
    "skoring": skoring.show,
    "hasil-skoring": hasil_skoring.show,
    "kirim": kirim.show,
    "berita-acara": berita_acara.show,
    "dokumen": dokumen.show,
    "pertinggal": pertinggal.show,
    "pemandu-sop": pemandu_sop.show,
}


@dataclass(frozen=True, slots=True)
class Desk:
    """A screen of Bappeda beside the meetings. One that another leads to has no place in the menu of its own."""

    path: str
    judul: str
    icon: str
    show: Callable[[Orang], None]
    under: str = ""

    def is_open(self, open_: str) -> bool:
        return open_ == self.path or any(one.path == open_ for one in DESK if one.under == self.path)


DESK = (
    Desk("pemantauan", "Pemantauan", "monitoring", pemantauan.show),
    Desk("perbandingan", "Perbandingan", "compare_arrows", perbandingan.show),
    Desk("rincian", "Rincian Usulan", "list_alt", rincian.show, under="perbandingan"),
    Desk("jadwal-rapat", "Jadwal", "calendar_month", jadwal.show),
    Desk("data-induk", "Data Induk", "dataset", data_induk.show),
    Desk("pengguna", "Pengguna", "group", pengguna.show),
    Desk("jejak", "Jejak", "history", jejak.show),
    Desk("riwayat", "Riwayat Usulan", "history", riwayat.show, under="jejak"),
    Desk("data", "Data", "database", data.show),
)
LIVE = ("pemantauan",)  # they follow all meetings


@dataclass(frozen=True, slots=True)
class Screens:
    """The pages of one person.

    `meeting` is None for a role that has no meeting to look at. `home` is the screen that the front page leads to,
    None when the front page is itself the only screen.
    """

    who: Orang
    pages: dict[str, StreamlitPage]
    meeting: Meeting | None
    home: str | None

    def lead_home(self, open_: str) -> None:
        """Before anything is drawn, so that nobody sees the front page on the way."""
        if self.home and not open_:
            st.switch_page(self.pages[self.home])

    def wilayah(self) -> str:
        """The place or department that the account belongs to."""
        if self.meeting and self.who.peran is Peran.CAMAT:
            return f"Kecamatan {self.meeting.rapat.kecamatan.nama}"
        return baca.nama_wilayah(current(), self.who)

    def draw_menu(self, open_: str) -> None:
        if self.who.peran is Peran.BAPPEDA:
            frame.menu_beside(
                (self.pages[desk.path], desk.judul, desk.icon, desk.is_open(open_)) for desk in DESK if not desk.under
            )
            _choose_kecamatan(self.who)
            year.choose(self.who)
        if self.who.peran is Peran.DESA:
            own = (self.pages[""], "Usulan Desa", "list_alt", not open_)
            imported = (self.pages["impor"], "Impor dari Excel", "upload_file", open_ == "impor")
            frame.menu_beside((own, imported))
        if self.meeting:
            frame.menu(self.pages, self.meeting.fakta, open_)

    def draw_strip(self, now: datetime, open_: str) -> None:
        if self.meeting and open_ in SHOW:
            frame.meeting_strip(self.meeting, forecast(self.meeting, now), now)
            projecting.projecting(self.meeting, open_)
        else:
            all_ = (SEMUA, baca.versi_semua(current(), self.who)) if open_ in LIVE else None
            frame.band("Musrenbang Kecamatan, Kabupaten Langkat", followed=all_)


def screens_of(who: Orang) -> Screens:
    if who.peran is Peran.OPD:
        return Screens(who, {"": _page("", "Usulan untuk OPD", lambda: usulan_opd.show(who))}, None, None)
    if who.peran is Peran.DESA:
        return Screens(who, _desa_pages(who), None, None)
    if who.peran is Peran.CAMAT:
        meeting = open_meeting(who, who.wilayah or "")
        pages = {**_meeting_pages(meeting), **_riwayat(who), "": _front()}
        return Screens(who, pages, meeting, next_screen(meeting.fakta))
    meeting = open_meeting(who, _kecamatan_asked(who), year.shown(who))
    pages = {**_desk_pages(who), **_meeting_pages(meeting), "": _front()}
    return Screens(who, pages, meeting, "pemantauan")


def _riwayat(who: Orang) -> dict[str, StreamlitPage]:
    return {"riwayat": _page("riwayat", "Riwayat Usulan", lambda: riwayat.show(who))}


def _front() -> StreamlitPage:
    """Answers at "", and draws nothing: `lead_home` has led on by then."""
    return _page("", "Musrenbang Kecamatan", lambda: None)


def _desa_pages(who: Orang) -> dict[str, StreamlitPage]:
    return {
        "": _page("", "Usulan Desa", lambda: usulan_desa.show(who)),
        "impor": _page("impor", "Impor dari Excel", lambda: impor.show(who)),
    }


def _desk_pages(who: Orang) -> dict[str, StreamlitPage]:
    return {desk.path: _page(desk.path, desk.judul, partial(desk.show, who)) for desk in DESK}


def _meeting_pages(meeting: Meeting) -> dict[str, StreamlitPage]:
    return {layar.path: _page(layar.path, layar.judul, _bind(layar.path, meeting)) for layar in LAYAR}


def _bind(path: str, meeting: Meeting) -> Callable[[], None]:
    return lambda: SHOW[path](meeting)


def _page(path: str, judul: str, show: Callable[[], None]) -> StreamlitPage:
    return st.Page(show, title=f"{judul} · Musrenbang", url_path=path, default=not path)


def _kecamatan_asked(who: Orang) -> str:
    """The kode that Bappeda has chosen, or came with by a link; at first the first of all.

    A list forgets what was chosen from it when that has got another name.
    """
    kodes = [k.kode for k in baca.kecamatan(current(), who)]
    if st.session_state.get("kecamatan") not in kodes:
        asked = st.query_params.get("kecamatan")
        st.session_state["kecamatan"] = asked if asked in kodes else kodes[0]
    kode: str = st.session_state["kecamatan"]
    return kode


def _choose_kecamatan(who: Orang) -> None:
    """Bappeda reads any meeting; the choice survives moving between screens and can be sent as a link."""
    names = {k.kode: k.nama for k in baca.kecamatan(current(), who)}
    chosen = st.selectbox("Kecamatan yang dilihat", list(names), format_func=names.__getitem__, key="kecamatan")
    st.query_params["kecamatan"] = chosen
