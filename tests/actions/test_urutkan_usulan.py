"""L01, L10: a desa sets the order of its own usulan."""

import json
from collections.abc import Sequence
from functools import partial
from uuid import UUID, uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musrenbang.actions import usulan_desa
from musrenbang.actions.periksa import periksa
from musrenbang.model import Orang, Usulan
from musrenbang.store.engine import Store
from tests.cast import BIBIT, DESA, DRAINASE, IRIGASI, JALAN, LAPANGAN, NOW, RAPAT, SEKDES, isi, loaded, own
from tests.conftest import StoreAt
from tests.witness import assert_row, assert_told, logged, race, refused

SEMUA = (JALAN, IRIGASI, BIBIT, LAPANGAN)
TERBALIK = [u.id for u in reversed(SEMUA)]
AWAL = {u.id: 1 for u in SEMUA}


def order(store: Store, urutan: Sequence[UUID], who: Orang = DESA, dilihat: dict[UUID, int] | None = None) -> None:
    seen = {u.id: u.versi for u in own(store)} if dilihat is None else dilihat
    usulan_desa.urutkan(store, who, RAPAT, urutan, seen, NOW)


def ids(usulan: Sequence[Usulan]) -> list[UUID]:
    return [u.id for u in usulan]


def test_the_first_named_is_number_one_and_approvals_stay(store: Store) -> None:
    order(store, TERBALIK)
    assert [(u.id, u.urutan) for u in own(store)] == list(zip(TERBALIK, (1, 2, 3, 4), strict=True))
    assert [u.disetujui for u in own(store)] == [False, True, True, True]
    assert periksa(store) == []


def test_logs_those_that_move_and_leaves_the_others(store: Store) -> None:
    entries = logged(store, lambda: order(store, ids((IRIGASI, JALAN, BIBIT, LAPANGAN))))
    assert [row.objek for row in entries] == [f"usulan {IRIGASI.kode}", f"usulan {JALAN.kode}"]
    assert_row(entries[0], DESA.nama_pengguna, "isi usulan desa/kelurahan", f"usulan {IRIGASI.kode}")
    assert (json.loads(entries[0].sebelum)["urutan"], json.loads(entries[0].sesudah)["urutan"]) == (2, 1)
    assert [u.versi for u in own(store)] == [2, 2, 1, 1]


def test_the_order_that_stands_already_writes_nothing(store: Store) -> None:
    assert logged(store, lambda: order(store, ids(SEMUA))) == []


def test_refuses_an_order_that_is_not_whole(store: Store) -> None:
    wrong = [[], TERBALIK[1:], [*TERBALIK, JALAN.id], [*TERBALIK[1:], uuid4()], [*TERBALIK[1:], DRAINASE.id]]
    for urutan in wrong:
        with refused(store, "urutan_tidak_lengkap"):
            order(store, urutan)


def test_refused_when_one_that_moves_was_not_seen_as_it_is(store: Store) -> None:
    usulan_desa.ubah(store, SEKDES, RAPAT, BIBIT.id, 1, isi("Bibit padi"), NOW)
    with refused(store, "berubah"):
        order(store, TERBALIK, dilihat=AWAL)
    with refused(store, "berubah", "berubah", "berubah", "berubah"):
        order(store, TERBALIK, dilihat={})
    order(store, ids((IRIGASI, JALAN, BIBIT, LAPANGAN)), dilihat=AWAL)


def test_refused_once_the_camat_has_loaded_the_desa(store_at: StoreAt) -> None:
    store = store_at(loaded)
    with refused(store, "usulan_ditutup"):
        order(store, TERBALIK)


def test_of_two_at_once_the_second_is_told(store: Store) -> None:
    people, wishes = (DESA, SEKDES), (TERBALIK, ids((LAPANGAN, JALAN, IRIGASI, BIBIT)))
    outcomes = race(*(partial(order, store, wish, who, AWAL) for who, wish in zip(people, wishes, strict=True)))
    slower = next(i for i, outcome in enumerate(outcomes) if outcome is not None)
    assert_told(outcomes[slower], people[1 - slower], "nomor ")
    assert ids(own(store)) == wishes[1 - slower]


def test_two_with_the_same_wish_both_have_it(store: Store) -> None:
    assert race(*(partial(order, store, TERBALIK, who, AWAL) for who in (DESA, SEKDES))) == [None, None]
    assert ids(own(store)) == TERBALIK


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(urutan=st.permutations([u.id for u in SEMUA]))
def test_any_order_of_all_holds(store: Store, urutan: list[UUID]) -> None:
    order(store, urutan)
    assert ids(own(store)) == urutan
    assert [u.urutan for u in own(store)] == [1, 2, 3, 4]
