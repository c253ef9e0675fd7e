"""What became of one usulan, as a list of sentences, for its camat and for Bappeda."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from musrenbang.actions import jejak
from musrenbang.errors import Refused
from musrenbang.formats import hari_tanggal, jam, wib
from musrenbang.model import Orang, Pendahulu, Pengajuan, Peran, RiwayatUsulan
from musrenbang.riwayat import Peristiwa, peristiwa
from musrenbang.store.current import current
from pages.parts import act
from pages.parts.heading import heading
from pages.parts.pengajuan import again

USULAN = "usulan"
KOSONG = "Ketik kode usulan, misalnya 2027-12.05.07.2001-001; kodenya tercetak di setiap daftar."


def show(who: Orang) -> None:
    st.session_state.setdefault("riwayat_kode", st.query_params.get(USULAN, ""))
    with heading("Riwayat Usulan"):
        _back(who, st.session_state["riwayat_kode"])
    kode = (st.text_input("Kode usulan", key="riwayat_kode", max_chars=60, width=420) or "").strip()
    st.query_params[USULAN] = kode
    if not kode:
        st.html(f'<p class="hampa" data-i="history">{escape(KOSONG)}</p>')
        return
    try:
        _tell(jejak.riwayat(current(), who, kode))
    except Refused as refused:
        act.show_issues(refused.issues)


def _tell(r: RiwayatUsulan) -> None:
    st.html(f'<h2>{escape(r.nama)}</h2><p class="redup">{escape(r.kode)} · {escape(r.rapat)}</p>')
    _before(r)
    told = peristiwa(r)
    if told:
        st.html(f'<ol class="riwayat">{"".join(map(_item, told))}</ol>')
    else:
        st.html('<p class="hampa" data-i="history">Jejak belum mencatat apa pun tentang usulan ini.</p>')


def _before(r: RiwayatUsulan) -> None:
    """The usulan of earlier years that this one proposes again, each with the way to its own history."""
    if not r.pendahulu:
        return
    often = Pengajuan(1 + len(r.pendahulu), r.pendahulu[-1].tahun)
    links = "".join(f"<li>{_link(p)} <small>{escape(p.nama)}</small></li>" for p in r.pendahulu)
    st.html(
        f'<p class="kd p" data-i="replay">{again(often).capitalize()}, sebelumnya:</p><ul class="tentang">{links}</ul>'
    )


def _link(p: Pendahulu) -> str:
    return f'<a href="/riwayat?{urlencode({USULAN: p.kode})}" target="_self">{escape(p.kode)}</a>'


def _item(p: Peristiwa) -> str:
    when = f"{hari_tanggal(wib(p.waktu).date())} {jam(p.waktu)} WIB"
    changes = f"<small>{escape('; '.join(p.perubahan))}</small>" if p.perubahan else ""
    return f"<li><span>{when}</span><div><b>{escape(p.apa)}</b> oleh {escape(p.oleh)}{changes}</div></li>"


def _back(who: Orang, kode: str) -> None:
    if who.peran is Peran.BAPPEDA:
        to, label = f"/jejak?{urlencode({'kata': kode})}" if kode else "/jejak", "Lihat di Jejak"
    else:
        to, label = "/hasil-skoring", "Ke Hasil Skoring"
    st.html(f'<a class="tombol" data-i="arrow_back" href="{escape(to)}" target="_self">{label}</a>', width="content")
