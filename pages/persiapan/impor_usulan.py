"""Usulan from a spreadsheet, of one desa or of the whole kecamatan (L01, L08)."""

from pages.parts.heading import heading
from pages.parts.meeting import Meeting


def show(m: Meeting) -> None:
    heading(m.rapat.kecamatan.nama)
