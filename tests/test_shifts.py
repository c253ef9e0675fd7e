"""What other weights move: counted again by hand, and by the ranking itself."""

from hypothesis import given
from hypothesis import strategies as st

from musrenbang import scoring
from musrenbang.model import Dinilai
from musrenbang.shifts import TERATAS, shifts

LEVELS = st.tuples(*(st.integers(1, most) for most in scoring.TINGKAT_MAKS))
WEIGHTS = st.permutations(scoring.BOBOT_CONTOH)


def ranked(levels: list[tuple[int, ...]], weights: tuple[int, ...] = scoring.BOBOT_CONTOH) -> list[Dinilai]:
    """As a meeting would have sent them: by example weights, without orders of its own."""
    places = scoring.rank_usulan(weights, dict(enumerate(levels)))
    found = [Dinilai("Bahorok", str(i), f"usulan {i}", "", own, places[i][2]) for i, own in enumerate(levels)]
    return sorted(found, key=lambda u: u.peringkat)


@given(st.lists(LEVELS, min_size=1, max_size=40), WEIGHTS)
def test_who_moves_is_who_the_ranking_places_elsewhere(levels: list[tuple[int, ...]], weights: list[int]) -> None:
    before = ranked(levels)
    (found,) = shifts(weights, before)
    after = scoring.rank_usulan(weights, {u.kode: u.tingkat for u in before})
    assert {(p.usulan.kode, p.baru) for p in found.berpindah} == {
        (u.kode, after[u.kode][2]) for u in before if after[u.kode][2] != u.peringkat
    }
    assert [p.jauh for p in found.berpindah] == sorted((p.jauh for p in found.berpindah), reverse=True)
    first_ten = {u.kode for u in before if u.peringkat <= TERATAS}
    came, left = {p.usulan.kode for p in found.masuk}, {p.usulan.kode for p in found.keluar}
    assert (first_ten | came) - left == {kode for kode, place in after.items() if place[2] <= TERATAS}


@given(st.lists(LEVELS, min_size=1, max_size=20))
def test_the_weights_of_before_move_nobody(levels: list[tuple[int, ...]]) -> None:
    assert shifts(scoring.BOBOT_CONTOH, ranked(levels))[0].berpindah == ()


def test_an_order_of_the_meeting_counts_where_it_covers_a_whole_tie() -> None:
    same = (3, 3, 3, 3, 3, 3, 3, 2)
    tie = [Dinilai("Bahorok", str(n), "", "", same, n, "putusan", n) for n in (1, 2)]
    assert shifts(scoring.BOBOT_CONTOH, tie)[0].berpindah == ()
    newcomer = Dinilai("Bahorok", "3", "", "", (3, 3, 3, 3, 3, 3, 2, 3), 3)  # a tie with both once they weigh the same
    (found,) = shifts((20, 10, 10, 15, 15, 10, 10, 10), [*tie, newcomer])
    assert {p.usulan.kode: p.baru for p in found.berpindah} == {"2": 1, "3": 1}


def test_each_meeting_is_ranked_by_itself() -> None:
    high, low = (5, 5, 5, 5, 5, 5, 5, 3), (1, 1, 1, 1, 1, 1, 1, 1)
    both = [Dinilai("Bahorok", "1", "", "", low, 1), Dinilai("Stabat", "2", "", "", high, 1)]
    assert [(k.kecamatan, k.berpindah) for k in shifts(scoring.BOBOT_CONTOH, both)] == [("Bahorok", ()), ("Stabat", ())]
