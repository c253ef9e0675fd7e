"""The witness: a file beside the database that knows the heads of chains which were once committed.

DuckDB takes a log that is cut off for one that ends there, and an older copy of a file is a whole database too. The
witness is written after each commit. So it may be behind the database, as after a kill, and never ahead of it: what it
knows and the database does not is lost. It holds nobody up who alters both.

Each line is `rantai hash`, a chain that a commit has moved and its head since. The start of a server begins the file,
with the heads of that moment; until then there is none, and nothing is added.
"""

import hashlib
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from io import SEEK_END, FileIO
from pathlib import Path

from musrenbang.store.files import UNFINISHED

LINE = re.compile(r"(.+) ([0-9a-f]{64})")


class Unreadable(Exception):
    """A witness that is damaged, or may not be read."""


class Saksi:
    """Of one database file; whoever holds that is alone here too."""

    def __init__(self, database: str | Path) -> None:
        self.path = Path(f"{database}.saksi")

    def add(self, heads: Mapping[str, str]) -> None:
        """After a commit, which nothing here takes back: without room the witness is only behind."""
        lines = _lines({rantai: head for rantai, head in heads.items() if head.strip("0")})  # zeros: no row yet
        if lines:
            with suppress(OSError), self.path.open("r+b", buffering=0) as file:
                _go_behind_the_last_line(file)
                file.write(lines)

    def known(self) -> set[tuple[str, str]]:
        """Each pair of chain and head; nothing where there is no witness. A torn last line is none. Raises
        Unreadable."""
        try:
            content = self.path.read_bytes()
            *lines, _torn = content.decode().split("\n")
        except FileNotFoundError:
            return set()
        except (OSError, ValueError) as fault:
            raise Unreadable from fault
        found = [LINE.fullmatch(line) for line in lines]
        if None in found:
            raise Unreadable
        return {(each[1], each[2]) for each in found if each}

    def kode(self) -> str:
        """Of what it holds now: who accepts that accepts nothing that comes after it."""
        try:
            content = self.path.read_bytes()
        except OSError:
            content = b""
        return hashlib.sha256(content).hexdigest()[:8]

    def begin(self, heads: Mapping[str, str]) -> None:
        """Anew with these. Without room the one that is there stays, which is as true and only longer."""
        unfinished = Path(f"{self.path}{UNFINISHED}")
        with suppress(OSError):
            try:
                with unfinished.open("wb") as file:
                    file.write(_lines(heads))
                    file.flush()
                    os.fsync(file.fileno())
                unfinished.replace(self.path)
            finally:
                unfinished.unlink(missing_ok=True)

    def forget(self) -> None:
        """Before another database takes that place."""
        self.path.unlink(missing_ok=True)


def _lines(heads: Mapping[str, str]) -> bytes:
    return "".join(f"{rantai} {head}\n" for rantai, head in heads.items()).encode()


def _go_behind_the_last_line(file: FileIO) -> None:
    """A kill or a full disk may have torn one: what follows must not be added to it."""
    file.seek(max(file.seek(0, SEEK_END) - 1, 0))
    if file.read(1) not in (b"", b"\n"):
        file.seek(0)
        file.truncate(file.read().rfind(b"\n") + 1)
        file.seek(0, SEEK_END)
