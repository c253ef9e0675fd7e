"""L24: single levels as they are typed into the table, by two people into the same row if they like."""

import json
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musrenbang.actions import baca, skoring
from musrenbang.actions.skoring import Isian, Ketikan
from musrenbang.errors import ChangedMeanwhile, Refused
from musrenbang.model import Orang, Tingkat
from musrenbang.store.engine import Store
from tests.cast import (
    CAMAT,
    IRIGASI,
    JALAN,
    NILAI,
    NOW,
    PASAR,
    PELATIHAN,
    RAPAT,
    SEKCAM,
    counting,
    row,
    scored,
)
from tests.conftest import StoreAt
from tests.witness import assert_row, assert_told, logged, race, refusals, refused

KOSONG = (None,) * 8


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(counting)


def type_(store: Store, who: Orang = CAMAT, **levels: tuple[int | None, int | None]) -> dict[object, Isian]:
    """Into the row of JALAN; k1 is the first kriteria."""
    ketikan = {int(name[1]) - 1: pair for name, pair in levels.items()}
    return dict(skoring.ketik_skor(store, who, RAPAT, {JALAN.id: ketikan}, NOW))


def test_saves_one_level_and_says_what_the_row_is_now(store: Store) -> None:
    assert type_(store, k1=(None, 5)) == {JALAN.id: Isian(2, (5, *KOSONG[1:]))}
    assert type_(store, k8=(None, 3), k2=(None, 4)) == {JALAN.id: Isian(3, (5, 4, *KOSONG[2:7], 3))}
    assert row(store, JALAN).tingkat == (5, 4, *KOSONG[2:7], 3)


def test_a_level_can_be_taken_back(store: Store) -> None:
    type_(store, k1=(None, 5))
    assert type_(store, k1=(5, None))[JALAN.id].tingkat == KOSONG


def test_logs_the_whole_row_before_and_after(store: Store) -> None:
    type_(store, k1=(None, 5))
    (entry,) = logged(store, lambda: type_(store, k2=(None, 4)))
    assert_row(entry, CAMAT.nama_pengguna, "isi skor", f"skor {JALAN.kode}")
    assert json.loads(entry.sebelum) == {"tingkat": [5, *KOSONG[1:]]}
    assert json.loads(entry.sesudah) == {"tingkat": [5, 4, *KOSONG[2:]]}


def test_what_stands_there_already_is_not_written_again(store: Store) -> None:
    type_(store, k1=(None, 5))
    assert logged(store, lambda: type_(store, k1=(None, 5))) == []
    assert row(store, JALAN).versi_skor == 2


def test_two_people_fill_the_same_row(store: Store) -> None:
    type_(store, CAMAT, k1=(None, 5))
    type_(store, SEKCAM, k2=(None, 4))
    assert row(store, JALAN).tingkat == (5, 4, *KOSONG[2:])


def test_the_slower_on_the_same_level_is_told_and_nothing_of_it_is_written(store: Store) -> None:
    type_(store, SEKCAM, k1=(None, 5))
    with refused(store, "berubah"):
        type_(store, CAMAT, k1=(None, 4), k2=(None, 4))
    with pytest.raises(ChangedMeanwhile) as caught:
        type_(store, CAMAT, k1=(None, 4))
    assert_told(caught.value, SEKCAM, "Keterdesakan 5")
    assert type_(store, CAMAT, k1=(5, 4))[JALAN.id].tingkat == (4, *KOSONG[1:])


def test_one_stale_level_refuses_all_rows(store: Store) -> None:
    type_(store, SEKCAM, k1=(None, 5))
    with refused(store, "berubah"):
        skoring.ketik_skor(store, CAMAT, RAPAT, {IRIGASI.id: {0: (None, 1)}, JALAN.id: {0: (None, 1)}}, NOW)


def test_of_two_at_once_on_one_row_both_are_saved(store: Store) -> None:
    outcomes = race(*(partial(type_, store, who, **{k: (None, 3)}) for who, k in ((CAMAT, "k1"), (SEKCAM, "k2"))))
    assert refusals(outcomes) == []
    assert row(store, JALAN).tingkat == (3, 3, *KOSONG[2:])


