"""Pemandu SOP: what really happened, as the hall reads it."""

from datetime import date, datetime

import pytest

from musrenbang.actions.jalannya import Rentang
from pages.penutupan.pemandu_sop import happened, left_in_words

HARI = date(2027, 2, 15)


def at(hour: int, minute: int, day: int = 15) -> datetime:
    """In UTC, seven hours before the clock of Langkat."""
    return datetime(2027, 2, day, hour - 7, minute)


def test_a_row_that_took_time_has_start_end_and_minutes() -> None:
    assert happened(Rentang(at(9, 5), at(9, 47)), HARI) == "09.05–09.47<small>42 menit</small>"


def test_a_single_press_has_one_time_and_nothing_known_has_none() -> None:
    assert happened(Rentang(at(9, 5), at(9, 5)), HARI) == "09.05"
    assert happened(None, HARI) == "–"


def test_another_day_is_named() -> None:
    assert happened(Rentang(at(8, 0, 12), at(8, 0, 12)), HARI) == "12 Februari 2027 08.00"
    assert happened(Rentang(at(8, 0, 12), at(9, 30)), HARI) == "12 Februari 2027 08.00 s.d. 09.30"


@pytest.mark.parametrize(("sisa", "words"), [(750, "00.12.30 lagi"), (0, "00.00.00 lagi"), (-61, "00.01.01 lewat")])
def test_the_planned_end_is_told_before_and_after(sisa: int, words: str) -> None:
    assert left_in_words(sisa) == words
