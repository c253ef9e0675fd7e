"""The folder of documents: each file once, whole, under its id, and never changed.

A file is put in place before the row that names it is committed. So what a kill leaves behind is at most a file that no
row names, or an unfinished one, and `sweep` removes both at the next start.
"""

import hashlib
import os
from collections.abc import Collection, Iterator
from pathlib import Path
from uuid import UUID, uuid4

UNFINISHED = ".setengah-jadi"
KAPSUL = "kapsul"
CHUNK = 1 << 20


class Files:
    """Files under one folder, which is made at the first write."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def unfinished(self) -> Path:
        """A fresh name in the folder, to write an upload to before anybody has looked at it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return self.folder / f"{uuid4()}{UNFINISHED}"

    def place(self, unfinished: Path, id_: UUID) -> None:
        """Give a finished file its name for good, and see that it is on the disk."""
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.replace(self.path(id_))
        self._sync_folder()

    def path(self, id_: UUID) -> Path:
        return self.folder / str(id_)

    def read(self, id_: UUID) -> bytes:
        return self.path(id_).read_bytes()

    def remove(self, id_: UUID) -> None:
        """Only for a file whose row was never committed."""
        self.path(id_).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        """Every finished file."""
        if self.folder.is_dir():
            yield from sorted(p.name for p in self.folder.iterdir() if p.is_file() and p.suffix != UNFINISHED)

    def kapsul(self, id_: UUID) -> Path:
        """Where the file of a kapsul that is out lies: every server that shares the documents has it."""
        return self.folder / KAPSUL / f"{id_}.kapsul"

    def sweep(self, known: Collection[UUID], older_than: float) -> list[str]:
        """Remove what no row names and what was never finished, if last written before `older_than` (epoch seconds).

        Returns the names. A server that shares the folder may be in the middle of an upload, hence the age.
        """
        return _swept(self.folder, {str(id_) for id_ in known}, older_than)

    def sweep_kapsul(self, out: Collection[UUID], older_than: float) -> list[str]:
        """The same for kapsul that are not out any more."""
        return _swept(self.folder / KAPSUL, {self.kapsul(id_).name for id_ in out}, older_than)

    def _sync_folder(self) -> None:
        handle = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _swept(folder: Path, kept: Collection[str], older_than: float) -> list[str]:
    left = [p for p in folder.iterdir() if p.is_file() and p.name not in kept] if folder.is_dir() else []
    gone = [p for p in left if p.stat().st_mtime < older_than]
    for path in gone:
        path.unlink(missing_ok=True)
    return sorted(p.name for p in gone)


def digest(path: Path) -> str:
    """SHA-256 in hex, read in pieces: a video need not fit into memory."""
    sidik = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            sidik.update(piece)
    return sidik.hexdigest()
