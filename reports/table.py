"""Long tables: rows are wrapped once, drawn line by line, and headed on every page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from reports.layout import Colour, Piece
from reports.lettering import Face, Lines, Remembered
from reports.paper import Align, Paper

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


class Cell:
    """Where the texts of one column stand: `x` and `width` in mm on the sheet, and how they are wrapped there."""

    __slots__ = ("align", "width", "wrap", "x")

    def __init__(self, paper: Paper, face: Face, x0: float, x1: float, align: Align) -> None:
        self.width = x1 - x0 - 2 * PAD
        self.x = x0 + PAD + (self.width / 2 if align == "zag" else 0.0)
        self.align = align
        self.wrap: Remembered[Lines] = paper.letters.wrapper(face, self.width)


class Band:
    """How a kind of row looks. `edges` are the x of its rules on the sheet; one cell lies between two."""

    def __init__(
        self, paper: Paper, edges: Sequence[float], aligns: Sequence[Align], face: Face, fill: Colour | None
    ) -> None:
        self.edges, self.face, self.fill = tuple(edges), face, fill
        pairs = zip(edges, edges[1:], aligns, strict=False)
        self.cells = tuple(Cell(paper, face, x0, x1, align) for x0, x1, align in pairs)

    def wrap(self, texts: Sequence[str]) -> tuple[Lines, ...]:
        return tuple([cell.wrap[text] for cell, text in zip(self.cells, texts, strict=True)])

    def height(self, lines: Sequence[Lines]) -> float:
        return max(map(len, lines)) * self.face.line + 2 * PAD


class Table:
    """Adds rows to a paper. With `row_height` (mm) it is a table to sign: higher rows, no zebra."""

    def __init__(self, paper: Paper, columns: Sequence[Column], *, size: float = 7.5, row_height: float = 0.0) -> None:
        self._paper = paper
        self._columns = columns
        self._row_height = row_height
        self._plain, self._bold = Face("", size), Face("B", size)
        share = paper.width / sum(column.width for column in columns)
        self._edges = tuple(accumulate((column.width * share for column in columns), initial=paper.left))
        self._bands = (self._body_band(odd=False), self._body_band(odd=True))
        self._over_all = self._edges[0], self._edges[-1]
        self._heading = Band(paper, self._over_all, ("left",), self._bold, HEAD_FILL)
        self._head = self._make_head()
        self._rows = 0

    def _body_band(self, *, odd: bool) -> Band:
        aligns = [_zigzag(column.align, odd) for column in self._columns]
        fill = ZEBRA_FILL if odd and not self._row_height else None
        return Band(self._paper, self._edges, aligns, self._plain, fill)

    def _make_head(self) -> tuple[Piece, ...]:
        centered: list[Align] = ["center" for _ in self._columns]
        names = Band(self._paper, self._edges, centered, self._bold, HEAD_FILL)
        numbers = Band(self._paper, self._edges, centered, Face("I", self._plain.size - 1), NUMBER_FILL)
        rows = (
            (names, names.wrap([column.head for column in self._columns])),
            (numbers, numbers.wrap([f"({i})" for i in range(1, len(self._columns) + 1)])),
        )
        return tuple(
            self._piece(band, lines, height=band.height(lines), middle=True, head=False) for band, lines in rows
        )

    def row(self, *texts: str) -> None:
        """One text a column. A row taller than a page goes on at the top of the next."""
        band = self._bands[self._rows % 2]
        self._rows += 1
        lines = band.wrap(texts)
        for part in self._page_parts(band, lines):
            height = max(self._row_height, band.height(part))
            self._paper.add(self._piece(band, part, height=height, middle=bool(self._row_height)))

    def heading(self, text: str) -> None:
        """A line over all columns, which stays with the row below it."""
        self._add(self._heading, [text], keep_next=True)

    def note(self, text: str) -> None:
        """A line over all columns in place of rows."""
        self._add(Band(self._paper, self._over_all, ("center",), self._plain, None), [text])

    def total(self, label: str, column: int, value: str) -> None:
        """A sum in `column` (from 0), its label in the columns before it."""
        ends = (0, column, column + 1, len(self._columns))
        edges = [self._edges[i] for i in dict.fromkeys(ends)]
        band = Band(self._paper, edges, ALIGNS_OF_TOTAL[: len(edges) - 1], self._bold, HEAD_FILL)
        self._add(band, (label, value, "")[: len(edges) - 1], takes=1)

    def _page_parts(self, band: Band, lines: tuple[Lines, ...]) -> Iterator[tuple[Lines, ...]]:
        heading = self._bold.line + 2 * PAD  # may have to stand above the first part
        head = sum(piece.height for piece in self._head)
        most = max(1, int((self._paper.room - head - heading - 2 * PAD) / band.face.line))
        deepest = max(map(len, lines))
        if deepest <= most:
            yield lines
            return
        for start in range(0, deepest, most):
            yield tuple(cell[start : start + most] for cell in lines)

    def _add(self, band: Band, texts: Sequence[str], *, takes: int = 0, keep_next: bool = False) -> None:
        lines = band.wrap(texts)
        self._paper.add(self._piece(band, lines, height=band.height(lines), takes=takes, keep_next=keep_next))

    def _piece(
        self,
        band: Band,
        lines: tuple[Lines, ...],
        *,
        height: float,
        takes: int = 0,
        keep_next: bool = False,
        middle: bool = False,
        head: bool = True,
    ) -> Piece:
        draw = partial(self._draw_row, band, lines, height if middle else 0.0)
        return Piece(height, draw, self._head if head else (), takes, keep_next, band.edges, band.fill)

    def _draw_row(self, band: Band, lines: tuple[Lines, ...], middle: float, y: float) -> None:
        """With `middle`, the height of the row in mm, its texts stand in the middle of it."""
        letters, text = self._paper.letters, self._paper.pdf.text
        face, high, first = band.face, band.face.line, y + band.face.baseline
        letters.use(face)
        for cell, texts in zip(band.cells, lines, strict=True):
            align = cell.align
            slack = (middle - len(texts) * high) / 2 if middle and align not in ("zig", "zag") else PAD
            baseline = first + slack
            for line in texts:
                if line:
                    rest = cell.width - letters.width(line, face) if align in ("center", "right") else 0.0
                    text(cell.x + (rest if align == "right" else rest / 2), baseline, line)
                baseline += high


def _zigzag(align: Align, odd: bool) -> Align:
    return "zag" if odd and align == "zig" else align
