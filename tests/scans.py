"""Small documents that are what they say: a PDF, and a photo."""

import io
from datetime import UTC, datetime

from fpdf import FPDF
from PIL import Image


def paper(pages: int = 1) -> bytes:
    """The same bytes at any time."""
    pdf = FPDF()
    pdf.set_creation_date(datetime(2027, 2, 15, tzinfo=UTC))
    for _ in range(pages):
        pdf.add_page()
    return bytes(pdf.output())


def picture(width: int = 40, height: int = 30, colour: str = "green", kind: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, kind)
    return out.getvalue()
