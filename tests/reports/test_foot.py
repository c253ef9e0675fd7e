"""The foot of every page: whole, whatever the names and the day, and nothing in it touches anything else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from itertools import groupby, pairwise

import pytest
from fpdf import FPDF
from pypdf import PdfReader

from musrenbang.intake.reference_files import read_reference
from musrenbang.model import Kertas, Opd
from reports import PAPERS, blocks, foot
from reports.layout import Section
from reports.lettering import Face, Letters
from tests.reports.bahan import bahan, left_out, prioritas
from tests.reports.reading import read_pages

SEPTEMBER = datetime(2027, 9, 28, 3, 48)
WIDE_CODE = "12.05.01-2027-WMWM-WMWM-WMWM-WMWM-WMWM"
LETTERS = Letters(FPDF())
SHEETS = [Section(kertas, landscape) for kertas in Kertas for landscape in (False, True)]
every_sheet = pytest.mark.parametrize("sheet", SHEETS, ids=lambda s: f"{s.kertas} {'lying' if s.landscape else 'up'}")


def titles() -> Iterator[str]:
    data = read_reference()
    for opd in data.opd:
        for kecamatan in data.kecamatan:
            facts = bahan(kecamatan=kecamatan.nama)
            yield blocks.paper_title(facts, f"Usulan Prioritas {opd.nama}")


@every_sheet
def test_every_opd_and_kecamatan_stands_in_it_whole_and_in_full_size(sheet: Section) -> None:
    for text in titles():
        face, lines = foot.title(LETTERS, text, sheet.width)
        assert " ".join(lines) == text
        assert (face, len(lines) <= 2) == (foot.FOOT, True)
        assert all(LETTERS.width(line, face) <= sheet.width - foot.NUMBER_WIDE for line in lines)


@every_sheet
def test_the_longest_names_that_can_be_kept_only_make_it_smaller(sheet: Section) -> None:
    text = blocks.paper_title(bahan(kecamatan="Pematang " * 11), "Usulan Prioritas " + "Pemberdayaan " * 15)
    face, lines = foot.title(LETTERS, text, sheet.width)
    assert " ".join(lines) == text
    assert len(lines) * face.line <= foot.TITLE_HIGH


def words(pdf: bytes) -> Iterator[tuple[int, float, float, float, str]]:
    """page, y, begin and end in points, and the text, of what is drawn in the foot."""
    for number, page in enumerate(PdfReader(BytesIO(pdf)).pages):
        found: list[tuple[int, float, float, float, str]] = []

        def note(
            text: str, _: object, at: list[float], font: dict[str, str] | None, size: float,
            number: int = number, found: list[tuple[int, float, float, float, str]] = found,
        ) -> None:  # fmt: skip
            if text.strip() and at[5] < 57:
                style = "B" if font and "Bold" in font["/BaseFont"] else ""
                wide = LETTERS.width(text.strip(), Face(style, size)) * 72 / 25.4
                found.append((number, round(at[5], 1), at[4], at[4] + wide, text.strip()))

        page.extract_text(visitor_text=note)
        yield from sorted(found)


@pytest.mark.parametrize("kertas", Kertas)
@pytest.mark.parametrize("name", ["daftar-opd", "berita-acara"])
def test_nothing_in_it_is_cut_off_or_runs_into_another(name: str, kertas: Kertas) -> None:
    longest = max((o.nama for o in read_reference().opd), key=len)
    facts = bahan(prioritas(6) + left_out(), dicetak=SEPTEMBER, kecamatan="Pematang Jaya")
    opd = {kode: Opd(kode, longest, o.singkatan, "") for kode, o in facts.opd.items()}
    pdf = PAPERS[name](replace(facts, kertas=kertas, kode=WIDE_CODE, opd=opd))
    for page in read_pages(pdf):
        assert "MUSRENBANG KECAMATAN PEMATANG JAYA TAHUN 2027 Dicetak dari" in page
    for _, line in groupby(words(pdf), key=lambda word: word[:2]):
        for before, after in pairwise(line):
            assert before[3] + 5 < after[2], (before, after)
