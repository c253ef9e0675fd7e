"""CSV and JSON: a list as plain text, UTF-8.

CSV begins with a BOM, quotes every text and ends lines with CRLF. For people it is what Excel opens with a double click
where the language is Indonesian: semicolons between cells, a decimal comma. For programs (open data) it is RFC 4180:
commas, a decimal point. A text that a spreadsheet would take for a formula gets a leading apostrophe; a number never.
"""

import json
from collections.abc import Sequence
from decimal import Decimal

from reports.cells import plain
from reports.lists.listing import Sheet, Value

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
BOM = "\ufeff"


def csv(list_: Sheet) -> bytes:
    separator, point = (",", ".") if list_.for_programs else (";", ",")
    heads = [field.head for field in list_.fields]
    lines = (separator.join(_cell(value, point) for value in row) for row in (heads, *list_.rows))
    return (BOM + "".join(f"{line}\r\n" for line in lines)).encode()


def _cell(value: Value, point: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f'"{_harmless(plain(value))}"'
    return f"{value:.2f}".replace(".", point) if isinstance(value, Decimal) else str(value)


def _harmless(text: str) -> str:
    guarded = f"'{text}" if text.startswith(DANGEROUS) else text
    return guarded.replace('"', '""')


def as_json(list_: Sheet) -> bytes:
    """An array of objects with the heads as keys, or the list's own document; amounts are numbers."""
    return _json(list_.document or _objects(list_))


def as_json_of(lists: Sequence[Sheet]) -> bytes:
    """Several lists: an object with their titles as keys."""
    return _json({list_.judul: _objects(list_) for list_ in lists})


def _objects(list_: Sheet) -> list[dict[str, Value]]:
    heads = [field.head for field in list_.fields]
    return [dict(zip(heads, row, strict=True)) for row in list_.rows]


def _json(content: object) -> bytes:
    return f"{json.dumps(_plain(content), ensure_ascii=False, indent=1)}\n".encode()


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return plain(value) if isinstance(value, str) else value
