"""How strict each meeting was: an estimate with its interval, what stands out in words, and beside the official order
of all skor what they would be without it."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from musrenbang.actions import perbandingan as banding
from musrenbang.formats import bulat, rata, skor
from musrenbang.ketegasan import MIN_RAPAT, MIN_USULAN, SELISIH_BERARTI, enough
from musrenbang.model import (
    Disesuaikan,
    HasilKetegasan,
    JenisTanda,
    Kecamatan,
    Ketegasan,
    Orang,
    Perbandingan,
    RujukanBanding,
    Tanda,
    UsulanDinilai,
)
from musrenbang.store.current import current
from musrenbang.words_ketegasan import (
    BATAS,
    BELUM_CUKUP,
    BOBOT_BERBEDA,
    CARA,
    SELALU_SEMUA,
    TANPA_TANDA,
    explain,
    selisih,
)
from pages.bappeda.banding import gambar
from pages.bappeda.banding.bagan import chart
from pages.bappeda.banding.tautan import DINILAI, Bagian, Tautan, history
from pages.parts.chips import chip, warning
from pages.parts.empty import nothing
from pages.parts.table import table

IKON = {
    JenisTanda.LONGGAR: "trending_up",
    JenisTanda.KETAT: "trending_down",
    JenisTanda.SERAGAM: "drag_handle",
    JenisTanda.DATAR: "horizontal_rule",
    JenisTanda.PUNCAK: "vertical_align_top",
}
PER_RAPAT = ("Kecamatan", "Dinilai", "Rata-rata", "Selisih", "Selang 95%", "Artinya")
PERINGKAT = (
    "Urutan<br>skor resmi", "Usulan", "Kecamatan", "Skor resmi", "Skor disesuaikan", "Urutan bila disesuaikan",
    "Selang 95%",
)  # fmt: skip
SEHALAMAN = 50


def show(who: Orang, p: Perbandingan, refs: RujukanBanding) -> None:
    found = banding.ketegasan(current(), who, p.lingkup)
    if not found.usulan:
        return nothing("Belum ada usulan yang delapan kriterianya terisi tahun ini.")
    st.html(f'<p class="kd w" data-i="warning">{escape(BATAS)}</p>')
    if found.bobot_berbeda:
        st.html(f"<p>{warning(BOBOT_BERBEDA)}</p>")
    _meetings(found, p)
    _signs(found, p, refs)
    _ranking(found, refs)
    _method()
    return None


def _meetings(found: HasilKetegasan, p: Perbandingan) -> None:
    if found.penyesuaian is None:
        words = BELUM_CUKUP.format(rapat=MIN_RAPAT, usulan=MIN_USULAN, cukup=enough(found.usulan))
        return nothing(words, "hourglass_empty")
    known = found.penyesuaian.rapat
    shown = sorted(((k, known[k.kode]) for k in p.kecamatan if k.kode in known), key=lambda pair: pair[1].selisih)
    if not shown:
        return nothing("Kecamatan dalam pilihan ini belum menilai usulan.")
    return _estimates(p, shown, SELALU_SEMUA.format(usulan=bulat(len(found.usulan)), kecamatan=len(known)))


def _estimates(p: Perbandingan, rapat: Sequence[tuple[Kecamatan, Ketegasan]], below: str) -> None:
    """Chart and table in one order, the strictest first."""
    left, right = st.columns([40, 60], gap="medium")
    named, to = [(k.nama, own) for k, own in rapat], _links(p)
    with left:
        chart(
            judul(named), gambar.leanings(named), "ketegasan",
            lambda place: to.to(DINILAI, kecamatan=rapat[place][0].kode),
        )  # fmt: skip
    with right:
        rows = (_meeting(to, k, own) for k, own in rapat)
        st.html(f'<div class="silang">{table(PER_RAPAT, rows, numbers=range(1, 5))}</div>')
        st.html(f'<p class="redup">{escape(below)}</p>')


def judul(rapat: Sequence[tuple[str, Ketegasan]]) -> str:
    """What the chart of these meetings shows, from the strictest to the most generous."""
    sure = [pair for pair in rapat if pair[1].nyata]
    if not sure:
        return "Ketegasan rapat: tidak ada selisih yang lebih besar daripada kebetulan"
    (low, strict), (high, generous) = sure[0], sure[-1]
    told = [f"paling ketat {low} ({selisih(strict.selisih)})"] if strict.selisih < 0 else []
    told += [f"paling longgar {high} ({selisih(generous.selisih)})"] if generous.selisih > 0 else []
    return f"Ketegasan rapat: {', '.join(told)}"


def _links(p: Perbandingan) -> Tautan:
    """To all that a meeting has scored, as the estimate is made of them whatever is chosen."""
    return Tautan(p.lingkup, Bagian.KETEGASAN, setahun=True)


def _meeting(to: Tautan, k: Kecamatan, rapat: Ketegasan) -> tuple[str, ...]:
    lower, upper = rapat.selang
    figures = (bulat(rapat.dinilai), skor(rata(rapat.jumlah, rapat.dinilai)), f"<b>{selisih(rapat.selisih)}</b>")
    return (
        f"<b>{escape(k.nama)}</b>",
        *(to.said(figure, DINILAI, kecamatan=k.kode) for figure in figures),
        f"{selisih(lower)} s.d. {selisih(upper)}",
        _meaning(rapat),
    )


def _meaning(rapat: Ketegasan) -> str:
    if not rapat.nyata:
        return chip("b", "radio_button_unchecked", "Tidak nyata")
    jenis = JenisTanda.LONGGAR if rapat.selisih > 0 else JenisTanda.KETAT
    return chip("p", IKON[jenis], jenis.capitalize())


def _signs(found: HasilKetegasan, p: Perbandingan, refs: RujukanBanding) -> None:
    told = [(k, tanda) for k in p.kecamatan for tanda in found.tanda.get(k.kode, ())]
    st.html(f"<h2>{len(told) or 'Tidak ada'} tanda yang patut ditanyakan</h2>")
    if not told:
        st.html(f'<p class="redup">{TANPA_TANDA}</p>')
        return
    rows = (_sign(_links(p), k, tanda, refs) for k, tanda in told)
    st.html(f'<div class="silang">{table(("Kecamatan", "Tanda", "Penjelasan"), rows)}</div>')


def _sign(to: Tautan, k: Kecamatan, tanda: Tanda, refs: RujukanBanding) -> tuple[str, ...]:
    return (
        f"<b>{to.said(escape(k.nama), DINILAI, kecamatan=k.kode)}</b>",
        chip("w", IKON[tanda.jenis], tanda.jenis.capitalize()),
        escape(explain(tanda, refs.kriteria)),
    )


def _ranking(found: HasilKetegasan, refs: RujukanBanding) -> None:
    """In the order of the official skor, whatever the estimate says."""
    shown = [u for u in found.usulan if u.terpilih]
    adjusted = found.penyesuaian
    if adjusted is None or not shown:
        return
    st.html(
        f"<h2>{bulat(len(shown))} usulan menurut skor resmi, di sampingnya skor bila ketegasan disamakan</h2>"
        f'<p class="redup">Peringkat yang berlaku adalah peringkat di dalam rapat masing-masing. Urutan di sini adalah '
        f"urutan skor di antara {bulat(len(found.usulan))} usulan semua kecamatan, dengan pemecah seri yang sama.</p>"
    )
    pages = max(1, -(-len(shown) // SEHALAMAN))
    page = min(st.session_state.get("ketegasan_halaman", 1), pages)
    rows = shown[(page - 1) * SEHALAMAN : page * SEHALAMAN]
    body = (_usulan(u, adjusted.usulan[u.id], refs.kecamatan[u.kecamatan]) for u in rows)
    st.html(f'<div class="silang">{table(PERINGKAT, body, numbers=(0, 3, 4, 5, 6))}</div>')
    if pages > 1:
        st.pagination(pages, key="ketegasan_halaman")


def _usulan(u: UsulanDinilai, own: Disesuaikan, kecamatan: str) -> tuple[str, ...]:
    return (
        f"<b>{bulat(u.urutan)}</b>",
        f"<div>{history(u.kode, u.nama)}</div><small>{escape(u.desa)}</small>",
        f"{escape(kecamatan)}<small>peringkat {u.peringkat}</small>",
        f"<b>{skor(u.poin)}</b>",
        skor(round(own.poin)),
        bulat(own.peringkat),
        f"{bulat(own.terbaik)} s.d. {bulat(own.terburuk)}",
    )


def _method() -> None:
    facts = {"usulan": MIN_USULAN, "selisih": skor(SELISIH_BERARTI)}
    points = "".join(f"<li>{escape(text.format(**facts))}</li>" for text in CARA)
    st.html(f'<h2>Cara menghitung dan batasnya</h2><ul class="tentang">{points}</ul>')
