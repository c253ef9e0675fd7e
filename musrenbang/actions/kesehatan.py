"""How this server is: one small question to the database, and a look at its disks."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from musrenbang.actions.salin import folder_salinan
from musrenbang.model import Kesehatan
from musrenbang.store import copying, migrations, moving
from musrenbang.store.engine import Store


def kesehatan(store: Store) -> Kesehatan:
    """Raises whatever the database raises when it does not answer."""
    terpasang, copies = moving.newest_migration(store), copying.finished(folder_salinan(store))
    ruang = min(shutil.disk_usage(_there(folder)).free for folder in _folders(store))
    return Kesehatan(terpasang, migrations.newest(), ruang, copies[0].waktu if copies else None)


def _folders(store: Store) -> Iterator[Path]:
    yield from (store.files.folder, folder_salinan(store))
    if store.folder:
        yield store.folder


def _there(folder: Path) -> Path:
    """The folder, or the first one above it that has been made."""
    return next(place for place in (folder, *folder.absolute().parents) if place.is_dir())
