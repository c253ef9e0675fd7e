"""The field that uploads documents: it goes past Streamlit, straight to the route that writes to the disk."""

from pathlib import Path
from uuid import UUID

import streamlit as st

from musrenbang.model import JenisBerkas
from musrenbang.passwords import csrf_of
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
.salah p { margin:0; color:#93170F; font-weight:650; overflow-wrap:anywhere; }
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
    """`terima` are the file endings the browser offers, `maks` is in MB; what counts is decided by the route."""
    slug = jenis.value.replace(" ", "-")
    data = {
        "alamat": f"/unggah/{slug}/{m.rapat.kecamatan.kode}/{m.rapat.tahun}",
        "csrf": csrf_of(session.digest() or ""),
        "menggantikan": str(menggantikan) if menggantikan else "",
        "label": label,
        "keterangan": keterangan,
        "terima": terima,
        "maks": maks,
        "banyak": banyak,
    }
    key = f"unggah_{slug}"
    _field(
        key=key,
        data=data,
        height="content",
        on_tersimpan_change=_tell,
    )


def _tell() -> None:
    act.say("Dokumen sudah disimpan.")
