"""Patterns in the levels of a meeting: what is pointed out, with which numbers, and what is left alone."""

import re
from collections import Counter
from dataclasses import replace
from random import Random
from statistics import pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang.ketegasan import MIN_USULAN, adjust
from musrenbang.model import JenisTanda, UsulanDinilai
from musrenbang.pola import is_uniform, signs, spread
from musrenbang.words_ketegasan import BATAS, BELUM_CUKUP, CARA, TANDA, explain, selisih
from tests.cast import reference
from tests.test_ketegasan import usulan

KRITERIA = reference().kriteria


def careful(banyak: int, rng: Random) -> list[UsulanDinilai]:
    """Levels as the sample's meetings give them."""
    seven, last = (1, 2, 3, 3, 4, 4, 4, 5), (1, 2, 3, 3)
    return [usulan(at, "A", (*rng.choices(seven, k=7), rng.choice(last))) for at in range(banyak)]


def said(rows: list[UsulanDinilai]) -> list[str]:
    return [explain(tanda, KRITERIA) for tanda in signs(rows, None).get("A", ())]


def kinds(rows: list[UsulanDinilai]) -> list[JenisTanda]:
    return [tanda.jenis for tanda in signs(rows, None).get("A", ())]


def test_a_careful_meeting_has_no_sign_however_small() -> None:
    rng = Random(7)
    assert [kinds(careful(banyak, rng)) for banyak in range(MIN_USULAN, 110)] == [[]] * 100


@pytest.mark.parametrize(
    ("tingkat", "uniform"),
    [
        ((3,) * 8, True), ((5, 5, 5, 5, 5, 5, 5, 3), True), ((1,) * 8, True), ((4, 4, 4, 4, 4, 4, 4, 3), True),
        ((5, 5, 5, 5, 5, 5, 5, 2), False), ((3, 3, 3, 3, 3, 3, 3, 2), False), ((3, 3, 3, 2, 3, 3, 3, 3), False),
        ((2, 2, 2, 2, 2, 2, 2, 3), False),
    ],
)  # fmt: skip
def test_uniform_is_the_same_level_as_far_as_each_kriteria_goes(tingkat: tuple[int, ...], uniform: bool) -> None:
    assert is_uniform(tingkat) is uniform


def test_straight_lining_is_told_with_its_numbers() -> None:
    straight = [usulan(100 + at, "A", (at,) * 7 + (min(at, 3),)) for at in (2, 3, 5)]
    rows = [*careful(9, Random(1)), *straight]
    (text,) = said(rows)
    assert text.startswith("3 dari 12 usulan (25%) diberi tingkat yang sama pada kedelapan kriterianya.")
    assert kinds([*rows[:8], *straight[:2]]) == []  # two could be chance


def test_a_kriteria_that_all_are_given_alike_is_named() -> None:
    rows = [replace(u, tingkat=(*u.tingkat[:6], 4, u.tingkat[7])) for u in careful(40, Random(2))]
    rows[0] = replace(rows[0], tingkat=(*rows[0].tingkat[:6], 1, 2))
    (text,) = said(rows)
    assert text.startswith("Kriteria Kemudahan Pelaksanaan: 39 dari 40 usulan (98%) diberi tingkat 4,")
    rows[1:3] = [replace(u, tingkat=(*u.tingkat[:6], 2, 2)) for u in rows[1:3]]
    assert kinds(rows) == []


def test_levels_that_pile_up_at_the_top_are_told_beside_those_of_all() -> None:
    high = [usulan(at, "A", (5, 5, 5, 5, 3 + at % 3, 4, 1 + at % 5, 1)) for at in range(20)]
    text = said([*high, *(usulan(100 + at, "B", (2,) * 8) for at in range(20))])[-1]
    assert text.startswith("90 dari 160 tingkat yang diberikan (56%) adalah tingkat tertinggi; di semua rapat 28%.")
    assert JenisTanda.PUNCAK not in kinds([*high, *(usulan(50 + at, "A", (2, 3, 2, 4, 2, 1, 3, 2)) for at in range(5))])


@pytest.mark.parametrize("tingkat", [(3,) * 8, (5, 5, 5, 5, 5, 5, 5, 3)])
def test_a_small_meeting_is_never_pointed_out(tingkat: tuple[int, ...]) -> None:
    rows = [usulan(at, "A", tingkat) for at in range(MIN_USULAN)]
    assert signs(rows[1:], None) == {}
    assert JenisTanda.SERAGAM in kinds(rows)


def test_how_a_meeting_leans_comes_first() -> None:
    rows = [usulan(100 * at + n, "ABC"[at], (at + 1 + n % 2,) * 7 + (1,)) for at in range(3) for n in range(30)]
    found = signs(rows, adjust(rows))
    assert [tanda.jenis for tanda in found["A"]][:1] == [JenisTanda.KETAT]
    assert [tanda.jenis for tanda in found["C"]][:1] == [JenisTanda.LONGGAR]
    text = explain(found["C"][0], KRITERIA)
    assert re.match(r"Skornya rata-rata \d,\d\d lebih tinggi .* \(selang 95%: \S+ sampai \S+\), \d+,\d kali", text)


def test_every_kind_of_sign_has_its_words() -> None:
    assert set(TANDA) == set(JenisTanda)
    assert all(text.endswith(".") for text in (*TANDA.values(), *CARA, BATAS, BELUM_CUKUP))


def test_nothing_scored_has_no_sign() -> None:
    assert signs([], None) == {}


@given(st.lists(st.integers(1, 5), max_size=60))
def test_the_spread_is_the_plain_standard_deviation(given_: list[int]) -> None:
    expected = round(100 * pstdev(given_)) if given_ else None
    found = spread(Counter(given_))
    assert found == expected or (found is not None and abs(found - 100 * pstdev(given_)) <= 0.5 + 1e-9)


@pytest.mark.parametrize(("poin", "said"), [(24.4, "+0,24"), (-131.5, "−1,32"), (0.4, "0,00"), (-0.4, "0,00")])
def test_a_difference_bears_its_sign(poin: float, said: str) -> None:
    assert selisih(poin) == said
