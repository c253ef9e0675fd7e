"""The sheet: F4 paper that is laid out first and drawn second, so that page totals and page ends are known."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Literal, NamedTuple

from fpdf import FPDF

from musrenbang import formats
from reports.lettering import FAMILY, Face, Letters

F4 = (215.0, 330.0)
TOP = 15.0
BOTTOM = 20.0
HAIRLINE = 0.15
FOOT = Face("", 7)
GREY = 110

Align = Literal["left", "center", "right", "justify", "zig", "zag"]


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """What a page end never cuts. `height` in mm; `draw` gets the y of its top.

    `head` stands above it where its table begins and again on every page. `takes` says how many pieces before it
    come along to a new page; `keep_next` that it never ends a page.
    """

    height: float
    draw: Callable[[float], None]
    head: "Piece | None" = None
    takes: int = 0
    keep_next: bool = False


class Span(NamedTuple):
    """One line of text in a piece: `x` from the left margin and `y` from the top of the piece, in mm."""

    text: str
    face: Face
    x: float
    width: float
    align: Align = "left"
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one orientation: where their text begins, how wide it is, and how high, in mm."""

    landscape: bool
    pieces: list[Piece] = field(default_factory=list)

    @property
    def left(self) -> float:
        return 15.0 if self.landscape else 25.0

    @property
    def width(self) -> float:
        return F4[1] - 30.0 if self.landscape else F4[0] - 45.0

    @property
    def room(self) -> float:
        return F4[0 if self.landscape else 1] - TOP - BOTTOM


def with_heads(page: Sequence[Piece]) -> Iterator[Piece]:
    """Every piece of a page, and above it the head of its table where that begins."""
    head = None
    for piece in page:
        if piece.head is not None and piece.head is not head:
            yield piece.head
        head = piece.head
        yield piece


def height(page: Sequence[Piece]) -> float:
    return sum(piece.height for piece in with_heads(page))


def paginate(pieces: Sequence[Piece], room: float) -> list[list[Piece]]:
    """Pieces in order on pages of `room` mm."""
    pages: list[list[Piece]] = [[]]
    for piece in pieces:
        if pages[-1] and height([*pages[-1], piece]) > room:
            pages.append([])
        pages[-1].append(piece)
        if len(pages) > 1:
            _bring_along(pages[-2], pages[-1], room)
    return pages


def _bring_along(before: list[Piece], page: list[Piece], room: float) -> None:
    """Move from the end of the page before what has to stand with the pieces of this one, as far as it fits.

    At least one piece stays behind.
    """
    while len(before) > 1 and (len(page) <= page[-1].takes or before[-1].keep_next):
        if height([before[-1], *page]) > room:
            return
        page.insert(0, before.pop())


class Paper:
    """One document. Blocks and tables add pieces to it; `output` lays them on pages and draws them."""

    def __init__(self, title: str, dicetak: datetime, *, landscape: bool = False) -> None:
        """`dicetak` is naive UTC; it is the only time in the file, so the same facts give the same bytes."""
        self.pdf = FPDF(format=F4)
        self.letters = Letters(self.pdf)
        self.title = self.letters.printable(title)
        self._dicetak = dicetak
        self._sections: list[Section] = []
        self._prepare()
        self.start_section(landscape=landscape)

    def _prepare(self) -> None:
        self.pdf.alias_nb_pages(None)  # type: ignore[arg-type]  # else "{nb}" in somebody's text becomes a page count
        self.pdf.set_auto_page_break(False)
        self.pdf.c_margin = 0
        self.pdf.set_lang("id-ID")
        self.pdf.set_title(self.title)
        self.pdf.set_creation_date(self._dicetak.replace(tzinfo=UTC))

    def start_section(self, *, landscape: bool) -> None:
        """What follows begins on a new page, upright or lying."""
        self._sections.append(Section(landscape))

    @property
    def left(self) -> float:
        return self._sections[-1].left

    @property
    def width(self) -> float:
        return self._sections[-1].width

    @property
    def room(self) -> float:
        return self._sections[-1].room

    def add(self, piece: Piece) -> None:
        self._sections[-1].pieces.append(piece)

    def add_spans(
        self, height: float, *spans: Span, takes: int = 0, keep_next: bool = False, rules: Sequence[float] = ()
    ) -> None:
        """A piece of text lines; `rules` are lines across the sheet, in mm from the top of the piece."""
        draw = partial(self._draw_spans, self.left, self.width, spans, rules)
        self.add(Piece(height, draw, takes=takes, keep_next=keep_next))

    def _draw_spans(self, left: float, width: float, spans: Sequence[Span], rules: Sequence[float], top: float) -> None:
        for span in spans:
            self.put(span.text, span.face, left + span.x, top + span.y, span.width, span.align)
        for y in rules:
            self.pdf.line(left, top + y, left + width, top + y)

    def put(self, text: str, face: Face, x: float, y: float, width: float, align: Align) -> None:
        """Draw one wrapped line with its top at `y`, within `width` mm from `x`."""
        if align == "justify":
            return self._put_justified(text, face, x, y, width)
        if align in ("center", "right"):
            rest = width - self.letters.width(text, face)
            x += rest if align == "right" else rest / 2
        elif align == "zag":
            x += width / 2
        self.pdf.set_font(FAMILY, face.style, face.size)
        self.pdf.text(x, y + face.baseline, text)
        return None

    def _put_justified(self, text: str, face: Face, x: float, y: float, width: float) -> None:
        words = text.split(" ")
        gap = (width - sum(self.letters.width(word, face) for word in words)) / max(1, len(words) - 1)
        for word in words:
            self.put(word, face, x, y, width, "left")
            x += self.letters.width(word, face) + gap

    def output(self) -> bytes:
        """The finished PDF."""
        pages = [(section, page) for section in self._sections for page in paginate(section.pieces, section.room)]
        for number, (section, page) in enumerate(pages, 1):
            self.pdf.add_page("landscape" if section.landscape else "portrait")
            self.pdf.set_line_width(HAIRLINE)
            self._draw_page(page)
            self._draw_foot(section, f"Halaman {number} dari {len(pages)}")
        return bytes(self.pdf.output())

    def _draw_page(self, page: Sequence[Piece]) -> None:
        y = TOP
        for piece in with_heads(page):
            piece.draw(y)
            y += piece.height

    def _draw_foot(self, section: Section, number: str) -> None:
        left, width, y = section.left, section.width, self.pdf.h - BOTTOM + 4
        dicetak = f"Dicetak dari Aplikasi Musrenbang Kecamatan pada {formats.tanggal_jam(self._dicetak)}"
        title = self.letters.wrap(self.title, FOOT, width - 30)[0]
        self.pdf.set_text_color(GREY)
        self.pdf.line(left, y, left + width, y)
        self.put(title, FOOT, left, y + 1, width, "left")
        self.put(dicetak, FOOT, left, y + 1 + FOOT.line, width, "left")
        self.put(number, FOOT, left, y + 1, width, "right")
        self.pdf.set_text_color(0)
