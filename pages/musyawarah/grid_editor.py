"""Loads the editor of the grid's cells before the first key.

Streamlit fetches it when a cell is first typed in, and a fast Enter would arrive before it and be lost.
"""

from pathlib import Path

import streamlit as st

STATIC = Path(st.__file__).parent / "static"
EDITOR = next(iter(sorted(STATIC.glob("static/js/data-grid-overlay-editor.*.js"))))
SCRIPT = f"""
export default function () {{
  import(new URL("/{EDITOR.relative_to(STATIC)}", location.origin).href);
}}
"""
_load = st.components.v2.component("editor_tabel", js=SCRIPT)


def load_editor() -> None:
    _load(key="editor_tabel", height="content")
