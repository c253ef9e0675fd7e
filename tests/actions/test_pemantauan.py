"""All meetings at once: how fast each works, how late that makes it, the latest first; for Bappeda alone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from musrenbang import pace
from musrenbang.actions import baca, jalannya, pemantauan, persiapan, skoring
from musrenbang.model import Orang
from musrenbang.pace import Kerja
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import (
    BAHOROK,
    BAPPEDA,
    CAMAT,
    DESA,
    NOW,
    OPD_PUTR,
    ORANG_LAIN,
    RAPAT,
    RAPAT_STABAT,
    STABAT,
    TAHUN,
    filled,
)
from tests.conftest import StoreAt
from tests.witness import refused


def score(store: Store) -> None:
    """All but the last, one in each two minutes."""
    for minute, u in enumerate(cast.UTAMA[:-1]):
        now = NOW + timedelta(minutes=2 * minute)
        skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, {u.id: cast.NILAI[u.id]}), now)


def test_the_forecast_is_that_of_the_meeting_itself(store_at: StoreAt) -> None:
    store, now = store_at(cast.counting), NOW + timedelta(minutes=10)
    score(store)
    watched = {one.fakta.rapat.id: one for one in pemantauan.pantau(store, BAPPEDA, TAHUN, now)}
    alone = pace.forecast(Kerja.SKOR, jalannya.saat(store, BAPPEDA, RAPAT, Kerja.SKOR), 1, now)
    assert alone is not None
    assert watched[RAPAT].perkiraan == alone
    assert watched[RAPAT].fakta == baca.fakta(store, BAPPEDA, RAPAT)
    assert [one.perkiraan for id_, one in watched.items() if id_ != RAPAT] == [None] * (len(watched) - 1)


def test_a_save_is_in_the_next_look(store_at: StoreAt) -> None:
    store = store_at(cast.counting)
    assert pemantauan.pantau(store, BAPPEDA, TAHUN, NOW)[0].perkiraan is None
    score(store)
    assert pemantauan.pantau(store, BAPPEDA, TAHUN, NOW)[0].perkiraan


def test_the_latest_stands_first(store_at: StoreAt) -> None:
    """Stabat should have begun at 09.00, and has not."""
    store = store_at(cast.counting)
    persiapan.buka(store, ORANG_LAIN, RAPAT_STABAT, "Menunggu desa terakhir.", NOW)
    sheet = replace(baca.fakta(store, ORANG_LAIN, RAPAT_STABAT).daftar_hadir, tanggal=NOW.date(), jam_mulai="09.00")
    persiapan.isi_daftar_hadir(store, ORANG_LAIN, RAPAT_STABAT, sheet, NOW)
    early = pemantauan.pantau(store, BAPPEDA, TAHUN, NOW - timedelta(hours=1))
    assert [one.fakta.rapat.kecamatan.kode for one in early] == [BAHOROK, STABAT]
    found = pemantauan.pantau(store, BAPPEDA, TAHUN, NOW + timedelta(minutes=30))
    assert [(one.fakta.rapat.kecamatan.kode, one.terlambat) for one in found] == [(STABAT, 30), (BAHOROK, None)]


@pytest.mark.parametrize("who", [CAMAT, OPD_PUTR, DESA], ids=lambda who: who.peran)
def test_nobody_else(store_at: StoreAt, who: Orang) -> None:
    store = store_at(cast.counting)
    with refused(store, "bukan_wewenang"):
        pemantauan.pantau(store, who, TAHUN, NOW)
    with refused(store, "bukan_wewenang"):
        baca.versi_semua(store, who)
