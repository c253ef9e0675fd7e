"""A video that a person uploads: its boxes are walked in plain Python, and no frame of it is ever decoded.

MP4 and MOV are boxes in boxes, each a length of 4 bytes, a name of 4 bytes, and what is in it. A whole file is exactly
as long as its boxes say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from musrenbang.errors import Issue, Refused, refuse
from musrenbang.intake import sandbox

MOST_MB = 200
SHORTEST, LONGEST = 1, 30 * 60  # seconds
MOST_BOXES = 1000  # next to each other
QUICKTIME = b"qt  "
BRANDS = {QUICKTIME, b"isom", b"mp41", b"mp42", b"avc1", b"M4V ", b"M4VH", b"M4VP", b"MSNV", b"mp71", b"3gp4", b"3gp5",
          b"3gp6", b"3gp7", b"3g2a", *(b"iso%d" % n for n in range(2, 10))}  # fmt: skip
MEDIA_TYPES = {True: "video/quicktime", False: "video/mp4"}


@dataclass(frozen=True, slots=True)
class Box:
    """A box's name, and where what is in it starts and ends."""

    name: bytes
    start: int
    end: int


def check(path: Path) -> str:
    """The media type, "video/mp4" or "video/quicktime". Raises Refused with one issue when it is not accepted."""
    sandbox.weigh(path, MOST_MB, "video_terlalu_besar")
    with path.open("rb") as file:
        brand = _brand(file)
        top = _boxes(file, 0, path.stat().st_size)
        refuse(*[] if any(box.name == b"mdat" and box.end > box.start for box in top) else [Issue("video_rusak")])
        movie = _boxes_in(file, top, b"moov")
        _check_length(file, _one(movie, b"mvhd"))
        _check_tracks(file, movie)
    return MEDIA_TYPES[brand == QUICKTIME]


def _brand(file: BinaryIO) -> bytes:
    """The first box tells what the file is, by a main name and the names of what else can read it."""
    head = file.read(16)
    if head[4:8] != b"ftyp":
        raise Refused([Issue("video_bukan")])
    names = [head[8:12], *_words(file.read(max(0, min(int.from_bytes(head[:4], "big"), 512) - 16)))]
    if BRANDS.isdisjoint(names):
        raise Refused([Issue("video_bukan")])
    return names[0]


def _words(data: bytes) -> Iterator[bytes]:
    return (data[at : at + 4] for at in range(0, len(data), 4))


def _boxes(file: BinaryIO, start: int, end: int) -> list[Box]:
    """What lies between start and end, which the boxes must fill exactly."""
    found: list[Box] = []
    while start < end:
        box = _box_at(file, start, end)
        found.append(box)
        start = box.end
        refuse(*[Issue("video_rusak")] if len(found) > MOST_BOXES else [])
    return found


def _box_at(file: BinaryIO, start: int, end: int) -> Box:
    file.seek(start)
    head = file.read(16)
    size, header = int.from_bytes(head[:4], "big"), 8
    if size == 1:  # too long for 4 bytes: the length stands behind the name
        size, header = int.from_bytes(head[8:16], "big"), 16
    if size < header or start + size > end:
        raise Refused([Issue("video_rusak")])
    return Box(head[4:8], start + header, start + size)


def _one(boxes: list[Box], name: bytes) -> Box:
    found = [box for box in boxes if box.name == name]
    if len(found) != 1:
        raise Refused([Issue("video_rusak")])
    return found[0]


def _boxes_in(file: BinaryIO, boxes: list[Box], *names: bytes) -> list[Box]:
    """What is in the box that these names lead to, one below the other."""
    for name in names:
        box = _one(boxes, name)
        boxes = _boxes(file, box.start, box.end)
    return boxes


def _read(file: BinaryIO, box: Box, most: int = 64) -> bytes:
    file.seek(box.start)
    return file.read(min(box.end - box.start, most))


def _check_length(file: BinaryIO, header: Box) -> None:
    data = _read(file, header)
    at, wide = (20, 8) if data[:1] == b"\1" else (12, 4)  # version 1 has times and length in 8 bytes
    scale, length = int.from_bytes(data[at : at + 4], "big"), int.from_bytes(data[at + 4 : at + 4 + wide], "big")
    refuse(*[] if scale else [Issue("video_rusak")])
    if not SHORTEST <= length / scale <= LONGEST:
        raise Refused([Issue("video_lama", {"min": SHORTEST, "maks": LONGEST // 60})])


def _check_tracks(file: BinaryIO, movie: list[Box]) -> None:
    kinds = [_check_track(file, box) for box in movie if box.name == b"trak"]
    refuse(*[] if b"vide" in kinds else [Issue("video_tanpa_gambar")])


def _check_track(file: BinaryIO, track: Box) -> bytes:
    """The kind of this track, b"vide" for pictures. Its data must be in this file: a list may point to any other."""
    media = _boxes_in(file, _boxes(file, track.start, track.end), b"mdia")
    handler = _read(file, _one(media, b"hdlr"))[8:12]
    references = _one(_boxes_in(file, media, b"minf", b"dinf"), b"dref")
    entries = [_read(file, entry) for entry in _boxes(file, references.start + 8, references.end)]
    refuse(*[] if entries else [Issue("video_rusak")])
    refuse(*[] if all(entry[3:4] == b"\1" and not any(entry[4:]) for entry in entries) else [Issue("video_luar")])
    return handler
