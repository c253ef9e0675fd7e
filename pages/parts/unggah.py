"""The field that uploads documents: it goes past Streamlit, straight to the route that writes to the disk."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

import streamlit as st

from musrenbang.actions.kapsul_layar import MAKS_MB
from musrenbang.errors import Issue
from musrenbang.model import JenisBerkas
from musrenbang.passwords import csrf_of
from musrenbang.words import sentence
from pages.parts import act, session
from pages.parts.meeting import Meeting

FIELD = """
<div class="unggah">
<label><span class="nama"></span> <input type="file"> <span class="pilih">Pilih berkas</span></label>
<small class="batas"></small>
<progress max="100" value="0" aria-label="Kemajuan pengiriman" hidden></progress>
<div class="maju" role="status" aria-live="polite"></div><div class="salah" role="alert"></div></div>
"""
STYLE = """
.unggah { border:2px dashed #6E7D75; border-radius:8px; padding:12px 16px;
  display:flex; flex-direction:column; gap:8px; }
.unggah.di-atas { background:#FFF4D6; border-color:#8A6400; }
label { font-weight:650; display:flex; flex-direction:column; align-items:flex-start; gap:8px; position:relative; }
input { position:absolute; width:1px; height:1px; overflow:hidden; clip-path:inset(50%); }
.pilih { font-weight:400; padding:10px 18px; background:#fff;
  border:1px solid #6E7D75; border-radius:8px; cursor:pointer; }
.pilih:hover { border-color:#0F4C3A; background:#F3F6F1; }
input:focus-visible + .pilih { outline:3px solid #1A4E8A; outline-offset:2px; }
input:disabled + .pilih { background:#E8ECE9; cursor:default; }
small { color:#46564E; font-size:17px; }
progress { width:100%; height:14px; accent-color:#0F4C3A; }
.salah { color:#93170F; overflow-wrap:anywhere; }
.salah p { margin:0; font-weight:650; }
.salah ul { margin:6px 0 0; padding-left:26px; color:#13211B; display:grid; gap:8px; line-height:1.35; }
"""
_field = st.components.v2.component(
    "unggah", html=FIELD, css=STYLE, js=(Path(__file__).parent / "unggah.js").read_text(encoding="utf-8")
)


def upload_field(
    m: Meeting,
    jenis: JenisBerkas,
    label: str,
    keterangan: str,
    terima: str,
    maks: int,
    *,
    banyak: bool = False,
    menggantikan: UUID | None = None,
) -> None:
    """For a document of a meeting. `terima` are the file endings the browser offers, `maks` is in MB; what counts is
    decided by the route."""
    slug = jenis.value.replace(" ", "-")
    data = {
        "alamat": f"/unggah/{slug}/{m.rapat.kecamatan.kode}/{m.rapat.tahun}",
        "dilihat": urlencode(_seen(m, menggantikan)),
        "label": label,
        "keterangan": keterangan,
        "terima": terima,
        "maks": maks,
        "terlalu_besar": sentence(Issue("unggahan_terlalu_besar", {"maks": maks})),
        "banyak": banyak,
    }
    _draw(f"unggah_{slug}", data, lambda: act.say("Dokumen sudah disimpan."))


def _seen(m: Meeting, menggantikan: UUID | None) -> dict[str, str]:
    """What stood on the screen, so that the core can tell whether another scan or sending stands now."""
    seen = {"menggantikan": menggantikan, "dikirim": m.rapat.dikirim and m.rapat.dikirim.isoformat()}
    return {name: str(value) for name, value in seen.items() if value}


def kapsul_field() -> None:
    """For what a meeting has become elsewhere. What the route has told of it stands below, where people look."""
    data = {
        "alamat": "/unggah/kapsul",
        "dilihat": "",
        "label": "Hasil rapat dari laptop kecamatan",
        "keterangan": f"Berkas yang ditulis perintah serahkan-kapsul di laptop, paling besar {MAKS_MB} MB.",
        "terima": ".kapsul",
        "maks": MAKS_MB,
        "terlalu_besar": sentence(Issue("kapsul_terlalu_besar", {"maks": MAKS_MB})),
        "banyak": False,
    }
    key, told = "unggah_kapsul", "unggah_kapsul_kabar"
    _draw(key, data, lambda: st.session_state.update({told: st.session_state[key].tersimpan}))
    with st.container():
        if kabar := st.session_state.pop(told, ""):
            st.html(f'<p class="kd s" role="status" data-i="check_circle">{escape(str(kabar))}</p>')


def _draw(key: str, data: dict[str, object], saved: Callable[[], None]) -> None:
    csrf = {"csrf": csrf_of(session.digest() or "")}
    _field(key=key, data=data | csrf, height="content", on_tersimpan_change=saved)
