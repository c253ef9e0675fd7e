"""L23: Hitung opens for scoring what has a prioritas and an OPD."""

import json
from datetime import timedelta

import pytest

from musrenbang.actions import baca, skoring, usulan
from musrenbang.store.engine import Store
from tests.cast import CAMAT, DISDIK, JALAN, NOW, PELATIHAN, RAPAT, counting, loaded, prioritised, row, seen, verified
from tests.conftest import StoreAt
from tests.witness import assert_row, both, logged, refusals, refused


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(prioritised)


def test_opens_the_ready_ones_without_any_level(store: Store) -> None:
    assert skoring.hitung(store, CAMAT, RAPAT, NOW) == 4
    assert (row(store, JALAN).tingkat, row(store, JALAN).poin) == ((None,) * 8, None)
    assert row(store, PELATIHAN).tingkat is None
    assert baca.fakta(store, CAMAT, RAPAT).rapat.dihitung == NOW


def test_a_later_hitung_opens_the_rest_and_keeps_the_first_time(store_at: StoreAt) -> None:
    store = store_at(counting)
    usulan.pilih_prioritas(store, CAMAT, RAPAT, seen(store, PELATIHAN), 2, DISDIK, NOW)
    assert skoring.hitung(store, CAMAT, RAPAT, NOW + timedelta(hours=1)) == 1
    assert baca.fakta(store, CAMAT, RAPAT).rapat.dihitung == NOW


def test_logs_how_many(store: Store) -> None:
    (entry,) = logged(store, lambda: skoring.hitung(store, CAMAT, RAPAT, NOW))
    assert_row(entry, CAMAT.nama_pengguna, "hitung", "rapat")
    assert json.loads(entry.sesudah)["dibuka_untuk_skoring"] == 4


def test_refused_until_prioritas_and_opd_are_chosen(store_at: StoreAt) -> None:
    store = store_at(verified)
    with refused(store, "belum_ada_siap"):
        skoring.hitung(store, CAMAT, RAPAT, NOW)
    usulan.pilih_prioritas(store, CAMAT, RAPAT, seen(store, JALAN), 1, None, NOW)
    with refused(store, "belum_ada_siap"):
        skoring.hitung(store, CAMAT, RAPAT, NOW)


def test_refused_before_mulai(store_at: StoreAt) -> None:
    store = store_at(loaded)
    with refused(store, "belum_mulai"):
        skoring.hitung(store, CAMAT, RAPAT, NOW)


def test_refused_when_nothing_new_is_ready(store_at: StoreAt) -> None:
    store = store_at(counting)
    with refused(store, "belum_ada_siap"):
        skoring.hitung(store, CAMAT, RAPAT, NOW)


def test_two_at_once_open_each_usulan_once(store: Store) -> None:
    outcomes = both(lambda who: skoring.hitung(store, who, RAPAT, NOW))
    assert refusals(outcomes) == ["belum_ada_siap"]
    assert 4 in outcomes
