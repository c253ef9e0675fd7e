"""The list of accounts: search and filters, rows to tick, and what is done with those that are ticked."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape

import streamlit as st

from musrenbang.actions import pengguna
from musrenbang.actions.pengguna import Report
from musrenbang.formats import BULAN, wib
from musrenbang.model import Akun, KeadaanAkun, Orang, SandiBaru
from musrenbang.store.engine import Store
from pages.bappeda.akun.baru import hand_out
from pages.bappeda.akun.peran import PERAN
from pages.parts import act, chips
from pages.parts.paging import one_page, turn_pages
from pages.parts.saying import saying

DAFTAR, SEHALAMAN = "akun", 25
DIPILIH = "akun_dipilih"
SEMUA = "semua"
CARI = "Cari nama atau tempat"
LEBAR = "--kolom:minmax(0,5fr) minmax(0,2fr) minmax(0,4fr) 210px"
KEADAAN = {
    KeadaanAkun.AKTIF: ("s", "check_circle", "Aktif"),
    KeadaanAkun.BELUM: ("w", "pending", "Belum ganti sandi"),
    KeadaanAkun.KEDALUWARSA: ("e", "timer_off", "Sandi kedaluwarsa"),
    KeadaanAkun.NONAKTIF: ("t", "block", "Nonaktif"),
}
DISEBUT = 8  # names in a question


def show(who: Orang, all_: Sequence[Akun], now: datetime) -> None:
    fitting = _narrowed(all_, now)
    chosen = [a for a in all_ if a.orang.nama_pengguna in _ticked()]
    if not fitting:
        st.html('<p class="hampa" data-i="filter_alt_off">Tidak ada akun yang cocok dengan saringan ini.</p>')
        with st.container(horizontal=True, horizontal_alignment="center"):
            st.button("Hapus saringan", icon=":material/filter_alt_off:", on_click=_clear)
    else:
        _rows(who, fitting, now)
        turn_pages(DAFTAR, len(fitting), SEHALAMAN)
    _bar(who, fitting, chosen)


def _narrowed(all_: Sequence[Akun], now: datetime) -> list[Akun]:
    kecamatan = list(dict.fromkeys(a.kecamatan for a in all_ if a.kecamatan))
    with st.container(key="saring", horizontal=True, vertical_alignment="bottom"):
        kata = st.text_input(CARI, key="akun_kata", placeholder=CARI, label_visibility="collapsed")
        peran = _choice(
            "Peran", "akun_saring_peran", {SEMUA: "Semua peran", **{p.value: words for p, words in PERAN.items()}}
        )
        di = _choice("Kecamatan", "akun_saring_kecamatan", {SEMUA: "Semua kecamatan", **{k: k for k in kecamatan}})
        names = {keadaan.value: words for keadaan, (_, _, words) in KEADAAN.items()}
        keadaan = _choice("Keadaan", "akun_saring_keadaan", {SEMUA: "Semua keadaan", **names})
    return [
        a
        for a in all_
        if peran in (SEMUA, a.orang.peran)
        and di in (SEMUA, a.kecamatan)
        and keadaan in (SEMUA, a.keadaan(now))
        and _mentions(a, kata or "")
    ]


def _choice(label: str, key: str, options: Mapping[str, str]) -> str:
    return st.selectbox(
        label, list(options), format_func=lambda o: options.get(o, o), key=key, label_visibility="collapsed"
    )


def _mentions(a: Akun, kata: str) -> bool:
    """Every word of `kata` stands somewhere in what the row shows."""
    said = f"{a.orang.nama_pengguna} {a.orang.nama} {a.tempat} {a.kecamatan}".lower()
    return all(part in said for part in kata.lower().split())


def _clear() -> None:
    st.session_state["akun_kata"] = ""
    for which in ("peran", "kecamatan", "keadaan"):
        st.session_state[f"akun_saring_{which}"] = SEMUA


def _rows(who: Orang, fitting: Sequence[Akun], now: datetime) -> None:
    heads = "".join(f"<div>{head}</div>" for head in ("Akun", "Peran", "Tempat", "Keadaan"))
    with st.container(key="daftar", gap=None):
        st.html(f'<div class="baris kepala" style="{LEBAR}">{heads}</div>')
        for a in one_page(DAFTAR, fitting, SEHALAMAN):
            _row(a, now, own=a.orang == who)


def _row(a: Akun, now: datetime, *, own: bool) -> None:
    name = a.orang.nama_pengguna
    key = f"akun_pilih_{name}"
    st.session_state[key] = name in _ticked()
    cells = (
        f"<b>{escape(name)}</b><small>{escape(a.orang.nama)}</small>",
        PERAN[a.orang.peran],
        f"{escape(a.tempat) or '–'}<small>{escape(a.kecamatan)}</small>",
        chips.chip(*KEADAAN[a.keadaan(now)]) + f"<small>{'Akun Anda' if own else _until(a, now)}</small>",
    )
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.checkbox(
            f"Pilih akun {name}",
            key=key,
            label_visibility="collapsed",
            disabled=own,
            on_change=_toggle,
            args=(name, key),
        )
        st.html(f'<div class="baris" style="{LEBAR}">{"".join(f"<div>{cell}</div>" for cell in cells)}</div>')


def _until(a: Akun, now: datetime) -> str:
    if a.keadaan(now) is not KeadaanAkun.BELUM or a.sandi_berakhir is None:
        return ""
    day = wib(a.sandi_berakhir)
    return f"berlaku sampai {day.day} {BULAN[day.month - 1][:3]}"


def _ticked() -> set[str]:
    found: set[str] = st.session_state.setdefault(DIPILIH, set())
    return found


def _toggle(name: str, key: str) -> None:
    (_ticked().add if st.session_state[key] else _ticked().discard)(name)


def _bar(who: Orang, fitting: Sequence[Akun], chosen: Sequence[Akun]) -> None:
    others = [a.orang.nama_pengguna for a in fitting if a.orang != who]
    with st.container(key="tindakan"), st.container(horizontal=True, vertical_alignment="center"):
        st.html(f"<p><b>{len(chosen)}</b> akun dipilih</p>", width="content")
        label = f"Pilih semua yang cocok ({len(others)})"
        st.button(label, key="pilih_semua", disabled=not others, on_click=_ticked().update, args=(others,))
        if chosen:
            _decisions(chosen)


def _decisions(chosen: Sequence[Akun]) -> None:
    on, off = [a for a in chosen if a.aktif], [a for a in chosen if not a.aktif]
    st.button("Batalkan", key="batalkan_pilihan", on_click=_ticked().clear)
    if st.button("Atur ulang kata sandi", icon=":material/lock_reset:"):
        _ask_reset(chosen)
    if on and st.button("Nonaktifkan", icon=":material/block:"):
        _ask_disable(on)
    if off:
        told = f"{len(off)} akun diaktifkan kembali dengan kata sandinya yang lama."
        let_in = saying(told, lambda store, who, now: pengguna.aktifkan(store, who, _seen(off), now))
        st.button("Aktifkan", icon=":material/check_circle:", on_click=_do, args=(let_in,))


@st.dialog("Atur ulang kata sandi", width="medium")
def _ask_reset(chosen: Sequence[Akun]) -> None:
    _name(chosen)
    st.write(
        "Kata sandi yang lama tidak berlaku lagi, yang sedang masuk dikeluarkan, dan akun yang nonaktif menjadi aktif. "
        f"Kata sandi sekali pakai yang baru dicetak di satu PDF.{_unlinked(chosen)}"
    )

    def reset(store: Store, who: Orang, now: datetime, report: Report) -> list[SandiBaru]:
        return pengguna.atur_ulang(store, who, _seen(chosen), now, report)

    if st.button(f"Atur ulang {len(chosen)} akun", key="dialog_atur_ulang", icon=":material/lock_reset:"):
        hand_out("Kata sandi {n} akun diatur ulang.", reset)
        _ticked().clear()
        st.rerun()


@st.dialog("Nonaktifkan akun", width="medium")
def _ask_disable(chosen: Sequence[Akun]) -> None:
    _name(chosen)
    st.write(
        "Akun ini tidak dapat masuk lagi dan yang sedang masuk dikeluarkan, sampai diaktifkan kembali."
        f"{_unlinked(chosen)}"
    )
    if st.button(f"Nonaktifkan {len(chosen)} akun", key="dialog_nonaktifkan", icon=":material/block:"):
        told = f"{len(chosen)} akun dinonaktifkan."
        _do(saying(told, lambda store, who, now: pengguna.nonaktifkan(store, who, _seen(chosen), now)))
        st.rerun()


def _unlinked(chosen: Sequence[Akun]) -> str:
    if not any(a.terhubung for a in chosen):
        return ""
    return " Hubungannya dengan akun SSO dilepas; pemiliknya dapat menghubungkan lagi."


def _do(work: act.Work) -> None:
    if act.attempt(work):
        _ticked().clear()


def _name(chosen: Sequence[Akun]) -> None:
    more = f"<li>dan {len(chosen) - DISEBUT} akun lain</li>" if len(chosen) > DISEBUT else ""
    items = "".join(
        f"<li>{escape(a.orang.nama_pengguna)} <small>{escape(a.tempat or a.orang.nama)}</small></li>"
        for a in chosen[:DISEBUT]
    )
    st.html(f'<ul class="tentang">{items}{more}</ul>')


def _seen(chosen: Sequence[Akun]) -> dict[str, int]:
    return {a.orang.nama_pengguna: a.versi for a in chosen}
