"""The project's own reference data, data/*.csv, as values."""

import csv
from dataclasses import dataclass
from pathlib import Path

from musrenbang.model import Aturan, Desa, Kecamatan, Kriteria, Opd, Prioritas, Sikap

FOLDER = Path(__file__).parents[2] / "data"


@dataclass(frozen=True, slots=True)
class ReferenceData:
    """Everything that a year of meetings refers to."""

    kecamatan: list[Kecamatan]
    desa: list[Desa]
    opd: list[Opd]
    prioritas: list[Prioritas]
    kriteria: list[Kriteria]
    aturan: list[Aturan]


def read_reference() -> ReferenceData:
    return ReferenceData(
        [Kecamatan(row["kode"], row["nama"]) for row in read("kecamatan")],
        [Desa(row["kode"], row["nama"], row["jenis"], row["kecamatan"]) for row in read("desa")],
        [Opd(row["kode"], row["nama"], row["singkatan"], row["urusan"]) for row in read("opd")],
        [Prioritas(int(row["nomor"]), row["nama"]) for row in read("prioritas")],
        _kriteria(),
        [_aturan(row) for row in read("aturan")],
    )


def read(name: str) -> list[dict[str, str]]:
    """One file of data/, a dictionary a row."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _kriteria() -> list[Kriteria]:
    words = read("tingkat")
    return [_one_kriteria(row, [w for w in words if w["kriteria"] == row["nomor"]]) for row in read("kriteria")]


def _one_kriteria(row: dict[str, str], words: list[dict[str, str]]) -> Kriteria:
    kata = tuple(w["kata"] for w in words)
    lain = tuple(w["kata_bidang_lain"] for w in words if w["kata_bidang_lain"])
    return Kriteria(int(row["nomor"]), row["kunci"], row["nama"], row["singkat"], int(row["bobot"]), kata, lain)


def _aturan(row: dict[str, str]) -> Aturan:
    angka = int(row["angka"]) if row["angka"] else None
    return Aturan(row["kunci"], Sikap(row["sikap"]), angka, tuple(k for k in row["kata"].split("; ") if k))
