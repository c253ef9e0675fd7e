"""The code on a paper: as it is written, and all the ways in which people type it."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang import kode_periksa
from musrenbang.kode_periksa import HURUF, KodePeriksa

HASH = hashlib.sha256(b"kirim").hexdigest()
KODE = str(kode_periksa.of_row("12.05.07", 2027, HASH))


def test_it_is_the_first_hundred_bits_of_the_hash() -> None:
    number = 0
    for huruf in kode_periksa.of_row("12.05.07", 2027, HASH).huruf:
        number = number << 5 | HURUF.index(huruf)
    assert number == int(HASH[:25], 16)


@given(st.binary(min_size=32, max_size=32).map(bytes.hex))
def test_what_is_written_is_read(hash_: str) -> None:
    made = kode_periksa.of_row("12.05.01", 2027, hash_)
    assert kode_periksa.read(str(made)) == made


@pytest.mark.parametrize(
    "typed",
    [
        KODE.lower(),
        KODE.replace("-", " "),
        KODE.replace("-", " - "),
        KODE.replace("-", "").replace(".", ""),
        KODE.replace("-", "–"),
        f" {KODE}\n",
        KODE.replace("0", "O").replace("1", "l"),
        kode_periksa.link("https://musrenbang.contoh.go.id", KODE),
    ],
)
def test_as_people_type_it(typed: str) -> None:
    assert str(kode_periksa.read(typed)) == KODE


@pytest.mark.parametrize(
    "typed",
    ["", "kode", KODE[:-1], f"{KODE}A", KODE[3:], KODE.replace("2027", "202"), "U" * 40, "9" * 301, "١٢" + KODE[2:]],
)
def test_what_is_no_code(typed: str) -> None:
    assert kode_periksa.read(typed) is None


def test_the_letters_are_those_that_nobody_misreads() -> None:
    assert len(set(HURUF)) == 32
    assert not set("ILOU") & set(HURUF)
    assert KodePeriksa("12.05.07", 2027, "0" * 20).huruf == "0" * 20


@pytest.mark.parametrize(
    ("given_", "address"),
    [
        ("https://musrenbang.contoh.go.id/", "https://musrenbang.contoh.go.id"),
        ("http://10.0.0.5:8501", "http://10.0.0.5:8501"),
        ("https://contoh.go.id/musrenbang", "https://contoh.go.id/musrenbang"),
        (None, ""), ("", ""), ("contoh.go.id", ""), ("javascript:alert(1)", ""), ("https://a b", ""),
        ("https://a?b", ""),
    ],
)  # fmt: skip
def test_only_an_address_of_the_web_counts(given_: str | None, address: str) -> None:
    assert kode_periksa.address(given_) == address
