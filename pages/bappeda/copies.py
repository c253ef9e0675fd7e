"""Copies of the whole database: made at a press, listed with size and time."""

import time
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from musrenbang.actions import salin
from musrenbang.formats import bulat, tanggal_jam, ukuran
from musrenbang.model import Orang, Salinan
from musrenbang.store.current import current
from musrenbang.store.engine import Store
from pages.parts import act
from pages.parts.table import table

HEADS = ("Salinan", "Dokumen", "Ukuran")
SHOWN = 10
_workers = ThreadPoolExecutor(2, "salin")  # a copy goes on when whoever asked for it has left the screen


def button() -> bool:
    return st.button("Salin data", type="primary", icon=":material/backup:")


def show(who: Orang) -> DeltaGenerator:
    """Returns the place where the progress of a copy is to be drawn."""
    folder = salin.folder_salinan(current())
    st.html("<h2>Salin data</h2>")
    place = st.container()
    made = salin.salinan(who, folder)
    st.html(f'<p class="semula">{last(made)}</p>')
    if made:
        st.html(table(HEADS, map(_cells, made[:SHOWN]), numbers=(1, 2)))
    more = f" Ditampilkan {SHOWN} terbaru dari {bulat(len(made))}." if len(made) > SHOWN else ""
    st.html(
        f'<p class="redup">Salinan disimpan di <b>{escape(str(folder))}</b>. Yang dibuat di layar ini tidak pernah '
        f"dihapus aplikasi; salinan berkala dihapus setelah digantikan yang lebih baru.{more} "
        "Pindahkan salinan ke komputer atau cakram lain secara berkala, karena salinan di cakram yang sama ikut hilang "
        "bila cakramnya rusak.</p>"
    )
    return place


def make(place: DeltaGenerator) -> None:
    """Asked last of all, so that everything else stands while it runs."""
    with place:
        act.attempt(_make)
    st.rerun()


def last(made: list[Salinan]) -> str:
    if not made:
        return '<span class="kd w" data-i="pending">Data ini belum pernah disalin.</span>'
    return f'<span class="kd s" data-i="check_circle">Terakhir disalin {tanggal_jam(made[0].waktu)}</span>'


def _make(store: Store, who: Orang, now: datetime) -> str:
    bar, done = st.progress(0.0, "Menyalin data…"), [0.0]

    def report(part: float) -> None:
        done[0] = part

    making: Future[Salinan] = _workers.submit(salin.salin, store, who, salin.folder_salinan(store), now, report)
    while not making.done():
        bar.progress(done[0], f"Menyalin data… {done[0]:.0%}")
        time.sleep(0.1)
    return salin.kabar(making.result())


def _cells(made: Salinan) -> tuple[str, ...]:
    lost = f"<small>{len(made.rusak)} sudah hilang atau rusak sebelum disalin</small>" if made.rusak else ""
    kind = " · berkala" if made.berkala else ""
    name = f"{tanggal_jam(made.waktu)}<small>{escape(made.folder.name)}{kind}</small>"
    return name, f"{bulat(made.dokumen)}{lost}", ukuran(made.ukuran)
