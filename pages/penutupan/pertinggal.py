"""L35: the camat's copy of what was sent, by OPD and rank, with what the OPD have answered."""

from functools import partial
from html import escape

import streamlit as st

from musrenbang.errors import Issue
from musrenbang.formats import bulat, rupiah_ringkas, tanggal_jam
from pages.parts import chips
from pages.parts.empty import empty
from pages.parts.grouped import by_opd, show_groups
from pages.parts.heading import heading
from pages.parts.meeting import Meeting
from pages.parts.ranked import ranked_table
from pages.parts.table import tiles
from pages.parts.taking import Taken, per_opd, taking
from pages.penutupan import laptop, reopening

SEMUA = "Semua OPD"
OWN = Taken("Pertinggal", "pertinggal", arsip=True)
ELSEWHERE = (
    Taken("Ekspor SIPD", "sipd", pdf=False, sheet=True),
    Taken("Data terbuka", "terbuka", pdf=False, sheet=True, json=True),
)  # what other systems and the public take over


def show(m: Meeting) -> None:
    dikirim = m.rapat.dikirim
    with heading("Pertinggal"), st.container(horizontal=True, vertical_alignment="center"):
        if dikirim:
            taking(m, [OWN, *ELSEWHERE, *per_opd(m, "daftar-opd")])
            address = escape(m.paper("pertinggal"))
            link = f'<a class="tombol emas" data-i="download" href="{address}" download>Unduh Pertinggal (PDF)</a>'
            st.html(link, width="content")
    if dikirim is None:
        return empty([Issue("pertinggal_belum_dikirim")])
    groups = by_opd(m.usulan, {kode: opd.nama for kode, opd in m.rujukan.opd.items()})
    st.html(
        tiles(
            ("Usulan dikirim", bulat(sum(len(g.usulan) for g in groups))),
            ("OPD penerima", bulat(len(groups))),
            ("Perkiraan biaya", rupiah_ringkas(sum(g.biaya for g in groups))),
            ("Dijawab OPD", f"{bulat(len(m.jawaban))} dari {bulat(m.fakta.kemajuan.utama)}"),
        )
    )
    st.html(chips.chip("s", "check_circle", f"Dikirim {tanggal_jam(dikirim)}"))
    laptop.note(m)
    reopening.history(m)
    chosen = st.selectbox(
        "OPD", [SEMUA, *(g.judul for g in groups)], key="pertinggal_opd", persist_state="session", width=620
    )
    draw = partial(ranked_table, jawaban=m.jawaban)
    show_groups("pertinggal", [g for g in groups if chosen in (SEMUA, g.judul)], draw)
    return None
