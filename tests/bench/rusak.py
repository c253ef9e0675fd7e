"""Database files with one flipped bit, and files cut off: told in one sentence, or what is stored is what was stored.

`python -m tests.bench.rusak [--kali 300] [--benih 20270215]`: so many files of each kind. They are opened as
`python -m musrenbang periksa` opens them, in a forked process; a wrong answer, a traceback or a crash ends the run.

Of the log of last changes DuckDB takes a length that cannot be for its end, as after a kill: then the database is
whole, and as it was before the changes from there on. That is told by the witness.
"""

import contextlib
import io
import random
import signal
import tempfile
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from musrenbang.__main__ import main as command
from musrenbang.actions import saksi, skoring
from musrenbang.store.opening import open_store
from tests import cast
from tests.bench.forking import Say, in_child, killed
from tests.bench.padam import play
from tests.cast import CAMAT, JALAN, NOW, RAPAT
from tests.witness import dump

Content = dict[str, list[str]]
Break = Callable[[bytes, random.Random], bytes]
HEADS = 3 * 4096  # bytes at the beginning, which say where everything is
SAID = (
    "tidak dapat dibaca: berkasnya rusak", "tidak dapat dibuka sebagai basis data Musrenbang",
    "tidak ada lagi di basis data",
)  # fmt: skip
SAVES = 30  # in the log


def main() -> None:
    parser = ArgumentParser()
    parser.add_argument("--kali", type=int, default=300)
    parser.add_argument("--benih", type=int, default=20270215)
    asked = parser.parse_args()
    chance = random.Random(asked.benih)
    with tempfile.TemporaryDirectory() as folder:
        database, log = Path(folder) / "rapat.duckdb", Path(folder) / "rapat.duckdb.wal"
        in_child(partial(play, database, cast.sent))
        for name, broken in {"one flipped bit": flipped, "cut off": cut}.items():
            _show(name, _often(database, database, broken, asked.kali, chance))
        in_child(partial(play, database.with_name("skor.duckdb"), cast.counting))
        database.with_name("skor.duckdb").replace(database)
        killed(partial(_serve, str(database)), 0)
        for name, broken in {"log with one flipped bit": flipped, "log cut off": cut}.items():
            _show(name, _often(database, log, broken, asked.kali, chance))


def _serve(address: str, say: Say) -> None:
    """Started and used, and then killed before it has closed its file."""
    store = open_store(address)
    saksi.perbarui(store)
    for n in range(SAVES):
        skoring.simpan_skor(store, CAMAT, RAPAT, cast.filled(store, {JALAN.id: (n % 3 + 1,) * 8}), NOW)
    say(b"begun\n")
    signal.pause()


def flipped(content: bytes, chance: random.Random) -> bytes:
    """A third of them at the beginning, however long the file is."""
    at = chance.randrange(min(HEADS, len(content)) if chance.random() < 0.33 else len(content))
    return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _often(database: Path, file: Path, broken: Break, times: int, chance: random.Random) -> Counter[str]:
    """`file` is the one to break, the database or its log."""
    database_was, was = database.read_bytes(), file.read_bytes()
    log = database.with_name(f"{database.name}.wal")
    whole = in_child(partial(_content, str(database)))
    outcomes = Counter[str]()
    for _ in range(times):
        log.unlink(missing_ok=True)
        database.write_bytes(database_was)
        file.write_bytes(broken(was, chance))
        outcomes[in_child(partial(_looked_at, str(database), whole))] += 1
    database.write_bytes(database_was)
    file.write_bytes(was)
    return outcomes


def _looked_at(address: str, whole: Content) -> str:
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
        code = command(["periksa", "--db", address])
    if code == 0:
        assert _content(address) == whole, "another content, and nothing said"
        return "no harm"
    [sentence] = said.getvalue().splitlines()
    assert any(words in sentence for words in SAID), sentence
    return "told"


def _content(address: str) -> Content:
    store = open_store(address)
    found = dump(store)
    store.close()
    return found


def _show(name: str, outcomes: Counter[str]) -> None:
    print(f"{name}: {outcomes.total()} files, {outcomes['told']} told, {outcomes['no harm']} as they were")


if __name__ == "__main__":
    main()
