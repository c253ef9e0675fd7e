"""Usulan from a spreadsheet, of the whole kecamatan at once (L01, L08)."""

from pages.parts.empty import nothing
from pages.parts.heading import heading
from pages.parts.importing import show_import
from pages.parts.meeting import Meeting
from pages.parts.onward import closed_chip


def show(m: Meeting) -> None:
    with heading("Impor Usulan"):
        if m.rapat.dikirim:
            closed_chip(m)
    if m.rapat.dikirim:
        return nothing("Usulan musrenbang ini sudah dikirim ke OPD, jadi tidak ada lagi yang dapat diimpor.", "lock")
    return show_import(m.who, m.rapat, None)
