"""Slips with one-time passwords, to be cut apart and handed out; a page holds those of one kecamatan, or of the OPD."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from itertools import groupby
from typing import NamedTuple

from musrenbang.formats import tanggal_jam
from musrenbang.model import SandiBaru
from musrenbang.passwords import PANJANG_MIN
from reports import blocks
from reports.layout import Piece
from reports.lettering import Face
from reports.paper import Paper

COLUMNS = 2
PAD = 4.5  # mm between the cut and the words
DASH = 1.5  # mm
KEY = 27.0  # mm for the words before the values
PLACE, SECRET = Face("B", 12, 1.2), Face("B", 14, 1.35)
NAME = tuple(Face("B", size, 14 / size) for size in (11, 10, 9, 8, 7))  # the largest that fits one line
KABUPATEN = "OPD dan Bappeda Kabupaten Langkat"
PETUNJUK = (
    "Buka alamat ini, masuk dengan nama pengguna dan kata sandi di atas, lalu ganti kata sandinya dengan buatan "
    f"sendiri (paling sedikit {PANJANG_MIN} karakter). Jangan diperlihatkan kepada orang lain."
)


class Line(NamedTuple):
    """One line of a slip; `gap` is the room below it in mm."""

    text: str
    face: Face
    x: float = 0.0
    key: str = ""
    gap: float = 0.0

    @property
    def height(self) -> float:
        return self.face.line + self.gap


def lembar_sandi(akun: Sequence[SandiBaru], alamat: str, dicetak: datetime) -> bytes:
    """`akun` in the order of the list of accounts; `alamat` is where the application is opened."""
    paper = Paper("KATA SANDI SEKALI PAKAI", dicetak)
    for group, members in groupby(akun, key=_group):
        paper.start_part(f"KATA SANDI SEKALI PAKAI: {group.upper()}", landscape=False)
        blocks.lines(paper, group, blocks.TITLE, keep_next=True)
        note = "Gunting menurut garis putus-putus, lalu serahkan kepada pemiliknya. Tidak dapat dicetak dua kali."
        blocks.lines(paper, note, blocks.SMALL, after=2, keep_next=True)
        slips = [_slip(paper, one, alamat) for one in members]
        for at in range(0, len(slips), COLUMNS):
            _add_row(paper, slips[at : at + COLUMNS])
    return paper.output()


def _group(one: SandiBaru) -> str:
    return f"Kecamatan {one.akun.kecamatan}" if one.akun.kecamatan else KABUPATEN


def _slip(paper: Paper, one: SandiBaru, alamat: str) -> list[Line]:
    who, berakhir = one.akun.orang, one.akun.sandi_berakhir
    until = tanggal_jam(berakhir) if berakhir else ""
    return [
        *_wrapped(paper, one.akun.tempat or who.nama, PLACE, gap=1.5),
        *_wrapped(paper, alamat, blocks.SMALL, key="Alamat"),
        *_wrapped(paper, who.nama_pengguna, _fitting(paper, who.nama_pengguna), key="Nama pengguna"),
        *_wrapped(paper, one.sandi, SECRET, key="Kata sandi"),
        *_wrapped(paper, until, blocks.SMALL, key="Berlaku sampai", gap=1),
        *_wrapped(paper, PETUNJUK, blocks.SMALL),
    ]


def _fitting(paper: Paper, name: str) -> Face:
    room = paper.width / COLUMNS - 2 * PAD - KEY
    return next((face for face in NAME if paper.letters.width(name, face) <= room), NAME[-1])


def _wrapped(paper: Paper, text: str, face: Face, *, key: str = "", gap: float = 0.0) -> list[Line]:
    x = KEY if key else 0.0
    lines = paper.letters.wrap(text, face, paper.width / COLUMNS - 2 * PAD - x)
    last = len(lines) - 1
    return [Line(line, face, x, "" if at else key, gap if at == last else 0) for at, line in enumerate(lines)]


def _add_row(paper: Paper, slips: Sequence[Sequence[Line]]) -> None:
    """All of one row are as high as the highest, so that one cut parts it from the next."""
    height = max(sum(line.height for line in slip) for slip in slips) + 2 * PAD
    paper.add(Piece(height, partial(_draw_row, paper, slips, height)))


def _draw_row(paper: Paper, slips: Sequence[Sequence[Line]], height: float, top: float) -> None:
    width = paper.width / COLUMNS
    _draw_cuts(paper, [paper.left + at * width for at in range(len(slips) + 1)], top, top + height)
    for at, slip in enumerate(slips):
        _draw_slip(paper, slip, paper.left + at * width + PAD, top + PAD)


def _draw_cuts(paper: Paper, edges: Sequence[float], top: float, foot: float) -> None:
    """Each from the left or the top, so that the dashes of two rows lie upon each other."""
    paper.pdf.set_dash_pattern(DASH, DASH)
    for y in (top, foot):
        paper.pdf.line(edges[0], y, edges[-1], y)
    for x in edges:
        paper.pdf.line(x, top, x, foot)
    paper.pdf.set_dash_pattern()


def _draw_slip(paper: Paper, slip: Sequence[Line], x: float, y: float) -> None:
    for line in slip:
        if line.key:
            beside = line.face.baseline - blocks.SMALL.baseline  # both stand on one line
            paper.put(line.key, blocks.SMALL, x, y + beside, KEY, "left")
        paper.put(line.text, line.face, x + line.x, y, paper.width, "left")
        y += line.height
