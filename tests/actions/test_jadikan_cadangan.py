"""L18, L20, L21: non prioritas makes an usulan a reserve, with its reason."""

import json

import pytest

from musrenbang.actions import baca, usulan
from musrenbang.store.engine import Store
from tests.cast import CAMAT, IRIGASI, JALAN, NOW, PUTR, RAPAT, SEKCAM, loaded, row, scored, seen, started, verified
from tests.conftest import StoreAt
from tests.witness import assert_one_is_told, assert_row, both, logged, refused


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(verified)


def reserve(store: Store, alasan: str = "Lahan belum siap") -> None:
    usulan.jadikan_cadangan(store, CAMAT, RAPAT, seen(store, JALAN, IRIGASI), alasan, NOW)


def test_keeps_one_reason_for_several(store: Store) -> None:
    reserve(store, " Lahan belum siap\x00 ")
    for which in (JALAN, IRIGASI):
        u = row(store, which)
        assert (u.cadangan, u.alasan_cadangan, u.prioritas) == (True, "Lahan belum siap", None)


def test_logs_who_and_why(store: Store) -> None:
    first, second = logged(store, lambda: reserve(store))
    assert_row(first, CAMAT.nama_pengguna, "pilih non prioritas", JALAN.kode)
    assert second.objek == IRIGASI.kode
    assert json.loads(first.sebelum)["alasan_cadangan"] is None
    assert json.loads(first.sesudah)["alasan_cadangan"] == "Lahan belum siap"


def test_a_scored_usulan_leaves_the_ranking(store_at: StoreAt) -> None:
    store = store_at(scored)
    reserve(store)
    assert row(store, JALAN).peringkat is None
    assert baca.fakta(store, CAMAT, RAPAT).kemajuan.skor_lengkap == 2
    usulan.pilih_prioritas(store, CAMAT, RAPAT, seen(store, JALAN), 1, None, NOW)
    assert (row(store, JALAN).peringkat, row(store, JALAN).opd) == (1, PUTR)  # its score was kept


def test_refused_without_a_reason(store: Store) -> None:
    for alasan, key in [("", "alasan_wajib"), (" \x00a ", "alasan_wajib"), ("a" * 1001, "isian_panjang")]:
        with refused(store, key):
            reserve(store, alasan)


def test_refused_before_verification_and_before_mulai(store_at: StoreAt) -> None:
    for stage, keys in [(started, ["belum_diterima", "belum_diterima"]), (loaded, ["belum_mulai"])]:
        store = store_at(stage)
        with refused(store, *keys):
            reserve(store)


def test_of_two_at_once_the_second_is_told(store: Store) -> None:
    shown = seen(store, JALAN)
    outcomes = both(lambda who: usulan.jadikan_cadangan(store, who, RAPAT, shown, f"Menurut {who.nama}", NOW))
    faster = assert_one_is_told(outcomes, lambda who: f"sesuai; alasan cadangan “Menurut {who.nama}”")
    assert row(store, JALAN).alasan_cadangan == f"Menurut {faster.nama}"


def test_racing_with_prioritas_one_of_both_decisions_stands(store: Store) -> None:
    shown = seen(store, JALAN)

    def decide(who: object) -> None:
        if who is SEKCAM:
            usulan.jadikan_cadangan(store, SEKCAM, RAPAT, shown, "Lahan belum siap", NOW)
        else:
            usulan.pilih_prioritas(store, CAMAT, RAPAT, shown, 4, None, NOW)

    assert_one_is_told(both(decide), lambda who: "cadangan" if who is SEKCAM else "prioritas 4")
