"""A copy of a whole store as one folder, made while people write: a DuckDB file, the documents, and what is in them.

The rows are read in one snapshot. A document is in place before its row is committed and is never changed, so the
documents that the copied rows name are all there afterwards. A copy is made under an unfinished name and gets its own
when it is complete; a finished copy is never written to.
"""

import errno
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from musrenbang.formats import wib
from musrenbang.model import Salinan
from musrenbang.store import moving
from musrenbang.store.engine import Rows, Store
from musrenbang.store.files import UNFINISHED, Files, digest
from musrenbang.store.moving import Report
from musrenbang.store.opening import open_store

DATABASE, DOKUMEN, KETERANGAN = "musrenbang.duckdb", "dokumen", "keterangan.json"
PREFIX = "musrenbang-"
ROWS_SHARE = 0.3  # of the progress; the rest are the documents
SPARE = 256 << 20  # bytes to be left free beside the documents, some of them for the database file


@dataclass(frozen=True, slots=True)
class Named:
    """A document as its row names it."""

    id: UUID
    nama: str
    ukuran: int
    sidik: str


class Incomplete(Exception):
    """The folder holds no finished copy."""


def make(store: Store, folder: Path, now: datetime, report: Report, *, berkala: bool) -> Salinan:
    """Copy everything that is committed now into a new folder inside `folder`. Raises OSError, and leaves nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    _must_fit(store, folder)
    unfinished = Path(tempfile.mkdtemp(prefix=f".{PREFIX}", suffix=UNFINISHED, dir=folder))
    try:
        _fill(store, unfinished, now, report, berkala=berkala)
        finished = _free_name(folder, now)
        unfinished.rename(finished)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    _sync(folder)
    report(1.0)
    return describe(finished)


def describe(folder: Path) -> Salinan:
    """What a finished copy says about itself. Raises Incomplete."""
    try:
        told = json.loads((folder / KETERANGAN).read_text(encoding="utf-8"))
        return Salinan(
            folder, datetime.fromisoformat(told["waktu"]), told["asal"], int(told["skema"]), dict(told["tabel"]),
            told["sidik"], int(told["ukuran"]), int(told["dokumen"]), dict(told["rusak"]),
            bool(told.get("berkala")),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise Incomplete(folder) from fault


def finished(folder: Path) -> list[Salinan]:
    """The finished copies inside `folder`, newest first."""
    found = []
    for inside in folder.glob(f"{PREFIX}*") if folder.is_dir() else ():
        try:
            found.append(describe(inside))
        except Incomplete:
            continue
    return sorted(found, key=lambda salinan: (salinan.waktu, salinan.folder.name), reverse=True)


def remove(salinan: Salinan) -> None:
    """Under an unfinished name first, so that a removal that breaks off leaves nothing that looks like a copy."""
    unfinished = salinan.folder.with_name(f".{salinan.folder.name}{UNFINISHED}")
    salinan.folder.rename(unfinished)
    shutil.rmtree(unfinished)


@contextmanager
def opened(salinan: Salinan) -> Iterator[Store]:
    """The database of a copy, to read. It is opened from a second copy, as opening may migrate what it opens."""
    with tempfile.TemporaryDirectory() as folder:
        path = shutil.copy(salinan.folder / DATABASE, folder)
        store = open_store(path, str(salinan.folder / DOKUMEN))
        try:
            yield store
        finally:
            store.close()


def is_whole(salinan: Salinan) -> bool:
    """Its database file is, byte for byte, the one that was made."""
    path = salinan.folder / DATABASE
    return path.is_file() and digest(path) == salinan.sidik


def documents(rows: Rows) -> list[Named]:
    return [Named(*row) for row in rows.rows("select id, nama, ukuran, sidik from berkas order by id")]


def copy_documents(named: list[Named], source: Files, target: Files, report: Report) -> list[Named]:
    """Copy these documents, each checked as it was written. Returns those that are lost or damaged in `source`."""
    done, all_, damaged = 0, sum(each.ukuran for each in named) or 1, []
    for each in named:
        if not _copy_one(each, source, target):
            damaged.append(each)
        done += each.ukuran
        report(done / all_)
    return damaged


def take_back(named: list[Named], target: Files) -> None:
    """Documents that were copied in vain: no row names them."""
    for each in named:
        target.remove(each.id)


def _copy_one(each: Named, source: Files, target: Files) -> bool:
    if not source.path(each.id).is_file():
        return False
    unfinished = target.unfinished()
    try:
        shutil.copyfile(source.path(each.id), unfinished)
        if (unfinished.stat().st_size, digest(unfinished)) != (each.ukuran, each.sidik):
            return False
        target.place(unfinished, each.id)
        return True
    finally:
        unfinished.unlink(missing_ok=True)


def _fill(store: Store, folder: Path, now: datetime, report: Report, *, berkala: bool) -> None:
    path = folder / DATABASE
    tabel = _copy_database(store, path, lambda part: report(part * ROWS_SHARE))
    with _reopened(path) as made:
        if moving.counts(made) != tabel:
            raise OSError(f"{path} is not what was written to it")
        named, skema = documents(made), moving.newest_migration(made)
    files = Files(folder / DOKUMEN)
    files.folder.mkdir()
    damaged = copy_documents(named, store.files, files, lambda part: report(ROWS_SHARE + part * (1 - ROWS_SHARE)))
    _sync(path)
    whole = sum(each.ukuran for each in named if each not in damaged) + path.stat().st_size
    about = {
        "waktu": now.isoformat(), "asal": store.name, "skema": skema, "tabel": tabel, "sidik": digest(path),
        "ukuran": whole, "dokumen": len(named) - len(damaged), "rusak": {str(each.id): each.nama for each in damaged},
        "berkala": berkala,
    }  # fmt: skip
    (folder / KETERANGAN).write_text(json.dumps(about, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    _sync(folder / KETERANGAN)
    _sync(folder)


def _copy_database(store: Store, path: Path, report: Report) -> dict[str, int]:
    with _reopened(path) as made:
        return store.snapshot(lambda rows: made.transaction(lambda tx: moving.copy_rows(rows, tx, report)))


def _must_fit(store: Store, folder: Path) -> None:
    """A database on a full disk stops answering at once, so no copy may fill the disk it lies on."""
    needed = sum(each.ukuran for each in documents(store)) + SPARE
    if shutil.disk_usage(folder).free < needed:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _sweep(folder: Path) -> None:
    """What a kill has left half made; a day old, as another process may be at work."""
    for left in folder.glob(f".{PREFIX}*{UNFINISHED}"):
        if left.stat().st_mtime < time.time() - 86400:
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _reopened(path: Path) -> Iterator[Store]:
    store = open_store(str(path))
    try:
        yield store
    finally:
        store.close()


def _free_name(folder: Path, now: datetime) -> Path:
    """By the clock of Langkat; a second copy within the same second gets a number."""
    first = folder / f"{PREFIX}{wib(now):%Y%m%d-%H%M%S}"
    others = (first.with_name(f"{first.name}-{n}") for n in range(2, 100))
    return next(path for path in (first, *others) if not path.exists())


def _sync(path: Path) -> None:
    """See that a file, or the names in a folder, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
