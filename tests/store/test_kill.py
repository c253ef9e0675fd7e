"""kill -9 in the middle of saving scores: whatever was acknowledged is there, with its row in the trail."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

from musrenbang.store.engine import Store
from musrenbang.store.opening import open_store
from tests.cast import counting
from tests.witness import assert_chain, rows_of

ROUNDS = 20
ROOT = Path(__file__).parents[2]
WRITER = """
import random, sys
from musrenbang.actions import skoring
from musrenbang.store import usulan
from musrenbang.store.opening import open_store
from tests.cast import CAMAT, NOW, RAPAT, UTAMA

store = open_store(sys.argv[1])
versi = {id_: u.versi_skor for id_, u in usulan.some_in_meeting(store, RAPAT, [u.id for u in UTAMA]).items()}
while True:
    id_ = random.choice(list(versi))
    levels = tuple(random.randint(1, 3) for _ in range(8))
    versi |= skoring.simpan_skor(store, CAMAT, RAPAT, {id_: skoring.Isian(versi[id_], levels)}, NOW)
    print(id_, versi[id_], flush=True)
"""


def killed_while_saving(address: str, seconds: float) -> list[tuple[str, int]]:
    """What was acknowledged before the kill. A last line that was cut off is no acknowledgement."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, address], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    first = writer.stdout.readline()
    time.sleep(seconds)
    writer.kill()
    rest, errors = writer.communicate()
    assert first, errors
    lines = [line for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]
    return [(id_, int(versi)) for id_, versi in (line.split() for line in lines)]


def assert_all_there(store: Store, acknowledged: dict[str, int]) -> None:
    rows = rows_of(store)
    assert_chain(rows)
    kode = {str(id_): kode for id_, kode in store.rows("select id, kode from usulan_masuk")}
    for id_, versi, *levels in store.rows("select usulan, versi, k1, k2, k3, k4, k5, k6, k7, k8 from skor"):
        saves = [row for row in rows if row.objek == f"skor {kode[str(id_)]}"]
        assert versi >= acknowledged.get(str(id_), 1)
        assert len(saves) == versi - 1
        assert not saves or json.loads(saves[-1].sesudah)["tingkat"] == levels


def test_twenty_times(tmp_path: Path) -> None:
    address = str(tmp_path / "rapat.duckdb")
    prepared = open_store(address)
    counting(prepared)
    prepared.close()
    chance, acknowledged = random.Random(20270215), dict[str, int]()
    for _ in range(ROUNDS):
        acknowledged |= dict(killed_while_saving(address, chance.uniform(0.0, 0.25)))
        store = open_store(address)
        assert_all_there(store, acknowledged)
        store.close()
    assert sum(acknowledged.values()) > ROUNDS
