"""Usulan from a spreadsheet, of the whole kecamatan at once (L01, L08)."""

from pages.parts.heading import heading
from pages.parts.importing import show_import
from pages.parts.meeting import Meeting
from pages.parts.onward import closed_chip


def show(m: Meeting) -> None:
    with heading("Impor Usulan"):
        if m.rapat.dikirim:
            closed_chip(m)
    if not m.rapat.dikirim:
        show_import(m.who, m.rapat, None)
