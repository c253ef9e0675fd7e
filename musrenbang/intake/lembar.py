"""A spreadsheet from outside, .xlsx or .csv, as plain rows: opened in a child process, bounded in everything."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from musrenbang.errors import Issue, Refused
from musrenbang.intake import sandbox

MOST_MB = 10
MOST_ROWS, MOST_COLUMNS, MOST_BLANK = 10_000, 60, 200
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Excel's old format, and the new one behind a password
APOSTROPHE = tuple(f"'{sign}" for sign in "=+-@\t\r")  # how our own CSV keeps a text from being a formula

Nilai = str | int | float | bool | None
Tempat = tuple[int, int]  # row and column, both counted from 1


class Baris(NamedTuple):
    """One row that is not blank, by its number in the sheet."""

    nomor: int
    isi: tuple[Nilai, ...]


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet. Dates are texts such as "2027-02-15".

    `rumus` are formulas that were saved without a result; `gabungan` merged ranges (first row, first column, last row,
    last column), of which only the first cell has a value.
    """

    nama: str
    baris: tuple[Baris, ...]
    rumus: frozenset[Tempat] = frozenset()
    gabungan: tuple[tuple[int, int, int, int], ...] = ()

    def merged(self, row: int, column: int) -> bool:
        return any(top <= row <= bottom and left <= column <= right for top, left, bottom, right in self.gabungan)


def read(path: Path) -> Lembar:
    """The sheet that holds usulan: the one named so, else the first. Raises Refused with one issue."""
    sandbox.weigh(path, MOST_MB, "lembar_terlalu_besar")
    return _believed(sandbox.run("lembar", path))


def read_book(path: Path) -> dict[str, Lembar]:
    """Every sheet of an .xlsx by its name. Raises Refused with one issue."""
    sandbox.weigh(path, MOST_MB, "lembar_terlalu_besar")
    found = map(_believed, sandbox.run("buku", path)["lembar"])
    return {each.nama: each for each in found}


def _believed(said: dict[str, Any]) -> Lembar:
    rows = tuple(Baris(nomor, tuple(isi)) for nomor, isi in said["baris"])
    gabungan = tuple((a, b, c, d) for a, b, c, d in said["gabungan"])
    return Lembar(said["nama"], rows, frozenset((row, column) for row, column in said["rumus"]), gabungan)


def inspect(path: Path) -> dict[str, Any]:
    """The fields of Lembar, ready for JSON. Runs in the child; raises Refused."""
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(b"PK"):
        from musrenbang.intake import workbook_cells  # a CSV needs no reader of workbooks

        return workbook_cells.inspect(path)
    if head == OLE:
        raise Refused([Issue("lembar_xls_lama")])
    return {"nama": "CSV", "baris": _csv_rows(path.read_bytes()), "rumus": [], "gabungan": []}


def inspect_book(path: Path) -> dict[str, Any]:
    """{"lembar": [as inspect, …]}. Runs in the child; raises Refused."""
    with path.open("rb") as file:
        head = file.read(8)
    if not head.startswith(b"PK"):
        raise Refused([Issue("lembar_xls_lama" if head == OLE else "buku_bukan_xlsx")])
    from musrenbang.intake import workbook_cells

    return {"lembar": workbook_cells.inspect_all(path)}


def _csv_rows(data: bytes) -> list[tuple[int, list[str | None]]]:
    text = _csv_text(data)
    rows = list[tuple[int, list[str | None]]]()
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)), 1):
            if any(row):
                bounded(len(rows), row)
                rows.append((number, [_unquoted(value) for value in row]))
    except csv.Error:
        raise Refused([Issue("csv_bukan_utf8")]) from None
    return rows


def _csv_text(data: bytes) -> str:
    """A web page or a paper that is called .csv is none."""
    if data.lstrip().startswith((b"<", b"%PDF", b"{", b"\x89PNG", b"\xff\xd8")):
        raise Refused([Issue("lembar_bukan")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused([Issue("csv_bukan_utf8")]) from None
    if "\0" in text:
        raise Refused([Issue("csv_bukan_utf8")])
    return text


def _delimiter(text: str) -> str:
    """Excel in Indonesia writes semicolons, everyone else commas."""
    head = text.split("\n", 1)[0]
    return max(",;\t", key=head.count)


def _unquoted(value: str) -> str | None:
    return (value[1:] if value.startswith(APOSTROPHE) else value) or None


def bounded(rows: int, row: Any) -> None:
    """Refuse one row too many below the head (`rows` are there already), or a row that is too wide."""
    if rows > MOST_ROWS:
        raise Refused([Issue("lembar_banyak_baris", {"maks": f"{MOST_ROWS:,}".replace(",", ".")})])
    if any(value is not None and value != "" for value in row[MOST_COLUMNS:]):
        raise Refused([Issue("lembar_banyak_kolom", {"maks": MOST_COLUMNS})])
