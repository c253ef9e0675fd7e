"""Reading papers back: the text of each page, with single spaces."""

from io import BytesIO

from pypdf import PdfReader


def read_pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def read(pdf: bytes) -> str:
    return " ".join(read_pages(pdf))
