"""The pace of the hall and when it will be done (L17, L24)."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from musrenbang.pace import JENDELA, Perkiraan, forecast, minutes_late

MULAI = datetime(2027, 2, 15, 3, 0)


def at(*seconds: int) -> list[datetime]:
    return [MULAI + timedelta(seconds=s) for s in seconds]


def test_the_pace_is_the_time_between_the_last_ones() -> None:
    now = MULAI + timedelta(minutes=10)
    assert forecast(at(0, 60, 180, 240), 55, now) == Perkiraan(80, 55, now + timedelta(seconds=80 * 55))


def test_only_the_last_ones_count() -> None:
    slow = [600 * i for i in range(10)]
    quick = [6000 + 30 * i for i in range(JENDELA + 1)]
    found = forecast(at(*slow, *quick), 10, MULAI)
    assert found
    assert found.detik == 30


def test_a_break_counts_as_a_quarter_of_an_hour() -> None:
    found = forecast(at(0, 60, 60 + 2 * 3600), 10, MULAI)
    assert found
    assert found.detik == (60 + 15 * 60) // 2


def test_too_few_or_nothing_left_is_no_forecast() -> None:
    assert forecast(at(0, 60), 10, MULAI) is None
    assert forecast(at(0, 60, 120), 0, MULAI) is None


def test_a_whole_block_at_once_takes_no_less_than_a_second_each() -> None:
    found = forecast(at(5, 5, 5, 5), 100, MULAI)
    assert found
    assert found.selesai == MULAI + timedelta(seconds=100)


@given(st.lists(st.integers(0, 20_000), min_size=3, max_size=60), st.integers(1, 600))
def test_the_end_is_never_before_now_and_never_slower_than_a_break_each(seconds: list[int], sisa: int) -> None:
    found = forecast(at(*seconds), sisa, MULAI)
    assert found
    assert MULAI < found.selesai <= MULAI + timedelta(minutes=15) * sisa


def test_late_is_counted_in_whole_minutes() -> None:
    assert minutes_late(MULAI + timedelta(minutes=20, seconds=10), MULAI) == 20
    assert minutes_late(MULAI - timedelta(minutes=5), MULAI) == -5
