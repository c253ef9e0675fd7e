"""kill -9 in the middle of an upload: after the next start no row lacks its file, and no file its row."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from musrenbang.actions import berkas
from musrenbang.store import berkas as table
from musrenbang.store.engine import Store
from musrenbang.store.opening import open_store
from tests.cast import NOW, opened
from tests.witness import assert_chain, rows_of

ROOT = Path(__file__).parents[2]
# Uploads without end. At the named place, from the second upload on, it ends itself as a kill would.
WRITER = """
import os, signal, sys
from musrenbang.actions import berkas, dokumen
from musrenbang.model import JenisBerkas
from musrenbang.store import berkas as table
from musrenbang.store.files import Files
from musrenbang.store.opening import open_store
from tests.cast import CAMAT, NOW, RAPAT
from tests.scans import paper

store, place, old = open_store(sys.argv[1]), sys.argv[2], None

def die_here(owner, name, after):
    done = getattr(owner, name)
    def instead(*args):
        if old and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        result = done(*args)
        if old and after:
            os.kill(os.getpid(), signal.SIGKILL)
        return result
    setattr(owner, name, instead)

if place == "received":
    die_here(berkas, "digest", False)
elif place == "placed":
    die_here(Files, "place", True)
elif place == "row written":
    die_here(table, "add", True)
elif place == "committed":
    die_here(store, "transaction", True)
for pages in range(1, 100):
    unfinished = store.files.unfinished()
    with unfinished.open("wb") as file:
        content = paper(pages)
        file.write(content[:500])
        file.flush()
        if place == "half" and old:
            os.kill(os.getpid(), signal.SIGKILL)
        file.write(content[500:])
    old = dokumen.unggah(store, CAMAT, RAPAT, JenisBerkas.DAFTAR_HADIR, "a.pdf", unfinished, old, NOW)
    print(old, flush=True)
"""


def assert_rows_and_files_agree(store: Store) -> set[str]:
    kept = {str(id_) for id_ in table.ids(store)}
    assert {p.name for p in store.files.folder.iterdir()} == kept
    assert_chain(rows_of(store))
    return kept


def prepared(folder: Path) -> str:
    address = str(folder / "rapat.duckdb")
    store = open_store(address)
    opened(store)
    store.close()
    return address


def run(address: str, place: str, seconds: float = 60) -> list[str]:
    """The ids that were acknowledged before the kill."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, address, place], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    assert writer.stdout
    first = writer.stdout.readline()
    if place == "any":
        time.sleep(seconds)
        writer.kill()
    rest, errors = writer.communicate(timeout=60)
    assert writer.returncode == -signal.SIGKILL, errors
    return [line.strip() for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]


@pytest.mark.parametrize("place", ["half", "received", "placed", "row written", "committed"])
def test_killed_at_a_place(tmp_path: Path, place: str) -> None:
    address = prepared(tmp_path)
    acknowledged = run(address, place)
    store = open_store(address)
    left = berkas.sweep(store, NOW)
    kept = assert_rows_and_files_agree(store)
    store.close()
    assert set(acknowledged) <= kept
    assert len(kept) == len(acknowledged) + (place == "committed")
    assert bool(left) is (place != "committed")


def test_killed_at_any_time(tmp_path: Path) -> None:
    chance = random.Random(20270215)
    for round_ in range(8):
        (tmp_path / str(round_)).mkdir()
        address = prepared(tmp_path / str(round_))
        acknowledged = run(address, "any", chance.uniform(0, 0.6))
        store = open_store(address)
        berkas.sweep(store, NOW)
        assert set(acknowledged) <= assert_rows_and_files_agree(store)
        store.close()


def test_the_sweep_of_a_shared_folder_leaves_what_is_fresh(store: Store) -> None:
    fresh, old = store.files.unfinished(), store.files.unfinished()
    for path in (fresh, old):
        path.write_bytes(b"x")
    os.utime(old, (0, 0))
    now = NOW.replace(year=2026) if store.name == "duckdb" else NOW.fromtimestamp(fresh.stat().st_mtime)
    gone = berkas.sweep(store, now)
    assert old.name in gone
    assert (fresh.name in gone) is (store.name == "duckdb")
    fresh.unlink(missing_ok=True)
