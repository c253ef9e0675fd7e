"""The rows of the sheets of an .xlsx, after workbook_guard has let it through. Runs in the child process only."""

import io
import math
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import openpyxl
from openpyxl.utils import coordinate_to_tuple, range_boundaries
from openpyxl.workbook import Workbook

from musrenbang.errors import Issue, Refused
from musrenbang.intake import workbook_guard
from musrenbang.intake.columns import HEAD_WITHIN, head_of, rows_below
from musrenbang.intake.lembar import MOST_BLANK, MOST_COLUMNS, Baris, Lembar, Nilai, Tempat, bounded

T = TypeVar("T")
USULAN, BESIDE = "usulan", frozenset({"contoh", "petunjuk", "daftar"})  # the sheets of our own template
FORMULA = re.compile(
    rb"<(?:\w+:)?c\s(?P<about>[^>]*)>\s*<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
ADDRESS = re.compile(rb'\br="([A-Z]{1,3}[0-9]{1,7})"')
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')
MOST_MERGED, MOST_SHEETS = 500, 20


def inspect(path: Path) -> dict[str, Any]:
    """As lembar.inspect."""
    return _opened(path, lambda book: _read(path, _only(book)))


def inspect_all(path: Path) -> list[dict[str, Any]]:
    """The same of every sheet, which together may hold as much as one."""
    return _opened(path, lambda book: _read_all(path, book.worksheets[:MOST_SHEETS]))


def _opened(path: Path, work: Callable[[Workbook], T]) -> T:
    workbook_guard.check(path)
    warnings.simplefilter("ignore")  # about styles and extensions, which nobody reads here
    try:
        # a file, not its path: by a path openpyxl believes the ending of the name
        return work(
            openpyxl.load_workbook(io.BytesIO(path.read_bytes()), read_only=True, data_only=True, keep_links=False)
        )
    except Refused:
        raise
    except MemoryError:
        raise Refused([Issue("lembar_membengkak")]) from None
    except Exception:  # openpyxl raises whatever it stumbles over
        raise Refused([Issue("lembar_rusak")]) from None


def _read_all(path: Path, sheets: list[Any]) -> list[dict[str, Any]]:
    found, rows = list[dict[str, Any]](), 0
    for sheet in sheets:
        found.append(_read(path, sheet))
        rows += len(found[-1]["baris"])
        bounded(rows, ())
    return found


def _read(path: Path, sheet: Any) -> dict[str, Any]:
    sheet.reset_dimensions()
    rows = list(_rows(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS + 1)))
    with zipfile.ZipFile(path) as archive:
        content = archive.read(sheet._worksheet_path)  # the one way to the part itself
    return {"nama": sheet.title, "baris": rows, "rumus": list(_unsolved(content)), "gabungan": _merged(content)}


def _only(book: Workbook) -> Any:
    """The sheet that holds usulan. Others that hold some, too, would be left out without a word."""
    chosen = _chosen(book)
    others = [s for s in book.worksheets[:MOST_SHEETS] if s is not chosen and _name(s) not in BESIDE]
    told = [s.title for s in (chosen, *others) if _holds_usulan(s)] if others else []
    if len(told) > 1:
        raise Refused([Issue("lembar_beberapa", {"lembar": ", ".join(f"“{name}”" for name in told)})])
    return chosen


def _chosen(book: Workbook) -> Any:
    if not book.worksheets:
        raise Refused([Issue("lembar_tidak_ada")])
    named = (sheet for sheet in book.worksheets if _name(sheet) == USULAN)
    return next(named, book.worksheets[0])


def _name(sheet: Any) -> str:
    return str(sheet.title).strip().lower()


def _holds_usulan(sheet: Any) -> bool:
    """Whether there is a row below a head of usulan."""
    sheet.reset_dimensions()
    rows = islice(_rows(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS)), HEAD_WITHIN + 1)
    start = Lembar(sheet.title, tuple(Baris(number, tuple(row)) for number, row in rows))
    head = head_of(start)
    return head is not None and bool(rows_below(start, head))


def _rows(found: Iterator[tuple[Any, ...]]) -> Iterator[tuple[int, list[Nilai]]]:
    """Rows that hold anything, until many blank ones follow each other or there are too many."""
    count, last = 0, 0
    for number, row in enumerate(found, 1):
        if not any(value is not None and value != "" for value in row):
            if number - last > MOST_BLANK:
                return
            continue
        last = number
        bounded(count, row)
        count += 1
        yield number, _plain(row)


def _plain(row: tuple[Any, ...]) -> list[Nilai]:
    plain = [v if v is None or type(v) is str or type(v) is int else _other(v) for v in row[:MOST_COLUMNS]]
    while plain[-1] is None:  # a row that holds nothing does not come here
        plain.pop()
    return plain


def _other(value: Any) -> Nilai:
    """A day as "2027-02-15"; what is neither number nor truth as its text."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or (isinstance(value, float) and math.isfinite(value)):
        return value
    return str(value)


def _unsolved(content: bytes) -> Iterator[Tempat]:
    """Cells with a formula and no result; an empty text is a result."""
    for found in FORMULA.finditer(content) if b"<f" in content or b":f" in content else ():
        address = ADDRESS.search(found["about"])
        if address and b't="str"' not in found["about"]:
            yield coordinate_to_tuple(address[1].decode())


def _merged(content: bytes) -> list[tuple[int, int, int, int]]:
    return [_range(found[1].decode()) for found in islice(MERGED.finditer(content), MOST_MERGED)]


def _range(text: str) -> tuple[int, int, int, int]:
    left, top, right, bottom = range_boundaries(text)
    return top, left, bottom, right
