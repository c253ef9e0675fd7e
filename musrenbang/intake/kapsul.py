"""The file of a kapsul: a zip of what it is (keterangan.json), the rows (isi.json) and the documents, and its seal.

The seal is an HMAC over every byte before it, and the last 32 of the file. Its secret travels with the kapsul on the
way out, and not on the way back.
"""

import hashlib
import hmac
import json
import os
import shutil
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, BinaryIO, TypeVar
from uuid import UUID

from musrenbang.errors import Issue, Refused
from musrenbang.kode_periksa import grouped, letters
from musrenbang.model import IsiKapsul

KETERANGAN, ISI, DOKUMEN = "keterangan.json", "isi.json", "dokumen/"
SEGEL = hashlib.sha256().digest_size
BYTE_KETERANGAN, BYTE_ISI, BYTE_DAFTAR = 10_000, 200 << 20, 1 << 20  # at most
AKHIR, ZIP64 = b"PK\x05\x06", b"PK\x06\x07"  # how the last two records of a zip begin
PANJANG_AKHIR, PANJANG_ZIP64 = 22, 20
CHUNK = 1 << 20
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, EOFError, ValueError, LookupError, TypeError, AttributeError, RecursionError,
    NotImplementedError, RuntimeError,
)  # fmt: skip


Fed = TypeVar("Fed", bound="hmac.HMAC | hashlib._Hash")


class Arah(StrEnum):
    KELUAR = "keluar"
    KEMBALI = "kembali"


@dataclass(frozen=True, slots=True)
class Tentang:
    """What a kapsul says of itself. `ujung` is the head of the meeting's chain in it; `kunci` is hex, and empty on the
    way back."""

    arah: Arah
    id: UUID
    rapat: UUID
    kecamatan: str
    tahun: int
    skema: int
    nomor: int
    pangkal: str
    ujung: str
    waktu: datetime
    kunci: str = ""


class Bungkus:
    """A kapsul that is open to be read. Whatever is not as it should be raises Refused."""

    def __init__(self, source: BinaryIO) -> None:
        _must_be_small_inside(source)
        self._source, self._file = source, zipfile.ZipFile(source)
        self.tentang = _understood(json.loads(self._read(KETERANGAN, BYTE_KETERANGAN)))

    def is_sealed_with(self, kunci: str) -> bool:
        size = self._source.seek(0, os.SEEK_END) - SEGEL
        right = _fed(_sealing(kunci), self._source, size).digest()
        return hmac.compare_digest(right, self._source.read(SEGEL))

    @property
    def kode(self) -> str:
        return kode(self._source)

    def isi(self) -> IsiKapsul:
        with _spoken():
            return IsiKapsul(**json.loads(self._read(ISI, BYTE_ISI)))

    def unpack(self, id_: UUID, ukuran: int, sidik: str, target: Path) -> None:
        """One document, which must be as its row says."""
        with _spoken(), self._file.open(f"{DOKUMEN}{id_}") as source, target.open("wb") as out:
            found, left = hashlib.sha256(), ukuran
            while (piece := source.read(CHUNK)) and left >= 0:
                found.update(piece)
                left -= len(piece)
                out.write(piece)
            if left or found.hexdigest() != sidik:
                raise ValueError(id_)

    def _read(self, name: str, most: int) -> bytes:
        with self._file.open(name) as source:
            content = source.read(most + 1)
        if len(content) > most:
            raise ValueError(name)
        return content


@contextmanager
def opened(path: Path) -> Iterator[Bungkus]:
    """Raises Refused for what is no kapsul, OSError when it cannot be read at all."""
    with path.open("rb") as source:
        try:
            bungkus = Bungkus(source)
        except UNREADABLE as fault:
            raise Refused([Issue("kapsul_bukan")]) from fault
        yield bungkus


def write(path: Path, tentang: Tentang, kunci: str, isi: IsiKapsul, dokumen: Mapping[UUID, Path]) -> str:
    """Writes over what is there; only its owner may read it. Returns its kode. Raises OSError."""
    with path.open("w+b") as out:
        path.chmod(0o600)
        with zipfile.ZipFile(out, "w") as file:
            file.writestr(zipfile.ZipInfo(KETERANGAN), _json(asdict(tentang)))
            file.writestr(zipfile.ZipInfo(ISI), _json(asdict(isi)), zipfile.ZIP_DEFLATED)
            for id_, source in dokumen.items():
                with source.open("rb") as document, file.open(zipfile.ZipInfo(f"{DOKUMEN}{id_}"), "w") as inside:
                    shutil.copyfileobj(document, inside, CHUNK)
        out.write(_fed(_sealing(kunci), out, out.tell()).digest())
        out.flush()
        os.fsync(out.fileno())
        return kode(out)


def kode(source: BinaryIO) -> str:
    """What two people can compare by telephone: the first 100 bits of the SHA-256 of the whole file."""
    return grouped(letters(_fed(hashlib.sha256(), source, source.seek(0, os.SEEK_END)).hexdigest()))


def _must_be_small_inside(source: BinaryIO) -> None:
    """The list of what a zip holds is read whole and before its seal, so a long one would take all memory."""
    source.seek(max(0, source.seek(0, os.SEEK_END) - SEGEL - PANJANG_AKHIR - PANJANG_ZIP64))
    before, last = source.read(PANJANG_ZIP64), source.read()
    size = int.from_bytes(last[12:16], "little")
    if before.startswith(ZIP64) or last.rfind(AKHIR) != 0 or size > BYTE_DAFTAR:
        raise zipfile.BadZipFile


def _sealing(kunci: str) -> hmac.HMAC:
    return hmac.new(bytes.fromhex(kunci), digestmod=hashlib.sha256)


def _fed(digest: Fed, source: BinaryIO, size: int) -> Fed:
    """With this many bytes from the beginning; the file then stands after them."""
    source.seek(0)
    while size > 0 and (piece := source.read(min(size, CHUNK))):
        digest.update(piece)
        size -= len(piece)
    return digest


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str).encode()


def _understood(told: Mapping[str, Any]) -> Tentang:
    """Each as its type has it: whatever cannot be read so is no kapsul."""
    kinds: dict[str, Any] = {
        "arah": Arah, "id": UUID, "rapat": UUID, "tahun": int, "skema": int, "nomor": int,
        "waktu": datetime.fromisoformat,
    }  # fmt: skip
    found = Tentang(**{name: kinds.get(name, str)(value) for name, value in told.items()})
    bytes.fromhex(found.kunci)
    return found


@contextmanager
def _spoken() -> Iterator[None]:
    """What is broken behind an opening that was whole."""
    try:
        yield
    except UNREADABLE as fault:
        raise Refused([Issue("kapsul_rusak")]) from fault
