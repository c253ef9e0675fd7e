"""Usulan of one desa/kelurahan from a spreadsheet (L01)."""

from musrenbang.model import Orang
from pages.desa.own import own
from pages.parts import act
from pages.parts.heading import heading
from pages.parts.importing import show_import


def show(who: Orang) -> None:
    o = own(who)
    heading("Impor dari Excel")
    if o.is_open:
        show_import(who, o.keadaan.rapat, o.keadaan.desa)
    else:
        act.checklist(o.keadaan.ditutup)
