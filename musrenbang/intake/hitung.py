"""Levels from a CSV or JSON file, and their ranking as CSV: so anyone can recompute a published ranking."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from musrenbang import scoring
from musrenbang.intake.open_data import BOBOT, NotOpenData, lines_of

KOLOM = ("id", *scoring.KUNCI)
RAPAT = ("tahun", "kode_kecamatan")  # what tells two meetings in one file apart
LAIN = (
    "kecamatan", "asal", "desa", "nama", "lokasi", "volume", "satuan", "biaya", "opd", "prioritas",
    "poin", "skor", "peringkat_skor", "peringkat", "urutan_seri",
    "jawaban_opd", "alasan_opd", "volume_diterima", "biaya_diterima", "anggaran", "realisasi",
)  # fmt: skip
DIKENAL = frozenset((*KOLOM, *BOBOT, *RAPAT, *LAIN))
HASIL = ("id", "poin", "skor", "peringkat_skor", "peringkat")
BULAT = re.compile(r"[0-9]+", re.ASCII)


class Meeting(NamedTuple):
    """What one ranking is counted from, by id: eight levels, and places of the meeting's own order inside ties.

    `bobot` is None where the file does not tell the weights.
    """

    levels: dict[str, tuple[int, ...]]
    urutan_seri: dict[str, int]
    bobot: tuple[int, ...] | None


class Line(NamedTuple):
    """One usulan as the file has it: where it stands there, and its cells by name of column."""

    place: str
    cells: Mapping[str, str]


class Unreadable(Exception):
    """The input cannot be ranked; `faults` are sentences that name row and column."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(f"{len(faults)} kesalahan")
        self.faults = tuple(faults)


def read_meetings(path: Path) -> list[Meeting]:
    """The usulan of each meeting in the file's order. Raises Unreadable with every fault found, OSError without a file.

    JSON is what `ekspor terbuka` writes. CSV is UTF-8 with or without BOM, comma or semicolon, columns by name in any
    order: the nine of KOLOM, and of the others of open data what is there. Rows are counted as a spreadsheet counts
    them: the heading is row 1.
    """
    is_json = path.suffix.lower() == ".json"
    try:
        text = path.read_bytes().decode("utf-8-sig")
        lines = [Line(*found) for found in lines_of(text)] if is_json else _csv_lines(text)
    except (UnicodeDecodeError, csv.Error) as fault:
        raise Unreadable([f"Berkas {path} bukan berkas {'JSON' if is_json else 'CSV'} berteks UTF-8."]) from fault
    except NotOpenData as fault:
        raise Unreadable([f"Berkas {path} bukan berkas JSON data terbuka musrenbang."]) from fault
    _refuse([] if lines else ["Berkas tidak berisi satu baris usulan pun."])
    _refuse([*chain.from_iterable(map(_faults, lines)), *_doubles(lines)])
    meetings = _by_meeting(lines)
    _refuse([fault for own in meetings for fault in _weights_faults(own)])
    return [_meeting(own) for own in meetings]


