"""The quick line: what eight digits mean, and which usulan comes next (L24)."""

import pytest

from musrenbang.errors import Refused
from musrenbang.words import sentence
from pages.musyawarah.quick_line import next_to_score, read_levels
from tests.pages.usulan_rows import masuk

KOSONG = (None,) * 8
SATU, TIGA = (masuk("Desa A", n, tingkat=KOSONG) for n in (1, 3))


@pytest.mark.parametrize("typed", ["54434323", "5443 4323", " 5 4 4 3 4 3 2 3 ", "5443\t4323"])
def test_eight_digits_are_eight_levels(typed: str) -> None:
    assert read_levels(typed) == (5, 4, 4, 3, 4, 3, 2, 3)


@pytest.mark.parametrize("typed", ["", "5443432", "544343233", "5443432a", "5443432²", "５４４３４３２３", "5,443432"])
def test_anything_else_is_told_with_what_was_typed(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_levels(typed)
    (issue,) = refused.value.issues
    assert f"“{typed}”" in sentence(issue)


def test_a_digit_that_is_on_no_scale_is_left_for_the_action_to_refuse() -> None:
    assert read_levels("99999999") == (9,) * 8


def test_the_next_without_a_complete_score_comes() -> None:
    done = masuk("Desa A", 2, tingkat=(1,) * 8, poin=100)
    assert next_to_score([SATU, done, TIGA], SATU.id) == TIGA.id


def test_at_the_end_what_was_left_out_before_comes() -> None:
    done = masuk("Desa A", 2, tingkat=(1,) * 8, poin=100)
    assert next_to_score([SATU, done, TIGA], TIGA.id) == SATU.id


def test_when_all_are_complete_it_goes_on_one_by_one_and_stays_at_the_last() -> None:
    one, two = (masuk("Desa A", n, tingkat=(1,) * 8, poin=100) for n in (1, 2))
    assert next_to_score([one, two], one.id) == two.id
    assert next_to_score([one, two], two.id) == two.id
