"""The clock of a running server: naive UTC, and never back."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

DITUNTUN = timedelta(seconds=2)  # what the system may be led back by when it compares its clock with others


def system() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


class Clock:
    """When the system's clock is set back, time goes on as it has really passed; so no row of the trail is written
    with a time before the one that it follows. Safe for any thread."""

    def __init__(self, wall: Callable[[], datetime] = system, passed: Callable[[], float] = time.monotonic) -> None:
        self._wall, self._passed = wall, passed
        self._lock = threading.Lock()
        self._last, self._at = wall(), passed()

    def now(self) -> datetime:
        with self._lock:
            at = self._passed()
            due = self._last + timedelta(seconds=at - self._at)
            wall = self._wall()
            self._last = max(wall, self._last) if wall >= due - DITUNTUN else due
            self._at = at
            return self._last


SERVER = Clock()
