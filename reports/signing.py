"""Signatures: who signs under which title, and blocks that never stand alone on a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from musrenbang.model import BahanCetak
from reports.blocks import BODY, BOLD, KABUPATEN, filled, written_date
from reports.layout import Piece
from reports.lettering import NBSP, Face
from reports.paper import Paper, Span
from reports.table import LAST_ROWS

UNNAMED = "…" * 16  # a dotted line for a name
SIGNING_ROOM = 22.0  # mm between a title and the name below it


@dataclass(frozen=True, slots=True)
class Signer:
    """One signature: the lines above it, the name, and what stands below the name."""

    above: tuple[str, ...]
    name: str
    below: str = ""


def nip(number: str) -> str:
    """Eighteen digits in the groups that papers show: 8, 6, 1, 3."""
    digits = "".join(number.split())
    if len(digits) == 18 and digits.isdecimal():
        digits = NBSP.join((digits[:8], digits[8:14], digits[14], digits[15:]))
        return f"NIP{NBSP}{digits}"
    return f"NIP{NBSP}{filled(number)}"


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
    below = [(name, BOLD) if name else (UNNAMED, BODY), (signer.below, BODY)]
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
