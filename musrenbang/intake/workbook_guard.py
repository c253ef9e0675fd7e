"""What an .xlsx must be before any reader of spreadsheets sees it: weighed, counted and searched as plain bytes.

An XML reader builds several objects for each element, so elements are counted here, in all and in one piece: a row of a
worksheet, or one text of the shared strings. Nothing a file says about its own sizes is believed.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from musrenbang.errors import Issue, Refused

MB = 1 << 20
MOST_PARTS = 500
MOST_PART, MOST_ALL, MOST_TIMES = 50 * MB, 80 * MB, 200  # really unpacked: bytes, bytes, times the packed size
MOST_ELEMENTS, MOST_IN_ONE, MOST_OTHER = 3_000_000, 50_000, 150_000  # "<" in all, in one row or text, in other parts
MOST_TEXTS, MOST_IN_TEXT = 700_000, 2_000
CHUNK = 1 << 18
XML = (".xml", ".rels", ".vml")
WORDS = ("<!DOCTYPE", "<!ENTITY")
FORBIDDEN = re.compile(b"|".join(re.escape(w.encode(c)) for w in WORDS for c in ("ascii", "utf-16-le", "utf-16-be")))
OVERLAP = 2 * max(map(len, WORDS))
ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)")
ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z]\w*)")
ENDS = {b"worksheet": re.compile(rb"</(?:[\w.-]+:)?row\s*>"), b"sst": re.compile(rb"</(?:[\w.-]+:)?si\s*>")}
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


def check(path: Path) -> None:
    """Raises Refused with one sentence. Every part is unpacked once, in small pieces, and its checksum compared."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _check_names(parts)
            left = MOST_ALL
            for part in parts:
                left -= _check_part(archive, part, left)
    except BROKEN:
        raise Refused([Issue("lembar_rusak")]) from None


def _check_names(parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename for part in parts]
    lower = {name.lower() for name in names}
    if len(names) > MOST_PARTS or len(lower) != len(names) or any(map(_leads_away, names)):
        raise Refused([Issue("lembar_tidak_wajar")])
    if any(part.flag_bits & 1 for part in parts):
        raise Refused([Issue("lembar_xls_lama")])
    if any(name.endswith("vbaproject.bin") for name in lower):
        raise Refused([Issue("lembar_makro")])
    if not {"[content_types].xml", "xl/workbook.xml"} <= lower:
        raise Refused([Issue("lembar_bukan")])


def _leads_away(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/") or len(name) > 300


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    """Returns the bytes it really unpacks to."""
    size, count = 0, Elements()
    most = min(MOST_PART, left, max(MB, MOST_TIMES * max(1, part.compress_size)))
    xml = part.filename.lower().endswith(XML)
    before = b""
    for chunk in _unpacked(archive, part):
        size += len(chunk)
        if size > most:
            raise Refused([Issue("lembar_membengkak")])
        if FORBIDDEN.search(before + chunk) or (xml and not _is_plain(chunk, first=not before)):
            raise Refused([Issue("lembar_tidak_wajar")])
        count.add(chunk)
        before = chunk[-OVERLAP:]
    return size


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as file:
        while chunk := file.read(CHUNK):
            yield chunk


def _is_plain(chunk: bytes, *, first: bool) -> bool:
    """UTF-8 as every program writes it: another encoding could hide words from this search."""
    if b"\0" in chunk:
        return False
    said = ENCODING.match(chunk.removeprefix(b"\xef\xbb\xbf").lstrip()) if first else None
    return not said or said[1].lower() in (b"utf-8", b"us-ascii")


class Elements:
    """Counts the tags of one part while it streams by; what it is, its first element says."""

    def __init__(self) -> None:
        self._root: bytes | None = None
        self._all = self._open = self._pieces = 0

    def add(self, chunk: bytes) -> None:
        self._root = self._root or _root_of(chunk)
        ends = ENDS.get(self._root or b"")
        self._all += chunk.count(b"<")
        if ends is None:
            return _limit(self._all, MOST_OTHER)
        most = MOST_IN_TEXT if self._root == b"sst" else MOST_IN_ONE
        if b"<!" in chunk:  # a comment could hold closing tags that close nothing
            raise Refused([Issue("lembar_tidak_wajar")])
        # a closing tag that is cut in two by the end of a chunk makes two pieces count as one, which is harmless
        first, *others = ends.split(chunk)
        self._open += first.count(b"<")
        _limit(self._open, most)
        for piece in others:
            self._open = piece.count(b"<")
            _limit(self._open, most)
        self._pieces += len(others)
        _limit(self._all, MOST_ELEMENTS)
        return _limit(self._pieces, MOST_TEXTS)


def _root_of(chunk: bytes) -> bytes | None:
    found = ROOT.search(chunk)
    return found[1] if found else None


def _limit(count: int, most: int) -> None:
    if count > most:
        raise Refused([Issue("lembar_membengkak")])
