"""The usulan behind one number of the comparison."""

from collections.abc import Iterator, Sequence
from html import escape

import streamlit as st

from musrenbang.actions import perbandingan as banding
from musrenbang.formats import bulat, rupiah, rupiah_ringkas, skor
from musrenbang.model import BarisBanding, Orang, Rincian, RujukanBanding
from musrenbang.store.current import current
from pages.bappeda.banding.lingkup import address, asked_for, in_words, narrowing, year_asked
from pages.bappeda.banding.tautan import BAGIAN, asked_rincian, came_from, history
from pages.parts.empty import nothing
from pages.parts.heading import heading
from pages.parts.paging import pages_of
from pages.parts.table import table, tiles

HEADS = ("Peringkat", "Usulan", "Kecamatan", "Keadaan", "Prioritas pembangunan", "OPD", "Perkiraan biaya", "Skor")
SEHALAMAN = 50


def show(who: Orang) -> None:
    store, said = current(), st.query_params.get_all
    tahun = year_asked(banding.tahun(store, who), said)
    refs = banding.rujukan(store, who, tahun)
    lingkup, rincian = asked_for(refs, tahun, narrowing(said)), asked_rincian(said)
    rows = banding.usulan(store, who, lingkup, rincian)
    back = address("perbandingan", asked_for(refs, tahun, said), [(BAGIAN, came_from(said))])
    with heading(f"Rincian Usulan {tahun}"):
        st.html(f'<a class="tombol" data-i="arrow_back" href="{escape(back)}" target="_self">Ke Perbandingan</a>')
    which = [in_words(refs, lingkup), *_which(refs, rincian, rows)]
    st.html(f'<p class="redup">{escape(" · ".join(which))}</p>')
    biaya = sum(row.biaya for row in rows)
    st.html(tiles(("Usulan", bulat(len(rows))), ("Perkiraan biaya", rupiah_ringkas(biaya))))
    if not rows:
        return nothing("Tidak ada usulan di balik angka ini.")
    _list(refs, rows, f"rincian_halaman_{hash((lingkup, rincian))}")
    return None


def _which(refs: RujukanBanding, r: Rincian, rows: Sequence[BarisBanding]) -> Iterator[str]:
    """What else than the scope says which usulan these are."""
    if r.nasib:
        yield f"Keadaan: {', '.join(r.nasib)}"
    if r.desa:
        yield f"Desa/kelurahan: {', '.join(sorted({row.desa for row in rows})) or '–'}"
    if r.dinilai is not None:
        yield f"Diberi tingkat: {refs.kriteria[r.dinilai - 1].nama}" if r.dinilai else "Delapan kriterianya terisi"


def _list(refs: RujukanBanding, rows: Sequence[BarisBanding], halaman: str) -> None:
    pages = pages_of(len(rows), SEHALAMAN)
    page = min(st.session_state.get(halaman, 1), pages)
    shown = rows[(page - 1) * SEHALAMAN : page * SEHALAMAN]
    st.html(table(HEADS, (_cells(refs, row) for row in shown), numbers=(0, 6, 7)))
    if pages > 1:
        st.pagination(pages, key=halaman)


def _cells(refs: RujukanBanding, row: BarisBanding) -> tuple[str, ...]:
    prioritas = refs.prioritas.get(row.prioritas or 0)
    opd = refs.opd.get(row.opd or "")
    return (
        bulat(row.peringkat) if row.peringkat else "–",
        f"<div>{history(row.kode, row.nama)}</div><small>{escape(row.desa)} · {escape(row.lokasi)}</small>",
        escape(refs.kecamatan[row.kecamatan]),
        f"{escape(row.nasib.capitalize())}{_answer(row)}",
        escape(prioritas.nama) if prioritas else "–",
        escape(opd.singkatan) if opd else "–",
        rupiah(row.biaya),
        f"{skor(row.poin)}{_level(row)}",
    )


def _level(row: BarisBanding) -> str:
    return f"<small>tingkat {row.tingkat}</small>" if row.tingkat else ""


def _answer(row: BarisBanding) -> str:
    return f"<small>OPD: {row.jawab}</small>" if row.jawab else ""
