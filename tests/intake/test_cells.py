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


@pytest.mark.parametrize("said", ["0.750", "0.125", "00.500", "0.500 jt", "012.500", "0,250,000"])
def test_a_nought_before_a_point_is_neither_thousands_nor_guessed(said: str) -> None:
    """The screens refuse it too (test_typed): one of both would be a thousand times wrong."""
    assert isinstance(cells.volume(said), Issue)
    assert isinstance(cells.rupiah(said), Issue)
    assert isinstance(cells.whole(said), Issue)


def test_a_nought_is_read_where_it_can_mean_one_thing_only() -> None:
    assert cells.volume("0.75") == cells.volume("0,75") == Decimal("0.75")
    assert cells.rupiah("0,5 jt") == cells.rupiah("0.5 jt") == 500_000
    assert cells.whole("0") == cells.rupiah("0") == cells.volume("0") == 0


@pytest.mark.parametrize("said", ["450,000", "1,000", "12,500", "999,000"])
def test_an_english_thousand_is_not_read_as_a_decimal(said: str) -> None:
    for read, written in ((cells.rupiah, f"Rp{said}"), (cells.whole, f"{said} KK"), (cells.volume, said)):
        assert isinstance(read(written), Issue)


def test_before_a_unit_a_comma_may_have_more_decimals() -> None:
    assert (cells.rupiah("1,125 miliar"), cells.rupiah("1.250,125 jt")) == (1_125_000_000, 1_250_125_000)
    assert isinstance(cells.rupiah("1,125 rupiah"), Issue)


def test_volume_whole_day_and_yes() -> None:
    assert cells.volume("1.250,5") == cells.volume(1250.5) == Decimal("1250.50")
    assert isinstance(cells.volume("450 meter"), Issue)
    assert cells.whole("40 KK") == cells.whole(40.0) == 40
    assert cells.day("15/02/2027") == cells.day("2027-02-15") == cells.day("15 Februari 2027") == date(2027, 2, 15)
    assert cells.day(45000) == date(2023, 3, 15)
    assert isinstance(cells.day("31/02/2027"), Issue)
    assert (cells.yes("Ya"), cells.yes("tidak"), cells.yes(None)) == (True, False, None)
