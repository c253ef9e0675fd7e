"""Files on their way in and out: looked at by what they are, kept beside their row, and shown to who may see them.

A file is placed before its row is written, and removed again when that fails. `sweep` removes what a kill leaves.
"""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

from musrenbang.access import Tindakan, may_see_desa, may_touch_meeting
from musrenbang.actions.door import clean
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.intake import pdf, photo, video
from musrenbang.model import KABUPATEN, Berkas, JenisBerkas, Orang, Peran
from musrenbang.store import berkas as table
from musrenbang.store import kapsul, meetings, reference
from musrenbang.store.engine import Rows, Store, StoreFull
from musrenbang.store.files import digest

FOTO = (JenisBerkas.FOTO, JenisBerkas.FOTO_USULAN)
ENDINGS = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "video/mp4": ".mp4",
    "video/quicktime": ".mov",
}
PANJANG_NAMA = 200  # characters, with the ending
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
HOUR = 3600  # seconds


def receive(store: Store, content: bytes) -> Path:
    """Write an upload to a fresh unfinished file, for `kept`."""
    unfinished = store.files.unfinished()
    with room_for(unfinished):
        unfinished.write_bytes(content)
    return unfinished


@contextmanager
def room_for(unfinished: Path) -> Iterator[None]:
    """The block writes this file. Raises StoreFull, and the file is gone, when there is no room for it."""
    try:
        yield
    except OSError as fault:
        unfinished.unlink(missing_ok=True)
        if fault.errno in NO_ROOM:
            raise StoreFull from fault
        raise


@contextmanager
def kept(
    store: Store, who: Orang, pemilik: UUID, jenis: JenisBerkas, nama: str, unfinished: Path, now: datetime
) -> Iterator[Berkas]:
    """Look at an upload by its jenis and put it in place; the block writes the row that is given to it.

    Raises Refused when it is not what it should be. When the block raises, the file goes too; `unfinished` always goes.
    """
    drawn = store.files.unfinished()
    try:
        tipe, halaman = _looked_at(jenis, unfinished, drawn)
        good = drawn if drawn.exists() else unfinished
        id_, ukuran, sidik = uuid4(), good.stat().st_size, digest(good)
        store.files.place(good, id_)
        named = named_by_content(nama, jenis, tipe)
        with removed_unless_named(store, id_):
            yield Berkas(id_, pemilik, jenis, named, tipe, ukuran, sidik, halaman, who.nama_pengguna, now, None)
    finally:
        drawn.unlink(missing_ok=True)
        unfinished.unlink(missing_ok=True)


@contextmanager
def removed_unless_named(store: Store, id_: UUID) -> Iterator[None]:
    """The file goes when the block raises.

    A commit whose answer was lost on the way has written the row all the same: then the file must stay.
    """
    try:
        yield
    except BaseException:
        if table.find(store, id_) is None:
            store.files.remove(id_)
        raise


def must_be_what_it_says(store: Store, one: Berkas, path: Path) -> None:
    """A stored file that comes from elsewhere is looked at as an upload is. Raises Refused."""
    drawn = store.files.unfinished()
    try:
        found = _looked_at(one.jenis, path, drawn)
    finally:
        drawn.unlink(missing_ok=True)
    refuse(*([] if found == (one.tipe, one.halaman) else [Issue("berkas_bukan_jenisnya", {"nama": one.nama})]))


def sweep(store: Store, now: datetime) -> list[str]:
    """At the start of a server: remove the files that no row names, and kapsul that are not out. Returns their names.

    A DuckDB file has one server, so nothing can be on its way; those that share a PostgreSQL may be in the middle.
    """
    alone = store.name == "duckdb"
    older_than = float("inf") if alone else now.replace(tzinfo=UTC).timestamp() - HOUR
    return [
        *store.files.sweep(table.ids(store), older_than),
        *store.files.sweep_kapsul(kapsul.out(store), older_than),
    ]


def file_for(store: Store, who: Orang, id_: UUID) -> tuple[Berkas, Path]:
    """A stored file, replaced or not, for somebody who may see what it belongs to."""
    found = table.find(store, id_)
    path = store.files.path(id_)
    if found is None or not path.is_file():
        raise Refused([Issue("tidak_ditemukan")])
    refuse(*_may_see(store, who, found.pemilik))
    return found, path


def named_by_content(nama: str, jenis: JenisBerkas, tipe: str) -> str:
    """The name a person gave, without folders and what nobody can see; the ending says what the content is."""
    plain = " ".join(clean(re.split(r"[/\\]", nama)[-1]).split())
    stem = re.sub(r"\.\w{1,5}$", "", plain).strip(". ") or jenis.value
    return stem[: PANJANG_NAMA - len(ENDINGS[tipe])] + ENDINGS[tipe]


def _looked_at(jenis: JenisBerkas, path: Path, drawn: Path) -> tuple[str, int | None]:
    """Media type, and pages of a PDF. A picture is drawn anew into `drawn`."""
    if jenis in FOTO:
        photo.normalise(path, drawn)
        return "image/jpeg", None
    if jenis is JenisBerkas.LAMBANG:
        photo.crest(path, drawn)
        return "image/png", None
    if jenis is JenisBerkas.VIDEO:
        return video.check(path), None
    return "application/pdf", pdf.pages_of(path)


def _may_see(rows: Rows, who: Orang, pemilik: UUID) -> list[Issue]:
    if pemilik == KABUPATEN:
        return []
    rapat = meetings.find(rows, pemilik)
    return may_touch_meeting(who, Tindakan.LIHAT, rapat) if rapat else _may_see_usulan(rows, who, pemilik)


def _may_see_usulan(rows: Rows, who: Orang, usulan: UUID) -> list[Issue]:
    """Its desa, its camat, Bappeda, and the OPD that it was sent to."""
    desa, opd = table.desa_and_opd(rows, usulan)
    found = reference.find_desa(rows, desa) if desa else None
    if found is None:
        return [Issue("tidak_ditemukan")]
    sent_here = who.peran is Peran.OPD and opd is not None and opd == who.wilayah
    return [] if sent_here else may_see_desa(who, found)
