"""Kecamatan side by side: one scope, seven ways to look at it, and behind every number its usulan."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from musrenbang.actions import perbandingan as banding
from musrenbang.formats import skor
from musrenbang.model import TANPA_OPD, Jumlah, Kecamatan, Lingkup, Orang, Perbandingan, Rincian, RujukanBanding
from musrenbang.scoring import TINGKAT_MAKS
from musrenbang.store.current import current
from pages.bappeda.banding import gambar, ketegasan, pandangan, tabel
from pages.bappeda.banding.angka import ANGKA, judul
from pages.bappeda.banding.bagan import chart
from pages.bappeda.banding.lingkup import address, choose, in_words, opd_names, year_asked
from pages.bappeda.banding.silang import Silang, Sumbu
from pages.bappeda.banding.tautan import BAGIAN, DINILAI, Bagian, Tautan
from pages.parts.empty import nothing
from pages.parts.heading import heading
from pages.parts.table import tiles

SELURUHNYA: Mapping[str, Any] = {}
Draw = Callable[[Orang, Perbandingan, RujukanBanding], None]


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
    sums = st.container()
    part = _part()
    with sums:
        st.html(tiles(*tabel.shares(p, part)))
    PARTS[part](who, p, refs)


def _part() -> Bagian:
    """It stands in the address, so that a link, and the way back from a figure, lead to it."""
    chosen = st.segmented_control(
        "Yang dibandingkan", list(Bagian), default=Bagian.KECAMATAN, required=True, key=BAGIAN, bind="query-params",
        label_visibility="collapsed",
    )  # fmt: skip
    return chosen or Bagian.KECAMATAN


def _downloads(lingkup: Lingkup) -> None:
    links = (
        f'<a class="tombol" data-i="download" href="{escape(address(f"unduh/perbandingan.{kind}", lingkup))}" download>'
        f"Unduh {kind.upper()}</a>"
        for kind in ("pdf", "xlsx")
    )
    st.html(f'<div class="tombolan">{"".join(links)}</div>', width="content")


def _by_kecamatan(_: Orang, p: Perbandingan, __: RujukanBanding) -> None:
    left, right = st.columns([36, 64], gap="medium")
    with left:
        nama = st.selectbox("Angka pada peta", [a.nama for a in ANGKA], key="banding_angka", persist_state="session")
        angka, to = next(a for a in ANGKA if a.nama == nama), Tautan(p.lingkup, Bagian.KECAMATAN)
        values = tuple(angka.of(p, k.kode) for k in p.kecamatan)
        said = tuple("–" if value is None else angka.said(value) for value in values)

        def opened(place: int) -> str:
            kode = p.kecamatan[place].kode
            return to.to(angka.rincian(p, kode), kecamatan=kode)

        chart(judul(angka, p), gambar.tile_map(p.kecamatan, values, said), "peta", opened)
    with right:
        st.html(f'<div class="silang">{tabel.per_kecamatan(p)}</div>')


def _by_opd(_: Orang, p: Perbandingan, refs: RujukanBanding) -> None:
    opd = _searched(refs)
    if opd.names:
        _crossed(p, Bagian.OPD, opd, _kecamatan(p), {(own, k): n for (k, own), n in p.per_opd.items()})


def _by_opd_and_prioritas(who: Orang, p: Perbandingan, refs: RujukanBanding) -> None:
    """One OPD alone is shown by kecamatan: what it receives from each."""
    opd, found = _searched(refs), banding.per_opd_dan_prioritas(current(), who, p.lingkup)
    shown = {own for _, own, _ in found if own in opd.names}
    if len(shown) == 1:
        (one,) = shown
        st.html(f"<h2>Yang diterima {escape(opd.names[one])} dari tiap kecamatan</h2>")
        cells = {(k, nomor): n for (k, own, nomor), n in found.items() if own == one}
        return _crossed(p, Bagian.OPD_PRIORITAS, _kecamatan(p), _prioritas(refs), cells, opd.at(one))
    if shown:
        st.html('<p class="redup">Cari atau pilih satu OPD untuk melihat yang diterimanya dari tiap kecamatan.</p>')
    if opd.names:
        _crossed(p, Bagian.OPD_PRIORITAS, opd, _prioritas(refs), _over_kecamatan(found))
    return None


def _over_kecamatan(found: Mapping[tuple[str, str | None, int], Jumlah]) -> dict[tuple[Any, Any], Jumlah]:
    sums: dict[tuple[Any, Any], Jumlah] = defaultdict(Jumlah)
    for (_, opd, nomor), n in found.items():
        sums[opd, nomor] += n
    return sums


def _searched(refs: RujukanBanding) -> Sumbu:
    """The OPD whose short or whole name has what is looked for."""
    kata = (st.text_input("Cari OPD", key="banding_cari_opd", persist_state="session", width=420) or "").casefold()
    whole = {kode: opd.nama for kode, opd in refs.opd.items()}
    names: dict[Any, str] = {
        None if kode == TANPA_OPD else kode: said
        for kode, said in opd_names(refs).items()
        if kata.strip() in f"{said} {whole.get(kode, '')}".casefold()
    }
    if not names:
        nothing("Tidak ada OPD dengan nama itu.", "search_off")
    return Sumbu("opd", "OPD", names)


def _kecamatan(p: Perbandingan) -> Sumbu:
    return Sumbu("kecamatan", "kecamatan", {k.kode: k.nama for k in p.kecamatan})


def _prioritas(refs: RujukanBanding) -> Sumbu:
    names = {nomor: prioritas.nama for nomor, prioritas in refs.prioritas.items()}
    return Sumbu("prioritas", "prioritas pembangunan", names)


def _by_prioritas(_: Orang, p: Perbandingan, refs: RujukanBanding) -> None:
    cells = {(nomor, k): n for (k, nomor), n in p.per_prioritas.items()}
    _crossed(p, Bagian.PRIORITAS, _prioritas(refs), _kecamatan(p), cells)


def _crossed(
    p: Perbandingan, bagian: Bagian, baris: Sumbu, kolom: Sumbu, cells: Mapping[tuple[Any, Any], Jumlah],
    di: Mapping[str, Any] = SELURUHNYA,
) -> None:  # fmt: skip
    in_rupiah = st.toggle("Dalam rupiah", key="banding_rupiah", persist_state="session")
    silang = Silang(Tautan(p.lingkup, bagian), baris, kolom, cells, in_rupiah, di)
    if not silang.totals:
        return nothing("Belum ada usulan prioritas dalam pilihan ini.")
    chart(silang.title(), silang.figure(), bagian.lower().replace(" ", "-"), silang.opened)
    st.html(f'<div class="silang">{silang.table()}</div>')
    return None


def _by_score(_: Orang, p: Perbandingan, refs: RujukanBanding) -> None:
    known = [k for k in p.kecamatan if p.of(k.kode).sebaran]
    if not known:
        return nothing("Belum ada usulan yang delapan kriterianya terisi.")
    left, right = st.columns(2, gap="medium")
    with left:
        _spread(p)
    with right:
        _levels(p, refs, known)
    st.html(f'<div class="silang">{tabel.scores(p, refs)}</div>')
    st.html('<p class="redup">± adalah simpangan baku: makin kecil, makin seragam tingkat yang diberikan.</p>')
    return None


def _spread(p: Perbandingan) -> None:
    known = [(k, s) for k in p.kecamatan if (s := p.of(k.kode).sebaran)]
    known.sort(key=lambda pair: pair[1].median)
    to = Tautan(p.lingkup, Bagian.SKOR)
    chart(
        "Sebaran skor: setengah usulan ada di dalam kotak, angkanya median", gambar.spread(known), "skor",
        lambda place: to.to(DINILAI, kecamatan=known[place][0].kode),
    )  # fmt: skip


def _levels(p: Perbandingan, refs: RujukanBanding, known: Sequence[Kecamatan]) -> None:
    means = [[tabel.mean_level(p, k.kode, at) for at in range(1, len(TINGKAT_MAKS) + 1)] for k in known]
    z = [[(mean or 0) * 100 // most for mean, most in zip(row, TINGKAT_MAKS, strict=True)] for row in means]
    said = [[skor(mean) for mean in row] for row in means]
    to = Tautan(p.lingkup, Bagian.SKOR)

    def opened(place: int) -> str:
        row, column = divmod(place, len(TINGKAT_MAKS))
        return to.to(Rincian(dinilai=column + 1), kecamatan=known[row].kode)

    figure = gambar.heat_map([k.nama for k in known], [k.singkat for k in refs.kriteria], z, said)
    chart("Tingkat rata-rata tiap kriteria: makin gelap makin dekat ke tingkat tertinggi", figure, "kriteria", opened)


def _by_desa(_: Orang, p: Perbandingan, __: RujukanBanding) -> None:
    empty = [d for d in p.desa_terkirim if not d.prioritas.usulan]
    every = st.toggle(f"Tampilkan semua {len(p.desa)} desa/kelurahan", key="banding_desa", persist_state="session")
    st.html(f"<h2>{len(empty)} dari {len(p.desa_terkirim)} desa/kelurahan tidak mendapat usulan prioritas</h2>")
    st.html('<p class="redup">Dari usulan dalam pilihan di atas, di kecamatan yang sudah mengirim ke OPD.</p>')
    if every or empty:
        st.html(tabel.per_desa(p, p.desa if every else empty))


PARTS: dict[Bagian, Draw] = {
    Bagian.KECAMATAN: _by_kecamatan,
    Bagian.OPD: _by_opd,
    Bagian.OPD_PRIORITAS: _by_opd_and_prioritas,
    Bagian.PRIORITAS: _by_prioritas,
    Bagian.SKOR: _by_score,
    Bagian.DESA: _by_desa,
    Bagian.KETEGASAN: ketegasan.show,
}
