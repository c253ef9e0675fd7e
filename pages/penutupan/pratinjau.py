"""A stored PDF in a frame, shown by the browser's own viewer."""

import streamlit as st

SCRIPT = """
export default function ({ data, parentElement }) {
  const frame = parentElement.querySelector("iframe");
  frame.title = data.judul;
  if (frame.getAttribute("src") !== data.alamat) frame.src = data.alamat;
}
"""
STYLE = "iframe { width:100%; height:620px; border:1px solid #6E7D75; border-radius:8px; }"
_frame = st.components.v2.component("pratinjau", html="<iframe></iframe>", css=STYLE, js=SCRIPT)


def preview(address: str, judul: str, key: str) -> None:
    _frame(key=key, data={"alamat": address, "judul": judul}, height="content")
