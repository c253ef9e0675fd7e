"""Copies of the whole database with its documents."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Salinan:
    """A finished copy. `tabel` counts the rows of each table, `ukuran` bytes of database and documents together.

    `skema` is the number of the newest migration it was made with; `sidik` the SHA-256 of its database file. `rusak`
    names the documents, by id, that were lost or damaged before the copy was made, so that it could not hold them.
    `berkala`: made on a timer, which may take it away again.
    """

    folder: Path
    waktu: datetime
    asal: str
    skema: int
    tabel: dict[str, int]
    sidik: str
    ukuran: int
    dokumen: int
    rusak: dict[str, str]
    berkala: bool


@dataclass(frozen=True, slots=True)
class Simpan:
    """How many copies of a timer are kept: of the last days that have one, and of the last weeks."""

    harian: int
    mingguan: int
