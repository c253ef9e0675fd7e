"""The official ranking: the SQL view against a twin counted here in plain Python, and against scoring.rank_usulan."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musrenbang import scoring
from musrenbang.model import Tingkat
from musrenbang.store import scores, seed, usulan
from musrenbang.store.bulk import insert_many
from musrenbang.store.engine import Rows, Store
from musrenbang.store.opening import open_store
from tests.cast import NOW, RAPAT
from tests.conftest import Engine

RAPAT_LAIN = seed.meeting_id("12.05.07", 2027)


@dataclass(frozen=True)
class Baris:
    """One usulan: its levels, whether it is an usulan prioritas, and its place in a decision of the meeting."""

    tingkat: Tingkat
    utama: bool
    putusan: tuple[str, int] | None


Rank = tuple[int, int, int, int, int]  # poin, peringkat_skor, seri_skor, peringkat, seri

# the twin ----------------------------------------------------------------------------------------------------------


def twin(bobot: list[int], rows: dict[UUID, Baris]) -> dict[UUID, Rank]:
    """Rank = 1 + how many are strictly better. Written from domain.md, not from the view."""
    ranked = {id_: row for id_, row in rows.items() if row.utama and None not in row.tingkat}
    chain = _chains(bobot, ranked)
    poin = {id_: levels[0] for id_, levels in chain.items()}
    order = {id_: (*chain[id_], -_own_place(id_, chain, ranked)) for id_ in ranked}
    result = {}
    for id_ in ranked:
        better_points = sum(other > poin[id_] for other in poin.values())
        better = sum(other > order[id_] for other in order.values())
        same_points, same = Counter(poin.values())[poin[id_]], Counter(order.values())[order[id_]]
        result[id_] = (poin[id_], 1 + better_points, same_points, 1 + better, same)
    return result


def _chains(bobot: list[int], ranked: dict[UUID, Baris]) -> dict[UUID, tuple[int, ...]]:
    """Points and the three deciding levels: who shares them all is in one tie."""
    poin = {id_: sum(bobot[i] * (row.tingkat[i] or 0) for i in range(8)) for id_, row in ranked.items()}
    return {
        id_: (poin[id_], row.tingkat[0] or 0, row.tingkat[3] or 0, row.tingkat[4] or 0) for id_, row in ranked.items()
    }


def _own_place(id_: UUID, chain: Mapping[UUID, tuple[int, ...]], ranked: dict[UUID, Baris]) -> int:
    """The meeting's own order counts only when one decision covers the whole tie."""
    tie = [ranked[other].putusan for other in ranked if chain[other] == chain[id_]]
    if None in tie or len({putusan[0] for putusan in tie if putusan}) != 1:
        return 0
    putusan = ranked[id_].putusan
    assert putusan is not None
    return putusan[1]


# what hypothesis makes ---------------------------------------------------------------------------------------------

complete = st.tuples(*[st.integers(1, maks) for maks in scoring.TINGKAT_MAKS])
nearly_equal = st.tuples(*[st.integers(3, 4)] + [st.just(3)] * 2 + [st.integers(3, 4)] * 2 + [st.just(3)] * 3)
broken = st.tuples(*[st.none() | st.integers(1, maks) for maks in scoring.TINGKAT_MAKS])
putusan = st.one_of(st.none(), *[st.tuples(st.sampled_from("AAB"), st.integers(1, 3))] * 3)
baris = st.builds(Baris, nearly_equal | nearly_equal | complete | broken, st.integers(0, 9).map(bool), putusan)


@st.composite
def weights(draw: st.DrawFn) -> list[int]:
    """Eight whole numbers of 0 or more that add up to 100."""
    cuts = sorted(draw(st.lists(st.integers(0, 100), min_size=7, max_size=7)))
    return [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)]


contoh = st.just(list(scoring.BOBOT_CONTOH))
meetings_ = st.lists(baris, max_size=14).map(lambda rows: {uuid5(RAPAT, str(i)): row for i, row in enumerate(rows)})

# putting it into a real database, and taking it back out -----------------------------------------------------------


class TakeBack(BaseException):
    """Ends a transaction and leaves nothing."""


