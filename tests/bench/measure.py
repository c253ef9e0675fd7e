"""Ratios in one run: ours and a reference by turns, so that a busy machine slows both."""

import os
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

RUNS = 5


class Ratio(NamedTuple):
    """Median seconds of both, and their quotient."""

    ours: float
    reference: float

    @property
    def times(self) -> float:
        return self.ours / self.reference


def cpu_seconds(work: Callable[[], object]) -> float:
    """Of processor time of this process and the children it has waited for."""
    before = _used()
    work()
    return _used() - before


def clock_seconds(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def compare(
    ours: Callable[[], object], reference: Callable[[], object], runs: int = RUNS,
    seconds: Callable[[Callable[[], object]], float] = cpu_seconds,
) -> Ratio:  # fmt: skip
    """Each is run once before anything is counted."""
    ours(), reference()
    pairs = [(seconds(ours), seconds(reference)) for _ in range(runs)]
    return Ratio(*(statistics.median(column) for column in zip(*pairs, strict=True)))


def show(what: str, ratio: Ratio, most: float | None) -> None:
    """One line of a table: the measured quotient beside the one that is promised, if any is."""
    promised = "" if most is None else f"at most x{most}  {'holds' if ratio.times <= most else 'BROKEN'}"
    line = f"{what:<48} {ratio.ours:8.3f} s {ratio.reference:8.3f} s  x{ratio.times:5.2f}  {promised}"
    print(line.rstrip(), flush=True)


def _used() -> float:
    times = os.times()
    return time.process_time() + times.children_user + times.children_system  # the first to the microsecond
