"""What is asked before a kapsul is made or called off, with what then happens."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

import streamlit as st

from musrenbang.actions import kapsul
from musrenbang.formats import tanggal_jam
from musrenbang.model import KapsulTercatat, Orang, Rapat
from musrenbang.store.engine import Store
from pages.parts import act
from pages.parts.saying import saying

AKIBAT_BUAT = (
    "Musrenbangnya terkunci di sini: hanya dapat dibaca, sampai hasilnya diterima atau kapsulnya dibatalkan. Camat dan "
    "desa/kelurahan melanjutkan pekerjaannya di laptop.",
    "Data induk yang dipakainya tidak dapat diubah selama itu.",
    "Berkasnya berisi rahasia: serahkan hanya kepada camatnya.",
)
AKIBAT_BATAL = (
    "Yang dikerjakan di laptop tidak akan diterima lagi, juga bila hasilnya datang kemudian.",
    "Musrenbangnya dilanjutkan di sini, dari keadaan saat kapsul dibuat.",
)


@st.dialog("Buat kapsul", width="medium")
def ask_to_make(rapat: Sequence[Rapat]) -> None:
    """Of those that may go. Batal changes nothing."""
    names = {one.id: f"{one.kecamatan.nama} ({one.tahap.value})" for one in rapat}
    chosen = st.selectbox(
        "Kecamatan", list(names), None, lambda id_: names.get(id_, ""), key="kapsul_kecamatan",
        placeholder="Pilih kecamatan",
    )  # fmt: skip
    found = next((one for one in rapat if one.id == chosen), None)
    _answer("Buat kapsul", ":material/luggage:", AKIBAT_BUAT, _making(found) if found else None)


@st.dialog("Batalkan kapsul", width="medium")
def ask_to_call_off(one: KapsulTercatat) -> None:
    name = f"Kapsul Kecamatan {one.kecamatan} tahun {one.tahun}"
    st.html(f"<p>{escape(name)}, dibuat {tanggal_jam(one.waktu)} oleh {escape(one.oleh)}.</p>")
    work = saying(
        f"{name} dibatalkan. Musrenbangnya dilanjutkan di sini.",
        lambda store, who, now: kapsul.batal(store, who, one.rapat, now, one.id),
    )
    _answer("Batalkan kapsul", ":material/block:", AKIBAT_BATAL, work)


def _answer(label: str, icon: str, akibat: Sequence[str], work: act.Work | None) -> None:
    """What then happens, Batal, and the button that does it, once there is something to do."""
    st.html(f'<ul class="akibat">{"".join(f"<li>{escape(text)}</li>" for text in akibat)}</ul>')
    words = st.container()
    with st.container(horizontal=True, horizontal_alignment="right"):
        if st.button("Batal", key="kapsul_tidak"):
            st.rerun()
        pressed = st.button(label, key="kapsul_ya", icon=icon, disabled=work is None)
    if pressed and work and act.attempt(work):
        st.rerun()
    with words:
        act.show_refusal()


def _making(rapat: Rapat) -> act.Work:
    def work(store: Store, who: Orang, now: datetime) -> str:
        with st.spinner("Membuat kapsul…"):
            kode = kapsul.buat(store, who, rapat.id, None, now)
        return (
            f"Kapsul Kecamatan {rapat.kecamatan.nama} tahun {rapat.tahun} siap diunduh di layar ini. "
            f"Kode berkas: {kode}."
        )

    return work
