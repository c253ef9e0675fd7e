"""Start and stop of the server: the store, the sample database of a first start, and the memory."""

import gc
import importlib
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

from musrenbang.actions import berkas, jejak, saksi
from musrenbang.contoh import buat
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.formats import tanggal_jam
from musrenbang.store import seed
from musrenbang.store.current import close_current, open_current
from musrenbang.store.engine import Store
from musrenbang.store.opening import open_store
from musrenbang.store.saksi import Saksi
from musrenbang.words import sentence
from pages.web import catatan, metrik, penyedia, salin_socket
from pages.web.at_once import send_at_once
from pages.web.sessions import now

DEFAULT = Path(__file__).parents[2] / "data" / "musrenbang.duckdb"
# An address may hold a password, so none of these sentences repeats it.
EMPTY = (
    "Basis data pada MUSRENBANG_DB masih kosong. Isi dahulu dengan `python -m musrenbang siapkan --db …`, "
    "atau dengan `python -m musrenbang contoh --db …` bila hanya untuk mencoba."
)
SELISIH_JAM = timedelta(minutes=5)  # between servers that share a database
NO_LOG = "Berkas pada MUSRENBANG_CATATAN tidak dapat ditulis."
PROVIDER = (
    "Bagian [auth] pada secrets.toml harus memuat redirect_uri (berakhiran /oauth2callback), cookie_secret "
    f"({penyedia.RAHASIA_MIN} tanda atau lebih), client_id, client_secret, dan server_metadata_url; masuk lewat akun "
    "SSO tetap tertutup."
)
SHORT = f"Kata pada MUSRENBANG_METRIK harus {metrik.PANJANG_MIN} tanda ASCII atau lebih; /metrik tetap tertutup."
HEAVY = ("pandas", "plotly.graph_objects", "pyarrow")


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    address = os.environ.get("MUSRENBANG_DB")
    open_at_start(address, os.environ.get("MUSRENBANG_DOKUMEN"))
    _begin_log(os.environ.get("MUSRENBANG_CATATAN"))
    send_at_once()  # before the memory is settled, which hides the sockets in it from a search
    _settle_provider()
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
        lost = _lost_and_accepted(store)
        if seed.is_empty(store):
            _give_up(EMPTY)
        store.read_through()
        refuse(*_clock_set_back(store))
        if lost:
            saksi.terima(store, lost, now())
        saksi.perbarui(store)
        berkas.sweep(store, now())
    except Refused as refused:
        _give_up(sentence(refused.issues[0]))


def _lost_and_accepted(store: Store) -> Issue | None:
    """Raises Refused for what is lost and nobody has accepted."""
    lost = saksi.kehilangan(store)
    if lost and os.environ.get("MUSRENBANG_SAKSI") != lost.facts["kode"]:
        raise Refused([lost])
    return lost


def _clock_set_back(store: Store) -> list[Issue]:
    """A sample is no evidence of the time: its meetings have fixed days. Nor is whom the administrator contradicts."""
    last = None if os.environ.get("MUSRENBANG_JAM") == "benar" or seed.is_sample(store) else jejak.terakhir(store)
    if last is None or last <= now() + SELISIH_JAM:
        return []
    return [Issue("jam_mundur", {"sekarang": tanggal_jam(now()), "terakhir": tanggal_jam(last)})]


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
    Saksi(path).forget()
    unfinished.replace(path)


def _is_empty(path: Path) -> bool:
    store = open_store(str(path))
    try:
        return seed.is_empty(store)
    finally:
        store.close()


def _settle_provider() -> None:
    """Loads what it takes, or says what is missing; without [auth] neither."""
    if penyedia.is_configured():
        importlib.import_module("authlib.integrations.starlette_client")
    elif penyedia.is_named():
        print(PROVIDER, file=sys.stderr, flush=True)


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
