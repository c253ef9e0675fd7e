"""Points and ranks in whole numbers."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musrenbang import scoring

LEVELS = st.tuples(*[st.integers(1, maks) for maks in scoring.TINGKAT_MAKS])


def test_the_example_weights_are_those_of_the_domain() -> None:
    assert scoring.BOBOT_CONTOH == (25, 10, 10, 15, 15, 10, 10, 5)
    assert sum(scoring.BOBOT_CONTOH) == 100
    assert [scoring.KUNCI[i] for i in scoring.PEMECAH_SERI] == ["keterdesakan", "kemiskinan", "manfaat"]


def test_points_go_from_100_to_490() -> None:
    assert scoring.total_poin(scoring.BOBOT_CONTOH, (1,) * 8) == 100
    assert scoring.total_poin(scoring.BOBOT_CONTOH, scoring.TINGKAT_MAKS) == 490
    assert scoring.total_poin(scoring.BOBOT_CONTOH, (5, 4, 3, 4, 5, 3, 2, 3)) == 395


def test_a_missing_level_is_never_nought_and_never_an_average() -> None:
    for place in range(8):
        levels = tuple(None if i == place else 3 for i in range(8))
        assert scoring.total_poin(scoring.BOBOT_CONTOH, levels) is None
        assert scoring.missing(levels) == (place,)
    assert scoring.total_poin(scoring.BOBOT_CONTOH, (3,) * 7) is None
    assert scoring.total_poin(scoring.BOBOT_CONTOH, ()) is None
    assert scoring.missing((3,) * 8) == ()


@pytest.mark.parametrize(
    ("bobot", "fault"),
    [
        ((25, 10, 10, 15, 15, 10, 10, 5), False),
        ((100, 0, 0, 0, 0, 0, 0, 0), False),
        ((25, 10, 10, 15, 15, 10, 10, 4), True),
        ((25, 10, 10, 15, 15, 10, 10, 6), True),
        ((105, -5, 0, 0, 0, 0, 0, 0), True),
        ((50, 50), True),
        ((100, 0, 0, 0, 0, 0, 0, 0, 0), True),
        ((), True),
    ],
)
def test_weights_are_eight_whole_numbers_that_add_up_to_100(bobot: tuple[int, ...], fault: bool) -> None:
    assert scoring.weights_fault(bobot) is fault


def test_competition_rank_with_ties() -> None:
    tingkat = {"a": (4,) * 7 + (3,), "b": (3,) * 8, "c": (3,) * 8, "d": (2,) * 8}
    assert scoring.rank_usulan(scoring.BOBOT_CONTOH, tingkat) == {
        "a": (395, 1, 1), "b": (300, 2, 2), "c": (300, 2, 2), "d": (200, 4, 4),
    }  # fmt: skip


def test_each_link_of_the_tie_break_chain() -> None:
    bobot = (20, 20, 0, 20, 20, 20, 0, 0)
    tingkat = {
        "keterdesakan": (5, 1, 1, 3, 3, 3, 1, 1),
        "kemiskinan": (4, 1, 5, 5, 2, 3, 5, 3),
        "manfaat": (4, 1, 1, 4, 5, 1, 1, 1),
        "sisanya": (4, 5, 5, 4, 1, 1, 5, 3),
        "sama": (4, 1, 1, 4, 1, 5, 1, 1),
    }
    ranks = scoring.rank_usulan(bobot, tingkat)
    assert {rank[:2] for rank in ranks.values()} == {(300, 1)}
    assert {name: rank[2] for name, rank in ranks.items()} == {
        "keterdesakan": 1, "kemiskinan": 2, "manfaat": 3, "sisanya": 4, "sama": 4,
    }  # fmt: skip


def test_nothing_to_rank() -> None:
    assert scoring.rank_usulan(scoring.BOBOT_CONTOH, {}) == {}


@settings(deadline=None)
@given(st.lists(LEVELS, max_size=30), st.permutations(range(30)))
def test_neither_id_nor_order_of_entry_counts(levels: list[tuple[int, ...]], shuffled: list[int]) -> None:
    straight = scoring.rank_usulan(scoring.BOBOT_CONTOH, dict(enumerate(levels)))
    other = [i for i in shuffled if i < len(levels)]
    assert scoring.rank_usulan(scoring.BOBOT_CONTOH, {i: levels[i] for i in other}) == straight


@settings(deadline=None)
@given(st.lists(LEVELS, min_size=1, max_size=30))
def test_a_rank_is_one_more_than_how_many_are_better(levels: list[tuple[int, ...]]) -> None:
    ranks = scoring.rank_usulan(scoring.BOBOT_CONTOH, dict(enumerate(levels)))
    for mine, theirs in itertools.pairwise(sorted(ranks.values(), key=lambda rank: rank[2])):
        assert mine[0] >= theirs[0]
        assert mine[1] <= theirs[1]
    for poin, by_points, by_chain in ranks.values():
        assert by_points == 1 + sum(rank[0] > poin for rank in ranks.values())
        assert by_chain == 1 + sum(rank[2] < by_chain for rank in ranks.values())
