"""What official papers are made of: letterhead, titles, facts, paragraphs, lists and signatures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from musrenbang import formats
from musrenbang.model import BahanCetak, DaftarHadir
from reports.lettering import NBSP, Face
from reports.paper import Align, Paper, Piece, Span
from reports.table import LAST_ROWS

KABUPATEN = "Kabupaten Langkat"
BLANK = "…" * 10  # a dotted line, to be filled in by hand
CREST = 24.0  # mm left free on the letterhead
SIGNING_ROOM = 22.0  # mm between a title and the name below it

BODY = Face("", 11, 1.4)
BOLD = Face("B", 11, 1.4)
SMALL = Face("", 8.5, 1.3)
SMALL_BOLD = Face("B", 8.5, 1.3)
TITLE = Face("B", 12, 1.35)


@dataclass(frozen=True, slots=True)
class Signer:
    """One signature: the lines above it, the name, and what stands below the name."""

    above: tuple[str, ...]
    name: str
    below: str = ""


def filled(text: str | None) -> str:
    """The text, or a dotted line to write on."""
    return (text or "").strip() or BLANK


def written_date(day: date | None, tahun: int) -> str:
    """The meeting's date; while it is not known, a dotted line and the year."""
    return formats.tanggal(day) if day else f"{BLANK} {tahun}"


def meeting_date(sheet: DaftarHadir) -> str:
    return formats.hari_tanggal(sheet.tanggal) if sheet.tanggal else BLANK


def meeting_time(jam_mulai: str, jam_selesai: str) -> str:
    begin = filled(jam_mulai)
    end = jam_selesai.strip()
    return f"{begin} s.d. {end} WIB" if end else f"{begin} WIB s.d. selesai"


def nip(number: str) -> str:
    """Eighteen digits in the groups that papers show: 8, 6, 1, 3."""
    digits = "".join(number.split())
    if len(digits) == 18 and digits.isdecimal():
        digits = NBSP.join((digits[:8], digits[8:14], digits[14], digits[15:]))
        return f"NIP{NBSP}{digits}"
    return f"NIP{NBSP}{filled(number)}"


def count(n: int | None, unit: str = "orang") -> str:
    """In figures and words: "87 (delapan puluh tujuh) orang"."""
    return f"{BLANK} {unit}" if n is None else f"{formats.bulat(n)} ({formats.terbilang(n)}) {unit}"


def amount(n: int) -> str:
    """Rupiah in figures and words."""
    return f"{formats.rupiah(n)} ({formats.terbilang(n)} rupiah)"


def paper_of(bahan: BahanCetak, name: str, *, landscape: bool) -> Paper:
    """A sheet named after its meeting, which the footer and the file's title repeat."""
    rapat = bahan.fakta.rapat
    title = f"{name} MUSRENBANG KECAMATAN {rapat.kecamatan.nama.upper()} TAHUN {rapat.tahun}"
    return Paper(title, bahan.dicetak, landscape=landscape)


def letterhead(paper: Paper, bahan: BahanCetak) -> None:
    """Stands on page 1 only. The place of the crest stays empty at the left."""
    parts = (
        (f"PEMERINTAH {KABUPATEN.upper()}", Face("", 13)),
        (f"KECAMATAN {bahan.fakta.rapat.kecamatan.nama.upper()}", Face("B", 16)),
        (bahan.fakta.daftar_hadir.alamat.strip(), Face("", 8.5)),
    )
    width = paper.width - 2 * CREST
    spans, y = [], 0.0
    for text, face in parts:
        for line in paper.letters.wrap(text, face, width) if text else ():
            spans.append(Span(line, face, CREST, width, "center", y))
            y += face.line
    foot = max(y, CREST - 4) + 2
    paper.add_spans(foot + 6, *spans, rules=(foot, foot + 0.2, foot + 0.4, foot + 1.2))


def title(paper: Paper, *texts: str, below: str = "") -> None:
    """Centered capitals, a line a text; `below` follows in plain letters, as the number of a letter does."""
    for text in texts:
        lines(paper, text.upper(), TITLE, align="center", keep_next=True)
    if below:
        lines(paper, below, BODY, align="center", keep_next=True)
    gap(paper, 4)


def meeting_title(bahan: BahanCetak) -> str:
    rapat = bahan.fakta.rapat
    return f"Kecamatan {rapat.kecamatan.nama} {KABUPATEN} Tahun {rapat.tahun}"


def gap(paper: Paper, height: float) -> None:
    paper.add_spans(height, keep_next=True)


def lines(
    paper: Paper,
    text: str,
    face: Face = BODY,
    *,
    align: Align = "left",
    x: float = 0.0,
    after: float = 0.0,
    label: Sequence[Span] = (),
    keep_next: bool = False,
) -> None:
    """A text over as many lines as it needs. `label` stands beside the first; `after` is the space below, in mm."""
    width = paper.width - x
    wrapped = paper.letters.wrap(text, face, width)
    for number, line in enumerate(wrapped):
        last = number == len(wrapped) - 1
        beside = tuple(label) if number == 0 else ()
        paper.add_spans(
            face.line + (after if last else 0.0),
            *beside,
            Span(line, face, x, width, "left" if last and align == "justify" else align),
            takes=1 if last and number else 0,
            keep_next=keep_next or (number == 0 and not last),
        )


