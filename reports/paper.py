"""The sheet: paper that is laid out first and drawn second, so that page totals and page ends are known."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from itertools import groupby
from typing import Literal, NamedTuple
from xml.sax.saxutils import escape

from fpdf import FPDF

from musrenbang import formats
from musrenbang.model import Kertas
from reports import foot
from reports.layout import BOTTOM, SHEETS, TOP, Part, Piece, Section, paginate, with_heads
from reports.lettering import Face, Letters

HAIRLINE = 0.15
OVERLAP = 0.02
GREY = 110
ARCHIVE = "PDF/A-3B"

# What an archive copy says of itself. fpdf2's own packet would bear the time of writing.
XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmp:CreateDate="{waktu}" xmp:ModifyDate="{waktu}"
 xmp:MetadataDate="{waktu}" pdfaid:part="3" pdfaid:conformance="B">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title></rdf:Description>
</rdf:RDF></x:xmpmeta>"""

Align = Literal["left", "center", "right", "justify", "zig", "zag"]
Placed = tuple[float, Piece]  # the y of its top, and a piece


class Span(NamedTuple):
    """One line of text in a piece: `x` from the left margin and `y` from the top of the piece, in mm."""

    text: str
    face: Face
    x: float
    width: float
    align: Align = "left"
    y: float = 0.0


