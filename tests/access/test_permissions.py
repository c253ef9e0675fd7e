"""Who may at all: each Tindakan for each role, in the own place and another's, before Kirim, after it, opened again."""

from dataclasses import replace

import pytest

from musrenbang.access import IZIN, Tindakan, may_touch_meeting
from musrenbang.model import Kecamatan, Rapat
from tests.access.table import PERMISSIONS, read
from tests.access.walk import DESA_LAIN
from tests.cast import BAHOROK, BAPPEDA, CAMAT, DESA, NOW, OPD_PUTR, ORANG_LAIN, RAPAT, TAHUN

PEOPLE = (CAMAT, ORANG_LAIN, BAPPEDA, OPD_PUTR, DESA, DESA_LAIN)
BEFORE = Rapat(RAPAT, TAHUN, Kecamatan(BAHOROK, "Bahorok"), 1, NOW, None, NOW, NOW, NOW, None)
STATES = {"b": BEFORE, "k": replace(BEFORE, dikirim=NOW), "o": replace(BEFORE, dibuka_kembali=NOW)}
TABLE = read(PERMISSIONS)


def test_every_tindakan_has_its_row() -> None:
    assert set(TABLE) == {t.name for t in Tindakan} == {t.name for t in IZIN}


@pytest.mark.parametrize("name", TABLE)
def test_it_is_allowed_where_the_table_has_it_and_nowhere_else(name: str) -> None:
    allowed = {
        (who.nama_pengguna, state)
        for who in PEOPLE
        for state, rapat in STATES.items()
        if not may_touch_meeting(who, Tindakan[name], rapat)
    }
    rows = zip(PEOPLE, TABLE[name], strict=True)
    assert allowed == {(who.nama_pengguna, state) for who, column in rows for state in column if state != "-"}