def paragraph(paper: Paper, text: str, *, keep_next: bool = False) -> None:
    lines(paper, text, align="justify", after=2.5, keep_next=keep_next)


def facts(paper: Paper, pairs: Sequence[tuple[str, str]], *, x: float = 0.0, face: Face = BODY) -> None:
    """Key, colon, value; one pair a line."""
    key_width = 3.2 * face.size
    for key, value in pairs:
        label = (Span(key, face, x, key_width), Span(":", face, x + key_width, 3))
        lines(paper, value, face, x=x + key_width + 4, label=label)
    gap(paper, 3)


def decision(paper: Paper, word: str, text: str) -> None:
    """One of the things agreed: KESATU, KEDUA and so on in front of it."""
    label = (Span(word, BOLD, 0, 24), Span(":", BODY, 26, 3))
    lines(paper, text, align="justify", x=30, after=2, label=label)


def numbered(paper: Paper, texts: Sequence[str], *, x: float = 0.0, first: int = 1, letters: bool = False) -> None:
    """A list 1. 2. 3. from `first` on or, inside another, a. b. c."""
    for number, text in enumerate(texts, first):
        mark = chr(ord("a") + number - 1) if letters else str(number)
        lines(paper, text, align="justify", x=x + 7, after=1, label=(Span(f"{mark}.", BODY, x, 7),))


def grid(paper: Paper, texts: Sequence[str], columns: int) -> None:
    """Short texts side by side, filled column by column, as a legend is."""
    deep = -(-len(texts) // columns)
    width = paper.width / columns
    for first in range(deep):
        cells = [paper.letters.wrap(text, SMALL, width - 3) for text in texts[first::deep]]
        spans = [
            Span(line, SMALL, column * width, width, "left", row * SMALL.line)
            for column, cell in enumerate(cells)
            for row, line in enumerate(cell)
        ]
        paper.add_spans(max(map(len, cells)) * SMALL.line, *spans, keep_next=True)
    gap(paper, 2)


def signatures(paper: Paper, *signers: Signer | None, takes: int = LAST_ROWS) -> None:
    """Signers side by side in one piece, None for an empty place; one alone stands in the middle.

    The piece never stands alone: `takes` pieces before it come along to a new page.
    """
    width = paper.width / max(2, len(signers))
    left = (paper.width - width) / 2 if len(signers) == 1 else 0.0
    name_at = 4 + SIGNING_ROOM + BODY.line * max(len(signer.above) for signer in signers if signer)
    spans = [
        span
        for place, signer in enumerate(signers)
        if signer
        for span in _signature(paper, signer, left + place * width, width, name_at)
    ]
    height = max(span.y + span.face.line for span in spans)
    paper.add(Piece(height + 4, partial(_draw_signatures, paper, paper.left, spans), takes=takes))


def camat(bahan: BahanCetak, above: Sequence[str]) -> Signer:
    """The camat, who signs under `above` and the title."""
    sheet = bahan.fakta.daftar_hadir
    office = f"CAMAT {bahan.fakta.rapat.kecamatan.nama.upper()},"
    return Signer((*above, office), sheet.nama_camat, nip(sheet.nip_camat))


def tim_bappeda(bahan: BahanCetak) -> Signer:
    minutes = bahan.fakta.berita_acara
    return Signer(("Mengetahui,", f"Tim Bappeda {KABUPATEN},"), minutes.nama_bappeda, nip(minutes.nip_bappeda))


def place_and_date(bahan: BahanCetak) -> str:
    rapat = bahan.fakta.rapat
    return f"{rapat.kecamatan.nama}, {written_date(bahan.fakta.daftar_hadir.tanggal, rapat.tahun)}"


def _signature(paper: Paper, signer: Signer, x: float, width: float, name_at: float) -> list[Span]:
    """The lines above from the top, the name at `name_at` mm; names side by side stand on one height."""
    name = signer.name.strip()
    above = [(text, BODY) for text in signer.above]
    below = [(name, BOLD) if name else (BLANK * 2, BODY), (signer.below, BODY)]
    return [*_centered(paper, above, x, width, 4.0), *_centered(paper, below, x, width, name_at)]


def _centered(paper: Paper, texts: Sequence[tuple[str, Face]], x: float, width: float, y: float) -> Iterator[Span]:
    inner = width - 6
    for text, face in texts:
        for line in paper.letters.wrap(text, face, inner):
            yield Span(line, face, x + 3, inner, "center", y)
            y += face.line


def _draw_signatures(paper: Paper, left: float, spans: Sequence[Span], top: float) -> None:
    for span in spans:
        paper.put(span.text, span.face, left + span.x, top + span.y, span.width, "center")
        if span.face is BOLD:
            wide = paper.letters.width(span.text, span.face)
            x, y = left + span.x + (span.width - wide) / 2, top + span.y + span.face.baseline + 0.8
            paper.pdf.line(x, y, x + wide, y)
