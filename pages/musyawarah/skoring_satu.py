"""One usulan on the whole screen of the hall: eight rows of levels in words, the total and its place at once."""

from collections.abc import Sequence
from html import escape
from uuid import UUID

import streamlit as st

from musrenbang import scoring
from musrenbang.formats import angka, bulat, rupiah, skor
from musrenbang.model import Kriteria, UsulanMasuk
from pages.musyawarah import taking_back
from pages.musyawarah.quick_line import next_to_score, quick_line
from pages.parts import act, projecting
from pages.parts.attached import attached
from pages.parts.frame import scored
from pages.parts.meeting import Meeting
from pages.parts.pengajuan import again


def show(m: Meeting, rows: Sequence[UsulanMasuk]) -> None:
    ids = [u.id for u in rows]
    if st.session_state.get("skor_ini") not in ids:
        st.session_state["skor_ini"] = next((u.id for u in rows if u.poin is None), ids[0])
    _one(m, ids)


@st.fragment
def _one(m: Meeting, ids: list[UUID]) -> None:
    drawn, m = m, m.reopened()  # a fragment runs without the shell, so it asks again who is there and what is stored
    if m.all_scored and not drawn.all_scored:
        st.rerun()  # the last score: the heading has the way on now
    kabar = act.news()  # stands in the line above the title, so that nothing below it moves
    with st.container(key="kabar_skor"):  # there with or without words: what follows keeps its focus
        act.show_refusal()
    by_id = {u.id: u for u in m.usulan}
    u = by_id[st.session_state["skor_ini"]]
    projecting.discuss(m, "skoring", usulan=u.id)
    place = ids.index(u.id)
    left, right = st.columns([3, 1], gap="medium")
    with left:
        _title(m, u, f"Usulan {place + 1} dari {len(ids)}", kabar)
        with st.container(key="tingkat", gap=None):
            for i, k in enumerate(m.rujukan.bobot.kriteria):
                _level_row(m, u, i, k)
    with right:
        _panel(m, u)
        if m.running:
            quick_line(m, u, ids)
        _turn_page(ids, place, u)
        _find(m, ids, u)
        if m.running:
            taking_back.button(m, _take_back)


def _title(m: Meeting, u: UsulanMasuk, place: str, kabar: str) -> None:
    opd = m.rujukan.opd[u.opd].nama if u.opd else ""
    facts = [f"<b>{rupiah(u.isi.biaya)}</b>", f"{angka(u.isi.volume)} {escape(u.isi.satuan)}"]
    facts += [f"{bulat(u.isi.penerima)} KK penerima manfaat", again(m.pengajuan.get(u.id))]
    st.html(
        f'<p class="letak"><span>{place} · {escape(u.nama_desa)} · {escape(opd)}</span>{_news(kabar)}</p>'
        f'<div class="satu"><div>'
        f"<h1>{escape(u.isi.nama)}</h1><p>{escape(u.isi.lokasi)}</p>"
        f"<p class='fakta'>{' · '.join(filter(None, facts))}</p></div>"
        f"{attached(m.attached_to([u])[u.id])}</div>"
    )


def _news(kabar: str) -> str:
    shown = f'<b class="kd s" data-i="check_circle">{escape(kabar)}</b>' if kabar else ""
    return f'<span role="status">{shown}</span>'


def _level_row(m: Meeting, u: UsulanMasuk, i: int, k: Kriteria) -> None:
    words = k.words_for(u.isi.bidang)
    level = u.tingkat[i] if u.tingkat else None
    key = f"tingkat_{u.id}_{i}"
    st.session_state[key] = level
    missing = "" if level else ' · <strong class="kurang">belum diisi</strong>'
    name, buttons = st.columns([1, 3.4], vertical_alignment="center", gap="small")
    name.html(f'<div class="kriteria"><b>{escape(k.singkat)}</b><span>bobot {k.bobot}{missing}</span></div>')
    buttons.segmented_control(
        k.nama, range(1, k.tingkat_maks + 1), key=key, format_func=lambda t: f"{t} {words[t - 1]}",
        label_visibility="collapsed", width="stretch", disabled=not m.running,
        on_change=_save, args=(m, u, i, key),
    )  # fmt: skip


def _save(m: Meeting, u: UsulanMasuk, i: int, key: str) -> None:
    """`u` is what was on the screen, so a colleague who was faster on this level is noticed."""
    typed = {i: ((u.tingkat or ())[i], st.session_state[key])}
    act.attempt(taking_back.save_one(m, u, lambda: typed, ""))  # the total beside the levels is the news


