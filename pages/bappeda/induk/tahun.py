"""The years: prepared from the last one, and made the one that everybody works in."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from musrenbang.actions import induk_tahun as actions
from musrenbang.formats import bulat
from musrenbang.model import Orang, TahunInduk
from musrenbang.store.current import current
from pages.parts import act, chips
from pages.parts.saying import saying
from pages.parts.table import table

HEADS = ("Tahun", "Keadaan", "Penetapan bobot", "Rapat", "Belum dimulai", "Berlangsung", "Dikirim")
TENTANG = (
    "Tahun baru menyalin prioritas, kriteria, bobot, dan aturan tahun terakhir, tanpa penetapannya, dengan satu rapat "
    "untuk setiap kecamatan. Camat, desa/kelurahan, OPD, dan jadwal umum bekerja di tahun berjalan; tahun lain dilihat "
    "Bappeda, dan dijadikan tahun berjalan bila waktunya tiba."
)


def show(who: Orang, _tahun: int, place: DeltaGenerator) -> None:
    years = actions.tahun(current(), who)
    last = years[0].tahun
    with place:
        st.button(
            f"Siapkan tahun {last + 1} dari {last}", key="induk_siapkan", icon=":material/add:", on_click=_prepare,
            args=(last,),
        )  # fmt: skip
    st.html(f'<p class="redup">{TENTANG}</p>')
    st.html(table(HEADS, map(_cells, years), numbers=(3, 4, 5, 6)))
    with st.container(horizontal=True):
        for each in (y for y in years if not y.berjalan):
            st.button(
                f"Jadikan {each.tahun} tahun berjalan", key=f"induk_jadikan_{each.tahun}", on_click=_make_current,
                args=(each.tahun,),
            )  # fmt: skip


def _cells(y: TahunInduk) -> tuple[str, ...]:
    state = chips.chip("p", "edit_calendar", "Tahun berjalan") if y.berjalan else chips.chip("b", "event", "Lainnya")
    approved = escape(y.nomor_penetapan) if y.nomor_penetapan else chips.warning("Bobot contoh")
    waiting = y.rapat - y.dimulai - y.dikirim
    return f"<b>{y.tahun}</b>", state, approved, *map(bulat, (y.rapat, waiting, y.dimulai, y.dikirim))


def _prepare(last: int) -> None:
    told = f"Tahun {last + 1} disiapkan dari {last}. Tahun berjalan tetap; periksa bobotnya di Kriteria & Bobot."
    if act.attempt(saying(told, lambda store, who, now: actions.siapkan_tahun(store, who, last, now))):
        st.session_state["induk_tahun"] = last + 1


def _make_current(tahun: int) -> None:
    told = f"Tahun {tahun} menjadi tahun berjalan bagi camat, desa/kelurahan, OPD, dan jadwal umum."
    act.attempt(saying(told, lambda store, who, now: actions.jadikan_berjalan(store, who, tahun, now)))
