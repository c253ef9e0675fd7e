"""An action together with the sentence that tells what it has done, ready for `act.attempt`."""

from collections.abc import Callable, Sequence
from datetime import datetime

from musrenbang.model import Orang
from musrenbang.store.engine import Store
from pages.parts.act import Work


def saying(told: str, action: Callable[[Store, Orang, datetime], object]) -> Work:
    def work(store: Store, who: Orang, now: datetime) -> str:
        action(store, who, now)
        return told

    return work


def in_turn(told: str, works: Sequence[Work]) -> Work:
    """Several actions one after the other; one that is refused ends the row, what was done before it stays."""
    return saying(told, lambda store, who, now: [work(store, who, now) for work in works])
