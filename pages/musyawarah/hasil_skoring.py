"""L25: the ranking with the parts of each score, and how the usulan prioritas are distributed."""

from collections import Counter
from collections.abc import Callable, Sequence
from html import escape
from urllib.parse import urlencode

import streamlit as st

from musrenbang import guards, scoring
from musrenbang.formats import skor
from musrenbang.model import Kriteria, UsulanMasuk
from musrenbang.pagu import Jangkauan, reach
from musrenbang.words import PEMECAH_SERI
from pages.musyawarah import charts, garis_pagu, seri
from pages.parts import projecting
from pages.parts.empty import empty
from pages.parts.heading import heading
from pages.parts.meeting import Meeting
from pages.parts.onward import closed_chip, link_to
from pages.parts.taking import Taken, taking

PAPERS = (
    Taken("Hasil skoring", "hasil-skoring", sheet=True, arsip=True),
    Taken("Usulan cadangan", "usulan-cadangan", sheet=True),
)
BELUM_ADA = "Peringkat tampil setelah ada usulan yang delapan kriterianya terisi."
SEHALAMAN = 8
SEBARAN_MAKS = 8
SEBARAN = ("OPD", "Desa", "Prioritas")


def show(m: Meeting) -> None:
    with heading("Hasil Skoring"), st.container(horizontal=True, vertical_alignment="center"):
        closed_chip(m)
        if m.rapat.dihitung:
            taking(m, PAPERS)
        if m.running and m.rapat.dihitung:
            link_to("kirim" if m.fakta.kemajuan.skor_lengkap else "skoring")
    ranked = sorted((u for u in m.usulan if u.peringkat), key=lambda u: (u.peringkat or 0, u.kode))
    if not ranked:
        empty([] if m.rapat.dihitung else guards.count_scores(m.fakta), BELUM_ADA)
        return
    first = _first(ranked)
    page = ranked[first : first + SEHALAMAN]
    jangkauan = reach(ranked, m.pagu) if m.pagu else None
    above = garis_pagu.rows_above(jangkauan, first, len(page)) if jangkauan else 0
    projecting.discuss(m, "hasil-skoring", halaman=st.session_state.get("hasil_halaman", 1))
    left, middle, right = st.columns([30, 38, 22], gap="medium")
    with left:
        _table(page, ranked, m.fakta.kemajuan.utama, above, garis_pagu.line(jangkauan) if jangkauan and above else "")
    with middle:
        _chart(page, m.rujukan.bobot.kriteria, ranked[0].poin or 0, above)
    with right:
        _distribution(m, ranked)
    _below(m, page, ranked, jangkauan)


