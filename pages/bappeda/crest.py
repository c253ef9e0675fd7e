"""The crest, as it will stand on the letterhead of every paper: shown, uploaded, taken away."""

import base64
from datetime import datetime
from html import escape

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from musrenbang.actions import lambang
from musrenbang.formats import tanggal_jam
from musrenbang.model import Orang
from musrenbang.store.current import current
from musrenbang.store.engine import Store
from pages.parts import act

ISIAN = "lambang_baru"


def show() -> None:
    crest, row = lambang.sekarang(current()), lambang.berlaku(current())
    st.html("<h2>Lambang daerah</h2>")
    st.html(letterhead(crest))
    if row:
        st.html(f'<p class="redup">{escape(row.nama)}, diunggah {row.oleh} pada {tanggal_jam(row.waktu)}.</p>')
    st.file_uploader(
        "Lambang baru (PNG atau JPEG)", max_upload_size=2,
        key=f"{ISIAN}_{st.session_state.get('lambang_ke', 0)}", on_change=_upload,
    )  # fmt: skip
    if row:
        st.button("Lepas lambang", on_click=_take_off)


def letterhead(crest: bytes | None) -> str:
    """As every paper begins."""
    drawn = f"data:image/png;base64,{base64.b64encode(crest).decode()}" if crest else ""
    place = f'<img src="{drawn}" alt="Lambang daerah">' if crest else "<i>Belum ada lambang</i>"
    return (
        f'<div class="kop"><div>{place}</div><p>PEMERINTAH KABUPATEN LANGKAT<b>KECAMATAN BAHOROK</b>'
        "<small>Alamat kantor camat</small></p></div>"
    )


def _upload() -> None:
    turn = st.session_state.get("lambang_ke", 0)
    file: UploadedFile | None = st.session_state.get(f"{ISIAN}_{turn}")
    if file is None:
        return
    content, nama = file.getvalue(), file.name

    def work(store: Store, who: Orang, now: datetime) -> str:
        lambang.ganti(store, who, content, nama, now)
        return "Lambang daerah diganti. Semua dokumen yang dicetak mulai sekarang memakainya."

    act.attempt(work)
    st.session_state["lambang_ke"] = turn + 1  # an empty field again


def _take_off() -> None:
    def work(store: Store, who: Orang, now: datetime) -> str:
        lambang.lepas(store, who, now)
        return "Lambang daerah dilepas. Dokumen dicetak tanpa lambang."

    act.attempt(work)
