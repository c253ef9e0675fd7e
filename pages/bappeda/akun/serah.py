"""Handing over new one-time passwords: they lie in this tab's session until they have been taken, and nowhere else.

The sheet goes to the browser with the screen itself, over its own line, and becomes a file there. So there is no
address that could be asked for it again, and no file on the server.
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from musrenbang.formats import wib
from musrenbang.model import SandiBaru
from pages.parts import act
from reports.lembar_sandi import lembar_sandi

SERAH = "sandi_diserahkan"
DIUNDUH = (
    "Lembar sandi sudah diunduh dan tidak disimpan di server. Cetak, gunting, serahkan kepada pemiliknya, lalu hapus "
    "berkasnya dari komputer ini."
)
STYLE = """
button { min-height:50px; padding:0 18px; border:1.5px solid #8A6400; border-radius:8px; background:#F5B80E;
  color:#13211B; font:700 20px 'Source Sans',sans-serif; cursor:pointer; }
button:hover { background:#FFCB3A; border-color:#13211B; }
button:focus-visible { outline:3px solid #1A4E8A; outline-offset:2px; }
"""
_button = st.components.v2.component(
    "serah_sandi",
    html='<button type="button"></button>',
    css=STYLE,
    js=(Path(__file__).parent / "serah.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class Serahan:
    """The sheet as PDF; `satu` is shown too, where it is a single account."""

    banyak: int
    lembar: bytes = field(repr=False)
    satu: SandiBaru | None
    nama: str


def hold(made: Sequence[SandiBaru], now: datetime) -> None:
    """Until they are taken; of several presses the last one counts."""
    site = urlsplit(st.context.url or "")
    sheet = lembar_sandi(made, f"{site.scheme}://{site.netloc}", now)
    name = f"sandi-{wib(now):%Y-%m-%d-%H%M}.pdf"
    st.session_state[SERAH] = Serahan(len(made), sheet, made[0] if len(made) == 1 else None, name)


def show() -> None:
    """Nothing while there is nothing to hand over."""
    held: Serahan | None = st.session_state.get(SERAH)
    if held is None:
        return
    with st.container(key="serah", border=True):
        st.html(_told(held))
        with st.container(horizontal=True, vertical_alignment="center"):
            data = {"isi": b64encode(held.lembar).decode(), "nama": held.nama, "label": "Unduh lembar sandi (PDF)"}
            _button(key="serah_sandi", data=data, height="content", width="content", on_terunduh_change=_taken)
            if held.satu:
                st.button("Sudah dicatat", key="serah_tutup", icon=":material/check:", on_click=_forget)


def _told(held: Serahan) -> str:
    known = (
        f"<p>Nama pengguna <b>{escape(held.satu.akun.orang.nama_pengguna)}</b>, kata sandi sekali pakai "
        f"<b>{escape(held.satu.sandi)}</b></p>"
        if held.satu
        else ""
    )
    return (
        f"<h2>{held.banyak} kata sandi sekali pakai siap diserahkan</h2>{known}"
        '<p class="redup">Hanya dapat diambil sekali, dan hilang bila halaman ini ditutup atau dimuat ulang. Yang '
        "hilang tidak dapat dicetak lagi: pilih akunnya di daftar, lalu atur ulang.</p>"
    )


def _taken() -> None:
    _forget()
    act.say(DIUNDUH)


def _forget() -> None:
    st.session_state.pop(SERAH, None)
