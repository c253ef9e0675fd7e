"""An uploaded spreadsheet, read once for each upload: the child process that opens it takes a moment."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from musrenbang.errors import Issue, Refused
from musrenbang.intake import lembar

T = TypeVar("T")
KEPT = "impor_lembar"


def read_upload(uploaded: UploadedFile) -> lembar.Lembar | Issue:
    """The sheet, or why there is none."""
    return _once(uploaded, lembar.read)


def read_book(uploaded: UploadedFile) -> dict[str, lembar.Lembar] | Issue:
    """The sheets by name, or why there is none."""
    return _once(uploaded, lembar.read_book)


def _once(uploaded: UploadedFile, read: Callable[[Path], T]) -> T | Issue:
    kept = st.session_state.get(KEPT)
    if kept is None or kept[0] != uploaded.file_id:
        kept = (uploaded.file_id, _read(uploaded, read))
        st.session_state[KEPT] = kept
    found: T | Issue = kept[1]
    return found


def _read(uploaded: UploadedFile, read: Callable[[Path], T]) -> T | Issue:
    bar = st.progress(20, "Memeriksa keamanan berkas…")
    try:
        with tempfile.TemporaryDirectory(prefix="musrenbang-") as folder:
            path = Path(folder) / "lembar"
            path.write_bytes(uploaded.getbuffer())
            bar.progress(50, "Membaca baris…")
            return read(path)
    except Refused as refused:
        return refused.issues[0]
    finally:
        bar.empty()
