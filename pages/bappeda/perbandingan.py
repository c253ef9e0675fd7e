"""Kecamatan side by side: one scope, six ways to look at it, and behind every number its usulan."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import streamlit as st

from musrenbang.actions import perbandingan as banding
from musrenbang.formats import rupiah_ringkas, skor
from musrenbang.model import TANPA_OPD, Jumlah, Lingkup, Orang, Perbandingan, RujukanBanding
from musrenbang.scoring import TINGKAT_MAKS
from musrenbang.store.current import current
from pages.bappeda.banding import gambar, ketegasan, pandangan, tabel
from pages.bappeda.banding.angka import ANGKA, judul, shares
from pages.bappeda.banding.lingkup import address, choose, in_words, opd_names, year_asked
from pages.parts.heading import heading
from pages.parts.table import tiles

MILIAR = 10**9
Bagian = Callable[[Perbandingan, RujukanBanding], None]


def show(who: Orang) -> None:
    store = current()
    years = banding.tahun(store, who)
    tahun = year_asked(years, st.query_params.get_all)
    refs = banding.rujukan(store, who, tahun)
    place = heading(f"Perbandingan Kecamatan {tahun}")
    lingkup = choose(refs, tahun)
    pandangan.show(who, lingkup, in_words(refs, lingkup))
    p = banding.bandingkan(store, who, lingkup)
    with place:
        _downloads(lingkup)
    if not any(own.semua.usulan for own in p.ringkasan.values()):
        st.html('<p class="hampa" data-i="inbox">Tidak ada usulan dalam pilihan ini.</p>')
        return
    st.html(tiles(*shares(p)))
    parts: dict[str, Bagian] = {**BAGIAN, "Ketegasan": lambda p, refs: ketegasan.show(who, p, refs)}
    part = st.segmented_control(
        "Yang dibandingkan", list(parts), default=next(iter(parts)), required=True, key="banding_bagian",
        persist_state="session", label_visibility="collapsed",
    )  # fmt: skip
    parts[part or next(iter(parts))](p, refs)


def _downloads(lingkup: Lingkup) -> None:
    links = (
        f'<a class="tombol" data-i="download" href="{escape(address(f"unduh/perbandingan.{kind}", lingkup))}" download>'
        f"Unduh {kind.upper()}</a>"
        for kind in ("pdf", "xlsx")
    )
    st.html(f'<div class="tombolan">{"".join(links)}</div>', width="content")


def _by_kecamatan(p: Perbandingan, _: RujukanBanding) -> None:
    left, right = st.columns([36, 64], gap="medium")
    with left:
        nama = st.selectbox("Angka pada peta", [a.nama for a in ANGKA], key="banding_angka", persist_state="session")
        angka = next(a for a in ANGKA if a.nama == nama)
        values = tuple(angka.of(p, k.kode) for k in p.kecamatan)
        said = tuple("–" if value is None else angka.said(value) for value in values)
        _chart(judul(angka, p), gambar.tile_map(p.kecamatan, values, said), "peta")
    with right:
        st.html(f'<div class="silang">{tabel.per_kecamatan(p)}</div>')


def _by_opd(p: Perbandingan, refs: RujukanBanding) -> None:
    kata = (st.text_input("Cari OPD", key="banding_cari_opd", persist_state="session", width=420) or "").casefold()
    whole = {kode: opd.nama for kode, opd in refs.opd.items()}
    names: dict[Any, str] = {
        None if kode == TANPA_OPD else kode: said
        for kode, said in opd_names(refs).items()
        if kata.strip() in f"{said} {whole.get(kode, '')}".casefold()
    }
    if not names:
        st.html('<p class="hampa" data-i="search_off">Tidak ada OPD dengan nama itu.</p>')
        return
    _crossed(p, names, "opd", p.per_opd, "OPD")


def _by_prioritas(p: Perbandingan, refs: RujukanBanding) -> None:
    names: dict[Any, str] = {nomor: prioritas.nama for nomor, prioritas in refs.prioritas.items()}
    _crossed(p, names, "prioritas", p.per_prioritas, "prioritas pembangunan")


def _crossed(
    p: Perbandingan, names: Mapping[Any, str], field: str, cells: Mapping[tuple[str, Any], Jumlah], what: str
) -> None:
    """A heat map and its table; who has got most stands first."""
    in_rupiah = st.toggle("Dalam rupiah", key="banding_rupiah", persist_state="session")
    totals = {key: sum((c for (_, own), c in cells.items() if own == key), Jumlah()) for key in names}
    rows = [(key, names[key]) for key in names if totals[key].usulan]
    rows.sort(key=lambda row: -(totals[row[0]].biaya if in_rupiah else totals[row[0]].usulan))
    if not rows:
        st.html('<p class="hampa" data-i="inbox">Belum ada usulan prioritas dalam pilihan ini.</p>')
        return
    z, said = [], []
    for key, _ in rows:
        own = [cells.get((k.kode, key), Jumlah()) for k in p.kecamatan]
        z.append([c.biaya if in_rupiah else c.usulan for c in own])
        said.append([_billions(c.biaya) if in_rupiah else str(c.usulan) for c in own])
    unit = "biaya usulan prioritas (Rp miliar)" if in_rupiah else "banyak usulan prioritas"
    most = totals[rows[0][0]]
    title = (
        f"{rows[0][1]} menerima paling banyak: {rupiah_ringkas(most.biaya) if in_rupiah else f'{most.usulan} usulan'}"
    )
    figure = gambar.heat_map([nama for _, nama in rows], [k.nama for k in p.kecamatan], z, said)
    _chart(f"{unit.capitalize()} menurut {what} dan kecamatan. {title}", figure, field)
    st.html(tabel.crossed(p, rows, field, dict(cells)))


def _billions(biaya: int) -> str:
    return f"{biaya // MILIAR},{biaya * 10 // MILIAR % 10}"


def _by_score(p: Perbandingan, refs: RujukanBanding) -> None:
    if not any(own.sebaran for own in p.ringkasan.values()):
        st.html('<p class="hampa" data-i="inbox">Belum ada usulan yang delapan kriterianya terisi.</p>')
        return
    left, right = st.columns(2, gap="medium")
    with left:
        _chart("Sebaran skor: setengah usulan ada di dalam kotak, angkanya median", gambar.spread(p), "skor")
    known = [k for k in p.kecamatan if p.of(k.kode).sebaran]
    means = [[tabel.mean_level(p, k.kode, at) for k in known] for at in range(1, len(TINGKAT_MAKS) + 1)]
    z = [[(mean or 0) * 100 // most for mean in row] for row, most in zip(means, TINGKAT_MAKS, strict=True)]
    said = [[skor(mean) for mean in row] for row in means]
    with right:
        figure = gambar.heat_map(
            [k.nama for k in known],
            [k.singkat for k in refs.kriteria],
            list(zip(*z, strict=True)),
            list(zip(*said, strict=True)),
        )
        _chart("Tingkat rata-rata tiap kriteria: makin gelap makin dekat ke tingkat tertinggi", figure, "kriteria")
    st.html(f'<div class="silang">{tabel.scores(p, refs)}</div>')
    st.html('<p class="redup">± adalah simpangan baku: makin kecil, makin seragam tingkat yang diberikan.</p>')


def _by_desa(p: Perbandingan, _: RujukanBanding) -> None:
    empty = [d for d in p.desa_terkirim if not d.prioritas.usulan]
    every = st.toggle(f"Tampilkan semua {len(p.desa)} desa/kelurahan", key="banding_desa", persist_state="session")
    st.html(f"<h2>{len(empty)} dari {len(p.desa_terkirim)} desa/kelurahan tidak mendapat usulan prioritas</h2>")
    st.html('<p class="redup">Dari usulan dalam pilihan di atas, di kecamatan yang sudah mengirim ke OPD.</p>')
    if every or empty:
        st.html(tabel.per_desa(p, p.desa if every else empty))


def _chart(title: str, figure: Any, name: str) -> None:
    st.html(f"<h2>{title}</h2>")
    st.plotly_chart(figure, config=gambar.config(f"perbandingan-{name}"), theme=None, key=f"gambar_{name}", alt=title)


BAGIAN: dict[str, Bagian] = {
    "Per kecamatan": _by_kecamatan,
    "OPD": _by_opd,
    "Prioritas": _by_prioritas,
    "Skor": _by_score,
    "Desa": _by_desa,
}
