"""Reading the trail: what is looked for, and the names that its rows need to be told in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from musrenbang.model.fakta import BarisJejak
from musrenbang.model.ingatan import Pendahulu


@dataclass(frozen=True, slots=True)
class SaringanJejak:
    """Which rows of the trail. `kata`: each of its words stands in the object, or in what was before or after.

    `rantai` is the key of a chain. `dari` and `sampai` are days as in Langkat, both included. None leaves open.
    """

    kata: str = ""
    rantai: str | None = None
    oleh: str | None = None
    tindakan: str | None = None
    dari: date | None = None
    sampai: date | None = None


@dataclass(frozen=True, slots=True)
class PilihanJejak:
    """What can be chosen: names of chains by key, accounts and tindakan that have left a row."""

    rantai: Mapping[str, str]
    oleh: tuple[str, ...]
    tindakan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kamus:
    """Names for what the trail names by key: people by account, chains with their name and year, prioritas by year and
    number, usulan by kode and kode by id, kriteria by year."""

    orang: Mapping[str, str] = field(default_factory=dict)
    rantai: Mapping[str, tuple[str, int | None]] = field(default_factory=dict)
    opd: Mapping[str, str] = field(default_factory=dict)
    prioritas: Mapping[tuple[int, int], str] = field(default_factory=dict)
    usulan: Mapping[str, str] = field(default_factory=dict)
    kode: Mapping[str, str] = field(default_factory=dict)
    kriteria: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HalamanJejak:
    """One page of the rows that fit, newest first, and how many fit in all."""

    baris: tuple[BarisJejak, ...]
    banyak: int
    kamus: Kamus


@dataclass(frozen=True, slots=True)
class KeadaanRantai:
    """One chain counted again: how many rows, the time of the newest (UTC), and a sentence for each fault."""

    banyak: int
    terakhir: datetime | None
    salah: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RiwayatUsulan:
    """The rows that tell of one usulan, oldest first, with those of its meeting as a whole. `diambil`: the meeting has
    it now from its desa/kelurahan. `pendahulu`: what it proposes again, newest first."""

    kode: str
    nama: str
    rapat: str
    baris: tuple[BarisJejak, ...]
    diambil: bool
    kamus: Kamus
    pendahulu: tuple[Pendahulu, ...] = ()
