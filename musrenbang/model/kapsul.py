"""A meeting that is held away from the network."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID


class KeadaanKapsul(StrEnum):
    """The first three at Bappeda, the others in the database of the laptop."""

    KELUAR = "keluar"
    DITERIMA = "diterima"
    DIBATALKAN = "dibatalkan"
    DI_SINI = "di sini"
    DISERAHKAN = "diserahkan"


@dataclass(frozen=True, slots=True)
class Kapsul:
    """`kunci` is the secret of its seal as hex. `nomor` and `pangkal` are the last row of the chain that went out,
    `ujung` is the hash of the last that came back; `waktu` and `oleh` are of the present keadaan.
    """

    id: UUID
    rapat: UUID
    keadaan: KeadaanKapsul
    kunci: str = field(repr=False)
    nomor: int
    pangkal: str
    ujung: str | None
    waktu: datetime
    oleh: str


@dataclass(frozen=True, slots=True)
class KapsulTercatat:
    """What Bappeda's screen tells of a kapsul, without its secret. `waktu` and `oleh` are of the present keadaan;
    `kode` is None where its file does not lie on the server.
    """

    id: UUID
    rapat: UUID
    kecamatan: str
    tahun: int
    keadaan: KeadaanKapsul
    waktu: datetime
    oleh: str
    kode: str | None = None


@dataclass(frozen=True, slots=True)
class IsiKapsul:
    """The rows of each table as plain values that JSON knows, with the names of their columns."""

    kolom: dict[str, list[str]]
    baris: dict[str, list[list[Any]]]


@dataclass(frozen=True, slots=True)
class KapsulDiterima:
    """`baris` counts the rows of the trail that the meeting has brought, `dokumen` its new documents. `sudah`: when the
    same had been taken in before; None: now."""

    kecamatan: str
    tahun: int
    baris: int
    dokumen: int
    sudah: datetime | None
