"""What meetings refer to, part by part, for a year."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from musrenbang.actions import perbandingan as banding
from musrenbang.model import Orang
from musrenbang.store.current import current
from pages.bappeda.induk import aturan, berkas, kriteria, opd, pagu, prioritas, tahun, wilayah
from pages.parts.heading import heading


def show(who: Orang) -> None:
    place = heading("Data Induk")
    with st.container(key="induk_pilih", horizontal=True, vertical_alignment="bottom"):
        part = st.segmented_control(
            "Bagian data induk", list(BAGIAN), default=next(iter(BAGIAN)), required=True, key="induk_bagian",
            persist_state="session", label_visibility="collapsed",
        )  # fmt: skip
        tahun = st.selectbox(
            "Tahun", banding.tahun(current(), who), key="induk_tahun", persist_state="session", width=140
        )
    BAGIAN[part or next(iter(BAGIAN))](who, tahun, place)


BAGIAN: dict[str, Callable[[Orang, int, DeltaGenerator], None]] = {
    "Kriteria & Bobot": kriteria.show,
    "Prioritas": prioritas.show,
    "Aturan": aturan.show,
    "Pagu": pagu.show,
    "OPD": opd.show,
    "Wilayah": wilayah.show,
    "Tahun": tahun.show,
    "Excel": berkas.show,
}
