"""Sheets and places made by hand, for what is read from a sheet without a file or a store."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from musrenbang.intake.bahan_templat import BahanTemplat
from musrenbang.intake.lembar import Baris, Lembar
from musrenbang.intake.rencana import Rencana
from musrenbang.intake.row_reading import Daerah
from musrenbang.intake.usulan_lembar import Bacaan, read_usulan
from musrenbang.model import Desa, Rapat, Usulan
from tests.cast import BAHOROK, PEKAN_BAHOROK, STABAT, STABAT_BARU, SUKA_RAKYAT, TAHUN, reference
from tests.intake.sheets import ROW, SIPD_ROW, table

DATA = reference()


def place(kode: str) -> Desa:
    return next(d for d in DATA.desa if d.kode == kode)


def daerah(*desa: Desa) -> Daerah:
    kecamatan = tuple(k for k in DATA.kecamatan if k.kode in (BAHOROK, STABAT))
    found = desa or tuple(place(kode) for kode in (SUKA_RAKYAT, PEKAN_BAHOROK, STABAT_BARU))
    return Daerah("Kecamatan Bahorok", kecamatan, found, {o.kode: o for o in DATA.opd})


def lembar(*rows: Mapping[str, Any], sipd: bool = False) -> Lembar:
    base = SIPD_ROW if sipd else ROW
    made = table(*({**base, **row} for row in rows), sipd=sipd)
    return Lembar("Usulan", tuple(Baris(n, tuple(row)) for n, row in enumerate(made, 1)))


def read(*rows: Mapping[str, Any], sipd: bool = False) -> Bacaan:
    return read_usulan(lembar(*rows, sipd=sipd), daerah())


def faults(bacaan: Bacaan | Rencana) -> list[tuple[int, str, str]]:
    """Row, letters of the column and key of each."""
    return [(fault.baris, fault.huruf, fault.issue.key) for fault in bacaan.salah]


def to_fill_in(usulan: Sequence[Usulan]) -> BahanTemplat:
    """What a template of Suka Rakyat holds."""
    kecamatan = next(k for k in DATA.kecamatan if k.kode == BAHOROK)
    rapat = Rapat(UUID(int=1), TAHUN, kecamatan, 1, None, None, None, None, None, None)
    return BahanTemplat(rapat, (place(SUKA_RAKYAT),), tuple(DATA.opd), tuple(usulan))
