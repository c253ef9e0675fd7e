"""The documents of a meeting: scans, photos, video (L33, L34)."""

from pages.parts.heading import heading
from pages.parts.meeting import Meeting


def show(m: Meeting) -> None:
    heading(m.rapat.kecamatan.nama)
