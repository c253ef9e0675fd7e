"""Hostile and broken photos and crests, made in code; by name: how to make it, and the key of what refuses it."""

import io
import struct
import zlib
from collections.abc import Callable
from functools import partial
from typing import Any

from PIL import Image

from tests.intake.corpus_documents import paper, zeros

Made = Callable[[], bytes]
PNG = b"\x89PNG\r\n\x1a\n"
BEHIND = b"PK\3\4<?php system($_GET[0]); ?>"
GPS = 0x8825


def picture(mode: str = "RGB", size: tuple[int, int] = (40, 30)) -> Image.Image:
    """Red to the left, blue to the right."""
    made = Image.new("RGB", size, "red")
    made.paste("blue", (size[0] // 2, 0, *size))
    return made.convert(mode)


def saved(made: Image.Image, kind: str = "JPEG", **more: Any) -> bytes:
    out = io.BytesIO()
    made.save(out, kind, **more)
    return out.getvalue()


def held(orientation: int) -> bytes:
    """A JPEG from a camera that was held like this (EXIF 1 to 8), with the place where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif.get_ifd(GPS).update({1: "N", 2: (3.0, 33.0, 12.0), 3: "E", 4: (98.0, 6.0, 1.0)})
    return saved(picture(), exif=exif, icc_profile=b"p" * 300, comment=b"rahasia")


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, *chunks: bytes, colours: int = 2) -> bytes:
    """A PNG whose head says this size, 8 bits a colour."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, 0))
    return PNG + head + b"".join(chunks) + chunk(b"IEND", b"")


def small(*chunks: bytes) -> bytes:
    """A right picture of one pixel, with these chunks in front of its data."""
    return png(1, 1, *chunks, chunk(b"IDAT", zlib.compress(b"\0abc")))


def texts() -> bytes:
    """100 texts of a megabyte each, packed."""
    return small(*[chunk(b"zTXt", b"k%d\0\0" % n + zeros(1 << 20)) for n in range(100)])


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def webp_lie() -> bytes:
    data = saved(picture(), "WEBP")
    return data[:4] + struct.pack("<I", 1 << 31) + data[8:16] + struct.pack("<I", 1 << 30) + data[20:]


def noisy(kind: str) -> bytes:
    return saved(Image.frombytes("RGB", (64, 48), zlib.compress(bytes(range(256)) * 40) * 200, "raw"), kind)


def wide_jpeg() -> bytes:
    """A small JPEG whose head says 65,500 x 65,500."""
    data = saved(picture())
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", 65500, 65500) + data[at + 4 :]


SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(400)

PICTURES: dict[str, tuple[Made, str]] = {
    "empty": (lambda: b"", "berkas_kosong"),
    "text": (lambda: b"ini bukan foto", "foto_bukan"),
    "svg with a script": (lambda: SVG, "foto_bukan"),
    "html called .jpg": (lambda: b"\n <html><script>alert(1)</script>", "foto_bukan"),
    "gif": (lambda: saved(picture(), "GIF"), "foto_bukan"),
    "tiff": (lambda: saved(picture(), "TIFF"), "foto_bukan"),
    "bmp": (lambda: saved(picture(), "BMP"), "foto_bukan"),
    "avif": (lambda: HEIC.replace(b"heic", b"avif"), "foto_bukan"),
    "pdf called .jpg": (paper, "foto_bukan"),
    "heic": (lambda: HEIC, "foto_heic"),
    "png of 3,600 million pixels": (lambda: png(60_000, 60_000, chunk(b"IDAT", zlib.compress(b""))), "foto_piksel"),
    "png of 41 million pixels": (lambda: png(41_000, 1_000, chunk(b"IDAT", zeros(118 << 20))), "foto_piksel"),
    "jpeg that says 4,290 million pixels": (wide_jpeg, "foto_piksel"),
    "png of 0 pixels": (lambda: png(0, 0), "foto_rusak"),
    "head of a jpeg only": (lambda: b"\xff\xd8\xff\xe0", "foto_rusak"),
    "half a jpeg": (lambda: half(noisy("JPEG")), "foto_rusak"),
    "half a jpeg in steps": (lambda: half(saved(picture(size=(400, 300)), progressive=True)), "foto_rusak"),
    "half a png": (lambda: half(noisy("PNG")), "foto_rusak"),
    "half a webp": (lambda: half(noisy("WEBP")), "foto_rusak"),
    "webp that lies about its size": (webp_lie, "foto_rusak"),
    "png with a chunk of 2 GB": (lambda: png(9, 9)[:33] + b"\x7f\xff\xff\xffIDATx", "foto_rusak"),
    "png with a wrong checksum": (lambda: noisy("PNG").replace(b"IDAT", b"IDAt", 1), "foto_rusak"),
    "png with 100 MB of packed text": (texts, "foto_rusak"),
    "png with a packed text of 1 GB": (
        lambda: small(chunk(b"iTXt", b"k\0\1\0\0\0" + zeros(1 << 30))), "foto_rusak",
    ),
    "png with a packed profile of 1 GB": (
        lambda: small(chunk(b"iCCP", b"k\0\0" + zeros(1 << 30))), "foto_rusak",
    ),
    "png with a broken head": (lambda: PNG + chunk(b"IHDR", b"\0"), "foto_rusak"),
}  # fmt: skip

CRESTS: dict[str, tuple[Made, str]] = {
    "svg as crest": (lambda: SVG, "lambang_bukan"),
    "webp as crest": (lambda: saved(picture(), "WEBP"), "lambang_bukan"),
    "half a crest": (lambda: half(noisy("PNG")), "foto_rusak"),
    "crest of 41 million pixels": (lambda: png(41_000, 1_000, chunk(b"IDAT", zeros(118 << 20))), "foto_piksel"),
    "crest over 2 MB": (lambda: noisy("PNG") + bytes(2 << 20), "lambang_terlalu_besar"),
}

# accepted, and drawn anew
GOOD: dict[str, Made] = {
    "jpeg": lambda: saved(picture()),
    "jpeg in steps": lambda: saved(picture(), progressive=True),
    "grey jpeg": lambda: saved(picture("L")),
    "cmyk jpeg": lambda: saved(picture("CMYK")),
    "png": lambda: saved(picture(), "PNG"),
    "png with a palette": lambda: saved(picture("P"), "PNG"),
    "png with 16 bits": lambda: saved(picture("I;16"), "PNG"),
    "png of 1 bit": lambda: saved(picture("1"), "PNG"),
    "transparent png": lambda: saved(picture("RGBA"), "PNG"),
    "webp": lambda: saved(picture(), "WEBP"),
    "animated webp": lambda: saved(picture(), "WEBP", save_all=True, append_images=[Image.new("RGB", (40, 30))]),
    "zip behind a jpeg": lambda: saved(picture()) + BEHIND,
    "zip behind a png": lambda: saved(picture(), "PNG") + BEHIND,
    "place where it was taken": partial(held, 1),
}
