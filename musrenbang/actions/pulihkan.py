"""Filling an empty database from a copy, from the administrator's command line."""

from pathlib import Path

from musrenbang.actions.periksa import periksa
from musrenbang.actions.siapkan import NotEmpty
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import Salinan
from musrenbang.store import copying, moving
from musrenbang.store.engine import Store
from musrenbang.store.moving import Report


def pulihkan(store: Store, folder: Path, report: Report = lambda part: None) -> tuple[Salinan, list[str]]:
    """Fills an empty store from a copy: `folder` is one, or holds several and the newest counts.

    Returns the copy and what `periksa` says of the store that was filled. Raises NotEmpty, or Refused for a copy that
    is damaged; the store and its folder of documents then stay empty.
    """
    chosen = _chosen(folder)
    if not moving.is_empty(store):
        raise NotEmpty
    refuse(*_issues(chosen, store))
    with copying.opened(chosen) as copied:
        named = [each for each in copying.documents(copied) if str(each.id) not in chosen.rusak]
        try:
            damaged = copying.copy_documents(named, copied.files, store.files, lambda part: report(part / 2))
            refuse(*(Issue("salinan_dokumen_rusak", {"salinan": chosen.folder, "dokumen": d.nama}) for d in damaged))
            _copy_rows(copied, store, lambda part: report(0.5 + part / 2))
        except BaseException:
            copying.take_back(named, store.files)
            raise
    return chosen, periksa(store)


def _chosen(folder: Path) -> Salinan:
    try:
        return copying.describe(folder)
    except copying.Incomplete:
        found = copying.finished(folder)
    if not found:
        raise Refused([Issue("salinan_tidak_ada", {"folder": folder})])
    return found[0]


def _issues(chosen: Salinan, store: Store) -> list[Issue]:
    facts = {"salinan": chosen.folder}
    if chosen.skema > moving.newest_migration(store):
        return [Issue("salinan_lebih_baru", facts)]
    if not copying.is_whole(chosen):
        return [Issue("salinan_rusak", facts)]
    return [Issue("dokumen_sudah_ada", {"folder": store.files.folder})] if any(store.files.names()) else []


def _copy_rows(copied: Store, store: Store, report: Report) -> None:
    copied.snapshot(lambda rows: store.transaction(lambda tx: moving.copy_rows(rows, tx, report)))
