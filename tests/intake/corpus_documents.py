"""Hostile and broken PDFs, made in code; by name: how to make it, and the key of the sentence that refuses it."""

import base64
import io
import zipfile
import zlib
from collections.abc import Callable
from functools import cache, partial

import pikepdf

Made = Callable[[], bytes]
GIGABYTE = 1 << 30
SCRIPT = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"


def numbered(objects: dict[int, bytes]) -> tuple[bytes, dict[int, int]]:
    """The body of a PDF, and where each object starts."""
    body, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", {}
    for number, content in objects.items():
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    return body, places


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """Objects 1, 2, 3 … with a right table of where they are; object 1 is the catalog."""
    body, places = numbered(dict(enumerate(objects, 1)))
    table = b"".join(b"%010d 00000 n \n" % place for place in places.values())
    size = len(objects) + 1
    return b"%sxref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        body, size, table, size, trailer, len(body),
    )  # fmt: skip


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def paper(*more: bytes, catalog: bytes = b"", page: bytes = b"", pages: int = 1, content: int = 4) -> bytes:
    """A page with a line of text. `more` are the objects from 5 on; `catalog` and `page` are further entries."""
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b"3 0 R " * min(pages, 1)),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 936] /Resources << >> /Contents %d 0 R %s >>"
        % (content, page),
        stream(b"BT /F1 12 Tf 50 800 Td (Berita Acara) Tj ET"),
        *more,
    )


def many(pages: int) -> bytes:
    """Each page an object of its own."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 3 + pages))
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 936] /Resources << >> >>"
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids),
        *[leaf] * pages,
    )  # fmt: skip


def locked(user: str) -> bytes:
    with pikepdf.open(io.BytesIO(paper())) as opened:
        out = io.BytesIO()
        opened.save(out, encryption=pikepdf.Encryption(user=user, owner="pemilik"))
    return out.getvalue()


def packed_objects(*objects: bytes) -> bytes:
    """All objects inside one, as newer programs write them."""
    with pikepdf.open(io.BytesIO(paper(*objects))) as opened:
        opened.Root.Simpan = pikepdf.Array(opened.get_object(5 + n, 0) for n in range(len(objects)))
        out = io.BytesIO()
        opened.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


@cache
def zeros(size: int) -> bytes:
    """Packed zeros: 1 GB in 1 MB."""
    packer, piece = zlib.compressobj(9), bytes(1 << 20)
    return b"".join(packer.compress(piece) for _ in range(size >> 20)) + packer.flush()


def drawn(data: bytes, entries: bytes) -> bytes:
    """A page whose content is this stream."""
    return paper(stream(data, entries), content=5)


def table_bomb(kind: bytes) -> bytes:
    """The table of objects is itself a packed stream, or says that objects lie in one: opening alone unpacks it."""
    bomb = stream(zeros(GIGABYTE), b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode")
    body, places = numbered({2: bomb})
    entries = b"\2\0\0\0\2\0" + b"\0" * 6 + b"\1" + places[2].to_bytes(4, "big") + b"\0"
    if kind == b"objects":
        rows = b"\0" * 6 + b"\2\0\0\0\2\0" + entries[12:18]
        table, size = zlib.compress(rows), 3
    else:
        table, size = zeros(GIGABYTE), 178_000_000
    head = b"/Type /XRef /Size %d /W [1 4 1] /Root 1 0 R /Filter /FlateDecode" % size
    return body + b"9 0 obj\n" + stream(table, head) + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(body)


def tree(levels: int) -> bytes:
    """Pages in pages in pages."""
    nodes = [b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % (n + 3) for n in range(levels)]
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        *nodes,
        b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 9 9] /Resources << >> >>" % (levels + 1),
    )


def circle() -> bytes:
    node = b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>"
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", node % 3, node % 2)


def with_zip(*, inside: bool) -> bytes:
    """A ZIP behind the PDF; or around its end, so that both end in what a PDF must end in."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("buka.js", "WScript.Echo(1)")
        archive.comment = paper()[-200:] if inside else b""
    return paper() + out.getvalue()


