"""Stored files."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import NAMESPACE_URL, UUID, uuid5

KABUPATEN = uuid5(NAMESPACE_URL, "musrenbang/kabupaten")  # whom the crest belongs to


class JenisBerkas(StrEnum):
    """What a stored file is: of a meeting (L33, L34), of one usulan, or the crest of the kabupaten."""

    DAFTAR_HADIR = "daftar hadir"
    BERITA_ACARA = "berita acara"
    FOTO = "foto"
    VIDEO = "video"
    FOTO_USULAN = "foto usulan"
    DOKUMEN_USULAN = "dokumen usulan"
    LAMBANG = "lambang"


@dataclass(frozen=True, slots=True)
class Berkas:
    """A stored file. `pemilik` is the meeting or usulan it belongs to; `sidik` its SHA-256 in hex, `ukuran` in bytes.

    `halaman` counts the pages of a PDF. `diganti` is when another took its place or it was taken away: the file stays.
    """

    id: UUID
    pemilik: UUID
    jenis: JenisBerkas
    nama: str
    tipe: str
    ukuran: int
    sidik: str
    halaman: int | None
    oleh: str
    waktu: datetime
    diganti: datetime | None