@pytest.fixture(scope="module", params=["duckdb", pytest.param("postgresql", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    engine: Engine = request.getfixturevalue(f"{request.param}_engine")
    opened = open_store(engine.empty())
    yield opened
    opened.close()


def put(tx: Rows, rapat: UUID, bobot: list[int], rows: dict[UUID, Baris]) -> None:
    insert_many(tx, "bobot_rapat", "rapat, b1, b2, b3, b4, b5, b6, b7, b8, kriteria", [(rapat, *bobot, "[]")])
    columns = (
        "id, rapat, kode, asal, urutan, nama, permasalahan, lokasi, volume, satuan, biaya, penerima, bidang, "
        "kewenangan, keputusan, catatan_aturan, prioritas, opd, versi"
    )
    plain = ("Desa", 1, "Jalan", "", "", 1, "m", 1, 1, "Ekonomi", "Kabupaten", "sesuai", "[]")
    usulan = [(id_, rapat, str(id_), *plain, 1 if row.utama else None, "1.03.01", 1) for id_, row in rows.items()]
    usulan = [(*u[:2], u[2][:40], *u[3:]) for u in usulan]
    insert_many(tx, "usulan_masuk", columns, usulan)
    skor = [(id_, rapat, *row.tingkat, "camat", NOW, 1) for id_, row in rows.items()]
    insert_many(tx, "skor", "usulan, rapat, k1, k2, k3, k4, k5, k6, k7, k8, oleh, diubah, versi", skor)
    own = [(id_, rapat, *row.putusan, "musyawarah") for id_, row in rows.items() if row.putusan]
    insert_many(tx, "urutan_seri", "usulan, rapat, putusan, urutan, alasan", own)


def view(tx: Rows, rapat: UUID) -> dict[UUID, Rank]:
    found = tx.rows(
        "select usulan, poin, peringkat_skor, seri_skor, peringkat, seri from peringkat where rapat = $1", rapat
    )
    return {row[0]: row[1:] for row in found}


def with_meeting(store: Store, bobot: list[int], rows: dict[UUID, Baris], look: Callable[[Rows], None]) -> None:
    def work(tx: Rows) -> None:
        put(tx, RAPAT, bobot, rows)
        look(tx)
        raise TakeBack

    with pytest.raises(TakeBack):
        store.transaction(work)


thorough = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@thorough
@given(bobot=weights() | contoh, rows=meetings_)
def test_the_view_agrees_with_the_twin(store: Store, bobot: list[int], rows: dict[UUID, Baris]) -> None:
    def look(tx: Rows) -> None:
        found = view(tx, RAPAT)
        assert found == twin(bobot, rows)
        assert all(type(value) is int for rank in found.values() for value in rank)

    with_meeting(store, bobot, rows, look)


@thorough
@given(bobot=weights() | contoh, rows=meetings_)
def test_the_list_of_a_meeting_carries_what_the_view_says(
    store: Store, bobot: list[int], rows: dict[UUID, Baris]
) -> None:
    def look(tx: Rows) -> None:
        listed = {
            u.id: (u.poin, u.peringkat_skor, u.seri_skor, u.peringkat, u.seri) for u in usulan.in_meeting(tx, RAPAT)
        }
        assert {id_: rank for id_, rank in listed.items() if rank[0] is not None} == view(tx, RAPAT)
        assert listed.keys() == rows.keys()

    with_meeting(store, bobot, rows, look)


@thorough
@given(bobot=weights() | contoh, rows=meetings_)
def test_an_own_order_is_told_of_those_alone_whom_it_sets_apart(
    store: Store, bobot: list[int], rows: dict[UUID, Baris]
) -> None:
    ranked = {id_: row for id_, row in rows.items() if row.utama and None not in row.tingkat}
    chain = _chains(bobot, ranked)
    members = Counter(chain.values())
    places = {id_: _own_place(id_, chain, ranked) for id_ in ranked if members[chain[id_]] > 1}

    def look(tx: Rows) -> None:
        assert scores.tie_orders(tx, RAPAT) == {id_: place for id_, place in places.items() if place}

    with_meeting(store, bobot, rows, look)


@thorough
@given(bobot=weights() | contoh, rows=meetings_)
def test_without_own_orders_the_view_agrees_with_scoring(
    store: Store, bobot: list[int], rows: dict[UUID, Baris]
) -> None:
    rows = {id_: replace(row, putusan=None) for id_, row in rows.items()}
    levels = {id_: [t for t in r.tingkat if t] for id_, r in rows.items() if r.utama and None not in r.tingkat}
    counted = scoring.rank_usulan(bobot, levels)

    def look(tx: Rows) -> None:
        assert {id_: (rank[0], rank[1], rank[3]) for id_, rank in view(tx, RAPAT).items()} == counted

    with_meeting(store, bobot, rows, look)


@thorough
@given(bobot=weights() | contoh, rows=meetings_, data=st.data())
def test_the_withdrawal_of_a_loser_never_changes_the_order_of_the_others(
    store: Store, bobot: list[int], rows: dict[UUID, Baris], data: st.DataObject
) -> None:
    rows = {id_: replace(row, putusan=None) for id_, row in rows.items()}
    before = twin(bobot, rows)
    if not before:
        return
    last = max(rank[3] for rank in before.values())
    loser = data.draw(st.sampled_from([id_ for id_, rank in before.items() if rank[3] == last]))

    def look(tx: Rows) -> None:
        tx.rows("update usulan_masuk set prioritas = null where id = $1", loser)
        after = view(tx, RAPAT)
        assert loser not in after
        assert {id_: (rank[0], rank[1], rank[3]) for id_, rank in after.items()} == {
            id_: (rank[0], rank[1], rank[3]) for id_, rank in before.items() if id_ != loser
        }

    with_meeting(store, bobot, rows, look)


def test_meetings_do_not_touch_each_other(store: Store) -> None:
    here = {uuid5(RAPAT, str(i)): Baris((i, *(3,) * 7), True, None) for i in (1, 2, 3)}
    there = {uuid5(RAPAT_LAIN, str(i)): Baris((5,) * 7 + (3,), True, None) for i in (1, 2)}
    zeros = [0, 0, 0, 0, 0, 0, 0, 100]

    def look(tx: Rows) -> None:
        alone = view(tx, RAPAT)
        put(tx, RAPAT_LAIN, zeros, there)
        assert view(tx, RAPAT) == alone == twin(list(scoring.BOBOT_CONTOH), here)
        assert view(tx, RAPAT_LAIN) == twin(zeros, there)

    with_meeting(store, list(scoring.BOBOT_CONTOH), here, look)


def test_an_own_order_counts_only_while_one_decision_covers_the_whole_tie(store: Store) -> None:
    a, b, c = (uuid5(RAPAT, name) for name in "abc")
    cases: list[tuple[list[tuple[str, int] | None], list[int]]] = [
        ([("A", 2), ("A", 1), ("A", 3)], [2, 1, 3]),
        ([("A", 2), ("A", 1), None], [1, 1, 1]),  # one has joined the tie since
        ([("A", 2), ("A", 1), ("B", 3)], [1, 1, 1]),  # two ties have become one
        ([None, None, None], [1, 1, 1]),
    ]
    for places, expected in cases:
        rows = {id_: Baris((3,) * 8, True, place) for id_, place in zip((a, b, c), places, strict=True)}

        def look(tx: Rows, expected: list[int] = expected) -> None:
            found = view(tx, RAPAT)
            assert [found[id_][3] for id_ in (a, b, c)] == expected
            listed = {u.id: u.peringkat for u in usulan.in_meeting(tx, RAPAT)}
            assert [listed[id_] for id_ in (a, b, c)] == expected

        with_meeting(store, list(scoring.BOBOT_CONTOH), rows, look)


def test_the_ranking_by_hand(store: Store) -> None:
    """Four usulan of 300 points: one has the higher Keterdesakan, two are equal to the end, one has no OPD."""
    a, b, c, d = (uuid5(RAPAT, name) for name in "abcd")
    weights_ = [20, 20, 20, 20, 20, 0, 0, 0]
    rows = {
        a: Baris((3, 3, 3, 3, 3, 1, 1, 1), True, None),
        b: Baris((5, 1, 3, 3, 3, 1, 1, 1), True, None),
        c: Baris((3, 3, 3, 3, 3, 5, 5, 3), True, None),
        d: Baris((5, 5, 5, 5, None, 5, 5, 3), True, None),
    }

    def look(tx: Rows) -> None:
        assert view(tx, RAPAT) == {b: (300, 1, 3, 1, 1), a: (300, 1, 3, 2, 2), c: (300, 1, 3, 2, 2)}
        tx.rows("update usulan_masuk set opd = null where id = $1", b)
        assert view(tx, RAPAT) == {a: (300, 1, 2, 1, 2), c: (300, 1, 2, 1, 2)}

    with_meeting(store, weights_, rows, look)
