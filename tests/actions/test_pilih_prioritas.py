"""L16 to L19: the prioritas pembangunan of an usulan, with its OPD when one is named."""

import json

import pytest

from musrenbang.actions import baca, usulan
from musrenbang.store.engine import Store
from tests.cast import (
    BIBIT,
    CAMAT,
    DISDIK,
    JALAN,
    LAPANGAN,
    NOW,
    PELATIHAN,
    PUTR,
    RAPAT,
    loaded,
    prioritised,
    row,
    seen,
    started,
    verified,
)
from tests.conftest import StoreAt
from tests.witness import assert_one_is_told, assert_row, both, logged, refused


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(verified)


def test_chooses_for_several_and_keeps_the_opd_when_none_is_named(store: Store) -> None:
    usulan.pilih_prioritas(store, CAMAT, RAPAT, seen(store, JALAN, BIBIT), 3, PUTR, NOW)
    usulan.pilih_prioritas(store, CAMAT, RAPAT, seen(store, JALAN), 8, None, NOW)
    assert [(row(store, u).prioritas, row(store, u).opd) for u in (JALAN, BIBIT)] == [(8, PUTR), (3, PUTR)]
    assert row(store, JALAN).utama


def test_an_usulan_cadangan_becomes_prioritas_again(store_at: StoreAt) -> None:
    store = store_at(prioritised)
    usulan.pilih_prioritas(store, CAMAT, RAPAT, seen(store, PELATIHAN), 2, DISDIK, NOW)
    chosen = row(store, PELATIHAN)
    assert (chosen.prioritas, chosen.alasan_cadangan, chosen.cadangan) == (2, None, False)
    assert baca.fakta(store, CAMAT, RAPAT).kemajuan.cadangan == 0


def test_logs_before_and_after(store: Store) -> None:
    shown = seen(store, JALAN)
    (entry,) = logged(store, lambda: usulan.pilih_prioritas(store, CAMAT, RAPAT, shown, 1, PUTR, NOW))
    assert_row(entry, CAMAT.nama_pengguna, "pilih prioritas", JALAN.kode)
    before, after = json.loads(entry.sebelum), json.loads(entry.sesudah)
    assert (before["prioritas"], before["opd"]) == (None, None)
    assert (after["prioritas"], after["opd"]) == (1, PUTR)


def test_a_choice_sent_twice_is_made_once(store: Store) -> None:
    shown = seen(store, JALAN, BIBIT)
    usulan.pilih_prioritas(store, CAMAT, RAPAT, shown, 1, PUTR, NOW)
    assert logged(store, lambda: usulan.pilih_prioritas(store, CAMAT, RAPAT, shown, 1, PUTR, NOW)) == []
    with refused(store, "berubah", "berubah"):
        usulan.pilih_prioritas(store, CAMAT, RAPAT, shown, 2, PUTR, NOW)


def test_refuses_what_is_not_in_the_lists(store: Store) -> None:
    for prioritas, opd, keys in [
        (9, None, ["isian_pilihan"]),
        (0, None, ["isian_pilihan"]),
        (1, "9.99.99", ["isian_pilihan"]),
        (1, "", ["isian_pilihan"]),
        (9, "9.99.99", ["isian_pilihan", "isian_pilihan"]),
    ]:
        with refused(store, *keys):
            usulan.pilih_prioritas(store, CAMAT, RAPAT, seen(store, JALAN), prioritas, opd, NOW)


def test_refuses_what_is_not_accepted_not_chosen_or_not_here(store: Store) -> None:
    store.rows("update usulan_masuk set keputusan = 'belum' where id = $1", BIBIT.id)
    for shown, key in [
        (seen(store, JALAN, BIBIT), "belum_diterima"),
        ({}, "tidak_ada_pilihan"),
        ({LAPANGAN.id: 1}, "tidak_ditemukan"),
    ]:
        with refused(store, key):
            usulan.pilih_prioritas(store, CAMAT, RAPAT, shown, 1, PUTR, NOW)


def test_refused_before_mulai(store_at: StoreAt) -> None:
    store = store_at(loaded)
    with refused(store, "belum_mulai"):
        usulan.pilih_prioritas(store, CAMAT, RAPAT, seen(store, JALAN), 1, PUTR, NOW)


def test_refused_before_verification(store_at: StoreAt) -> None:
    store = store_at(started)
    with refused(store, "belum_diterima"):
        usulan.pilih_prioritas(store, CAMAT, RAPAT, seen(store, JALAN), 1, PUTR, NOW)


def test_of_two_at_once_the_second_is_told(store: Store) -> None:
    shown = seen(store, JALAN)
    number = {CAMAT: 1}
    outcomes = both(lambda who: usulan.pilih_prioritas(store, who, RAPAT, shown, number.get(who, 2), PUTR, NOW))
    faster = assert_one_is_told(outcomes, lambda who: f"prioritas {number.get(who, 2)}")
    assert row(store, JALAN).prioritas == number.get(faster, 2)
