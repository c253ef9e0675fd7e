"""Laying out: pieces of a paper, and the pages they fall on. Nothing is drawn before all pages are known."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from musrenbang.model import Kertas

Colour = tuple[int, int, int]

SHEETS = {Kertas.F4: (215.0, 330.0), Kertas.A4: (210.0, 297.0)}  # mm, upright
TOP = 15.0
BOTTOM = 20.0


@dataclass(slots=True, eq=False)
class Piece:
    """What a page end never cuts. `height` in mm; `draw` gets the y of its top.

    `head` stands above it where its table begins and again on every page. `takes` says how many pieces before it
    come along to a new page; `keep_next` that it never ends a page. `edges` are the x of the rules that stand beside
    it on the sheet, `fill` its colour; a table's pieces are framed a page at a time.
    """

    height: float
    draw: Callable[[float], None]
    head: "tuple[Piece, ...]" = ()
    takes: int = 0
    keep_next: bool = False
    edges: tuple[float, ...] = ()
    fill: Colour | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one orientation: where their text begins, how wide it is, and how high, in mm."""

    kertas: Kertas
    landscape: bool
    pieces: list[Piece] = field(default_factory=list)

    @property
    def size(self) -> tuple[float, float]:
        short, long = SHEETS[self.kertas]
        return (long, short) if self.landscape else (short, long)

    @property
    def left(self) -> float:
        return 15.0 if self.landscape else 25.0

    @property
    def width(self) -> float:
        return self.size[0] - (30.0 if self.landscape else 45.0)

    @property
    def room(self) -> float:
        return self.size[1] - TOP - BOTTOM


@dataclass(frozen=True, slots=True)
class Part:
    """Sections whose pages are counted together, under one title in the footer."""

    title: str
    sections: list[Section] = field(default_factory=list)


def with_heads(page: Sequence[Piece]) -> Iterator[Piece]:
    """Every piece of a page, and above it the head of its table where that begins."""
    head: tuple[Piece, ...] = ()
    for piece in page:
        if piece.head is not head:
            yield from piece.head
        head = piece.head
        yield piece


def height(page: Sequence[Piece]) -> float:
    return sum(piece.height for piece in with_heads(page))


def paginate(pieces: Sequence[Piece], room: float) -> list[list[Piece]]:
    """Pieces in order on pages of `room` mm. `used` is the height of the last page so far."""
    pages: list[list[Piece]] = [[]]
    used = 0.0
    for piece in pieces:
        page = pages[-1]
        more = _added(page, piece)
        if page and used + more > room:
            page, used, more = [], 0.0, _added([], piece)
            pages.append(page)
        page.append(piece)
        used += more
        if len(pages) > 1 and _bring_along(pages[-2], page, room):
            used = height(page)
    return pages


def _added(page: Sequence[Piece], piece: Piece) -> float:
    """What a page grows by when the piece is put at its end."""
    before = page[-1].head if page else ()
    return piece.height if piece.head is before else piece.height + height(piece.head)


def _bring_along(before: list[Piece], page: list[Piece], room: float) -> bool:
    """Move from the end of the page before what has to stand with the pieces of this one, as far as it fits.

    At least one piece stays behind.
    """
    moved = False
    while len(before) > 1 and (len(page) <= page[-1].takes or before[-1].keep_next):
        if height([before[-1], *page]) > room:
            return moved
        page.insert(0, before.pop())
        moved = True
    return moved
