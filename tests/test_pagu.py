"""How far a pagu reaches down a ranking: as many from the top as it holds, in the order that they have without it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from musrenbang.model import UsulanMasuk
from musrenbang.pagu import Jangkauan, reach
from tests.cast import isi
from tests.pages.usulan_rows import masuk


def ranked(*biaya: int, peringkat: tuple[int, ...] = ()) -> list[UsulanMasuk]:
    places = peringkat or tuple(range(1, len(biaya) + 1))
    rows = zip(biaya, places, strict=True)
    return [replace(masuk("d", at, peringkat=p), isi=isi("Jalan", biaya=b)) for at, (b, p) in enumerate(rows, 1)]


def test_the_line_is_where_the_next_one_would_pass_it() -> None:
    assert reach(ranked(40, 50, 20, 1), 100) == Jangkauan(100, 2, 90, 4, 111, seri=False)
    assert reach(ranked(40, 50, 10, 1), 100) == Jangkauan(100, 3, 100, 4, 101, seri=False)


def test_it_holds_all_or_not_even_the_first() -> None:
    assert reach(ranked(40, 50), 90) == Jangkauan(90, 2, 90, 2, 90, seri=False)
    assert reach(ranked(91, 1), 90) == Jangkauan(90, 0, 0, 2, 92, seri=False)


def test_a_line_inside_a_tie_is_known() -> None:
    assert reach(ranked(40, 40, 40, peringkat=(1, 2, 2)), 80).seri
    assert not reach(ranked(40, 40, 40, peringkat=(1, 1, 3)), 80).seri


@given(st.lists(st.integers(0, 10**13), max_size=30), st.integers(1, 10**14))
def test_what_is_held_is_within_and_one_more_is_not(biaya: list[int], pagu: int) -> None:
    j = reach(ranked(*biaya), pagu)
    assert (j.biaya, j.semua, j.banyak) == (sum(biaya[: j.termuat]), sum(biaya), len(biaya))
    assert j.biaya <= pagu
    assert j.termuat == len(biaya) or j.biaya + biaya[j.termuat] > pagu
