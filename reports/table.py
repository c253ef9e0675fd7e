"""Long tables: rows are wrapped once, drawn line by line, and headed on every page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from reports.lettering import Face
from reports.paper import Align, Paper, Piece

Colour = tuple[int, int, int]
Lines = tuple[str, ...]

HEAD_FILL: Colour = (226, 232, 240)
NUMBER_FILL: Colour = (241, 241, 241)
ZEBRA_FILL: Colour = (243, 246, 250)
PAD = 0.9
ALIGNS_OF_TOTAL: tuple[Align, ...] = ("right", "right", "left")
LAST_ROWS = 6  # a signature block takes three rows along, with the sums and the sentence below them


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is a share: the columns of a table together fill the sheet."""

    head: str
    width: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Band:
    """How a kind of row looks. `edges` are the x of its rules from the left margin; one cell lies between two."""

    edges: tuple[float, ...]
    aligns: tuple[Align, ...]
    face: Face
    fill: Colour | None


class Table:
    """Adds rows to a paper. With `row_height` (mm) it is a table to sign: higher rows, no zebra."""

    def __init__(self, paper: Paper, columns: Sequence[Column], *, size: float = 7.5, row_height: float = 0.0) -> None:
        self._paper = paper
        self._left = paper.left
        self._columns = columns
        self._row_height = row_height
        self._plain, self._bold = Face("", size), Face("B", size)
        share = paper.width / sum(column.width for column in columns)
        self._edges = tuple(accumulate((column.width * share for column in columns), initial=0.0))
        self._bands = (self._body_band(odd=False), self._body_band(odd=True))
        self._head = self._make_head()
        self._rows = 0

    def _body_band(self, *, odd: bool) -> Band:
        aligns = tuple(_zigzag(column.align, odd) for column in self._columns)
        return Band(self._edges, aligns, self._plain, ZEBRA_FILL if odd and not self._row_height else None)

    def _make_head(self) -> Piece:
        centered: tuple[Align, ...] = tuple("center" for _ in self._columns)
        names = Band(self._edges, centered, self._bold, HEAD_FILL)
        numbers = Band(self._edges, centered, Face("I", self._plain.size - 1), NUMBER_FILL)
        rows = (
            (names, self._wrap(names, [column.head for column in self._columns])),
            (numbers, self._wrap(numbers, [f"({i})" for i in range(1, len(self._columns) + 1)])),
        )
        return Piece(sum(_text_height(*row) for row in rows), partial(self._draw_head, rows))

    def row(self, *cells: str) -> None:
        """One text a column. A row taller than a page goes on at the top of the next."""
        band = self._bands[self._rows % 2]
        self._rows += 1
        for lines in self._page_parts(band, self._wrap(band, cells)):
            self._add(band, lines, least=self._row_height)

    def heading(self, text: str) -> None:
        """A line over all columns, which stays with the row below it."""
        band = Band((0.0, self._edges[-1]), ("left",), self._bold, HEAD_FILL)
        self._add(band, self._wrap(band, [text]), keep_next=True)

    def note(self, text: str) -> None:
        """A line over all columns in place of rows."""
        band = Band((0.0, self._edges[-1]), ("center",), self._plain, None)
        self._add(band, self._wrap(band, [text]))

    def total(self, label: str, column: int, value: str) -> None:
        """A sum in `column` (from 0), its label in the columns before it."""
        ends = (0, column, column + 1, len(self._columns))
        edges = tuple(self._edges[i] for i in dict.fromkeys(ends))
        band = Band(edges, ALIGNS_OF_TOTAL[: len(edges) - 1], self._bold, HEAD_FILL)
        cells = (label, value, "")[: len(edges) - 1]
        self._add(band, self._wrap(band, cells), takes=1)

    def _wrap(self, band: Band, cells: Sequence[str]) -> tuple[Lines, ...]:
        wrap = self._paper.letters.wrap
        return tuple(
            wrap(cell, band.face, x1 - x0 - 2 * PAD) for cell, (x0, x1) in zip(cells, _pairs(band), strict=True)
        )

    def _page_parts(self, band: Band, cells: tuple[Lines, ...]) -> Iterator[tuple[Lines, ...]]:
        heading = self._bold.line + 2 * PAD  # may have to stand above the first part
        most = max(1, int((self._paper.room - self._head.height - heading - 2 * PAD) / band.face.line))
        for start in range(0, max(map(len, cells)), most):
            yield tuple(lines[start : start + most] for lines in cells)

    def _add(
        self,
        band: Band,
        cells: tuple[Lines, ...],
        *,
        least: float = 0.0,
        takes: int = 0,
        keep_next: bool = False,
    ) -> None:
        height = max(least, _text_height(band, cells))
        draw = partial(self._draw_row, band, cells, height)
        self._paper.add(Piece(height, draw, self._head, takes, keep_next))

    def _draw_head(self, rows: Sequence[tuple[Band, tuple[Lines, ...]]], y: float) -> None:
        for band, cells in rows:
            height = _text_height(band, cells)
            self._draw_row(band, cells, height, y, middle=True)
            y += height

    def _draw_row(self, band: Band, cells: tuple[Lines, ...], height: float, y: float, *, middle: bool = False) -> None:
        self._draw_frame(band, height, y)
        middle = middle or bool(self._row_height)
        for lines, align, (x0, x1) in zip(cells, band.aligns, _pairs(band), strict=True):
            slack = height - len(lines) * band.face.line
            top = y + (slack / 2 if middle and align not in ("zig", "zag") else PAD)
            for number, line in enumerate(lines):
                if line:
                    place = (self._left + x0 + PAD, top + number * band.face.line, x1 - x0 - 2 * PAD)
                    self._paper.put(line, band.face, *place, align)

    def _draw_frame(self, band: Band, height: float, y: float) -> None:
        pdf, left = self._paper.pdf, self._left
        if band.fill:
            pdf.set_fill_color(*band.fill)
            pdf.rect(left, y, self._edges[-1], height, style="F")
            pdf.set_fill_color(0)  # the colour of text: fpdf2 then writes no colour for each line of it
        for x in band.edges:
            pdf.line(left + x, y, left + x, y + height)
        for rule in (y, y + height):  # the fill has covered half of the rule above
            pdf.line(left, rule, left + self._edges[-1], rule)


def _zigzag(align: Align, odd: bool) -> Align:
    return "zag" if odd and align == "zig" else align


def _pairs(band: Band) -> Iterator[tuple[float, float]]:
    return zip(band.edges, band.edges[1:], strict=False)


def _text_height(band: Band, cells: tuple[Lines, ...]) -> float:
    return max(map(len, cells)) * band.face.line + 2 * PAD
