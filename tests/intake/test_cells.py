"""What people write into cells, and what it means."""

from datetime import date
from decimal import Decimal

import pytest

from musrenbang.errors import Issue
from musrenbang.intake import cells


@pytest.mark.parametrize(
    ("said", "meant"),
    [(1500000, 1500000), ("1.500.000", 1500000), ("Rp 2,5 jt", 2500000), ("1,2 miliar", 1200000000),
     ("Rp1.500.000,00", 1500000), ("1,500,000", 1500000), ("2.5 juta", 2500000), (10.5, 11), ("Rp 5.000,-", 5000)],
)  # fmt: skip
def test_rupiah(said: str | float, meant: int) -> None:
    assert cells.rupiah(said) == meant


@pytest.mark.parametrize("said", ["banyak", "1,500", "-5", "nan", "inf", "1.5", "Rp", "9" * 60, True])
def test_no_rupiah(said: str | bool) -> None:
    assert isinstance(cells.rupiah(said), Issue)


def test_volume_whole_day_and_yes() -> None:
    assert cells.volume("1.250,5") == cells.volume(1250.5) == Decimal("1250.50")
    assert isinstance(cells.volume("450 meter"), Issue)
    assert cells.whole("40 KK") == cells.whole(40.0) == 40
    assert cells.day("15/02/2027") == cells.day("2027-02-15") == cells.day("15 Februari 2027") == date(2027, 2, 15)
    assert cells.day(45000) == date(2023, 3, 15)
    assert isinstance(cells.day("31/02/2027"), Issue)
    assert (cells.yes("Ya"), cells.yes("tidak"), cells.yes(None)) == (True, False, None)
