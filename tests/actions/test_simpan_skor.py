"""L24: a level for each of the eight kriteria."""

import json
from typing import Any

import pytest

from musrenbang.actions import baca, skoring, usulan
from musrenbang.actions.skoring import Isian
from musrenbang.actions.verifikasi import Putusan, verifikasi
from musrenbang.errors import ChangedMeanwhile
from musrenbang.model import Keputusan
from musrenbang.store.engine import Store
from tests.cast import (
    CAMAT,
    DISDIK,
    IRIGASI,
    JALAN,
    NILAI,
    NOW,
    PASAR,
    PELATIHAN,
    RAPAT,
    SEKCAM,
    counting,
    filled,
    prioritised,
    row,
    scored,
    seen,
)
from tests.conftest import StoreAt
from tests.witness import assert_one_is_told, assert_row, assert_told, both, logged, refused

TIGA, EMPAT = (3,) * 8, (4, 4, 4, 4, 4, 4, 4, 3)


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(counting)


def save(store: Store, nilai: dict[Any, Any]) -> dict[Any, int]:
    return skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, nilai), NOW)


def test_saves_several_and_returns_each_new_versi(store: Store) -> None:
    assert save(store, {JALAN.id: NILAI[JALAN.id], IRIGASI.id: TIGA}) == {JALAN.id: 2, IRIGASI.id: 2}
    first = row(store, JALAN)
    assert first.poin == 5 * 25 + 4 * 10 + 3 * 10 + 4 * 15 + 5 * 15 + 3 * 10 + 2 * 10 + 3 * 5 == 395
    assert (first.tingkat, first.versi_skor, first.peringkat) == (NILAI[JALAN.id], 2, 1)
    assert (row(store, IRIGASI).poin, row(store, IRIGASI).peringkat) == (300, 2)


def test_an_unfinished_row_is_kept_and_never_ranked(store: Store) -> None:
    for gap in range(8):
        levels = tuple(None if i == gap else 3 for i in range(8))
        save(store, {JALAN.id: levels})
        unfinished = row(store, JALAN)
        assert (unfinished.tingkat, unfinished.poin, unfinished.peringkat) == (levels, None, None)
    assert baca.fakta(store, CAMAT, RAPAT).kemajuan.skor_lengkap == 0


def test_a_level_can_be_taken_back(store: Store) -> None:
    save(store, {JALAN.id: TIGA})
    save(store, {JALAN.id: (None,) * 8})
    assert row(store, JALAN).peringkat is None


def test_logs_before_and_after(store: Store) -> None:
    save(store, {JALAN.id: TIGA})
    (entry,) = logged(store, lambda: save(store, {JALAN.id: EMPAT}))
    assert_row(entry, CAMAT.nama_pengguna, "isi skor", f"skor {JALAN.kode}")
    assert json.loads(entry.sebelum) == {"tingkat": list(TIGA)}
    assert json.loads(entry.sesudah) == {"tingkat": list(EMPAT)}


def test_refuses_a_level_off_the_scale(store: Store) -> None:
    for place, level in [(0, 0), (0, 6), (7, 4), (3, -1), (2, 3.0), (2, "3"), (2, True), (7, 10**9)]:
        levels = tuple(level if i == place else 3 for i in range(8))
        with refused(store, "tingkat_salah"):
            save(store, {JALAN.id: levels, IRIGASI.id: TIGA})


def test_names_every_level_that_is_wrong(store: Store) -> None:
    with refused(store, *["tingkat_salah"] * 8):
        save(store, {JALAN.id: (9,) * 8})


def test_refuses_seven_or_nine_levels(store: Store) -> None:
    for levels in ((), (3,) * 7, (3,) * 9):
        with refused(store, "tidak_ditemukan"):
            save(store, {JALAN.id: levels})


def test_refuses_nothing_and_what_is_not_in_this_meeting(store: Store) -> None:
    for isian in ({}, {PASAR.id: Isian(1, TIGA)}, {JALAN.id: Isian(1, TIGA), PASAR.id: Isian(1, TIGA)}):
        with refused(store, "tidak_ditemukan"):
            skoring.simpan_skor(store, CAMAT, RAPAT, isian, NOW)


def test_refused_before_hitung(store_at: StoreAt, store: Store) -> None:
    with refused(store, "belum_dihitung"):
        save(store, {PELATIHAN.id: TIGA})
    before_hitung = store_at(prioritised)
    with refused(before_hitung, "belum_dihitung"):
        save(before_hitung, {JALAN.id: TIGA})


def test_one_stale_row_refuses_all(store: Store) -> None:
    shown = filled(store, {JALAN.id: TIGA, IRIGASI.id: TIGA})
    save(store, {IRIGASI.id: EMPAT})
    with refused(store, "berubah"):
        skoring.simpan_skor(store, SEKCAM, RAPAT, shown, NOW)


def test_the_one_who_is_told_hears_who_scored_not_who_decided(store: Store) -> None:
    shown = filled(store, {JALAN.id: TIGA})
    skoring.simpan_skor(store, SEKCAM, RAPAT, filled(store, {JALAN.id: EMPAT}), NOW)
    usulan.pilih_opd(store, CAMAT, RAPAT, seen(store, JALAN), DISDIK, NOW)
    with pytest.raises(ChangedMeanwhile) as caught:
        skoring.simpan_skor(store, CAMAT, RAPAT, shown, NOW)
    assert_told(caught.value, SEKCAM, "Keterdesakan 4")


def test_of_two_at_once_the_second_is_told_and_nothing_is_mixed(store: Store) -> None:
    shown = {CAMAT: filled(store, {JALAN.id: TIGA}), SEKCAM: filled(store, {JALAN.id: EMPAT})}
    outcomes = both(lambda who: skoring.simpan_skor(store, who, RAPAT, shown[who], NOW))
    faster = assert_one_is_told(outcomes, lambda who: "Keterdesakan 3" if who is CAMAT else "Keterdesakan 4")
    assert row(store, JALAN).tingkat == shown[faster][JALAN.id].tingkat


def test_two_at_once_on_different_rows_both_save(store: Store) -> None:
    shown = {CAMAT: filled(store, {JALAN.id: TIGA}), SEKCAM: filled(store, {IRIGASI.id: EMPAT})}
    outcomes = both(lambda who: skoring.simpan_skor(store, who, RAPAT, shown[who], NOW))
    assert outcomes == [{JALAN.id: 2}, {IRIGASI.id: 2}]


def test_another_verification_keeps_the_levels(store_at: StoreAt) -> None:
    store = store_at(scored)
    refuse = Putusan(Keputusan.TIDAK_SESUAI, "Usulan ganda")
    verifikasi(store, CAMAT, RAPAT, seen(store, JALAN), refuse, NOW)
    assert (row(store, JALAN).tingkat, row(store, JALAN).peringkat) == (NILAI[JALAN.id], None)


def test_refused_for_what_has_become_cadangan_and_the_levels_come_back_with_it(store_at: StoreAt) -> None:
    store = store_at(scored)
    shown = filled(store, {JALAN.id: TIGA})
    usulan.jadikan_cadangan(store, SEKCAM, RAPAT, seen(store, JALAN), "Tahun depan", NOW)
    with refused(store, "bukan_utama"):
        skoring.simpan_skor(store, CAMAT, RAPAT, shown, NOW)
    assert row(store, JALAN).peringkat is None
    usulan.pilih_prioritas(store, CAMAT, RAPAT, seen(store, JALAN), 1, None, NOW)
    assert (row(store, JALAN).tingkat, row(store, JALAN).peringkat) == (NILAI[JALAN.id], 1)
