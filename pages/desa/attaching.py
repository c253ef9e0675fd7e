"""Photos and the document of one usulan: what is attached, taking off, and attaching more (L01)."""

from html import escape

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from musrenbang.actions import lampiran as actions
from musrenbang.guards import LAMPIRAN
from musrenbang.model import Berkas, JenisBerkas, Usulan
from pages.desa.own import Own
from pages.parts import act
from pages.parts.saying import in_turn, saying

BATAS_MB = {JenisBerkas.FOTO_USULAN: 10, JenisBerkas.DOKUMEN_USULAN: 20}
ASK = {
    JenisBerkas.FOTO_USULAN: "Tambah foto (JPEG, PNG, atau WEBP)",
    JenisBerkas.DOKUMEN_USULAN: "Tambah dokumen pendukung (PDF)",
}


def attachments(o: Own, u: Usulan) -> None:
    attached = o.lampiran[u.id]
    left, right = st.columns(2, gap="medium")
    for place, jenis in ((left, JenisBerkas.FOTO_USULAN), (right, JenisBerkas.DOKUMEN_USULAN)):
        with place:
            _of_kind(o, u, jenis, [b for b in attached if b.jenis is jenis])


def links(attached: list[Berkas]) -> str:
    """The attachments of one usulan as links, for a line in the list."""
    photos = [b for b in attached if b.jenis is JenisBerkas.FOTO_USULAN]
    named = [(f"Foto {at}", b) for at, b in enumerate(photos, 1)]
    named += [("Dokumen", b) for b in attached if b not in photos]
    return " · ".join(f'<a href="/berkas/{b.id}?inline=1" target="_blank">{word}</a>' for word, b in named)


def _of_kind(o: Own, u: Usulan, jenis: JenisBerkas, attached: list[Berkas]) -> None:
    isian, maks = LAMPIRAN[jenis]
    st.html(f"<h2>{isian} <small>{len(attached)} dari {maks}</small></h2>")
    if attached:
        with st.container(key=f"lampiran_{jenis.name}", horizontal=True):
            for at, b in enumerate(attached, 1):
                _one(o, b, f"{isian} {at}" if maks > 1 else isian)
    if len(attached) < maks:
        _ask(o, u, jenis)


def _one(o: Own, b: Berkas, word: str) -> None:
    with st.container(key=f"lampiran_{b.id}", width="content", gap="small"):
        st.html(_look(b, word))
        st.button(
            f"Lepas {word[0].lower()}{word[1:]}",
            key=f"lepas_{b.id}",
            icon=":material/close:",
            on_click=_take_off,
            args=(o, b),
        )


def _look(b: Berkas, word: str) -> str:
    address, told = f"/berkas/{b.id}?inline=1", escape(f"{word}: {b.nama}")
    if b.jenis is JenisBerkas.FOTO_USULAN:
        return f'<a class="foto" href="{address}" target="_blank"><img src="/berkas/{b.id}?kecil=1" alt="{told}"></a>'
    return f'<a href="{address}" target="_blank">{escape(b.nama)}</a> <span class="redup">{b.halaman} halaman</span>'


def _ask(o: Own, u: Usulan, jenis: JenisBerkas) -> None:
    """A fresh box after each upload, so that nothing is sent twice."""
    key = f"unggah_{jenis.name}_{u.id}_{st.session_state.get('unggahan', 0)}"
    st.file_uploader(
        ASK[jenis], accept_multiple_files=jenis is JenisBerkas.FOTO_USULAN, key=key, max_upload_size=BATAS_MB[jenis],
        on_change=_attach, args=(o, u, jenis, key),
    )  # fmt: skip


def _attach(o: Own, u: Usulan, jenis: JenisBerkas, key: str) -> None:
    """Several photos one after the other: what came before one that is refused is attached."""
    given = st.session_state[key]
    chosen: list[UploadedFile] = given if isinstance(given, list) else [given] if given else []
    st.session_state["unggahan"] = st.session_state.get("unggahan", 0) + 1
    if chosen:
        told = f"{len(chosen)} berkas dilampirkan pada usulan nomor {u.urutan}."
        act.attempt(in_turn(told, [_one_more(o, u, jenis, file) for file in chosen]))


def _one_more(o: Own, u: Usulan, jenis: JenisBerkas, file: UploadedFile) -> act.Work:
    return saying(
        "",
        lambda store, who, now: actions.lampirkan(store, who, o.rapat, u.id, jenis, file.name, file.getvalue(), now),
    )


def _take_off(o: Own, b: Berkas) -> None:
    act.attempt(saying(f"“{b.nama}” dilepas.", lambda store, who, now: actions.lepas(store, who, o.rapat, b.id, now)))
