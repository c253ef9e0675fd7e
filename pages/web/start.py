"""Start and stop of the server: the store, the sample database of a first start, and the memory."""

import gc
import importlib
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NoReturn

from musrenbang.actions import berkas
from musrenbang.contoh import buat
from musrenbang.store import seed
from musrenbang.store.current import close_current, open_current
from musrenbang.store.engine import StoreBroken, StoreBusy
from musrenbang.store.opening import open_store
from pages.web import catatan, metrik, salin_socket
from pages.web.at_once import send_at_once
from pages.web.sessions import now

DEFAULT = Path(__file__).parents[2] / "data" / "musrenbang.duckdb"
# An address may hold a password, so none of these sentences repeats it.
EMPTY = (
    "Basis data pada MUSRENBANG_DB masih kosong. Isi dahulu dengan `python -m musrenbang siapkan --db …`, "
    "atau dengan `python -m musrenbang contoh --db …` bila hanya untuk mencoba."
)
BUSY = "Basis data sedang dipakai proses lain. Hentikan proses itu, lalu jalankan kembali."
BROKEN = "Basis data tidak dapat dibuka. Periksa alamat pada MUSRENBANG_DB, atau pulihkan dari salinan."
NO_LOG = "Berkas pada MUSRENBANG_CATATAN tidak dapat ditulis."
SHORT = f"Kata pada MUSRENBANG_METRIK harus {metrik.PANJANG_MIN} tanda ASCII atau lebih; /metrik tetap tertutup."
HEAVY = ("pandas", "plotly.graph_objects", "pyarrow")


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    address = os.environ.get("MUSRENBANG_DB")
    open_at_start(address, os.environ.get("MUSRENBANG_DOKUMEN"))
    _begin_log(os.environ.get("MUSRENBANG_CATATAN"))
    send_at_once()  # before the memory is settled, which hides the sockets in it from a search
    _settle_memory()
    try:
        async with salin_socket.listening(address or str(DEFAULT)):
            catatan.utama.info("mulai")
            yield
    finally:
        catatan.utama.info("berhenti")
        close_current()


def open_at_start(address: str | None, dokumen: str | None = None) -> None:
    """Opens the named database, or the default one, which is made the sample when there is nothing in it."""
    try:
        if address is None:
            _make_sample_once(DEFAULT)
        store = open_current(address or str(DEFAULT), dokumen)
        if seed.is_empty(store):
            _give_up(EMPTY)
        berkas.sweep(store, now())
    except StoreBusy:
        _give_up(BUSY)
    except StoreBroken:
        _give_up(BROKEN)


def _begin_log(named: str | None) -> None:
    word, versi = os.environ.get("MUSRENBANG_METRIK"), catatan.version()
    metrik.VERSI.labels(versi).set(1)
    if word and not metrik.is_usable(word):
        print(SHORT, file=sys.stderr, flush=True)
    try:
        catatan.begin(named, versi, metrik.Counting())
    except OSError:
        _give_up(NO_LOG)


def _make_sample_once(path: Path) -> None:
    """Made under another name first, so that a start that was broken off leaves no half sample."""
    if path.exists() and not _is_empty(path):
        return
    unfinished = path.with_name("setengah-jadi.duckdb")
    unfinished.unlink(missing_ok=True)
    store = open_store(str(unfinished))
    buat(store, now())
    store.close()
    unfinished.replace(path)


def _is_empty(path: Path) -> bool:
    store = open_store(str(path))
    try:
        return seed.is_empty(store)
    finally:
        store.close()


def _settle_memory() -> None:
    """Load what every screen needs now, and never look through it again for garbage: that was a rerun's floor."""
    for name in HEAVY:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()


def _give_up(sentence: str) -> NoReturn:
    """Ends the process at once: whatever is raised here, the server would print with its traceback."""
    close_current()
    print(sentence, file=sys.stderr, flush=True)
    os._exit(1)
