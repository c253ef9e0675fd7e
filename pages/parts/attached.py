"""What a desa/kelurahan has attached to one usulan, to be opened beside the screen (L24)."""

from collections.abc import Sequence
from html import escape

from musrenbang.model import Berkas, JenisBerkas


def attached(found: Sequence[Berkas]) -> str:
    """A row of small photos and a link to the document. Nothing at all where nothing is attached."""
    links = "".join(map(_link, found))
    return f'<span class="lampir">{links}</span>' if links else ""


def _link(b: Berkas) -> str:
    name = escape(b.nama)
    if b.jenis is JenisBerkas.FOTO_USULAN:
        seen = f'<img loading="lazy" src="/berkas/{b.id}?kecil=1" alt="Foto {name}">'
    else:
        seen = "Dokumen pendukung (PDF)"
    return f'<a href="/berkas/{b.id}?inline=1" target="_blank" rel="noopener" title="{name}">{seen}</a>'
