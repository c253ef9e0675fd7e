"""Letters: the numbers at the top, who they go to, and who gets a copy. What is not known stays a dotted line."""

from collections.abc import Sequence

from reports import blocks
from reports.paper import Paper, Span

KEY = 20.0  # mm for the words before the colons
VALUE = 78.0  # mm for what stands behind them
CAPITAL = "Stabat"  # where the kabupaten has its seat


def top(paper: Paper, place_and_date: str, lampiran: str, perihal: str) -> None:
    """Nomor, Sifat, Lampiran and Perihal at the left; the place and the date at the right."""
    beside: tuple[Span, ...] = (Span(place_and_date, blocks.BODY, KEY, paper.width - KEY, "right"),)
    values = {"Nomor": blocks.BLANK, "Sifat": blocks.BLANK, "Lampiran": lampiran, "Perihal": perihal}
    for key, value in values.items():
        label: tuple[Span, ...] = (Span(key, blocks.BODY, 0, KEY), Span(":", blocks.BODY, KEY, 3), *beside)
        for line in paper.letters.wrap(value, blocks.BODY, VALUE):
            paper.add_spans(blocks.BODY.line, *label, Span(line, blocks.BODY, KEY + 4, VALUE), keep_next=True)
            label = ()
        beside = ()
    blocks.gap(paper, 4)


def addressed(paper: Paper, *people: str) -> None:
    """Kepada Yth., and everybody the letter goes to."""
    blocks.lines(paper, "Kepada Yth.", keep_next=True)
    for number, person in enumerate(people, 1):
        label = (Span(f"{number}.", blocks.BODY, 0, 7),) if len(people) > 1 else ()
        blocks.lines(paper, person, x=7 if label else 0, label=label, keep_next=True)
    blocks.lines(paper, "di Tempat", after=4, keep_next=True)


def copies(paper: Paper, *people: str) -> None:
    """Tembusan, below the signature."""
    blocks.lines(paper, "Tembusan:", blocks.SMALL, keep_next=True)
    for number, person in enumerate(people, 1):
        label = (Span(f"{number}.", blocks.SMALL, 0, 5),)
        blocks.lines(paper, person, blocks.SMALL, x=5, label=label, keep_next=number < len(people))


def closing(paper: Paper, texts: Sequence[str]) -> None:
    """The last paragraphs, which stay with the signature below them."""
    for text in texts:
        blocks.paragraph(paper, text, keep_next=True)
