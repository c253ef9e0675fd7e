"""Copying the whole database with its documents while people write."""

import errno
import os
import threading
from datetime import datetime
from pathlib import Path

from musrenbang.access import may_keep_master_data
from musrenbang.actions.catatan import dicatat
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.formats import bulat, ukuran
from musrenbang.model import Orang, Salinan
from musrenbang.store import copying
from musrenbang.store.engine import Store
from musrenbang.store.moving import Report

SEBAB = {
    errno.ENOSPC: "ruang penyimpanan tidak cukup",
    errno.EDQUOT: "ruang penyimpanan tidak cukup",
    errno.EACCES: "folder itu tidak boleh ditulisi",
    errno.EPERM: "folder itu tidak boleh ditulisi",
    errno.EROFS: "folder itu tidak boleh ditulisi",
    errno.ENOTDIR: "itu bukan folder",
    errno.EEXIST: "itu bukan folder",
}
_one_at_a_time = threading.Lock()


@dicatat("salin data")
def salin(
    store: Store, who: Orang, folder: Path, now: datetime, report: Report = lambda part: None, *, berkala: bool = False
) -> Salinan:
    """Makes a copy inside `folder`; `report` is told how much is done, from 0 to 1. Refused leaves nothing behind."""
    refuse(*may_keep_master_data(who))
    if not _one_at_a_time.acquire(blocking=False):
        raise Refused([Issue("sedang_disalin")])
    try:
        return copying.make(store, folder, now, report, berkala=berkala)
    except OSError as fault:
        sebab = SEBAB.get(fault.errno or 0, "penyimpanan tidak dapat ditulis")
        raise Refused([Issue("salinan_gagal", {"folder": folder, "sebab": sebab})]) from fault
    finally:
        _one_at_a_time.release()


def salinan(who: Orang, folder: Path) -> list[Salinan]:
    """The copies inside a folder, newest first."""
    refuse(*may_keep_master_data(who))
    return copying.finished(folder)


def wait_until_done() -> None:
    """Before the store is closed: a copy that is being made, whoever asked for it, is finished first."""
    with _one_at_a_time:
        pass


def kabar(made: Salinan) -> str:
    """What was made, and what could not be copied because it was lost or damaged before."""
    baris = bulat(sum(made.tabel.values()))
    about = f"Salinan dibuat di {made.folder}: {baris} baris, {made.dokumen} dokumen, {ukuran(made.ukuran)}."
    if not made.rusak:
        return about
    names = ", ".join(sorted(made.rusak.values()))
    return f"{about} Dokumen yang sudah hilang atau rusak sebelum disalin: {names}."


def folder_salinan(store: Store) -> Path:
    """Where the application puts copies when nobody says otherwise: beside the folder of documents."""
    named = os.environ.get("MUSRENBANG_SALINAN")
    return Path(named) if named else store.files.folder.parent / "salinan"
