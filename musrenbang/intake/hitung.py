"""Levels from a CSV file, and their ranking as CSV: so anyone can recompute a published ranking."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from musrenbang import scoring

KOLOM = ("id", *scoring.KUNCI)
HASIL = ("id", "poin", "skor", "peringkat_skor", "peringkat")
BULAT = re.compile(r"[0-9]+", re.ASCII)
Levels = dict[str, tuple[int, ...]]


class Unreadable(Exception):
    """The input cannot be ranked; `faults` are sentences that name row and column."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(f"{len(faults)} kesalahan")
        self.faults = tuple(faults)


def read_levels(path: Path) -> Levels:
    """Eight levels by id, in the file's order. Raises Unreadable with every fault found, OSError when there is no file.

    UTF-8 with or without BOM, comma or semicolon, columns by name in any order. Rows are counted as a spreadsheet
    counts them: the heading is row 1.
    """
    try:
        rows = _rows(path.read_bytes().decode("utf-8-sig"))
    except (UnicodeDecodeError, csv.Error) as fault:
        raise Unreadable([f"Berkas {path} bukan berkas CSV berteks UTF-8."]) from fault
    heading = [name.strip().lower() for name in rows[0]] if rows else []
    _refuse(_heading_faults(heading))
    filled = [(number, row) for number, row in enumerate(rows[1:], 2) if row]
    _refuse([] if filled else ["Berkas tidak berisi satu baris usulan pun."])
    _refuse(
        [fault for number, row in filled for fault in _row_faults(number, heading, row)] + _doubles(filled, heading)
    )
    return dict(_one(dict(zip(heading, row, strict=True))) for _, row in filled)


def ranking(levels: Mapping[str, Sequence[int]], bobot: Sequence[int]) -> str:
    """The ranking as CSV text in the order of `levels`; skor with a decimal point."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HASIL)
    for id_, (poin, by_points, by_chain) in scoring.rank_usulan(bobot, levels).items():
        writer.writerow((id_, poin, f"{poin // 100}.{poin % 100:02d}", by_points, by_chain))
    return out.getvalue()


def read_weights(text: str) -> tuple[int, ...] | None:
    """Eight whole numbers of 0 or more that add up to 100, None when they are anything else."""
    parts = [part.strip() for part in text.split(",")]
    if not all(BULAT.fullmatch(part) and len(part) <= 3 for part in parts):
        return None
    bobot = tuple(map(int, parts))
    return None if scoring.weights_fault(bobot) else bobot


def _rows(text: str) -> list[list[str]]:
    heading = text.split("\n", 1)[0]
    delimiter = ";" if heading.count(";") > heading.count(",") else ","
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def _refuse(faults: Sequence[str]) -> None:
    if faults:
        raise Unreadable(faults)


def _heading_faults(heading: Sequence[str]) -> list[str]:
    if not heading:
        return ["Baris 1: judul kolom tidak ada."]
    missing = [f"Baris 1: kolom {name} tidak ada." for name in KOLOM if name not in heading]
    unknown = [f"Baris 1: kolom “{_shown(name)}” tidak dikenal." for name in heading if name not in KOLOM]
    return missing + unknown + [f"Baris 1: kolom {name} ditulis dua kali." for name in KOLOM if heading.count(name) > 1]


def _row_faults(number: int, heading: Sequence[str], row: Sequence[str]) -> Iterator[str]:
    if len(row) > len(heading):
        yield f"Baris {number}: ada {len(row)} isian untuk {len(heading)} kolom."
        return
    cells = dict(zip(heading, (*row, *[""] * (len(heading) - len(row))), strict=True))
    if not cells["id"].strip():
        yield f"Baris {number}, kolom id: belum diisi."
    for name, maks in zip(scoring.KUNCI, scoring.TINGKAT_MAKS, strict=True):
        fault = _level_fault(cells[name].strip(), maks)
        if fault:
            yield f"Baris {number}, kolom {name}: {fault}"


def _level_fault(value: str, maks: int) -> str | None:
    if not value:
        return "tingkat belum diisi."
    if not BULAT.fullmatch(value):
        return f"“{_shown(value)}” bukan bilangan bulat."
    on_scale = len(value) <= 2 and 1 <= int(value) <= maks
    return None if on_scale else f"{_shown(value)} di luar skala 1 sampai {maks}."


def _doubles(filled: Sequence[tuple[int, Sequence[str]]], heading: Sequence[str]) -> list[str]:
    first: dict[str, int] = {}
    place, faults = heading.index("id"), []
    for number, row in filled:
        id_ = row[place].strip() if place < len(row) else ""
        if id_ and first.setdefault(id_, number) != number:
            faults.append(f"Baris {number}, kolom id: “{_shown(id_)}” sudah ada di baris {first[id_]}.")
    return faults


def _one(cells: Mapping[str, str]) -> tuple[str, tuple[int, ...]]:
    return cells["id"].strip(), tuple(int(cells[name]) for name in scoring.KUNCI)


def _shown(value: str) -> str:
    """What a person typed, on one line and not too long."""
    line = "".join(c if c.isprintable() else " " for c in value)
    return line if len(line) <= 40 else f"{line[:40]}…"
