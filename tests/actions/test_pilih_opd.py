"""L22: the OPD that is to carry the work out."""

import json

import pytest

from musrenbang.actions import usulan
from musrenbang.store.engine import Store
from tests.cast import (
    CAMAT,
    DISDIK,
    IRIGASI,
    JALAN,
    NOW,
    PELATIHAN,
    PUTR,
    RAPAT,
    loaded,
    row,
    scored,
    seen,
    started,
    verified,
)
from tests.conftest import StoreAt
from tests.witness import assert_one_is_told, assert_row, both, logged, refused


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(verified)


def choose(store: Store, opd: str = PUTR) -> None:
    usulan.pilih_opd(store, CAMAT, RAPAT, seen(store, JALAN, IRIGASI), opd, NOW)


def test_chooses_for_several_and_leaves_the_proposal_of_the_desa(store: Store) -> None:
    choose(store, DISDIK)
    assert [row(store, u).opd for u in (JALAN, IRIGASI)] == [DISDIK, DISDIK]
    assert row(store, JALAN).isi.opd == PUTR


def test_is_changeable_after_scoring_and_keeps_the_score(store_at: StoreAt) -> None:
    store = store_at(scored)
    before = row(store, JALAN)
    choose(store, DISDIK)
    after = row(store, JALAN)
    assert (after.opd, after.tingkat, after.peringkat) == (DISDIK, before.tingkat, before.peringkat)


def test_an_usulan_cadangan_stays_one(store_at: StoreAt) -> None:
    store = store_at(scored)
    usulan.pilih_opd(store, CAMAT, RAPAT, seen(store, PELATIHAN), DISDIK, NOW)
    assert (row(store, PELATIHAN).cadangan, row(store, PELATIHAN).opd) == (True, DISDIK)


def test_logs_before_and_after(store: Store) -> None:
    first, _ = logged(store, lambda: choose(store))
    assert_row(first, CAMAT.nama_pengguna, "pilih OPD", JALAN.kode)
    assert (json.loads(first.sebelum)["opd"], json.loads(first.sesudah)["opd"]) == (None, PUTR)


def test_refuses_an_unknown_opd(store: Store) -> None:
    for opd in ("", "9.99.99"):
        with refused(store, "isian_pilihan"):
            choose(store, opd)


def test_refused_before_verification_and_before_mulai(store_at: StoreAt) -> None:
    for stage, keys in [(started, ["belum_diterima", "belum_diterima"]), (loaded, ["belum_mulai"])]:
        store = store_at(stage)
        with refused(store, *keys):
            choose(store)


def test_of_two_at_once_the_second_is_told(store: Store) -> None:
    shown, wanted = seen(store, JALAN), {CAMAT: PUTR}
    outcomes = both(lambda who: usulan.pilih_opd(store, who, RAPAT, shown, wanted.get(who, DISDIK), NOW))
    faster = assert_one_is_told(outcomes, lambda who: "sesuai; OPD PUTR" if who in wanted else "sesuai; OPD DISDIK")
    assert row(store, JALAN).opd == wanted.get(faster, DISDIK)
