"""The sheet: pages, page ends, letters and long tables, without any paper."""

from datetime import datetime

import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from reports import signing
from reports.layout import Piece, height, paginate
from reports.lettering import Face, Letters, clean
from reports.paper import Paper
from reports.table import Column, Table
from tests.reports.reading import read, read_pages

FACE = Face("", 7.5)
DICETAK = datetime(2027, 2, 15, 2, 0)
LETTERS = Letters(FPDF())


def piece(height: float, **changes: object) -> Piece:
    return Piece(height, lambda y: None, **changes)


def paper() -> Paper:
    return Paper("UJI", DICETAK, landscape=True)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.builds(
            lambda mm, takes, keep: piece(mm, takes=takes, keep_next=keep),
            st.integers(1, 100),
            st.integers(0, 4),
            st.booleans(),
        ),
        min_size=1,
        max_size=60,
    )
)
def test_paginate_loses_nothing_and_overfills_no_page(pieces: list[Piece]) -> None:
    pages = paginate(pieces, 100)
    assert [p for page in pages for p in page] == pieces
    assert all(page for page in pages)
    assert all(height(page) <= 100 for page in pages)


def test_the_head_of_a_table_counts_on_every_page() -> None:
    head = (piece(10),)
    pages = paginate([piece(30, head=head) for _ in range(5)], 100)
    assert [len(page) for page in pages] == [3, 2]
    assert [height(page) for page in pages] == [100, 70]


def test_a_signature_takes_the_last_rows_along() -> None:
    rows = [piece(20) for _ in range(5)]
    pages = paginate([*rows, piece(30, takes=3)], 100)
    assert [len(page) for page in pages] == [2, 4]


def test_a_heading_never_ends_a_page() -> None:
    pages = paginate([piece(80), piece(10, keep_next=True), piece(20)], 100)
    assert [len(page) for page in pages] == [1, 2]


@settings(max_examples=200, deadline=None)
@given(st.text("abcdefg WiM\n=é", max_size=200), st.floats(5, 60))
def test_wrapping_keeps_every_letter_and_fits(text: str, width: float) -> None:
    lines = LETTERS.wrap(text, FACE, width)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())
    assert all(LETTERS.width(line, FACE) <= width + 1e-6 for line in lines if len(line) > 1)


def test_letters_add_up_to_the_width_that_fpdf_measures() -> None:
    pdf = FPDF()
    letters = Letters(pdf)
    measured = letters.width("Rp1.250.000 AVATAR To", Face("B", 12))
    pdf.set_font("LiberationSans", "B", 12)
    assert measured == pytest.approx(pdf.get_string_width("Rp1.250.000 AVATAR To"), abs=1e-3)


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        ("e\u0301", "é"),
        ("a\x00b\x1b\x7f", "ab"),
        ("\u202ekebalik\u202c \u200bsatu", "kebalik satu"),
        ("a\tb\r\nc\rd", "a b\nc\nd"),
        ("jalan 😀 \ud800", "jalan ? ?"),
        ("RT\u00a005", "RT\u00a005"),
        ("{nb} **x** =1+1", "{nb} **x** =1+1"),
    ],
)
def test_text_is_cleaned_for_the_fonts(raw: str, printed: str) -> None:
    assert LETTERS.printable(raw) == printed


def test_a_row_taller_than_a_page_goes_on_and_loses_nothing() -> None:
    sheet = paper()
    table = Table(sheet, (Column("No", 10), Column("Uraian", 60)))
    words = [f"kata{n:05d}" for n in range(6000)]
    table.heading("Kelompok")
    table.row("1", " ".join(words))
    pages = read_pages(sheet.output())
    assert len(pages) > 3
    assert [word for page in pages for word in page.split() if word.startswith("kata")] == words
    assert all("No Uraian (1) (2)" in page for page in pages)
    assert "kata00000" in pages[0], "the heading does not stand alone before the first part"


def test_a_word_wider_than_its_column_is_broken() -> None:
    sheet = paper()
    Table(sheet, (Column("No", 10), Column("Uraian", 10))).row("1", "Q" * 300)
    assert read(sheet.output()).replace(" ", "").count("Q") == 300


def test_page_numbers_and_footer_stand_on_every_page() -> None:
    sheet = paper()
    table = Table(sheet, (Column("No", 10),))
    for number in range(100):
        table.row(str(number))
    pages = read_pages(sheet.output())
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert f"Halaman {number} dari {len(pages)}" in page
        assert "Dicetak dari Aplikasi Musrenbang Kecamatan pada 15 Februari 2027 pukul 09.00 WIB" in page


@pytest.mark.parametrize("rows", range(1, 45))
def test_signatures_stand_with_three_rows_whatever_the_length(rows: int) -> None:
    sheet = paper()
    table = Table(sheet, (Column("No", 10), Column("Biaya", 10), Column("Lain", 10)))
    for number in range(rows):
        table.row(f"baris{number}", "1", "")
    table.total("JUMLAH", 1, str(rows))
    signing.signatures(sheet, None, signing.Signer(("CAMAT BAHOROK,",), "Ahmad", "NIP 1"))
    last = read_pages(sheet.output())[-1]
    assert "CAMAT BAHOROK" in last
    assert last.count("baris") >= min(3, rows)


def test_nothing_in_a_text_stands_for_the_number_of_pages() -> None:
    assert paper().pdf.str_alias_nb_pages is None


def test_names_side_by_side_stand_on_one_height() -> None:
    sheet = paper()
    signing.signatures(sheet, signing.Signer(("a", "b", "c"), "Kiri", ""), signing.Signer(("a",), "Kanan", ""))
    spans = sheet._section.pieces[0].draw.args[2]
    heights = {span.text: span.y for span in spans}
    assert heights["Kiri"] == heights["Kanan"]
