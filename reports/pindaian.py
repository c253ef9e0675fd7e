"""A scan put together from photos of pages: one PDF, each photo as large as its sheet allows (L33, L34)."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from fpdf import FPDF
from PIL import Image

from musrenbang.model import Kertas
from reports.layout import SHEETS

MARGIN = 5.0  # mm
TURNS = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}


@dataclass(frozen=True, slots=True)
class Halaman:
    """One photographed page: a JPEG, quarter turns to the right, and percent cut off left, top, right and bottom.

    What is cut off is measured on the page as it stands after turning.
    """

    foto: bytes
    putar: int = 0
    potong: tuple[int, int, int, int] = (0, 0, 0, 0)


def gabungan(halaman: Sequence[Halaman], judul: str, dicetak: datetime, kertas: Kertas = Kertas.F4) -> bytes:
    """The PDF; its bytes follow from what is given. `dicetak` is naive UTC."""
    pdf = FPDF(unit="mm")
    pdf.set_lang("id-ID")
    pdf.set_title(judul)
    pdf.set_creation_date(dicetak.replace(tzinfo=UTC))
    pdf.set_auto_page_break(False)
    for page in halaman:
        _add(pdf, drawn(page), kertas)
    return bytes(pdf.output())


def drawn(page: Halaman, side: int | None = None) -> bytes:
    """The page as a JPEG, turned and cut; at most `side` pixels. Where nothing is done to it, it stays as it is."""
    if side is None and page.putar % 4 == 0 and not any(page.potong):
        return page.foto
    with Image.open(io.BytesIO(page.foto), formats=("JPEG",)) as photo:
        if side:
            photo.draft("RGB", (2 * side, 2 * side))
        turn = TURNS.get(page.putar % 4)
        picture = photo.transpose(turn) if turn is not None else photo.copy()
    picture = picture.crop(_box(picture.size, page.potong))
    if side:
        picture.thumbnail((side, side))
    out = io.BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=88)
    return out.getvalue()


def _box(size: tuple[int, int], potong: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """In pixels; at least one remains."""
    (width, height), (left, top, right, bottom) = size, potong
    x, y = min(width * left // 100, width - 1), min(height * top // 100, height - 1)
    return x, y, max(x + 1, width - width * right // 100), max(y + 1, height - height * bottom // 100)


def _add(pdf: FPDF, jpeg: bytes, kertas: Kertas) -> None:
    """A wide photo lies on a wide sheet."""
    with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as photo:
        width, height = photo.size
    wide = width > height
    sheet = SHEETS[kertas][::-1] if wide else SHEETS[kertas]
    pdf.add_page("landscape" if wide else "portrait", (min(sheet), max(sheet)))
    scale = min((sheet[0] - 2 * MARGIN) / width, (sheet[1] - 2 * MARGIN) / height)
    w, h = width * scale, height * scale
    pdf.image(io.BytesIO(jpeg), (sheet[0] - w) / 2, (sheet[1] - h) / 2, w, h)