def field(kind: bytes) -> bytes:
    return paper(catalog=b"/AcroForm << /Fields [] /DA () %s >>" % kind)


def note(entries: bytes) -> bytes:
    return paper(page=b"/Annots [<< /Type /Annot /Rect [0 0 9 9] %s >>]" % entries)


def lying(length: bytes) -> bytes:
    return paper(b"<< /Length %s >>\nstream\nBT ET\nendstream" % length, content=5)


ATTACHED = b"<< /Names [(a.exe) << /Type /Filespec /F (a.exe) /EF << /F 4 0 R >> >>] >>"

PDFS: dict[str, tuple[Made, str]] = {
    "empty": (lambda: b"", "berkas_kosong"),
    "html called .pdf": (lambda: b"<!doctype html><script>alert(1)</script>", "pdf_bukan"),
    "exe called .pdf": (lambda: b"MZ\x90\0" + bytes(4000), "pdf_bukan"),
    "spreadsheet called .pdf": (lambda: with_zip(inside=False)[len(paper()) :], "pdf_bukan"),
    "head only": (lambda: b"%PDF-1.7\n", "pdf_rusak"),
    "head and end only": (lambda: b"%PDF-1.7\n%%EOF\n", "pdf_rusak"),
    "noise with head and end": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF\n", "pdf_rusak"),
    "cut in the middle": (lambda: paper()[: len(paper()) // 2], "pdf_rusak"),
    "cut before its table": (lambda: paper().partition(b"xref\n")[0], "pdf_rusak"),
    "cut within its last line": (lambda: paper()[:-4], "pdf_rusak"),
    "cut, and an end put behind": (lambda: paper()[: len(paper()) // 2] + b"\n%%EOF\n", "pdf_rusak"),
    "table points elsewhere": (lambda: paper().replace(b"startxref\n", b"startxref\n9"), "pdf_rusak"),
    "length too long": (lambda: lying(b"900"), "pdf_rusak"),
    "length too short": (lambda: lying(b"2"), "pdf_rusak"),
    "length below zero": (lambda: lying(b"-5"), "pdf_rusak"),
    "length is its own object": (lambda: lying(b"5 0 R"), "pdf_rusak"),
    "length is huge": (lambda: lying(b"99999999999999999999"), "pdf_rusak"),
    "noise in front": (lambda: b"\0\0\0noise\n" + paper(), "pdf_gabungan"),
    "zip behind": (partial(with_zip, inside=False), "pdf_gabungan"),
    "zip around the end": (partial(with_zip, inside=True), "pdf_gabungan"),
    "html behind": (lambda: paper() + b"<html><script>alert(1)</script></html>", "pdf_gabungan"),
    "a word behind": (lambda: paper() + b"lain\n", "pdf_gabungan"),
    "exe behind": (lambda: paper() + b"MZ\x90\0" + bytes(9000), "pdf_gabungan"),
    "html in the first lines": (lambda: paper().replace(b"\n", b"\n%<script>alert(1)</script>\n", 1), "pdf_gabungan"),
    "locked by a password": (partial(locked, "rahasia"), "pdf_terkunci"),
    "script when opened": (lambda: paper(catalog=b"/OpenAction " + SCRIPT), "pdf_aktif"),
    "script among the names": (
        lambda: paper(catalog=b"/Names << /JavaScript << /Names [(a) %s] >> >>" % SCRIPT), "pdf_aktif",
    ),
    "script on a page": (lambda: paper(page=b"/AA << /O %s >>" % SCRIPT), "pdf_aktif"),
    "script in a note": (lambda: note(b"/Subtype /Link /A " + SCRIPT), "pdf_aktif"),
    "script with a masked name": (lambda: note(b"/Subtype /Link /A << /S /J#61vaScr#69pt /J#53 (1) >>"), "pdf_aktif"),
    "script by reference": (lambda: paper(b"/JavaScript", b"<< /S 5 0 R >>", page=b"/A 6 0 R"), "pdf_aktif"),
    "script that nothing refers to": (lambda: paper(SCRIPT), "pdf_aktif"),
    "script in an object stream": (partial(packed_objects, SCRIPT), "pdf_aktif"),
    "script deep in arrays": (lambda: paper(b"[" * 90 + SCRIPT + b"]" * 90), "pdf_aktif"),
    "starts a program": (lambda: paper(catalog=b"/OpenAction << /S /Launch /F (cmd.exe) >>"), "pdf_aktif"),
    "jumps when opened": (lambda: paper(catalog=b"/OpenAction << /S /GoTo /D [3 0 R /Fit] >>"), "pdf_aktif"),
    "sends a form": (lambda: note(b"/Subtype /Widget /A << /S /SubmitForm /F (http://x) >>"), "pdf_aktif"),
    "reads a form": (lambda: note(b"/Subtype /Widget /A << /S /ImportData /F (C:/x) >>"), "pdf_aktif"),
    "form of XFA": (lambda: field(b"/XFA [(a) 4 0 R]"), "pdf_aktif"),
    "file attached": (lambda: paper(catalog=b"/Names << /EmbeddedFiles %s >>" % ATTACHED), "pdf_aktif"),
    "file attached to a note": (lambda: note(b"/Subtype /FileAttachment /FS (a.exe)"), "pdf_aktif"),
    "rich media": (lambda: note(b"/Subtype /RichMedia"), "pdf_aktif"),
    "movie": (lambda: note(b"/Subtype /Movie /Movie << /F (a.avi) >>"), "pdf_aktif"),
    "sound": (lambda: note(b"/Subtype /Sound /Sound 4 0 R"), "pdf_aktif"),
    "three dimensions": (lambda: note(b"/Subtype /3D"), "pdf_aktif"),
    "rendition": (lambda: note(b"/Subtype /Screen /A << /S /Rendition >>"), "pdf_aktif"),
    "content from another file": (lambda: drawn(b"", b"/F (/etc/passwd)"), "pdf_aktif"),
    "no page": (lambda: paper(pages=0), "pdf_halaman"),
    "201 pages": (partial(many, 201), "pdf_halaman"),
    "says 10 pages, has one": (partial(paper, pages=10), "pdf_rusak"),
    "pages in a circle": (circle, "pdf_rusak"),
    "pages 5000 deep": (partial(tree, 5000), "pdf_rusak"),
    "arrays 100,000 deep": (lambda: paper(b"[" * 100_000 + b"]" * 100_000), "pdf_rusak"),
    "catalog is no dictionary": (lambda: pdf(b"[1 0 R]"), "pdf_rusak"),
    "page is a number": (lambda: pdf(b"<< /Pages 2 0 R >>", b"<< /Count 1 /Kids [3 0 R] >>", b"7"), "pdf_halaman"),
    "1 GB of zeros": (lambda: drawn(zeros(GIGABYTE), b"/Filter /FlateDecode"), "berkas_terlalu_berat"),
    "1 GB, packed twice": (
        lambda: drawn(zlib.compress(zeros(GIGABYTE)), b"/Filter [/FlateDecode /FlateDecode]"),
        "berkas_terlalu_berat",
    ),
    "1 GB, as text": (
        lambda: drawn(base64.a85encode(zeros(GIGABYTE)) + b"~>", b"/Filter [/ASCII85Decode /FlateDecode]"),
        "berkas_terlalu_berat",
    ),
    "1 GB called a picture": (
        lambda: drawn(zeros(GIGABYTE), b"/Subtype /Image /Width 1 /Height 1 /Filter /FlateDecode"), "pdf_rusak",
    ),
    "1 GB of objects": (partial(table_bomb, b"objects"), "pdf_rusak"),
    "1 GB of table": (partial(table_bomb, b"table"), "pdf_rusak"),
    "picture of 3,600 million pixels": (
        lambda: paper(stream(b"", b"/Subtype /Image /Width 60000 /Height 60000")), "berkas_terlalu_berat",
    ),
    "picture without a size": (lambda: paper(stream(b"", b"/Subtype /Image")), "pdf_rusak"),
    "broken packing": (lambda: drawn(b"x" * 99, b"/Filter /FlateDecode"), "pdf_rusak"),
}  # fmt: skip
