"""How anybody can check a paper: its kode periksa, as letters and as QR code, below what is signed."""

import segno

from musrenbang import formats, kode_periksa
from musrenbang.model import BahanCetak
from reports import blocks
from reports.lettering import Face
from reports.paper import Paper, Span
from reports.table import LAST_ROWS

SIDE = 24.0  # mm of the QR code
BESIDE = SIDE + 5.0
ABOVE = 7.0
COMES_ALONG = LAST_ROWS + 3  # the code, the room above it, the signature and the last rows of its table


def add(paper: Paper, bahan: BahanCetak) -> None:
    """A QR code at the left and a few lines beside it, never alone on a page; nothing before Kirim."""
    dikirim = bahan.fakta.rapat.dikirim
    if not bahan.kode or dikirim is None:
        return
    blocks.gap(paper, ABOVE)
    code = segno.make(kode_periksa.link(bahan.alamat, bahan.kode), error="m", micro=False)
    paper.add_squares([list(row) for row in code.matrix], SIDE)
    told = [
        ("PERIKSA DOKUMEN", blocks.SMALL_BOLD),
        (bahan.kode, blocks.BOLD),
        (_told(bahan.alamat, formats.tanggal_jam(dikirim)), blocks.SMALL),
    ]
    paper.add_spans(SIDE + 1, *_beside(paper, told), takes=COMES_ALONG)


def _beside(paper: Paper, texts: list[tuple[str, Face]]) -> list[Span]:
    spans, y, width = [], 1.0, paper.width - BESIDE
    for text, face in texts:
        for line in paper.letters.wrap(text, face, width):
            spans.append(Span(line, face, BESIDE, width, "left", y))
            y += face.line
        y += 1
    return spans


def _told(alamat: str, dikirim: str) -> str:
    where = f"di {alamat}/periksa-dokumen" if alamat else "pada halaman Periksa Dokumen di aplikasi ini"
    return (
        f"Kode ini menunjuk keadaan saat usulan dikirim, {dikirim}. Siapa pun dapat mencocokkannya {where}, tanpa akun."
    )
