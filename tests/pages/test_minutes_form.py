"""The Berita Acara: what its paper leaves empty, and how many fields are drawn."""

from dataclasses import replace

from musrenbang.model import BeritaAcara, Wakil
from pages.penutupan.minutes_form import missing, shown

FULL = BeritaAcara("1", 40, 27, "12.30", "A", "Camat", "B", "1", ("A",), ("B",), (Wakil("C", "", ""),), 1)


def test_full_paper_lacks_nothing() -> None:
    assert missing(FULL) == []


def test_nobody_of_one_sex_is_a_count_too() -> None:
    assert missing(replace(FULL, perempuan=0)) == []
    assert missing(replace(FULL, perempuan=None)) == ["Jumlah peserta laki-laki dan perempuan"]


def test_each_empty_field_is_named() -> None:
    assert missing(replace(FULL, nomor="", pemateri=(), wakil=())) == [
        "Nomor Berita Acara",
        "Pemateri",
        "Wakil peserta yang menandatangani",
    ]


def test_one_field_more_than_the_last_filled() -> None:
    assert shown(["", "", ""], 1, 5) == 1
    assert shown(["a", "", "c", "", ""], 1, 5) == 4
    assert shown(["a"] * 5, 1, 5) == 5
    assert shown([], 3, 30) == 3
