"""The order that the meeting itself sets inside a tie, with its reason."""

import json
from datetime import timedelta

import pytest

from musrenbang.actions import skoring
from musrenbang.model import Usulan
from musrenbang.store.engine import Store
from tests.cast import BIBIT, CAMAT, DRAINASE, IRIGASI, JALAN, NILAI, NOW, PASAR, PELATIHAN, RAPAT, filled, row, scored
from tests.conftest import StoreAt
from tests.witness import assert_row, both, logged, refusals, refused, rows_of


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(scored)


def order(store: Store, *which: Usulan, alasan: str = "Lebih banyak warga") -> None:
    skoring.urutkan_seri(store, CAMAT, RAPAT, [u.id for u in which], alasan, NOW)


def ranks(store: Store, *which: Usulan) -> list[tuple[int | None, int | None]]:
    return [(row(store, u).peringkat, row(store, u).seri) for u in which]


def test_before_it_the_tie_stays_equal(store: Store) -> None:
    assert ranks(store, JALAN, IRIGASI, DRAINASE, BIBIT) == [(1, 1), (2, 2), (2, 2), (4, 1)]
    assert row(store, IRIGASI).peringkat_skor == 2
    assert row(store, IRIGASI).seri_skor == 2


def test_sets_the_order_and_can_set_it_anew(store: Store) -> None:
    order(store, DRAINASE, IRIGASI)
    assert ranks(store, DRAINASE, IRIGASI, BIBIT) == [(2, 1), (3, 1), (4, 1)]
    order(store, IRIGASI, DRAINASE)
    assert ranks(store, DRAINASE, IRIGASI, BIBIT) == [(3, 1), (2, 1), (4, 1)]
    assert [row(store, u).peringkat_skor for u in (DRAINASE, IRIGASI)] == [2, 2]


def test_logs_each_place_and_the_reason(store: Store) -> None:
    first, second = logged(store, lambda: order(store, DRAINASE, IRIGASI))
    assert_row(first, CAMAT.nama_pengguna, "urutkan usulan seri", f"urutan seri {DRAINASE.kode}")
    assert json.loads(first.sesudah) == {"urutan_seri": 1, "alasan": "Lebih banyak warga"}
    assert json.loads(second.sesudah)["urutan_seri"] == 2


def test_a_tie_that_has_grown_is_equal_again(store: Store) -> None:
    order(store, DRAINASE, IRIGASI)
    skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, {JALAN.id: NILAI[IRIGASI.id]}), NOW)
    assert ranks(store, JALAN, IRIGASI, DRAINASE) == [(1, 3)] * 3


def test_two_merged_ties_with_different_decisions_are_equal_again(store: Store) -> None:
    order(store, DRAINASE, IRIGASI)
    skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, {JALAN.id: NILAI[BIBIT.id]}), NOW)
    skoring.urutkan_seri(store, CAMAT, RAPAT, [JALAN.id, BIBIT.id], "Alasan lain", NOW + timedelta(seconds=1))
    assert ranks(store, DRAINASE, IRIGASI, JALAN, BIBIT) == [(1, 1), (2, 1), (3, 1), (4, 1)]
    nilai = {u.id: NILAI[IRIGASI.id] for u in (JALAN, BIBIT)}
    skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, nilai), NOW)
    assert ranks(store, DRAINASE, IRIGASI, JALAN, BIBIT) == [(1, 4)] * 4


def test_refuses_anything_but_one_whole_tie(store: Store) -> None:
    skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, {BIBIT.id: NILAI[IRIGASI.id]}), NOW)
    for which in (
        [],
        [IRIGASI],
        [IRIGASI, DRAINASE],  # BIBIT shares it too
        [IRIGASI, DRAINASE, BIBIT, JALAN],
        [IRIGASI, JALAN],
        [IRIGASI, IRIGASI, DRAINASE],
        [PELATIHAN, PASAR],  # neither is ranked here
    ):
        with refused(store, "bukan_seri"):
            order(store, *which)


def test_refuses_a_usulan_named_twice(store: Store) -> None:
    with refused(store, "bukan_seri"):
        order(store, IRIGASI, DRAINASE, IRIGASI)


def test_refused_without_a_reason(store: Store) -> None:
    for alasan, key in [("", "alasan_wajib"), (" ab\x00 ", "alasan_wajib"), ("a" * 1001, "isian_panjang")]:
        with refused(store, key):
            order(store, DRAINASE, IRIGASI, alasan=alasan)


def test_of_two_at_once_one_whole_order_stands_and_both_are_in_the_trail(store: Store) -> None:
    wanted = {CAMAT: [DRAINASE, IRIGASI]}
    outcomes = both(
        lambda who: skoring.urutkan_seri(
            store, who, RAPAT, [u.id for u in wanted.get(who, [IRIGASI, DRAINASE])], "Musyawarah", NOW
        )
    )
    assert refusals(outcomes) == []
    last = rows_of(store)[-2]
    first = DRAINASE if last.oleh == CAMAT.nama_pengguna else IRIGASI
    assert row(store, first).peringkat == 2
    assert sorted(rank or 0 for rank, _ in ranks(store, DRAINASE, IRIGASI)) == [2, 3]
    assert sum(entry.tindakan == "urutkan usulan seri" for entry in rows_of(store)) == 4
