"""Numbers, money, dates and words as Indonesian papers write them."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang import formats

WORDS = {
    0: "nol", 1: "satu", 10: "sepuluh", 11: "sebelas", 12: "dua belas", 19: "sembilan belas", 20: "dua puluh",
    21: "dua puluh satu", 87: "delapan puluh tujuh", 99: "sembilan puluh sembilan", 100: "seratus",
    101: "seratus satu", 110: "seratus sepuluh", 111: "seratus sebelas", 200: "dua ratus",
    999: "sembilan ratus sembilan puluh sembilan", 1_000: "seribu", 1_001: "seribu satu", 1_100: "seribu seratus",
    1_999: "seribu sembilan ratus sembilan puluh sembilan", 2_000: "dua ribu", 2_027: "dua ribu dua puluh tujuh",
    10_000: "sepuluh ribu", 11_000: "sebelas ribu", 21_000: "dua puluh satu ribu", 100_000: "seratus ribu",
    101_000: "seratus satu ribu", 1_000_000: "satu juta", 1_001_000: "satu juta seribu",
    1_250_000_000: "satu miliar dua ratus lima puluh juta", 1_000_000_000: "satu miliar",
    999_999_999_999: "sembilan ratus sembilan puluh sembilan miliar sembilan ratus sembilan puluh sembilan juta "
    "sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan",
    10**12: "satu triliun", 10**12 + 1_000: "satu triliun seribu",
}  # fmt: skip


@pytest.mark.parametrize(("n", "words"), WORDS.items(), ids=str)
def test_terbilang(n: int, words: str) -> None:
    assert formats.terbilang(n) == words


def read(words: str) -> int:
    """The way back, from words to the number."""
    digits = {word: n for n, word in enumerate(formats.SATUAN)}
    total = part = last = 0
    for word in words.split():
        word_value = {"seratus": 100, "seribu": 1000}.get(word)
        if word_value == 100:
            part += 100
        elif word_value == 1000:
            total += 1000
        elif word == "belas":
            part += 10
        elif word == "puluh":
            part += last * 9
        elif word == "ratus":
            part += last * 99
        elif word in digits:
            last = digits[word]
            part += last
        else:
            total, part = total + part * {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}[word], 0
    return total + part


@given(st.integers(0, 10**15 - 1) | st.integers(0, 2_000))
def test_terbilang_says_exactly_its_number(n: int) -> None:
    assert read(formats.terbilang(n)) == n


@given(st.integers(0, 10**15))
def test_rupiah_is_the_number_in_groups_of_three(n: int) -> None:
    text = formats.rupiah(n)
    head, *groups = text.removeprefix("Rp").split(".")
    assert text.startswith("Rp")
    assert int(head + "".join(groups)) == n
    assert all(len(group) == 3 for group in groups)


def test_rupiah() -> None:
    assert formats.rupiah(1_250_000_000) == "Rp1.250.000.000"
    assert formats.rupiah(0) == "Rp0"
    assert formats.bulat(999) == "999"


def test_rupiah_ringkas_rounds_half_up() -> None:
    for n, text in [
        (999_999, "Rp999.999"), (1_000_000, "Rp1,00 juta"), (1_004_999, "Rp1,00 juta"), (1_005_000, "Rp1,01 juta"),
        (18_424_000_000, "Rp18,42 miliar"), (2_500_000_000_000, "Rp2,50 triliun"),
        (999_994_999, "Rp999,99 juta"), (999_995_000, "Rp1,00 miliar"), (999_999_999, "Rp1,00 miliar"),
        (999_994_999_999, "Rp999,99 miliar"), (999_995_000_000, "Rp1,00 triliun"),
        (1_234_560_000_000_000, "Rp1.234,56 triliun"),
    ]:  # fmt: skip
        assert formats.rupiah_ringkas(n) == text


def test_a_volume_has_a_comma_and_no_trailing_zeros() -> None:
    for n, text in [("2000.00", "2.000"), ("1.50", "1,5"), ("0.25", "0,25"), ("3", "3")]:
        assert formats.angka(Decimal(n)) == text
    assert formats.angka(1500) == "1.500"


def test_skor_shows_two_decimals() -> None:
    for poin, text in [(385, "3,85"), (100, "1,00"), (490, "4,90"), (305, "3,05"), (None, "–")]:
        assert formats.skor(poin) == text


def test_dates() -> None:
    assert formats.tanggal(date(2027, 2, 5)) == "5 Februari 2027"
    assert formats.hari_tanggal(date(2027, 2, 15)) == "Senin, 15 Februari 2027"
    assert formats.hari_tanggal(date(2027, 8, 22)) == "Minggu, 22 Agustus 2027"
    assert len(formats.BULAN) == 12


def test_times_are_read_in_wib() -> None:
    assert formats.jam(datetime(2027, 2, 15, 2, 5)) == "09.05"
    assert formats.tanggal_jam(datetime(2027, 2, 15, 17, 30)) == "16 Februari 2027 pukul 00.30 WIB"
    assert formats.wib(datetime(2027, 12, 31, 20)) == datetime(2028, 1, 1, 3)


def test_the_clock() -> None:
    for seconds, text in [
        (0, "00.00.00"),
        (59, "00.00.59"),
        (6130, "01.42.10"),
        (360_000, "100.00.00"),
        (-5, "00.00.00"),
    ]:
        assert formats.lama(seconds) == text


def test_bytes_as_people_read_them() -> None:
    read = {1: "1 KB", 99_999: "100 KB", 100_000: "0,1 MB", 3_249_999: "3,2 MB", 1_250_000_000: "1.250,0 MB"}
    assert {n: formats.ukuran(n) for n in read} == read
