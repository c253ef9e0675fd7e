"""Which copies of a timer may go."""

from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from musrenbang.formats import wib
from musrenbang.model import Salinan, Simpan
from musrenbang.rotasi import berlebih

START = datetime(2027, 1, 1)
MOMENTS = st.lists(st.integers(0, 400 * 24), max_size=60).map(lambda hours: [START + timedelta(hours=h) for h in hours])
HOW_MANY = st.builds(Simpan, st.integers(1, 20), st.integers(0, 12))


def copy(waktu: datetime) -> Salinan:
    return Salinan(Path(f"{waktu:%Y%m%d-%H%M%S}"), waktu, "duckdb", 9, {}, "", 0, 0, {}, True)


def kept(moments: list[datetime], simpan: Simpan) -> list[datetime]:
    copies = [copy(waktu) for waktu in moments]
    gone = berlebih(copies, simpan)
    return sorted((each.waktu for each in copies if each not in gone), reverse=True)


def test_after_a_year_of_nights_fourteen_days_and_eight_weeks_are_left() -> None:
    left: list[datetime] = []
    nights = [datetime(2027, 1, 1, 19, 30) + timedelta(days=n) for n in range(365)]  # 02.30 WIB of the next day
    for night in nights:
        left = kept([*left, night], Simpan(14, 8))
    assert left[:14] == nights[:-15:-1]
    assert [f"{wib(waktu):%a %d %b}" for waktu in left[14:]] == [
        "Sun 12 Dec", "Sun 05 Dec", "Sun 28 Nov", "Sun 21 Nov", "Sun 14 Nov",
    ]  # fmt: skip


def test_of_one_day_the_newest_stays_by_the_calendar_of_langkat() -> None:
    late, early = datetime(2027, 3, 1, 16, 59), datetime(2027, 3, 1, 17, 1)  # 23.59 and, the next day, 00.01
    assert kept([late, early], Simpan(2, 0)) == [early, late]
    assert kept([late - timedelta(hours=3), late], Simpan(2, 0)) == [late]


def test_a_timer_that_stood_still_takes_nothing_away() -> None:
    old = [START + timedelta(days=n) for n in range(5)]
    assert kept([*old, START + timedelta(days=900)], Simpan(6, 0)) == [START + timedelta(days=900), *reversed(old)]


@given(MOMENTS, HOW_MANY)
def test_the_newest_stays_and_never_more_than_was_asked_for(moments: list[datetime], simpan: Simpan) -> None:
    left = kept(moments, simpan)
    assert set(left) <= set(moments)
    assert left[:1] == sorted(moments, reverse=True)[:1]
    assert len(set(left)) <= simpan.harian + simpan.mingguan
    assert kept(left, simpan) == left
