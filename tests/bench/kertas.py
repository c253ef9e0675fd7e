"""Hasil Skoring with 500, 5,000 and 20,000 rows, against reportlab's LongTable and bare fpdf2 (run as a module).

The floor draws the same lines of text at the same places with `pdf.text()` and lays out nothing. Reportlab gets the
same columns, texts, fonts and sizes, with every cell wrapped. Memory is that of a process of its own.
"""

import subprocess
import sys
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

from fpdf import FPDF

from musrenbang.model import BahanCetak
from reports import PAPERS
from reports.lettering import FAMILY, FILES, FONTS
from reports.table import HEAD_FILL, PAD, ZEBRA_FILL, Column, Table
from tests.bench.measure import compare, show
from tests.reports.bahan import bahan, prioritas

ROWS = (500, 5_000, 20_000)
RUNS = {500: 5, 5_000: 3, 20_000: 1}
KATA = (
    "",
    "dan saluran",
    "lanjutan tahun sebelumnya",
    "di jalan penghubung antardusun yang rusak akibat banjir",
    "",
    "barat",
    "timur",
)
MOST_OVER_FLOOR = 2.0
MOST_MEGABYTES = 250

Line = tuple[float, float, str]
Page = tuple[float, float, list[tuple[str, float, list[Line]]]]  # width and height, then (style, size, lines)


def main() -> None:
    """Prints a table; a broken promise is named, not raised."""
    for rows in ROWS:
        facts = facts_of(rows)
        ours = partial(PAPERS["hasil-skoring"], facts)
        what = f"Hasil Skoring, {rows} rows"
        show(f"{what}: bare pdf.text()", compare(ours, partial(floor, lines_of(facts)), RUNS[rows]), MOST_OVER_FLOOR)
        show(f"{what}: reportlab LongTable", compare(ours, partial(reportlab, *table_of(facts)), RUNS[rows]), 1.0)
    bare, full = peak_megabytes(0), peak_megabytes(ROWS[-1])
    verdict = "holds" if full <= MOST_MEGABYTES else "BROKEN"
    what = f"memory of {ROWS[-1]:,} rows".replace(",", ".")
    print(f"{what}: {full:.0f} MB, {full - bare:.0f} MB over an empty list; at most {MOST_MEGABYTES} MB  {verdict}")


def facts_of(rows: int) -> BahanCetak:
    """As many usulan, each with a name and a place that no other has: nothing is wrapped once for all."""
    return bahan(
        [
            replace(
                u, isi=replace(u.isi, nama=f"{u.isi.nama} tahap {n} {KATA[n % 7]}", lokasi=f"Gang {n}, {u.isi.lokasi}")
            )
            for n, u in enumerate(prioritas(rows))
        ]
    )


def lines_of(facts: BahanCetak) -> list[Page]:
    """Every line of text that our paper draws, by page and font."""
    pages: list[Page] = []

    class Recorder(FPDF):
        def add_page(self, *args: Any, **kwargs: Any) -> None:
            super().add_page(*args, **kwargs)
            pages.append((self.w, self.h, []))

        def text(self, x: float, y: float, text: str = "") -> None:
            super().text(x, y, text)
            fonts = pages[-1][2]
            if not fonts or fonts[-1][:2] != (self.font_style, self.font_size_pt):
                fonts.append((self.font_style, self.font_size_pt, []))
            fonts[-1][2].append((x, y, text))

    with patch("reports.paper.FPDF", Recorder):
        PAPERS["hasil-skoring"](facts)
    return pages


def floor(pages: list[Page]) -> bytes:
    pdf = FPDF()
    pdf.set_auto_page_break(False)
    for style, name in FILES.items():
        pdf.add_font(FAMILY, style, FONTS / f"LiberationSans-{name}.ttf")
    for width, height, fonts in pages:
        pdf.add_page(format=(width, height))
        for style, size, lines in fonts:
            pdf.set_font(FAMILY, style, size)
            for x, y, text in lines:
                pdf.text(x, y, text)
    return bytes(pdf.output())


def table_of(facts: BahanCetak) -> tuple[list[Column], list[tuple[str, ...]]]:
    """The columns and the texts of the cells that our paper gives to its table."""
    columns: list[Column] = []
    rows: list[tuple[str, ...]] = []

    class Recorder(Table):
        def __init__(self, paper: Any, heads: Any, **kwargs: Any) -> None:
            super().__init__(paper, heads, **kwargs)
            columns.extend(heads)

        def row(self, *texts: str) -> None:
            rows.append(texts)

    with patch.object(sys.modules["reports.hasil_skoring"], "Table", Recorder):
        PAPERS["hasil-skoring"](facts)
    return columns, rows


def reportlab(columns: list[Column], rows: list[tuple[str, ...]]) -> bytes:
    from reportlab.lib.colors import Color
    from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    for style, name in FILES.items():
        pdfmetrics.registerFont(TTFont(FAMILY + style, FONTS / f"LiberationSans-{name}.ttf"))
    aligns = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT}
    plain = [
        ParagraphStyle("", fontName=FAMILY, fontSize=7.5, leading=9.15, alignment=aligns[c.align]) for c in columns
    ]
    bold = ParagraphStyle("", fontName=f"{FAMILY}B", fontSize=7.5, leading=9.15, alignment=TA_CENTER)
    head = [Paragraph(column.head, bold) for column in columns]
    numbers = [Paragraph(f"({n})", bold) for n in range(1, len(columns) + 1)]
    body = [[Paragraph(text, style) for text, style in zip(row, plain, strict=True)] for row in rows]
    share = 300 * mm / sum(column.width for column in columns)
    look = [
        ("GRID", (0, 0), (-1, -1), 0.4, Color(0, 0, 0)),
        ("BACKGROUND", (0, 0), (-1, 1), Color(*(part / 255 for part in HEAD_FILL))),
        ("ROWBACKGROUNDS", (0, 2), (-1, -1), [None, Color(*(part / 255 for part in ZEBRA_FILL))]),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        *((f"{side}PADDING", (0, 0), (-1, -1), PAD * mm) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
    ]
    file = BytesIO()
    sheet = SimpleDocTemplate(
        file, pagesize=(330 * mm, 215 * mm), leftMargin=15 * mm, rightMargin=15 * mm, topMargin=15 * mm,
        bottomMargin=20 * mm,
    )  # fmt: skip
    sheet.build([LongTable([head, numbers, *body], [c.width * share for c in columns], repeatRows=2, style=look)])
    return file.getvalue()


def peak_megabytes(rows: int) -> float:
    """The highest memory of a new process that makes the facts and prints them; with 0 rows, of what it stands on."""
    child = subprocess.run([sys.executable, "-m", __spec__.name, str(rows)], capture_output=True, text=True, check=True)
    return float(child.stdout)


def _child(rows: int) -> None:
    PAPERS["hasil-skoring"](facts_of(rows))
    lines = Path("/proc/self/status").read_text().splitlines()  # unlike getrusage it forgets the parent's peak
    print(next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024)


if __name__ == "__main__":
    _child(int(sys.argv[1])) if len(sys.argv) > 1 else main()
