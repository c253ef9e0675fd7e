"""A PDF that a person uploads: whole, 1 to 200 pages, with nothing in it that acts. Read in a child process."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pikepdf

from musrenbang.errors import Issue, Refused, refuse
from musrenbang.intake import sandbox

MOST_MB = 40
MOST_PAGES = 200
MOST_PIXELS = 100_000_000  # A3 at 600 dpi has 70 million
MOST_UNPACKED = 64 << 20  # bytes of everything that is not a picture
CHUNK = 1 << 20
SPACE = b"\0\t\n\f\r "

# by key of any dictionary, and by name under /S, /Type or /Subtype
KEYS = {
    "/JS": "skrip",
    "/JavaScript": "skrip",
    "/AA": "perintah otomatis",
    "/XFA": "formulir XFA",
    "/EmbeddedFiles": "lampiran berkas",
    "/EF": "lampiran berkas",
    "/RichMediaContent": "video atau objek 3D",
}
NAMES = {
    "/JavaScript": "skrip",
    "/Launch": "perintah membuka program",
    "/SubmitForm": "formulir pengirim data",
    "/ImportData": "formulir pengambil data",
    "/GoToE": "lampiran berkas",
    "/EmbeddedFile": "lampiran berkas",
    "/FileAttachment": "lampiran berkas",
    "/RichMedia": "video atau objek 3D",
    "/RichMediaExecute": "video atau objek 3D",
    "/Rendition": "video atau objek 3D",
    "/Movie": "video atau objek 3D",
    "/Sound": "suara",
    "/3D": "video atau objek 3D",
    "/GoTo3DView": "video atau objek 3D",
}
FOREIGN = (b"<html", b"<script", b"<!doctype", b"<?php", b"<svg")


def pages_of(path: Path) -> int:
    """How many pages this PDF has. Raises Refused with one issue when it is not accepted."""
    sandbox.weigh(path, MOST_MB, "pdf_terlalu_besar")
    return int(sandbox.run("pdf", path))


def inspect(path: Path) -> int:
    """In the child process: the number of pages."""
    with opened(path) as pdf:
        return _inspect_opened(pdf)


@contextmanager
def opened(path: Path) -> Iterator[pikepdf.Pdf]:
    """A whole PDF and nothing else; what cannot be read in it, here or by the caller, is refused."""
    _check_ends(path)
    try:
        with pikepdf.open(path, attempt_recovery=False, suppress_warnings=True) as pdf:
            yield pdf
    except pikepdf.PasswordError as fault:
        raise Refused([Issue("pdf_terkunci")]) from fault
    except (pikepdf.PdfError, zlib.error, ValueError, TypeError, LookupError, AttributeError) as fault:
        no_room = "bad_alloc" in str(fault)  # how qpdf says that the memory it may have was not enough
        raise Refused([Issue("berkas_terlalu_berat" if no_room else "pdf_rusak")]) from fault


def _inspect_opened(pdf: pikepdf.Pdf) -> int:
    said, pages = pdf.Root.Pages.Count, len(pdf.pages)
    refuse(*[Issue("pdf_rusak")] if said != pages else [])
    if not 1 <= pages <= MOST_PAGES:
        raise Refused([Issue("pdf_halaman", {"halaman": pages, "maks": MOST_PAGES})])
    for page in pdf.pages:
        _check_content(page.obj.get("/Contents", []))
    room = MOST_UNPACKED
    for thing in everything(pdf):
        _check_harmless(thing)
        if isinstance(thing, pikepdf.Stream):
            room -= unpacked(thing, room)
    # what was mended silently counts as broken: another reader may mend it otherwise, or not at all
    refuse(*[Issue("pdf_rusak")] if pdf.get_warnings() else [])
    return pages


def _check_ends(path: Path) -> None:
    """A PDF from its first byte to its last, and nothing else at the same time."""
    with path.open("rb") as file:
        head = file.read(1024)
        file.seek(max(0, path.stat().st_size - 4096))
        tail = file.read()
    if not head.startswith(b"%PDF-"):
        raise Refused([Issue("pdf_gabungan" if b"%PDF-" in head else "pdf_bukan")])
    if b"%%EOF" not in path.read_bytes():
        raise Refused([Issue("pdf_rusak")])
    _, end, after = tail.rpartition(b"%%EOF")
    if not end or after.strip(SPACE) or zipfile.is_zipfile(path) or any(mark in head.lower() for mark in FOREIGN):
        raise Refused([Issue("pdf_gabungan")])


def everything(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary and stream, also those that nothing refers to, and those that lie in others directly."""
    for top in pdf.objects:
        waiting = [top]
        while waiting:
            thing = waiting.pop()
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                yield thing
                waiting += [child for _, child in thing.items() if _inside(child)]
            elif isinstance(thing, pikepdf.Array):
                waiting += [child for child in thing if _inside(child)]


def _inside(child: Any) -> bool:
    return isinstance(child, pikepdf.Object) and not child.is_indirect


def _check_harmless(thing: Any) -> None:
    keys = set(thing.keys())
    found = [KEYS[key] for key in keys & KEYS.keys()]
    found += [NAMES[name] for key in ("/S", "/Type", "/Subtype") if (name := str(thing.get(key, ""))) in NAMES]
    if isinstance(thing.get("/OpenAction"), pikepdf.Dictionary):
        found.append("perintah otomatis")
    if isinstance(thing, pikepdf.Stream) and "/F" in keys:
        found.append("rujukan ke berkas lain")
    if found:
        raise Refused([Issue("pdf_aktif", {"isi": min(found)})])


def _check_content(content: Any) -> None:
    """What a page draws calls itself a picture only so as not to be unpacked here."""
    parts = [content] if isinstance(content, pikepdf.Stream) else content
    refuse(*[Issue("pdf_rusak")] if any(part.get("/Subtype") == "/Image" for part in parts) else [])


def unpacked(stream: pikepdf.Stream, room: int) -> int:
    """Bytes of a stream once unpacked, 0 for a picture. Refuses what needs more than `room`."""
    if stream.get("/Subtype") == "/Image":
        heavy, size = int(stream.Width) * int(stream.Height) > MOST_PIXELS, 0
    else:
        size = _size(stream, room)
        heavy = size > room
    refuse(*[Issue("berkas_terlalu_berat")] if heavy else [])
    return size


def _size(stream: pikepdf.Stream, room: int) -> int:
    filters = stream.get("/Filter", pikepdf.Array())
    names = [str(name) for name in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    if not names:
        return len(stream.read_raw_bytes())
    if names == ["/FlateDecode"]:
        return _inflated(stream.read_raw_bytes(), room)
    return len(stream.read_bytes())


def _inflated(packed: bytes, room: int) -> int:
    """Counted in pieces and never held; counting stops once it is more than `room`."""
    unpacker, size = zlib.decompressobj(), 0
    while packed and size <= room and not unpacker.eof:
        size += len(unpacker.decompress(packed, CHUNK))
        packed = unpacker.unconsumed_tail
    return size