def _first(ranked: Sequence[UsulanMasuk]) -> int:
    """Of the page that is shown, from 0."""
    pages = -(-len(ranked) // SEHALAMAN)
    halaman: int = st.session_state.get("hasil_halaman", 1)
    return (min(halaman, pages) - 1) * SEHALAMAN


def _table(page: Sequence[UsulanMasuk], ranked: Sequence[UsulanMasuk], utama: int, above: int, line: str) -> None:
    """`line` stands below the first `above` rows."""
    missing = f" · {utama - len(ranked)} belum lengkap" if utama > len(ranked) else ""
    rows = [
        f'<tr><td><b class="urut">{u.peringkat}</b>{_tied(u)}</td>'
        f"<td><div>{escape(u.isi.nama)}</div><small>{escape(u.nama_desa)}</small></td></tr>"
        for u in page
    ]
    rows.insert(above, line)
    st.html(
        f'<div class="hasil"><header><b>Peringkat {len(ranked)} usulan</b>'
        f"<span>{_ties(ranked)}{missing}</span></header>"
        f'<table class="tb"><thead class="sr"><tr><th>Peringkat</th><th>Usulan dan desa</th></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _tied(u: UsulanMasuk) -> str:
    return f"<small>seri {u.seri} usulan</small>" if u.seri and u.seri > 1 else ""


def _ties(ranked: Sequence[UsulanMasuk]) -> str:
    n = len({u.peringkat for u in ranked if u.seri and u.seri > 1})
    return f"{n} peringkat seri" if n else "tanpa seri"


def _chart(page: Sequence[UsulanMasuk], kriteria: Sequence[Kriteria], top: int, above: int) -> None:
    st.plotly_chart(charts.ranking(page, kriteria, top, above), config=charts.CONFIG, theme=None, key="peringkat")


def _distribution(m: Meeting, ranked: Sequence[UsulanMasuk]) -> None:
    by = st.segmented_control(
        "Sebaran usulan menurut", SEBARAN, default=SEBARAN[0], required=True, key="sebaran", persist_state="session"
    )
    refs = m.rujukan
    name: dict[str, Callable[[UsulanMasuk], str]] = {
        "OPD": lambda u: refs.opd[u.opd].singkatan if u.opd else "Belum dipilih",
        "Desa": lambda u: u.nama_desa,
        "Prioritas": lambda u: refs.prioritas[u.prioritas].nama if u.prioritas else "Belum dipilih",
    }
    figure = charts.distribution(largest(count_by(ranked, name[by or "OPD"]), SEBARAN_MAKS))
    st.plotly_chart(figure, config=charts.CONFIG, theme=None, key="sebaran_gambar")


def count_by(rows: Sequence[UsulanMasuk], name: Callable[[UsulanMasuk], str]) -> list[tuple[str, int, int]]:
    """(name, number of usulan, rupiah), most usulan first."""
    numbers: Counter[str] = Counter()
    rupiah: Counter[str] = Counter()
    for u in rows:
        numbers[name(u)] += 1
        rupiah[name(u)] += u.isi.biaya
    return sorted(((n, numbers[n], rupiah[n]) for n in numbers), key=lambda row: (-row[1], -row[2], row[0]))


def largest(counted: Sequence[tuple[str, int, int]], maks: int) -> list[tuple[str, int, int]]:
    """At most `maks` rows: the smallest are put together at the end, so that sums stay the same."""
    if len(counted) <= maks:
        return list(counted)
    rest = counted[maks - 1 :]
    together = (f"{len(rest)} lainnya", sum(n for _, n, _ in rest), sum(biaya for _, _, biaya in rest))
    return [*counted[: maks - 1], together]


def _below(m: Meeting, page: Sequence[UsulanMasuk], ranked: Sequence[UsulanMasuk], j: Jangkauan | None) -> None:
    if j:
        st.html(garis_pagu.sums(j))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.pagination(-(-len(ranked) // SEHALAMAN), key="hasil_halaman", persist_state="session")
        st.space("stretch")
        if m.running:
            st.button("Urutkan usulan seri", icon=":material/swap_vert:", on_click=seri.ask, key="buka_seri")
    if st.session_state.pop("tanya_seri", False):
        seri.dialog(m)
    with st.expander("Semua bagian skor pada halaman ini", expanded=True):
        _parts(page, m.rujukan.bobot.kriteria)
    st.html(f'<p class="redup">{escape(PEMECAH_SERI)}</p>')


def _parts(page: Sequence[UsulanMasuk], kriteria: Sequence[Kriteria]) -> None:
    heads = "".join(f'<th class="n">{escape(k.singkat)}<small>bobot {k.bobot}</small></th>' for k in kriteria)
    rows = "".join(
        f"<tr><td>{u.peringkat}</td><td>{_with_history(u)}</td>{_cells(u, kriteria)}"
        f'<td class="n"><b>{skor(u.poin)}</b></td></tr>'
        for u in page
    )
    st.html(
        '<table class="tb bagian"><thead><tr><th>Peringkat</th><th>Usulan</th>'
        f'{heads}<th class="n">Skor</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _with_history(u: UsulanMasuk) -> str:
    address = escape(f"/riwayat?{urlencode({'usulan': u.kode})}")
    return f'<a href="{address}" target="_self" title="Riwayat usulan ini">{escape(u.isi.nama)}</a>'


def _cells(u: UsulanMasuk, kriteria: Sequence[Kriteria]) -> str:
    levels = zip(kriteria, u.tingkat or (None,) * scoring.BANYAK_KRITERIA, strict=True)
    return "".join(f'<td class="n">{skor(k.bobot * (t or 0))}<small>tingkat {t or "–"}</small></td>' for k, t in levels)