def test_of_two_at_once_on_one_level_one_is_told(store: Store) -> None:
    outcomes = race(*(partial(type_, store, who, k1=(None, n)) for who, n in ((CAMAT, 1), (SEKCAM, 2))))
    assert refusals(outcomes) == ["berubah"]


def test_refuses_a_level_off_the_scale_and_a_place_that_no_kriteria_has(store: Store) -> None:
    wrong: list[tuple[int, Any]] = [(0, 0), (0, 6), (7, 4), (2, "3"), (2, True), (2, 3.0)]
    for place, level in wrong:
        with refused(store, "tingkat_salah"):
            skoring.ketik_skor(store, CAMAT, RAPAT, {JALAN.id: {place: (None, level)}}, NOW)
    for place in (-1, 8):
        with refused(store, "tidak_ditemukan"):
            skoring.ketik_skor(store, CAMAT, RAPAT, {JALAN.id: {place: (None, 3)}}, NOW)


def test_refuses_nothing_what_is_elsewhere_and_what_is_not_opened(store: Store) -> None:
    for ketikan in ({}, {PASAR.id: {0: (None, 1)}}):
        with refused(store, "tidak_ditemukan"):
            skoring.ketik_skor(store, CAMAT, RAPAT, ketikan, NOW)
    with refused(store, "belum_dihitung"):
        skoring.ketik_skor(store, CAMAT, RAPAT, {PELATIHAN.id: {0: (None, 1)}}, NOW)


def test_a_changed_level_ends_an_order_inside_a_tie_and_the_same_level_does_not(store_at: StoreAt) -> None:
    store = store_at(scored)
    members = {u.id: u.versi_skor or 0 for u in baca.usulan_masuk(store, CAMAT, RAPAT) if u.seri == 2}
    skoring.urutkan_seri(store, CAMAT, RAPAT, members, "Lebih mendesak", NOW)
    assert row(store, IRIGASI).seri == 1
    skoring.ketik_skor(store, CAMAT, RAPAT, {IRIGASI.id: {0: (3, 3)}}, NOW)
    assert row(store, IRIGASI).seri == 1
    skoring.ketik_skor(store, CAMAT, RAPAT, {IRIGASI.id: {0: (3, 4)}}, NOW)
    skoring.ketik_skor(store, CAMAT, RAPAT, {IRIGASI.id: {0: (4, 3)}}, NOW)
    assert row(store, IRIGASI).seri == 2


LEVEL = st.none() | st.integers(1, 3)
TYPED = st.dictionaries(st.integers(0, 7), st.tuples(LEVEL, LEVEL), min_size=1)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rounds=st.lists(TYPED, min_size=1, max_size=6))
def test_nobody_overwrites_a_level_that_he_has_not_seen(store: Store, rounds: list[Ketikan]) -> None:
    """Against a plain dict: a round is taken when each level seen or wanted is the one that stands there."""
    present = list(row(store, JALAN).tingkat or ())
    for ketikan in rounds:
        fits = all(present[k] in pair for k, pair in ketikan.items())
        if fits:
            present = [ketikan[k][1] if k in ketikan else level for k, level in enumerate(present)]
            skoring.ketik_skor(store, CAMAT, RAPAT, {JALAN.id: ketikan}, NOW)
        else:
            with pytest.raises(Refused):
                skoring.ketik_skor(store, CAMAT, RAPAT, {JALAN.id: ketikan}, NOW)
        assert row(store, JALAN).tingkat == tuple(present)


def test_levels_of_the_cast_are_what_the_table_gives(store: Store) -> None:
    wanted: Tingkat = NILAI[JALAN.id]
    for k, level in enumerate(wanted):
        skoring.ketik_skor(store, CAMAT, RAPAT, {JALAN.id: {k: (None, level)}}, NOW)
    assert (row(store, JALAN).tingkat, row(store, JALAN).poin) == (wanted, 395)
