"""L01, L10: where an usulan goes in the desa's own order."""

from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from pages.desa.moving import moved

A, B, C, D = SEMUA = [uuid4() for _ in range(4)]


def test_one_up_one_down_and_to_a_number() -> None:
    assert moved(SEMUA, C, 2) == [A, C, B, D]
    assert moved(SEMUA, A, 2) == [B, A, C, D]
    assert moved(SEMUA, D, 1) == [D, A, B, C]
    assert moved(SEMUA, A, 4) == [B, C, D, A]
    assert moved(SEMUA, B, 2) == SEMUA


@given(which=st.sampled_from(SEMUA), to=st.integers(1, 4))
def test_it_stands_where_it_was_sent_and_the_others_keep_their_order(which: UUID, to: int) -> None:
    after = moved(SEMUA, which, to)
    assert after.index(which) == to - 1
    assert [one for one in after if one != which] == [one for one in SEMUA if one != which]