class Paper:
    """One document. Blocks and tables add pieces to it; `output` lays them on pages and draws them.

    `arsip` makes it PDF/A-3B. `warning` stands at the foot of every page, where what is printed is not final, and
    there `kode` where it is, which may be set until `output`.
    """

    def __init__(
        self,
        title: str,
        dicetak: datetime,
        *,
        landscape: bool = False,
        kertas: Kertas = Kertas.F4,
        arsip: bool = False,
        warning: str = "",
    ) -> None:
        """`dicetak` is naive UTC; it is the only time in the file, so the same facts give the same bytes."""
        self.pdf = FPDF(enforce_compliance=ARCHIVE if arsip else None)
        self.letters = Letters(self.pdf)
        self.title = self.letters.printable(title)
        self.arsip = arsip
        self.kode = ""
        self._warning = warning
        self._kertas = kertas
        self._dicetak = dicetak
        self._parts = [Part(self.title)]
        self._prepare()
        self.start_section(landscape=landscape)

    def _prepare(self) -> None:
        self.pdf.alias_nb_pages(None)  # type: ignore[arg-type]  # else "{nb}" in somebody's text becomes a page count
        self.pdf.set_auto_page_break(False)
        self.pdf.c_margin = 0
        self.pdf.set_lang("id-ID")
        self.pdf.set_title(self.title)
        self.pdf.set_creation_date(self._dicetak.replace(tzinfo=UTC))
        if self.arsip:
            self.pdf.set_xmp_metadata(XMP.format(title=escape(self.title), waktu=f"{self._dicetak:%Y-%m-%dT%H:%M:%SZ}"))

    def start_section(self, *, landscape: bool) -> None:
        """What follows begins on a new page, upright or lying."""
        self._parts[-1].sections.append(Section(self._kertas, landscape))

    def start_part(self, title: str, *, landscape: bool) -> None:
        """What follows can be taken out and handed over: its pages are counted from 1 under a title of its own."""
        part = Part(self.letters.printable(title))
        self._parts = [*(kept for kept in self._parts if any(s.pieces for s in kept.sections)), part]
        self.start_section(landscape=landscape)

    def attach(self, name: str, content: bytes, about: str, mime_type: str) -> None:
        """Puts a file into the document, as data behind what is printed."""
        when = self._dicetak.replace(tzinfo=UTC)
        self.pdf.embed_file(
            bytes=content,
            basename=name,
            desc=about,
            mime_type=mime_type,
            associated_file_relationship="Data",
            creation_date=when,
            modification_date=when,
            compress=True,
        )

    @property
    def _section(self) -> Section:
        return self._parts[-1].sections[-1]

    @property
    def left(self) -> float:
        return self._section.left

    @property
    def width(self) -> float:
        return self._section.width

    @property
    def room(self) -> float:
        return self._section.room

    def add(self, piece: Piece) -> None:
        self._section.pieces.append(piece)

    def add_spans(
        self,
        height: float,
        *spans: Span,
        takes: int = 0,
        keep_next: bool = False,
        boxed: bool = False,
        rules: Sequence[float] = (),
    ) -> None:
        """A piece of text lines; `rules` are lines across the sheet, in mm from the top of the piece."""
        draw = partial(self._draw_spans, self.left, self.width, spans, rules)
        edges = (self.left, self.left + self.width) if boxed else ()
        self.add(Piece(height, draw, takes=takes, keep_next=keep_next, edges=edges))

    def add_picture(self, png: bytes, box: tuple[float, float]) -> None:
        """A picture at the left margin beside what follows, as large as `box` (width, height in mm) lets it be."""
        self.add(Piece(0.0, partial(self._draw_picture, png, self.left, box), keep_next=True))

    def _draw_picture(self, png: bytes, left: float, box: tuple[float, float], top: float) -> None:
        self.pdf.image(BytesIO(png), left, top, *box, keep_aspect_ratio=True)

    def add_squares(self, rows: Sequence[Sequence[int]], side: float) -> None:
        """A pattern of black squares at the left margin beside what follows, `side` mm wide."""
        self.add(Piece(0.0, partial(self._draw_squares, rows, side / len(rows), self.left), keep_next=True))

    def _draw_squares(self, rows: Sequence[Sequence[int]], step: float, left: float, top: float) -> None:
        """A run of neighbours is one rectangle, a hair larger, so that no light shines between the rows."""
        for number, row in enumerate(rows):
            x = 0
            for dark, run in groupby(row):
                wide = len(list(run))
                if dark:
                    where = (left + x * step, top + number * step)
                    self.pdf.rect(*where, wide * step + OVERLAP, step + OVERLAP, style="F")
                x += wide

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
        self.letters.use(face)
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
        for part in self._parts:
            pages = [(section, page) for section in part.sections for page in paginate(section.pieces, section.room)]
            for number, (section, page) in enumerate(pages, 1):
                self.pdf.add_page("landscape" if section.landscape else "portrait", SHEETS[self._kertas])
                self.pdf.set_line_width(HAIRLINE)
                self._draw_page(page)
                self._draw_foot(section, part.title, f"Halaman {number} dari {len(pages)}")
        return bytes(self.pdf.output())

    def _draw_page(self, page: Sequence[Piece]) -> None:
        placed: list[Placed] = []
        y = TOP
        for piece in with_heads(page):
            placed.append((y, piece))
            y += piece.height
        self._draw_fills(placed)
        for y, piece in placed:
            piece.draw(y)
        self._draw_rules(placed)

    def _draw_fills(self, placed: Iterable[Placed]) -> None:
        fill = None
        for y, piece in placed:
            if piece.fill:
                if piece.fill != fill:
                    fill = piece.fill
                    self.pdf.set_fill_color(*fill)
                left, right = piece.edges[0], piece.edges[-1]
                self.pdf.rect(left, y, right - left, piece.height, style="F")
        self.pdf.set_fill_color(0)  # the colour of text: fpdf2 then writes no colour for each line of it

    def _draw_rules(self, placed: Iterable[Placed]) -> None:
        """A rule below every row and above the first; pieces with the same edges share their upright rules."""
        for edges, run in groupby(placed, key=lambda place: place[1].edges):
            rows = list(run) if edges else []
            end = rows[-1][0] + rows[-1][1].height if rows else 0.0
            for y in [y for y, _ in rows] + [end] * bool(rows):
                self.pdf.line(edges[0], y, edges[-1], y)
            for x in edges:
                self.pdf.line(x, rows[0][0], x, end)

    def _draw_foot(self, section: Section, title: str, number: str) -> None:
        left, width = section.left, section.width
        dicetak = f"Dicetak dari Aplikasi Musrenbang Kecamatan pada {formats.tanggal_jam(self._dicetak)}"
        mark = self._warning or (f"Kode periksa {self.kode}" if self.kode else "")
        face, lines = foot.title(self.letters, title, width)
        plain, bold = foot.last_line(self.letters, dicetak, mark, width)
        last = self.pdf.h - BOTTOM + 5 + foot.FOOT.line
        first = last - len(lines) * face.line
        self.pdf.set_text_color(GREY)
        self.pdf.line(left, first - 1, left + width, first - 1)
        for n, line in enumerate(lines):
            self.put(line, face, left, first + n * face.line, width, "left")
        self.put(dicetak, plain, left, last, width, "left")
        self.put(number, foot.FOOT, left, first, width, "right")
        self.pdf.set_text_color(0)
        if mark:
            self.put(mark, bold, left, last, width, "right")
