"""kill -9 at random moments of every action that writes, and in a storm of saved scores, on real DuckDB files.

`python -m tests.bench.padam [--kali 5] [--badai 40] [--benih 20270215]`: kills of each action and of a first opening,
kills in the storm, and the seed of their moments. After each the database is opened again: `periksa` must find nothing,
the action must be there whole or not at all, there if it had answered, and possible if it is not there. Whatever else
happens ends the run.
"""

import random
import re
import shutil
import tempfile
import time
from argparse import ArgumentParser
from collections import Counter
from functools import partial
from pathlib import Path
from typing import NamedTuple

from musrenbang.actions import berkas, saksi, skoring
from musrenbang.actions.periksa import periksa
from musrenbang.actions.skoring import Isian
from musrenbang.store import usulan
from musrenbang.store.engine import Store
from musrenbang.store.opening import folder_of, open_store
from tests import cast
from tests.bench.forking import Say, in_child, killed
from tests.cast import CAMAT, NOW, RAPAT, UTAMA
from tests.conftest import key
from tests.deeds import DEEDS, Deed, stages
from tests.witness import columns, dump, rows_of, tables

Picture = dict[str, list[str]]
RANDOM = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|\$argon2[^']+")
BEFORE, STORED, ANSWERED = "not stored", "stored, not answered", "answered"


class Rehearsal(NamedTuple):
    """All that is stored before and after an action, and the seconds from its call to the closed file."""

    before: Picture
    after: Picture
    seconds: float


def main() -> None:
    parser = ArgumentParser()
    parser.add_argument("--kali", type=int, default=5)
    parser.add_argument("--badai", type=int, default=40)
    parser.add_argument("--benih", type=int, default=20270215)
    asked = parser.parse_args()
    chance = random.Random(asked.benih)
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder  # what a killed child leaves there goes with it
        outcomes = Counter(
            outcome for deed in DEEDS.values() for outcome in _kill_often(Path(folder), deed, asked.kali, chance)
        )
        _open_often(Path(folder), asked.kali, chance)
        saves = _storm(Path(folder), asked.badai, chance)
    told = ", ".join(f"{outcome}: {outcomes[outcome]}" for outcome in (BEFORE, STORED, ANSWERED))
    print(f"{len(DEEDS)} actions killed {outcomes.total()} times, nothing lost or half written ({told});")
    print(f"{asked.kali} kills while the tables were made, whole at the next opening;")
    print(f"{asked.badai} kills in a storm of {saves} saved scores, none of them lost")


def _kill_often(folder: Path, deed: Deed, times: int, chance: random.Random) -> list[str]:
    template = folder / f"{key(deed.stage)}.duckdb"
    if not template.exists():
        in_child(lambda: play(template, deed.stage))
    rehearsal = in_child(lambda: _rehearse(_copy(template, folder / "gladi"), deed))
    return [_kill_once(template, folder / str(n), deed, rehearsal, chance) for n in range(times)]


def _kill_once(template: Path, folder: Path, deed: Deed, rehearsal: Rehearsal, chance: random.Random) -> str:
    """Mostly towards the end, where the rows are written and the file is closed."""
    address = _copy(template, folder)
    seconds = chance.triangular(0, rehearsal.seconds * 1.1, rehearsal.seconds * 0.9)
    answered = bool(killed(partial(_act, address, deed), seconds))
    stored = in_child(partial(_assert_all_or_nothing, address, deed, rehearsal))
    shutil.rmtree(folder)
    assert stored or not answered or rehearsal.before == rehearsal.after, "what had been answered is not there"
    return ANSWERED if answered else STORED if stored else BEFORE


def _act(address: str, deed: Deed, say: Say) -> None:
    store = open_store(address)
    say(b"begun\n")
    deed.act(store)
    say(b"done\n")
    store.close()


def _assert_all_or_nothing(address: str, deed: Deed, rehearsal: Rehearsal) -> bool:
    """Whether the action is stored. If not, it is done now."""
    store = open_store(address)
    berkas.sweep(store, NOW)
    assert periksa(store) == []
    stored = _picture(store) != rehearsal.before
    if not stored:
        deed.act(store)
        assert periksa(store) == []
    assert (now := _picture(store)) == rehearsal.after, _differing(now, rehearsal.after)
    store.close()
    return stored


def _rehearse(address: str, deed: Deed) -> Rehearsal:
    store = open_store(address)
    before, start = _picture(store), time.perf_counter()
    deed.act(store)
    acted = time.perf_counter()
    after, again = _picture(store), time.perf_counter()
    store.close()
    return Rehearsal(before, after, acted - start + time.perf_counter() - again)


def _picture(store: Store) -> Picture:
    """All that is stored, but for what is made at random."""
    return {table: sorted(RANDOM.sub("*", row) for row in rows) for table, rows in dump(store).items()}


def _differing(found: Picture, wanted: Picture) -> dict[str, list[str]]:
    """The rows of each table that only one of them has."""
    both = {table: sorted({*found[table]} ^ {*wanted[table]}) for table in wanted}
    return {table: rows for table, rows in both.items() if rows}


def play(template: Path, stage: cast.Stage) -> None:
    store = open_store(str(template))
    stage(store)
    store.close()


def _copy(template: Path, folder: Path) -> str:
    """The address of a copy with its documents, in a fresh folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    address = str(folder / "rapat.duckdb")
    shutil.copy(template, address)
    if Path(folder_of(str(template))).is_dir():
        shutil.copytree(folder_of(str(template)), folder_of(address))
    return address


def _open_often(folder: Path, times: int, chance: random.Random) -> None:
    """The first opening of all makes the tables; the next goes on from where it was killed."""
    template = folder / f"{key(stages.empty)}.duckdb"
    whole = in_child(lambda: _tables(str(template)))
    for n in range(times):
        address = str(folder / f"awal-{n}.duckdb")
        killed(partial(_open, address), chance.uniform(0, 0.3))
        assert in_child(partial(_tables, address)) == whole


def _open(address: str, say: Say) -> None:
    say(b"begun\n")
    open_store(address)


def _tables(address: str) -> dict[str, str]:
    store = open_store(address)
    assert periksa(store) == []
    made = {table: columns(store, table) for table in tables(store)}
    store.close()
    return made


def _storm(folder: Path, times: int, chance: random.Random) -> int:
    """Kills on one and the same file, while scores are saved as fast as they can be. How many were acknowledged."""
    template, acknowledged = folder / "badai.duckdb", dict[str, int]()
    in_child(lambda: play(template, _counting_with_witness))
    address = str(template)
    for _ in range(times):
        lines = killed(partial(save_for_ever, address, chance.random()), chance.uniform(0, 0.25))
        acknowledged.update((id_, int(versi)) for id_, versi in map(str.split, lines))
        in_child(partial(_assert_saved, address, acknowledged))
    return sum(versi - 1 for versi in acknowledged.values())


def _counting_with_witness(store: Store) -> None:
    """Kills come between a commit and its line there, and within the line, too."""
    cast.counting(store)
    saksi.perbarui(store)


def save_for_ever(address: str, seed: float, say: Say) -> None:
    store, chance = open_store(address), random.Random(seed)
    versi = {id_: u.versi_skor or 0 for id_, u in usulan.some_in_meeting(store, RAPAT, [u.id for u in UTAMA]).items()}
    say(b"begun\n")
    while True:
        id_, levels = chance.choice(list(versi)), tuple(chance.randint(1, 3) for _ in range(8))
        versi |= skoring.simpan_skor(store, CAMAT, RAPAT, {id_: Isian(versi[id_], levels)}, NOW)
        say(f"{id_} {versi[id_]}\n".encode())


def _assert_saved(address: str, acknowledged: dict[str, int]) -> None:
    """Every save that was acknowledged is stored, with a row of the trail each, and no other is."""
    store = open_store(address)
    assert periksa(store) == []
    saves = Counter(row.objek for row in rows_of(store))
    for id_, kode, versi in store.rows(
        "select u.id, u.kode, s.versi from skor s join usulan_masuk u on u.id = s.usulan"
    ):
        assert versi >= acknowledged.get(str(id_), 1)
        assert versi == saves[f"skor {kode}"] + 1
    store.close()


if __name__ == "__main__":
    main()
