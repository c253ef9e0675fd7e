"""What other weights would have made of the latest ranking, shown before anything is saved."""

from html import escape
from itertools import chain

import streamlit as st

from musrenbang import scoring
from musrenbang.actions import induk_kriteria
from musrenbang.formats import bulat
from musrenbang.model import Bobot, Orang, Pergeseran, PergeseranKecamatan
from musrenbang.shifts import TERATAS
from musrenbang.store.current import current
from pages.parts.empty import nothing
from pages.parts.table import table, tiles

HEADS = (
    "Kecamatan",
    "Usulan dinilai",
    "Berpindah",
    "Perpindahan terjauh",
    f"Masuk {TERATAS} besar",
    f"Keluar {TERATAS} besar",
)
TERJAUH = ("Usulan", "Kecamatan", "Peringkat semula", "Menjadi")
BANYAK = 10


def preview(who: Orang, saved: Bobot, typed: Bobot) -> None:
    weights = [k.bobot for k in typed.kriteria]
    if scoring.weights_fault(weights) or weights == [k.bobot for k in saved.kriteria]:
        st.html('<p class="redup">Pratinjau peringkat tampil di sini begitu bobot diubah dan jumlahnya 100.</p>')
        return
    found = induk_kriteria.pratinjau(current(), who, typed)
    if found is None:
        nothing("Belum ada rapat yang mengirim, jadi belum ada peringkat untuk dibandingkan.")
        return
    st.html(f"<h2>Pratinjau: dengan bobot baru, peringkat {found.tahun} akan berubah begini</h2>")
    st.html('<p class="redup">Hanya perhitungan. Peringkat yang sudah dikirim tidak berubah.</p>')
    st.html(tiles(*_figures(found.kecamatan)))
    st.html(f'<div class="silang">{table(HEADS, map(_cells, found.kecamatan), numbers=(1, 2))}</div>')
    _furthest(found.kecamatan)


def _figures(kecamatan: tuple[PergeseranKecamatan, ...]) -> tuple[tuple[str, str], ...]:
    return (
        ("Usulan dinilai", bulat(sum(k.dinilai for k in kecamatan))),
        ("Berpindah peringkat", bulat(sum(len(k.berpindah) for k in kecamatan))),
        (
            f"Kecamatan yang {TERATAS} besarnya berubah",
            f"{sum(bool(k.masuk) for k in kecamatan)} dari {len(kecamatan)}",
        ),
    )


def _furthest(kecamatan: tuple[PergeseranKecamatan, ...]) -> None:
    moves = sorted(chain.from_iterable(k.berpindah for k in kecamatan), key=lambda p: -p.jauh)[:BANYAK]
    if moves:
        st.html(f"<h2>{len(moves)} perpindahan terjauh</h2>")
        st.html(table(TERJAUH, ((_name(p), escape(p.usulan.kecamatan), *_ranks(p)) for p in moves), numbers=(2, 3)))


def _cells(k: PergeseranKecamatan) -> tuple[str, ...]:
    moved = f"{bulat(len(k.berpindah))}"
    furthest = f"{_name(k.berpindah[0])}<small>{_arrow(k.berpindah[0])}</small>" if k.berpindah else "–"
    return escape(k.kecamatan), bulat(k.dinilai), moved, furthest, _listed(k.masuk), _listed(k.keluar)


def _listed(moves: tuple[Pergeseran, ...]) -> str:
    return "".join(f"<div>{escape(p.usulan.nama)} <small>{_arrow(p)}</small></div>" for p in moves) or "–"


def _name(p: Pergeseran) -> str:
    where = p.usulan.desa or "Usulan kecamatan"
    return f"<div>{escape(p.usulan.nama)}</div><small>{escape(where)}</small>"


def _ranks(p: Pergeseran) -> tuple[str, str]:
    return bulat(p.usulan.peringkat), f"<b>{bulat(p.baru)}</b>"


def _arrow(p: Pergeseran) -> str:
    return f"peringkat {bulat(p.usulan.peringkat)} → {bulat(p.baru)}"
