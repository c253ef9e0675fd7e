"""The title over the chart of strictness says what it shows."""

import pytest

from musrenbang.model import Ketegasan
from pages.bappeda.banding.ketegasan import judul

STRICT, PLAIN, GENEROUS = Ketegasan(40, 1, -33, 5), Ketegasan(40, 1, 2, 5), Ketegasan(40, 1, 40, 5)


@pytest.mark.parametrize(
    ("rapat", "title"),
    [
        ([STRICT, PLAIN, GENEROUS], "Ketegasan rapat: paling ketat A (−0,33), paling longgar C (+0,40)"),
        ([STRICT, PLAIN], "Ketegasan rapat: paling ketat A (−0,33)"),
        ([PLAIN, GENEROUS], "Ketegasan rapat: paling longgar B (+0,40)"),
        ([PLAIN], "Ketegasan rapat: tidak ada selisih yang lebih besar daripada kebetulan"),
    ],
)
def test_the_title_names_the_strictest_and_the_most_generous(rapat: list[Ketegasan], title: str) -> None:
    assert judul(list(zip("ABC", rapat, strict=False))) == title