def ranking(meetings: Iterable[Meeting], bobot: Sequence[int] | None = None) -> str:
    """The rankings as CSV text in the order of the file; skor with a decimal point.

    `bobot` goes before the weights of the file; where neither tells any, the example weights count.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HASIL)
    for meeting in meetings:
        weights = bobot or meeting.bobot or scoring.BOBOT_CONTOH
        ranks = scoring.rank_usulan(weights, meeting.levels, meeting.urutan_seri)
        for id_, (poin, by_points, by_chain) in ranks.items():
            writer.writerow((id_, poin, f"{poin // 100}.{poin % 100:02d}", by_points, by_chain))
    return out.getvalue()


def read_weights(text: str) -> tuple[int, ...] | None:
    """Eight whole numbers of 0 or more that add up to 100, None when they are anything else."""
    parts = [part.strip() for part in text.split(",")]
    if not all(BULAT.fullmatch(part) and len(part) <= 3 for part in parts):
        return None
    bobot = tuple(map(int, parts))
    return None if scoring.weights_fault(bobot) else bobot


def _csv_lines(text: str) -> list[Line]:
    rows = _rows(text)
    heading = [name.strip().lower() for name in rows[0]] if rows else []
    _refuse(_heading_faults(heading))
    filled = [(f"Baris {number}", row) for number, row in enumerate(rows[1:], 2) if row]
    too_long = [(place, row) for place, row in filled if len(row) > len(heading)]
    _refuse([f"{place}: ada {len(row)} isian untuk {len(heading)} kolom." for place, row in too_long])
    return [Line(place, _named(heading, row)) for place, row in filled]


def _rows(text: str) -> list[list[str]]:
    heading = text.split("\n", 1)[0]
    delimiter = ";" if heading.count(";") > heading.count(",") else ","
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def _named(heading: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    return dict(zip(heading, (*row, *[""] * (len(heading) - len(row))), strict=True))


def _refuse(faults: Sequence[str]) -> None:
    if faults:
        raise Unreadable(faults)


def _heading_faults(heading: Sequence[str]) -> list[str]:
    if not heading:
        return ["Baris 1: judul kolom tidak ada."]
    needed = (*KOLOM, *BOBOT) if set(BOBOT) & set(heading) else KOLOM
    missing = [f"Baris 1: kolom {name} tidak ada." for name in needed if name not in heading]
    unknown = [f"Baris 1: kolom “{_shown(name)}” tidak dikenal." for name in heading if name not in DIKENAL]
    twice = [name for name in dict.fromkeys(heading) if name in DIKENAL and heading.count(name) > 1]
    return missing + unknown + [f"Baris 1: kolom {name} ditulis dua kali." for name in twice]


def _faults(line: Line) -> Iterator[str]:
    place, cells = line
    if not cells["id"].strip():
        yield f"{place}, kolom id: belum diisi."
    for name, maks in zip(scoring.KUNCI, scoring.TINGKAT_MAKS, strict=True):
        fault = _level_fault(cells[name].strip(), maks)
        if fault:
            yield f"{place}, kolom {name}: {fault}"
    urutan = cells.get("urutan_seri", "").strip()
    if urutan and not (BULAT.fullmatch(urutan) and len(urutan) <= 6):
        yield f"{place}, kolom urutan_seri: “{_shown(urutan)}” bukan bilangan bulat."


def _level_fault(value: str, maks: int) -> str | None:
    if not value:
        return "tingkat belum diisi."
    if not BULAT.fullmatch(value):
        return f"“{_shown(value)}” bukan bilangan bulat."
    on_scale = len(value) <= 2 and 1 <= int(value) <= maks
    return None if on_scale else f"{_shown(value)} di luar skala 1 sampai {maks}."


def _doubles(lines: Sequence[Line]) -> list[str]:
    first: dict[str, str] = {}
    faults = []
    for place, cells in lines:
        id_ = cells["id"].strip()
        if id_ and first.setdefault(id_, place) != place:
            faults.append(f"{place}, kolom id: “{_shown(id_)}” sudah ada di {first[id_].lower()}.")
    return faults


def _by_meeting(lines: Sequence[Line]) -> list[list[Line]]:
    found: dict[tuple[str, ...], list[Line]] = {}
    for line in lines:
        found.setdefault(tuple(line.cells.get(name, "").strip() for name in RAPAT), []).append(line)
    return list(found.values())


def _weights_faults(meeting: Sequence[Line]) -> Iterator[str]:
    """The same weights on every line, and good ones."""
    first = meeting[0]
    if BOBOT[0] in first.cells and _weights(first) is None:
        yield f"{first.place}: bobot harus delapan bilangan bulat, 0 atau lebih, yang berjumlah 100."
        return
    for line in meeting:
        if _weights(line) != _weights(first):
            yield f"{line.place}: bobot tidak sama dengan bobot di {first.place.lower()}."


def _weights(line: Line) -> tuple[int, ...] | None:
    return read_weights(",".join(line.cells.get(name, "") for name in BOBOT))


def _meeting(lines: Sequence[Line]) -> Meeting:
    by_id = {line.cells["id"].strip(): line.cells for line in lines}
    levels = {id_: tuple(int(cells[name]) for name in scoring.KUNCI) for id_, cells in by_id.items()}
    places = {id_: cells.get("urutan_seri", "").strip() for id_, cells in by_id.items()}
    return Meeting(levels, {id_: int(place) for id_, place in places.items() if place}, _weights(lines[0]))


def _shown(value: str) -> str:
    """What a person typed, on one line and not too long."""
    line = "".join(c if c.isprintable() else " " for c in value)
    return line if len(line) <= 40 else f"{line[:40]}…"
