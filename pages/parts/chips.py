"""States as icon and word, never colour alone."""

from html import escape

from musrenbang.model import Keputusan

_LOOK = {
    Keputusan.BELUM: ("b", "radio_button_unchecked", "Belum"),
    Keputusan.SESUAI: ("s", "check_circle", "Sesuai"),
    Keputusan.DIUBAH: ("p", "edit", "Sesuai, diubah"),
    Keputusan.DIGABUNG: ("g", "call_merge", "Digabung"),
    Keputusan.TIDAK_SESUAI: ("t", "do_not_disturb_on", "Tidak sesuai"),
}


def chip(look: str, icon: str, text: str) -> str:
    """`look`: s done, p changed, g merged, t not, b not yet, w warning, e fault."""
    return f'<span class="kd {look}" data-i="{icon}">{escape(text)}</span>'


def keputusan(k: Keputusan) -> str:
    return chip(*_LOOK[k])


def warning(text: str) -> str:
    return chip("w", "warning", text)
