"""Numbers as people type them."""

from decimal import Decimal

import pytest

from musrenbang.errors import Refused
from musrenbang.words import sentence
from pages.parts import typed
from pages.parts.reason import join_reason


@pytest.mark.parametrize(
    "said", ["1500000", "1.500.000", " Rp1.500.000 ", "rp 1.500.000", "Rp. 1.500.000,00", "1.500.000,-"]
)
def test_rupiah_is_read_as_people_write_it(said):
    assert typed.read_whole(said) == 1_500_000


@pytest.mark.parametrize("said", ["", "1,5 juta", "1.5", "1.500.00", "-5", "1e6", "15.000.000,50", "١٥", "9" * 41])
def test_what_is_no_whole_rupiah_is_not_guessed(said):
    assert typed.read_whole(said) is None


@pytest.mark.parametrize(("said", "value"), [("12,5", "12.5"), ("1.250,75", "1250.75"), ("1.200", "1200"), ("7", "7")])
def test_volume_has_a_decimal_comma(said, value):
    assert typed.read_volume(said) == Decimal(value)


@pytest.mark.parametrize("said", ["12.5", "12,555", "dua", "", "-1"])
def test_what_is_no_volume_is_not_guessed(said):
    assert typed.read_volume(said) is None


@pytest.mark.parametrize("said", ["0.750", "0.125", "00.500", "012.500"])
def test_a_nought_before_a_point_is_neither_thousands_nor_guessed(said):
    assert typed.read_volume(said) is None
    assert typed.read_whole(said) is None
    assert (typed.read_volume("0,75"), typed.read_whole("0")) == (Decimal("0.75"), 0)


def test_a_slip_is_told_with_the_name_of_its_field():
    with pytest.raises(Refused) as refused:
        typed.whole("Perkiraan biaya", "banyak", 10**13)
    assert sentence(refused.value.issues[0]) == "Perkiraan biaya harus angka dari 0 sampai 10.000.000.000.000."
    with pytest.raises(Refused):
        typed.whole("Penerima manfaat", "10.000.001", 10**7)


def test_a_volume_with_a_point_is_told_to_take_a_comma():
    with pytest.raises(Refused) as refused:
        typed.volume("12.5")
    assert sentence(refused.value.issues[0]) == (
        "Volume harus angka lebih dari 0. Pecahan ditulis dengan koma, paling banyak dua desimal, misalnya 1.250,5."
    )


def test_a_reason_is_a_usual_one_or_ones_own_words_or_both():
    assert join_reason(None, "  ") == ""
    assert join_reason("Lahan belum siap", None) == "Lahan belum siap"
    assert join_reason("Lahan belum siap", " menunggu hibah ") == "Lahan belum siap. menunggu hibah"
