"""Uploaded PDFs: the hostile ones are refused with one sentence, and within bounds of memory and time."""

import time
from pathlib import Path

import pytest

from musrenbang.errors import Refused
from musrenbang.intake import pdf
from tests.intake import refusal
from tests.intake.corpus_documents import PDFS, Made, drawn, locked, many, packed_objects, paper, stream, zeros

GOOD: dict[str, tuple[Made, int]] = {
    "one page": (paper, 1),
    "200 pages": (lambda: many(200), 200),
    "locked for changes only": (lambda: locked(""), 1),
    "objects in a stream": (lambda: packed_objects(b"<< /A 1 >>"), 1),
    "link to an address": (
        lambda: paper(page=b"/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://x) >> >>]"), 1,
    ),
    "opens at a page": (lambda: paper(catalog=b"/OpenAction [3 0 R /Fit]"), 1),
    "form to fill in": (lambda: paper(catalog=b"/AcroForm << /Fields [] >>"), 1),
    "60 MB of packed content": (lambda: drawn(zeros(60 << 20), b"/Filter /FlateDecode"), 1),
    "picture of A3 at 600 dpi": (lambda: paper(stream(b"", b"/Subtype /Image /Width 7016 /Height 9921")), 1),
    "blank lines behind": (lambda: paper() + b"\r\n\0\0  \n", 1),
}  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "unggahan"  # uploads have no ending


@pytest.mark.parametrize("name", PDFS)
def test_a_hostile_pdf_gets_one_sentence(name: str, path: Path) -> None:
    made, key = PDFS[name]
    path.write_bytes(made())
    most, started = refusal.limit(), time.monotonic()
    assert refusal.key_of(lambda: pdf.pages_of(path)) == key
    assert time.monotonic() - started < 25
    assert refusal.memory() <= most


@pytest.mark.parametrize("name", GOOD)
def test_a_good_pdf_is_counted(name: str, path: Path) -> None:
    made, pages = GOOD[name]
    path.write_bytes(made())
    assert pdf.pages_of(path) == pages


@pytest.mark.parametrize("share", range(1, 20))
def test_a_pdf_that_is_cut_anywhere_is_refused(share: int, path: Path) -> None:
    whole = many(3)
    path.write_bytes(whole[: len(whole) * share // 20])
    assert refusal.key_of(lambda: pdf.pages_of(path)) == "pdf_rusak"


def test_every_kind_of_act_is_named(path: Path) -> None:
    named = {*pdf.KEYS.values(), *pdf.NAMES.values()}
    for name in (*pdf.KEYS, *(f"/S {name}" for name in pdf.NAMES), *(f"/Subtype {name}" for name in pdf.NAMES)):
        path.write_bytes(paper(b"<< %s 4 0 R >>" % name.encode() if " " not in name else b"<< %s >>" % name.encode()))
        with pytest.raises(Refused) as refused:
            pdf.inspect(path)
        (issue,) = refused.value.issues
        assert issue.key == "pdf_aktif"
        assert issue.facts["isi"] in named


def test_a_pdf_over_40_mb_is_weighed_and_not_read(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate((40 << 20) + 1)  # a hole: takes no room on the disk
    assert refusal.key_of(lambda: pdf.pages_of(path)) == "pdf_terlalu_besar"


def test_every_sentence_about_a_pdf_is_met() -> None:
    keys = {key for _, key in PDFS.values()}
    assert keys >= {"pdf_bukan", "pdf_rusak", "pdf_terkunci", "pdf_halaman", "pdf_aktif", "pdf_gabungan"}
    assert len(PDFS) >= 42
