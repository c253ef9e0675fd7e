"""What everybody in one meeting shares while this process runs: how often it moved, what is being discussed and shown.

It lives in memory, so that a hundred screens may ask at every moment. The store tells it of every commit, its own and
other processes'; nothing here is needed to be right about the meeting, only to be quick about it.
"""

import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from secrets import randbelow
from typing import Any
from uuid import UUID

Tell = Callable[[], None]
Spread = Callable[[str, "Bahasan | Tampilan"], None]
BARU = 1.0  # seconds for which a head that was read holds, where others write who tell what they commit
SEMUA = "semua"  # in place of a chain: all of them, so whatever was committed


@dataclass(frozen=True, slots=True)
class Bahasan:
    """What the operator has before him: a screen by its path, on it perhaps one usulan, one desa, a page or a part."""

    layar: str
    usulan: UUID | None = None
    desa: str | None = None
    halaman: int = 1
    bagian: str = ""


class Tampilan(StrEnum):
    """What the hall is shown: what the operator has before him, or one thing that stays."""

    IKUTI = "ikuti saya"
    PERINGKAT = "peringkat"
    AGENDA = "agenda"
    PRIORITAS = "prioritas"
    KRITERIA = "kriteria"


class Hall:
    """Keyed by the chain of a meeting, which is its id as text; with each of them SEMUA moves too. Safe for any thread.

    `alone`: nobody but this process writes to the database, so that what was last committed here is what is stored.
    `told`: others write too, and say so; what they say comes a little later, and gets lost with the line it comes by.
    `spread` tells the other processes what a hall is shown, where there are any.
    """

    def __init__(self, *, alone: bool = False, spread: Spread = lambda rantai, shown: None) -> None:
        self.alone, self.told, self._spread = alone, False, spread
        self._heads: dict[str, tuple[str, float]] = {}
        self._lock = threading.Lock()
        self._moves: Counter[str] = Counter()
        self._unheard = randbelow(2**40)  # so a tab that knows the number of a server before this one is drawn anew
        self._bahasan: dict[str, Bahasan] = {}
        self._tampilan: dict[str, Tampilan] = {}
        self._watchers: Counter[str] = Counter()
        self._listeners: defaultdict[str, list[Tell]] = defaultdict(list)
        self._kept: dict[tuple[str, str], tuple[str, Any]] = {}

    def moved(self, rantai: str, head: str = "") -> None:
        """Something about the meeting has been committed; `head` is that of its chain since."""
        with self._lock:
            self._moves.update((rantai, SEMUA))
            self._heads.pop(rantai, None)
            if head and self.alone:  # elsewhere another may have committed since
                self._heads[rantai] = (head, 0.0)
        self._tell(rantai)
        self._tell(SEMUA)

    def all_moved(self) -> None:
        """For a while nobody told what has been committed, so every meeting may have moved, and an older copy may even
        have taken the place of the database."""
        with self._lock:
            self._unheard += 1
            self._heads.clear()
            self._kept.clear()
            listened = tuple(self._listeners)
        for rantai in listened:
            self._tell(rantai)

    def head(self, rantai: str) -> str:
        """The head of the chain as it is stored; "" when only the database can tell. To look up what is kept, and never
        to keep under it what a transaction or snapshot has read: that may have begun before."""
        with self._lock:
            head, read = self._heads.get(rantai, ("", 0.0))
        return head if self.alone or (self.told and time.monotonic() - read < BARU) else ""

    def version(self, rantai: str) -> int:
        """Grows with every commit that touched the meeting."""
        with self._lock:
            return self._moves[rantai] + self._unheard

    def learn(self, rantai: str, head: str, version: int) -> None:
        """The head that was read after this version; not learnt when the meeting has moved since."""
        with self._lock:
            if self._moves[rantai] + self._unheard == version:
                self._heads[rantai] = (head, time.monotonic())

    def discuss(self, rantai: str, bahasan: Bahasan, *, here: bool = True) -> None:
        """Tells the listeners when it is another one than before, and other processes when it was said `here`."""
        with self._lock:
            if self._bahasan.get(rantai) == bahasan:
                return
            self._bahasan[rantai] = bahasan
        self._tell(rantai)
        if here:
            self._spread(rantai, bahasan)

    def bahasan(self, rantai: str) -> Bahasan | None:
        with self._lock:
            return self._bahasan.get(rantai)

    def show(self, rantai: str, tampilan: Tampilan, *, here: bool = True) -> None:
        """Tells the listeners, as `discuss` does."""
        with self._lock:
            self._tampilan[rantai] = tampilan
        self._tell(rantai)
        if here:
            self._spread(rantai, tampilan)

    def tampilan(self, rantai: str) -> Tampilan:
        with self._lock:
            return self._tampilan.get(rantai, Tampilan.IKUTI)

    @contextmanager
    def watching(self, rantai: str, tell: Tell) -> Iterator[None]:
        """Listening as a projector, which is counted."""
        with self.listening(rantai, tell):
            self._count(rantai, 1)
            try:
                yield
            finally:
                self._count(rantai, -1)

    def watchers(self, rantai: str) -> int:
        """How many projectors look on now."""
        with self._lock:
            return self._watchers[rantai]

    @contextmanager
    def listening(self, rantai: str, tell: Tell) -> Iterator[None]:
        """`tell` is called from the thread that wrote or heard of it, after each commit and each new Bahasan; it must
        not wait."""
        with self._lock:
            self._listeners[rantai].append(tell)
        try:
            yield
        finally:
            with self._lock:
                self._listeners[rantai].remove(tell)

    def keep(self, rantai: str, what: str, head: str, value: object) -> None:
        """What was read of the meeting when its chain had this head; it takes the place of what was read before."""
        with self._lock:
            self._kept[rantai, what] = (head, value)

    def kept(self, rantai: str, what: str, head: str) -> Any:
        """None when nothing has been read at this head."""
        with self._lock:
            at, value = self._kept.get((rantai, what), ("", None))
        return value if at == head else None

    def _count(self, rantai: str, more: int) -> None:
        with self._lock:
            self._watchers[rantai] += more

    def _tell(self, rantai: str) -> None:
        with self._lock:
            listeners = tuple(self._listeners[rantai])
        for tell in listeners:
            tell()
