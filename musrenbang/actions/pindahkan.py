"""Moving all there is into an empty database, mostly of the other engine, from the administrator's command line."""

from dataclasses import dataclass
from pathlib import Path

from musrenbang.actions.periksa import periksa
from musrenbang.actions.siapkan import NotEmpty
from musrenbang.errors import Issue, refuse
from musrenbang.store import copying, moving
from musrenbang.store.copying import Named
from musrenbang.store.engine import Rows, Store
from musrenbang.store.moving import Report

DOKUMEN, BARIS = 0.4, 0.8  # of the progress: when the documents, and when the rows are there; then they are compared


@dataclass(frozen=True, slots=True)
class Pindahan:
    """`tabel` counts the rows of each table, `dokumen` what lies in `folder`; `kesalahan` is what `periksa` says."""

    tabel: dict[str, int]
    dokumen: int
    folder: Path
    kesalahan: list[str]


def pindahkan(source: Store, target: Store, report: Report = lambda part: None) -> Pindahan:
    """Fills an empty store with everything in `source`, and compares row by row before it is committed.

    Documents are copied, or stay where they are when both have the same folder. Raises NotEmpty, or Refused when
    anything is lost, damaged or not the same; the target and its folder are then as they were.
    """
    if not moving.is_empty(target):
        raise NotEmpty
    named, shared = copying.documents(source), _same_folder(source, target)
    refuse(*_issues(source, target, shared))
    try:
        if not shared:
            _copy_documents(source, target, named, report)
        tabel = source.snapshot(lambda rows: target.transaction(lambda tx: _move_rows(rows, tx, report)))
    except BaseException:
        if not shared:
            copying.take_back(named, target.files)
        raise
    report(1.0)
    return Pindahan(tabel, len(named), target.files.folder, periksa(target))


def _same_folder(source: Store, target: Store) -> bool:
    return source.files.folder.resolve() == target.files.folder.resolve()


def _issues(source: Store, target: Store, shared: bool) -> list[Issue]:
    if moving.is_empty(source):
        return [Issue("asal_kosong")]
    taken = not shared and any(target.files.names())
    return [Issue("dokumen_sudah_ada", {"folder": target.files.folder})] if taken else []


def _copy_documents(source: Store, target: Store, named: list[Named], report: Report) -> None:
    damaged = copying.copy_documents(named, source.files, target.files, lambda part: report(part * DOKUMEN))
    folder = source.files.folder
    refuse(*(Issue("pindahan_dokumen_rusak", {"dokumen": d.nama, "folder": folder}) for d in damaged))


def _move_rows(rows: Rows, tx: Rows, report: Report) -> dict[str, int]:
    tabel = moving.copy_rows(rows, tx, lambda part: report(DOKUMEN + part * (BARIS - DOKUMEN)))
    other = moving.differing(rows, tx)
    refuse(*(Issue("pindahan_berbeda", {"tabel": table, "baris": n}) for table, n in other.items()))
    return tabel
