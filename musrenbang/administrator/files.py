"""Databases and papers as files: found, opened, made whole or not at all."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeVar

from musrenbang.actions.siapkan import NotEmpty
from musrenbang.administrator.stop import Stop
from musrenbang.intake.reference_files import FOLDER
from musrenbang.store import moving
from musrenbang.store.engine import Store, StoreBroken, StoreBusy, StoreFault, StoreGone
from musrenbang.store.opening import folder_of, is_server, open_store
from musrenbang.store.saksi import Saksi
from musrenbang.words import sentence

T = TypeVar("T")


def address_of(named: str | None) -> str:
    """The database that was named, else MUSRENBANG_DB, else the application's own file."""
    return named or os.environ.get("MUSRENBANG_DB") or str(FOLDER / "musrenbang.duckdb")


def shown(address: str) -> str:
    """A server's address may hold a password."""
    return "server PostgreSQL" if is_server(address) else address


def same(one: str, other: str) -> bool:
    """Whether two addresses are of one database; of a server by its words alone."""
    if is_server(one) or is_server(other):
        return one == other
    return Path(one).resolve() == Path(other).resolve()


@contextmanager
def existing_store(named: str | None, dokumen: Path | None = None) -> Iterator[Store]:
    """A database that is there already: only contoh and siapkan make one."""
    address = address_of(named)
    if not is_server(address) and not Path(address).is_file():
        raise Stop(2, f"Basis data {address} tidak ada.")
    with _open(address, address, dokumen) as store:
        yield store


@contextmanager
def _open(address: str, named: str, dokumen: Path | None) -> Iterator[Store]:
    folder = str(dokumen or os.environ.get("MUSRENBANG_DOKUMEN") or folder_of(named))
    try:
        store = open_store(address, folder, threads=os.cpu_count() or 1)  # a command serves nobody else
    except StoreBusy:
        busy = f"Basis data {named} sedang dipakai aplikasi yang berjalan; hentikan dahulu aplikasi itu."
        raise Stop(1, busy) from None
    except (StoreBroken, StoreGone, OSError):
        raise Stop(2, f"Basis data {shown(named)} tidak dapat dibuka sebagai basis data Musrenbang.") from None
    try:
        yield store
    except StoreFault as fault:
        raise Stop(1, *map(sentence, fault.issues)) from None
    finally:
        store.close()


def fill_new_store(address: str, fill: Callable[[Store], T], dokumen: Path | None = None) -> T:
    """Fill an empty database. A file appears under its name only when it is complete."""
    if is_server(address) or Path(address).exists():
        return _fill(address, address, fill, dokumen)
    unfinished = Path(f"{address}.{os.getpid()}.setengah-jadi")
    try:
        result = _fill(str(unfinished), address, fill, dokumen)
        Saksi(address).forget()  # of a database that lay there before
        unfinished.replace(address)
    finally:
        for left in (unfinished, Path(f"{unfinished}.wal")):
            with suppress(OSError):  # mostly there is none
                left.unlink()
    return result


def _fill(address: str, named: str, fill: Callable[[Store], T], dokumen: Path | None) -> T:
    with _open(address, named, dokumen) as store:
        if store.saksi and moving.is_empty(store):
            store.saksi.forget()
        try:
            return fill(store)
        except NotEmpty:
            raise Stop(1, f"Basis data {shown(named)} sudah berisi data, sehingga tidak ditimpa.") from None


def write_whole(out: Path, content: bytes) -> None:
    """Written beside its place first, then renamed."""
    try:
        with NamedTemporaryFile(dir=out.parent, prefix=f".{out.name}.", delete=False) as file:
            beside = Path(file.name)
            file.write(content)
        try:
            beside.chmod(0o644)
            beside.replace(out)
        finally:
            beside.unlink(missing_ok=True)
    except (OSError, ValueError):
        raise Stop(2, f"Berkas {out} tidak dapat ditulis.") from None
