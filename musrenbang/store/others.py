"""What the servers on one PostgreSQL tell each other: which chains have moved, and what a hall is shown.

What is said within a transaction is delivered when that is committed, and to nobody otherwise. Each server listens on
a connection of its own; what is said while that is lost nobody repeats, so afterwards everything may have moved.
"""

import json
import random
import selectors
import socket
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import astuple
from typing import Any
from uuid import UUID

import psycopg

from musrenbang.store.hall import Bahasan, Hall, Tampilan

Line = psycopg.Connection[Any]

CHANNEL = "musrenbang"
SAY = "select pg_notify($1, said) from unnest(cast($2 as text[])) said"
BEAT = 20.0  # seconds of silence after which a line is asked whether it lives
SOONEST, LATEST = 0.2, 5.0  # seconds before a lost line is opened again
# a dead line must be noticed: by TCP within half a minute, whatever the system thinks is patient
IMPATIENT: dict[str, Any] = {
    "connect_timeout": 3, "keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}  # fmt: skip


def moved(origin: str, rantai: str) -> str:
    return json.dumps([origin, "maju", rantai])


def shown(origin: str, rantai: str, what: Bahasan | Tampilan) -> str:
    if isinstance(what, Tampilan):
        return json.dumps([origin, "tampilan", rantai, what.value])
    return json.dumps([origin, "bahasan", rantai, *astuple(what)], default=str)


def hear(hall: Hall, origin: str, said: str) -> None:
    """Tells the hall what another server has said. Of another version of the application it may not be understood."""
    with suppress(ValueError, TypeError):
        sender, kind, rantai, *rest = json.loads(said)
        if sender != origin:
            _take(hall, kind, rantai, rest)


def _take(hall: Hall, kind: str, rantai: str, rest: list[Any]) -> None:
    if kind == "maju":
        hall.moved(rantai)
    elif kind == "tampilan":
        hall.show(rantai, Tampilan(*rest), here=False)
    elif kind == "bahasan":
        layar, usulan, *more = rest
        hall.discuss(rantai, Bahasan(layar, usulan and UUID(usulan), *more), here=False)


class Listener:
    """A thread that waits for what others say, and opens its line again when it is lost. Raises psycopg.Error."""

    def __init__(self, address: str, hear: Callable[[str], None], missed: Callable[[], None]) -> None:
        self._address, self._hear, self._missed = address, hear, missed
        self._end, self._ended = socket.socketpair()
        self._thread = threading.Thread(target=self._run, args=(self._open(),), daemon=True, name="others")
        self._thread.start()

    def close(self) -> None:
        self._end.close()
        self._thread.join()
        self._ended.close()

    def _open(self) -> Line:
        line: Line = psycopg.connect(self._address, autocommit=True, **IMPATIENT)
        line.execute(f"listen {CHANNEL}".encode())
        return line

    def _run(self, line: Line | None) -> None:
        while line:
            with suppress(psycopg.Error, OSError), closing(line):
                self._follow(line)
            line = self._again()

    def _again(self) -> Line | None:
        """A new line, tried after ever longer pauses; None when nobody wants to hear any more."""
        pause = SOONEST
        while not self._is_over(pause * random.uniform(0.5, 1)):
            with suppress(psycopg.Error, OSError):
                line = self._open()
                self._missed()
                return line
            pause = min(pause * 2, LATEST)
        return None

    def _follow(self, line: Line) -> None:
        """Until the line is lost, which raises, or nobody wants to hear any more."""
        with selectors.DefaultSelector() as ready:
            ready.register(line, selectors.EVENT_READ)
            ready.register(self._ended, selectors.EVENT_READ)
            while not self._is_over(0):
                if not ready.select(BEAT):
                    line.execute(b"select 1")
                for note in line.notifies(timeout=0):
                    self._hear(note.payload)

    def _is_over(self, seconds: float) -> bool:
        with selectors.DefaultSelector() as ready:
            ready.register(self._ended, selectors.EVENT_READ)
            return bool(ready.select(seconds))
