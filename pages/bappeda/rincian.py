"""The usulan behind one number of the comparison."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from musrenbang.actions import perbandingan as banding
from musrenbang.formats import bulat, rupiah, rupiah_ringkas, skor
from musrenbang.model import BarisBanding, Nasib, Orang, RujukanBanding
from musrenbang.store.current import current
from pages.bappeda.banding.lingkup import address, asked_for, in_words, narrowing, year_asked
from pages.parts.heading import heading
from pages.parts.table import table, tiles

HEADS = ("Peringkat", "Usulan", "Kecamatan", "Keadaan", "Prioritas pembangunan", "OPD", "Perkiraan biaya", "Skor")
SEHALAMAN = 50


def show(who: Orang) -> None:
    store = current()
    tahun = year_asked(banding.tahun(store, who), st.query_params.get_all)
    refs = banding.rujukan(store, who, tahun)
    said = st.query_params.get_all
    lingkup = asked_for(refs, tahun, narrowing(said))
    nasib = [one for one in Nasib if one in said("nasib")]
    rows = banding.usulan(store, who, lingkup, nasib)
    back = address("perbandingan", asked_for(refs, tahun, said))
    with heading(f"Rincian Usulan {tahun}"):
        st.html(f'<a class="tombol" data-i="arrow_back" href="{escape(back)}" target="_self">Ke Perbandingan</a>')
    kinds = f" · Keadaan: {', '.join(nasib)}" if nasib else ""
    st.html(f'<p class="redup">{escape(in_words(refs, lingkup) + kinds)}</p>')
    biaya = sum(row.biaya for row in rows)
    st.html(tiles(("Usulan", bulat(len(rows))), ("Perkiraan biaya", rupiah_ringkas(biaya))))
    pages = max(1, -(-len(rows) // SEHALAMAN))
    page = min(st.session_state.get("rincian_halaman", 1), pages)
    shown = rows[(page - 1) * SEHALAMAN : page * SEHALAMAN]
    st.html(table(HEADS, (_cells(refs, row) for row in shown), numbers=(0, 6, 7)))
    if pages > 1:
        st.pagination(pages, key="rincian_halaman")


def _cells(refs: RujukanBanding, row: BarisBanding) -> tuple[str, ...]:
    prioritas = refs.prioritas.get(row.prioritas or 0)
    opd = refs.opd.get(row.opd or "")
    return (
        bulat(row.peringkat) if row.peringkat else "–",
        f"<div>{_with_history(row)}</div><small>{escape(row.desa)} · {escape(row.lokasi)}</small>",
        escape(refs.kecamatan[row.kecamatan]),
        f"{escape(row.nasib.capitalize())}{_answer(row)}",
        escape(prioritas.nama) if prioritas else "–",
        escape(opd.singkatan) if opd else "–",
        rupiah(row.biaya),
        skor(row.poin),
    )


def _with_history(row: BarisBanding) -> str:
    address = escape(f"/riwayat?{urlencode({'usulan': row.kode})}")
    return f'<a href="{address}" target="_self" title="Riwayat usulan ini">{escape(row.nama)}</a>'


def _answer(row: BarisBanding) -> str:
    return f"<small>OPD: {row.jawab}</small>" if row.jawab else ""
