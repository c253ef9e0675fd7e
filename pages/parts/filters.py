"""Search and filters of a list of usulan; one choice that survives moving between screens."""

from collections.abc import Iterable, Sequence

import streamlit as st

from musrenbang.formats import rupiah
from musrenbang.model import Asal, Bidang, UsulanMasuk
from pages.parts.meeting import Meeting

SEMUA = "semua"
CARI = "Cari usulan atau lokasi"
BIDANG = {SEMUA: "Semua bidang", **{b.value: b.value for b in Bidang}}


def filter_usulan(m: Meeting, rows: Iterable[UsulanMasuk]) -> list[UsulanMasuk]:
    """Draws search, asal, desa/kelurahan and bidang, and returns the usulan that fit all of them."""
    with st.container(key="saring", horizontal=True, vertical_alignment="bottom"):
        kata = st.text_input(
            CARI, key="saring_kata", placeholder=CARI, label_visibility="collapsed", persist_state="session"
        )
        asal = _choice("Asal", "saring_asal", {SEMUA: "Semua asal", **{a.value: a.value for a in Asal}})
        desa = _choice("Desa/kelurahan", "saring_desa", _desa(m))
        bidang = _choice("Bidang", "saring_bidang", BIDANG)
    return [
        u
        for u in rows
        if asal in (SEMUA, u.asal.value)
        and desa in (SEMUA, u.desa or "Kecamatan")
        and bidang in (SEMUA, u.isi.bidang.value)
        and mentions(u, kata or "")
    ]


def clear() -> None:
    """All usulan again, for a button's callback."""
    st.session_state["saring_kata"] = ""
    for key in ("saring_asal", "saring_desa", "saring_bidang"):
        st.session_state[key] = SEMUA


def total(rows: Sequence[UsulanMasuk]) -> str:
    """Count and rupiah of a list, as HTML."""
    return f"<span><b>{len(rows)}</b> usulan</span><span><b>{rupiah(sum(u.isi.biaya for u in rows))}</b></span>"


def _choice(label: str, key: str, options: dict[str, str]) -> str:
    return st.selectbox(
        label, list(options), format_func=lambda o: options.get(o, o), key=key, persist_state="session",
        label_visibility="collapsed",
    )  # fmt: skip


def _desa(m: Meeting) -> dict[str, str]:
    named = {d.kode: f"{d.jenis} {d.nama}" for d in m.rujukan.desa}
    return {SEMUA: "Semua desa/kelurahan", **named, "Kecamatan": "Usulan kecamatan"}


def mentions(u: UsulanMasuk, kata: str) -> bool:
    """Every word of `kata` stands somewhere in the usulan."""
    if not kata.strip():
        return True
    said = f"{u.kode} {u.isi.nama} {u.isi.lokasi} {u.isi.permasalahan}".lower()
    return all(part in said for part in kata.lower().split())
