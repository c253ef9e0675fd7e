"""Hostile and broken videos, made in code; by name: how to make it, and the key of what refuses it."""

import struct
from collections.abc import Callable

Made = Callable[[], bytes]
SELF = b"\0\0\0\1"  # flags of a data reference: in this very file


def box(name: bytes, *content: bytes) -> bytes:
    data = b"".join(content)
    return struct.pack(">I", len(data) + 8) + name + data


def mvhd(length: int, scale: int = 1000, version: int = 0) -> bytes:
    """The head of a movie: its length in pieces of a second."""
    times = struct.pack(">QQIQ" if version else ">IIII", 0, 0, scale, length)
    return box(b"mvhd", bytes([version, 0, 0, 0]), times, bytes(80))


def track(handler: bytes = b"vide", reference: bytes = SELF, kind: bytes = b"url ", place: bytes = b"") -> bytes:
    """A track of this kind, whose data is in this file or elsewhere."""
    entry = box(kind, reference, place)
    dinf = box(b"dinf", box(b"dref", bytes(4), struct.pack(">I", 1), entry))
    hdlr = box(b"hdlr", bytes(8), handler, bytes(13))
    return box(b"trak", box(b"tkhd", bytes(84)), box(b"mdia", box(b"mdhd", bytes(24)), hdlr, box(b"minf", dinf)))


def mp4(
    *tracks: bytes, brand: bytes = b"isom", length: int = 5000, head: bytes | None = None, behind: bytes = b""
) -> bytes:
    """A film of 5 seconds; its pictures are zeros."""
    movie = box(b"moov", mvhd(length) if head is None else head, *(tracks or (track(), track(b"soun"))))
    return box(b"ftyp", brand, bytes(4), b"isommp42") + movie + box(b"mdat", bytes(5000)) + behind


def long_box(size: int) -> bytes:
    """A film whose last box gives its length in 8 bytes."""
    return mp4().partition(b"\0\0\x13\x90mdat")[0] + b"\0\0\0\1mdat" + struct.pack(">Q", size) + bytes(5000)


def last_box(size: int) -> bytes:
    """A film whose last box says this length."""
    return mp4().replace(b"\0\0\x13\x90mdat", struct.pack(">I", size) + b"mdat")


def nested(name: bytes, depth: int) -> bytes:
    made = b""
    for _ in range(depth):
        made = box(name, made)
    return made


FTYP = box(b"ftyp", b"isom", bytes(4), b"isommp42")
LIST = b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"
CONCAT = b"ffconcat version 1.0\nfile /etc/passwd\n"

VIDEOS: dict[str, tuple[Made, str]] = {
    "empty": (lambda: b"", "berkas_kosong"),
    "list of other files": (lambda: LIST, "video_bukan"),
    "list to be joined": (lambda: CONCAT, "video_bukan"),
    "exe called .mp4": (lambda: b"MZ\x90\0" + bytes(5000), "video_bukan"),
    "matroska called .mp4": (lambda: b"\x1aE\xdf\xa3" + bytes(5000), "video_bukan"),
    "avi called .mp4": (lambda: b"RIFF\0\0\0\0AVI LIST" + bytes(500), "video_bukan"),
    "three bytes": (lambda: b"\0\0\0", "video_bukan"),
    "heic called .mp4": (lambda: box(b"ftyp", b"heic", bytes(4), b"mif1heic"), "video_bukan"),
    "unknown brand": (lambda: box(b"ftyp", b"evil", bytes(4)) + mp4()[24:], "video_bukan"),
    "brand only": (lambda: FTYP, "video_rusak"),
    "film not at the start": (lambda: box(b"free", b"x") + mp4(), "video_bukan"),
    "list inside, of a movie": (lambda: FTYP + LIST, "video_rusak"),
    "cut": (lambda: mp4()[:-1], "video_rusak"),
    "cut in the middle": (lambda: mp4()[: len(mp4()) // 2], "video_rusak"),
    "cut within the movie": (lambda: mp4()[:100], "video_rusak"),
    "bytes behind": (lambda: mp4() + b"PK\3\4<?php ?>", "video_rusak"),
    "box of length 0": (lambda: last_box(0), "video_rusak"),
    "box smaller than its head": (lambda: last_box(7), "video_rusak"),
    "box of 4 GB": (lambda: last_box(0xFFFFFFFF), "video_rusak"),
    "box of 16 million TB": (lambda: long_box((1 << 64) - 1), "video_rusak"),
    "long box smaller than its head": (lambda: long_box(15), "video_rusak"),
    "no pictures' data": (lambda: mp4().partition(b"\0\0\x13\x90mdat")[0], "video_rusak"),
    "no movie": (lambda: FTYP + box(b"mdat", bytes(500)), "video_rusak"),
    "two movies": (lambda: mp4(behind=box(b"moov", mvhd(5000), track())), "video_rusak"),
    "no head": (lambda: mp4(head=b""), "video_rusak"),
    "half a head": (lambda: mp4(head=box(b"mvhd", bytes(3))), "video_rusak"),
    "time that does not pass": (lambda: mp4(head=mvhd(5000, scale=0)), "video_rusak"),
    "no length": (lambda: mp4(length=0), "video_lama"),
    "half a second": (lambda: mp4(length=999), "video_lama"),
    "over 30 minutes": (lambda: mp4(length=30 * 60 * 1000 + 1), "video_lama"),
    "a million years": (lambda: mp4(head=mvhd(1 << 63, version=1)), "video_lama"),
    "sound only": (lambda: mp4(track(b"soun")), "video_tanpa_gambar"),
    "no track": (lambda: mp4(box(b"free")), "video_tanpa_gambar"),
    "half a track": (lambda: mp4(box(b"trak", box(b"mdia"))), "video_rusak"),
    "data in /etc/passwd": (lambda: mp4(track(reference=bytes(4), place=b"file:///etc/passwd\0")), "video_luar"),
    "sound from the network": (
        lambda: mp4(track(), track(b"soun", reference=bytes(4), place=b"http://10.0.0.1/\0")), "video_luar",
    ),
    "in itself, and yet elsewhere": (lambda: mp4(track(place=b"file:///etc/passwd\0")), "video_luar"),
    "data behind an alias": (lambda: mp4(track(reference=bytes(4), kind=b"alis", place=b"x" * 80)), "video_luar"),
    "no reference": (lambda: mp4(track(reference=b"")), "video_luar"),
    "5,000 boxes in each other": (lambda: mp4(nested(b"trak", 5000)), "video_rusak"),
    "5,000 boxes in each other, on top": (lambda: FTYP + nested(b"moov", 5000), "video_rusak"),
    "200,000 boxes side by side": (lambda: mp4(behind=box(b"free") * 200_000), "video_rusak"),
}  # fmt: skip

# accepted, with their media types
GOOD: dict[str, tuple[Made, str]] = {
    "mp4": (mp4, "video/mp4"),
    "mov of an iphone": (
        lambda: mp4(track(kind=b"alis"), brand=b"qt  ", behind=box(b"wide") + box(b"free", b"x")), "video/quicktime",
    ),
    "3gp": (lambda: mp4(brand=b"3gp4"), "video/mp4"),
    "one second": (lambda: mp4(length=1000), "video/mp4"),
    "thirty minutes": (lambda: mp4(length=30 * 60 * 1000), "video/mp4"),
    "length in 8 bytes": (lambda: mp4(head=mvhd(5000, version=1)), "video/mp4"),
    "last box with a long length": (lambda: long_box(5016), "video/mp4"),
}  # fmt: skip
