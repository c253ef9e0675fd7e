"""Layar Proyektor at the operator's: its button in the strip, its dialog, and telling the hall what is discussed."""

from contextlib import suppress
from datetime import datetime
from html import escape
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

import segno
import streamlit as st

from musrenbang import passwords
from musrenbang.actions import proyektor
from musrenbang.errors import Refused
from musrenbang.model import Orang, Peran
from musrenbang.store.current import current
from musrenbang.store.engine import Store
from musrenbang.store.hall import Bahasan, Tampilan
from pages.parts import act, session
from pages.parts.meeting import Meeting

BUKA = "buka_proyeksi"
TAMPILAN = "tampilan_layar"
RAHASIA = "rahasia_layar"
LEBIH_RINCI = ("verifikasi", "skoring", "hasil-skoring", "penjelasan-skoring")  # they tell themselves what is on them
SENDIRI = ("localhost", "127.0.0.1", "[::1]")
LINK = """<label>Tautan untuk layar<input readonly></label><button type="button">Salin tautan</button>
<span role="status"></span>"""
STYLE = """
label { display:block; font-weight:650; font-size:18px; }
input { box-sizing:border-box; width:100%; height:50px; padding:0 12px; margin-top:4px; border:1px solid #6E7D75;
  border-radius:8px; background:#F3F6F1; color:#13211B; font:400 18px 'Source Sans',sans-serif; }
button { min-height:50px; margin-top:10px; padding:0 18px; border:1px solid #6E7D75; border-radius:8px;
  background:#fff; color:#13211B; font:400 20px 'Source Sans',sans-serif; cursor:pointer; }
button:hover { border-color:#0F4C3A; background:#F3F6F1; }
:is(input,button):focus-visible { outline:3px solid #1A4E8A; outline-offset:2px; }
span { margin-left:12px; font-size:18px; font-weight:600; color:#0B5238; }
"""
_link = st.components.v2.component(
    "tautan_layar", html=LINK, css=STYLE, js=(Path(__file__).parent / "projecting.js").read_text(encoding="utf-8")
)


def may_project(m: Meeting) -> bool:
    """A courtesy for the button, also after Kirim; the refusal itself is in the actions."""
    return m.who.peran is Peran.CAMAT


def projecting(m: Meeting, layar: str) -> None:
    """The quiet button at the right of the strip, and its dialog; the open screen is what the hall follows."""
    if not may_project(m):
        return
    if layar not in LEBIH_RINCI:
        discuss(m, layar)
    with st.container(key="proyeksi"):
        st.button("Layar Proyektor", icon=":material/cast:", key="layar_proyektor", on_click=_ask)
    if st.session_state.pop(BUKA, False):
        _dialog(m)


def discuss(
    m: Meeting, layar: str, *, usulan: UUID | None = None, desa: str | None = None, halaman: int = 1, bagian: str = ""
) -> None:
    """Tells the hall what is before the operator, when it is something else than this tab has told last: a screen that
    is merely drawn again takes the hall away from nobody."""
    bahasan = Bahasan(layar, usulan, desa, halaman, bagian)
    if not may_project(m) or st.session_state.get("dibahas") == (m.id, bahasan):
        return
    st.session_state["dibahas"] = (m.id, bahasan)
    with suppress(Refused):
        proyektor.bahas(current(), m.who, m.id, bahasan)


def _ask() -> None:
    st.session_state[BUKA] = True


@st.dialog("Layar Proyektor", width="medium")
def _dialog(m: Meeting) -> None:
    act.show_words()
    rahasia = _known_secret(m)
    if rahasia is None:
        st.write("Layar kedua untuk hadirin: mengikuti layar ini, hanya untuk dibaca, tanpa akun.")
        st.button("Tampilkan layar", type="primary", icon=":material/cast:", on_click=_open, args=(m,))
    else:
        _address(rahasia)
    _choose(m)
    _followers(m)


def _known_secret(m: Meeting) -> str | None:
    """The link that this tab has opened, while it is still good."""
    rapat, rahasia = st.session_state.get(RAHASIA, (None, ""))
    guest = proyektor.tamu(current(), passwords.digest(rahasia), session.now()) if rapat == m.id else None
    return rahasia if guest else None


def _open(m: Meeting) -> None:
    def work(store: Store, who: Orang, now: datetime) -> str:
        st.session_state[RAHASIA] = (m.id, proyektor.buka_layar(store, who, m.id, now))
        return ""

    act.attempt(work)


def _address(rahasia: str) -> None:
    """As a QR code for another machine, and as a link for a second window of this one."""
    site = urlsplit(st.context.url or "")
    address = f"{site.scheme}://{site.netloc}/proyektor?k={rahasia}"
    code = segno.make(address, error="m").svg_data_uri(scale=8, border=2, dark="#13211B", light="#fff")
    left, right = st.columns([264, 420], gap="medium")
    left.html(f'<img class="qr" src="{code}" alt="Kode QR tautan layar proyektor">')
    with right:
        _link(key="tautan_layar", data={"tautan": address}, height="content")
        st.html(
            f'<p><a class="tombol" data-i="open_in_new" href="{escape(address)}" target="_blank" rel="noopener">'
            "Buka di jendela baru</a></p><p class='redup'>Pindahkan jendela itu ke proyektor, lalu tekan F11.</p>"
        )
        if site.hostname in SENDIRI:
            st.html("<p class='redup'>Kode QR ini hanya berlaku di komputer ini, karena alamatnya localhost.</p>")


def _choose(m: Meeting) -> None:
    st.session_state[TAMPILAN] = current().hall.tampilan(str(m.id))
    st.segmented_control(
        "Yang dilihat hadirin", list(Tampilan), key=TAMPILAN, format_func=lambda t: t.value.capitalize(),
        required=True, on_change=_show, args=(m,),
    )  # fmt: skip


def _show(m: Meeting) -> None:
    def work(store: Store, who: Orang, _now: datetime) -> str:
        proyektor.tampilkan(store, who, m.id, st.session_state[TAMPILAN])
        return ""

    act.attempt(work)


@st.fragment(run_every="2s")
def _followers(m: Meeting) -> None:
    n = current().hall.watchers(str(m.id))
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.html(f"<p><b>{n}</b> layar mengikuti sekarang</p>", width="content")
        opened = proyektor.layar_terbuka(current(), m.who, m.id, session.now())
        st.button(
            "Akhiri semua layar", icon=":material/cancel_presentation:", disabled=not opened, on_click=_end, args=(m,)
        )


def _end(m: Meeting) -> None:
    act.attempt(
        lambda store, who, now: (
            f"{proyektor.akhiri_layar(store, who, m.id, now)} tautan diakhiri, beserta semua layarnya."
        )
    )
