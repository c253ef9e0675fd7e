"""Ratios in one run: ours and a reference by turns, so that a busy machine slows both."""

import os
import statistics
from collections.abc import Callable
from typing import NamedTuple

RUNS = 5


class Ratio(NamedTuple):
    """Median seconds of processor time of both, and their quotient."""

    ours: float
    reference: float

    @property
    def times(self) -> float:
        return self.ours / self.reference


def compare(ours: Callable[[], object], reference: Callable[[], object], runs: int = RUNS) -> Ratio:
    """Each is run once before anything is counted."""
    ours(), reference()
    pairs = [(cpu_seconds(ours), cpu_seconds(reference)) for _ in range(runs)]
    return Ratio(*(statistics.median(column) for column in zip(*pairs, strict=True)))


def cpu_seconds(work: Callable[[], object]) -> float:
    """Of this process and the children it has waited for."""
    before = _used()
    work()
    return _used() - before


def show(what: str, ratio: Ratio, most: float) -> None:
    """One line of a table: the measured quotient beside the one that is promised."""
    verdict = "holds" if ratio.times <= most else "BROKEN"
    print(f"{what:<48} {ratio.ours:8.3f} s {ratio.reference:8.3f} s  x{ratio.times:5.2f}  at most x{most}  {verdict}")


def _used() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