def _panel(m: Meeting, u: UsulanMasuk) -> None:
    ranked = sorted((x for x in m.usulan if x.peringkat), key=lambda x: (x.peringkat or 0, x.kode))
    weights = [k.bobot for k in m.rujukan.bobot.kriteria]
    so_far = sum(b * (t or 0) for b, t in zip(weights, u.tingkat or (), strict=False))
    label = "Skor" if u.poin is not None else "Skor sejauh ini"
    rank = f"<b>{u.peringkat}</b> dari {len(ranked)}{_tied(u)}" if u.peringkat else "<b>–</b> setelah lengkap"
    st.html(
        f'<div class="nilai" role="status" data-skor="{scored(m.fakta.kemajuan)}" data-versi="{m.versi}">'
        f"<span>{label}</span><strong>{skor(so_far)}</strong>"
        f"<span>Peringkat sementara</span><p>{rank}</p></div>{_neighbours(ranked, u)}{_missing(m, u)}"
    )


def _tied(u: UsulanMasuk) -> str:
    return f" · seri {u.seri} usulan" if u.seri and u.seri > 1 else ""


def _neighbours(ranked: Sequence[UsulanMasuk], u: UsulanMasuk) -> str:
    place = next((i for i, x in enumerate(ranked) if x.id == u.id), None)
    if place is None:
        return ""
    start = max(0, min(place - 1, len(ranked) - 3))
    rows = "".join(
        f"<tr{' class=kini' if x.id == u.id else ''}><td><b>{x.peringkat}</b></td><td>{escape(_short(x, u))}</td>"
        f'<td class="n"><b>{skor(x.poin)}</b></td></tr>'
        for x in ranked[start : start + 3]
    )
    return f'<table class="tb tetangga"><tbody>{rows}</tbody></table>'


def _short(x: UsulanMasuk, u: UsulanMasuk) -> str:
    if x.id == u.id:
        return "Usulan ini"
    return x.isi.nama if len(x.isi.nama) <= 24 else f"{x.isi.nama[:23].rstrip()}…"


def _missing(m: Meeting, u: UsulanMasuk) -> str:
    names = [m.rujukan.bobot.kriteria[i].singkat.lower() for i in scoring.missing(u.tingkat or ())]
    if not names:
        return '<p class="kd s" data-i="check_circle">Lengkap dan tersimpan</p>'
    text = f"Tinggal 1: {names[0]}" if len(names) == 1 else f"Tinggal {len(names)} kriteria"
    return f'<p class="kd w" data-i="pending">{escape(text)}</p>'


def _turn_page(ids: Sequence[UUID], place: int, u: UsulanMasuk) -> None:
    last = len(ids) - 1
    with st.container(key="berganti", horizontal=True, gap="small"):
        st.button(
            "Kembali", key="satu_kembali", width="stretch", disabled=place == 0, help="Shift+F4",
            on_click=_go, args=(ids[max(place - 1, 0)],),
        )  # fmt: skip
        st.button(
            "Berikutnya", key="satu_maju", type="primary" if u.poin is not None else "secondary", width="stretch",
            disabled=place == last, help="F4", on_click=_go, args=(ids[min(place + 1, last)],),
        )  # fmt: skip


def _find(m: Meeting, ids: Sequence[UUID], u: UsulanMasuk) -> None:
    """To the next incomplete one, or to any one by its name."""
    names = {x.id: f"{x.isi.nama} ({x.nama_desa})" for x in m.usulan}
    rows = [x for x in m.usulan if x.id in ids]
    key = f"cari_{u.id}"  # a new field for each usulan: what was looked for before is done
    st.selectbox(
        "Cari usulan", ids, index=None, key=key, format_func=lambda id_: names[id_], placeholder="Cari usulan",
        label_visibility="collapsed", on_change=lambda: _go(st.session_state[key]),
    )  # fmt: skip
    if any(x.poin is None for x in rows if x.id != u.id):
        st.button(
            "Ke yang belum lengkap", key="satu_kurang", icon=":material/pending:", width="stretch", help="F8",
            on_click=_go, args=(next_to_score(rows, u.id),),
        )  # fmt: skip


def _take_back(m: Meeting) -> None:
    """Shows again what was changed."""
    for usulan in taking_back.take_back(m):
        _go(usulan)


def _go(usulan: UUID | None) -> None:
    if usulan:
        st.session_state["skor_ini"] = usulan
