"""L24: what a desa/kelurahan has attached, beside its usulan."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from musrenbang.model import Berkas, JenisBerkas
from pages.parts.attached import attached

FOTO = Berkas(
    UUID(int=7), UUID(int=1), JenisBerkas.FOTO_USULAN, 'jalan "rusak".jpg', "image/jpeg", 10, "00", None,
    "desa.sukarakyat", datetime(2027, 2, 1), None,
)  # fmt: skip
DOKUMEN = replace(FOTO, id=UUID(int=8), jenis=JenisBerkas.DOKUMEN_USULAN, nama="rab.pdf", tipe="application/pdf")


def test_nothing_attached_takes_no_room() -> None:
    assert attached([]) == ""


def test_a_photo_is_shown_small_and_opens_large() -> None:
    html = attached([FOTO])
    assert f'href="/berkas/{FOTO.id}?inline=1" target="_blank"' in html
    assert f'src="/berkas/{FOTO.id}?kecil=1"' in html
    assert 'alt="Foto jalan &quot;rusak&quot;.jpg"' in html


def test_a_document_is_a_link_in_words() -> None:
    html = attached([FOTO, DOKUMEN])
    assert html.index("<img") < html.index(">Dokumen pendukung (PDF)</a>")
    assert f'href="/berkas/{DOKUMEN.id}?inline=1"' in html
