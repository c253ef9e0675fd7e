"""The hall: saving a score, opening Skoring, and many meetings at once, against a blank Streamlit page.

`python -m tests.bench.panggung [--menit 30] [--rapat 25] [--usulan 304] [--kali 12]`
"""

import asyncio
import statistics
import tempfile
from argparse import ArgumentParser, Namespace
from collections import Counter
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

from musrenbang.access import Tindakan
from musrenbang.store import trail
from musrenbang.store.engine import Store
from musrenbang.store.opening import open_store
from tests.bench import balai, ramai
from tests.bench.kunjungan import first_visits
from tests.bench.serving import Served, application, blank_page
from tests.bench.tab import Tab
from tests.web.door import Visitor

SERIES = 5
SAVE, OPEN, P95, VISIT, PLOTLY, TOLD = 3.0, 4.0, 12.0, 1.6, 2.7, 2.0
Saves = Counter[str]  # chain of a meeting -> scores that the server has said it saved


def main() -> None:
    """Prints a table; a broken promise is named, not raised."""
    asked = _asked()
    with tempfile.TemporaryDirectory() as scratch:
        folder, database = Path(scratch), Path(scratch) / "balai.duckdb"
        halls = balai.make(database, asked.rapat, asked.usulan, datetime.now(UTC).replace(tzinfo=None))
        before = scored(database, halls)
        with blank_page(folder) as blank, application(database) as ours:
            cookies = ramai.log_in(Visitor(ours.port), halls[0])
            visits = first_visits(ours.port, cookies, ["skoring", "hasil-skoring"])
            saves = asyncio.run(_measure(asked, halls, blank, ours))
        row("first visit to Skoring", visits["skoring"], "MB", VISIT)
        row("first visit to a screen with Plotly", visits["hasil-skoring"], "MB", PLOTLY)
        row("saved scores without their row in the trail", (saves - (scored(database, halls) - before)).total(), "", 0)


def _asked() -> Namespace:
    parser = ArgumentParser()
    for name, value in (("menit", 1.0), ("rapat", 25), ("usulan", 304), ("kali", 12)):
        parser.add_argument(f"--{name}", type=type(value), default=value)
    return parser.parse_args()


async def _measure(asked: Namespace, halls: list[balai.Balai], blank: Served, ours: Served) -> Saves:
    alone, saved = await _by_turns(asked, halls[0], blank, ours)
    reference = statistics.median(alone)
    crowd = await ramai.gather([ours], halls, asked.menit, asked.usulan)
    row("p95 of a save, all meetings at once / blank page", p95(crowd.saves) / reference, "x", P95)
    row("p95 until a projector shows a save", p95(crowd.told), "s", TOLD)
    row("sessions lost", crowd.lost, f"of {crowd.sessions}", 0)
    row("memory of a session", crowd.megabytes / crowd.sessions, "MB")
    row(f"memory grown within the last {asked.menit * ramai.STEADY:.0f} minutes", crowd.grown, "MB")
    return crowd.saved + Counter({str(halls[0].rapat): saved})


async def _by_turns(asked: Namespace, hall: balai.Balai, blank: Served, ours: Served) -> tuple[list[float], int]:
    """Blank page, saves and openings by turns, so that a busy machine slows all of them; SERIES of each in a row, as
    Streamlit holds back what comes within 10 ms of the last message, from a blank page too."""
    cookies = ramai.log_in(Visitor(ours.port), hall)
    blanks, saves, openings = list[float](), list[float](), list[float]()
    async with AsyncExitStack() as tabs:
        empty = await tabs.enter_async_context(Tab(blank.port))
        table = await tabs.enter_async_context(Tab(ours.port, "skoring", cookies))
        other = await tabs.enter_async_context(Tab(ours.port, "pemandu-sop", cookies))
        for n in range(asked.kali):
            first = n * SERIES
            blanks += [await empty.rerun() for _ in range(SERIES)]
            saves += [await ramai.save(table, first + i, asked.usulan) for i in range(SERIES)]
            openings += [await other.open("skoring") for _ in range(SERIES)]
    reference = statistics.median(blanks)
    row("blank page, median", reference * 1000, "ms")
    row(f"saving one score of {asked.usulan} / blank page", statistics.median(saves) / reference, "x", SAVE)
    row(f"opening Skoring with {asked.usulan} / blank page", statistics.median(openings) / reference, "x", OPEN)
    return blanks, len(saves)


def scored(database: Path | str, halls: list[balai.Balai]) -> Saves:
    """How often each meeting's trail says that a score was saved."""
    store = open_store(str(database))
    chains = [str(hall.rapat) for hall in halls]
    found = Counter({chain: _saved(store, chain) for chain in chains})
    store.close()
    return found


def _saved(store: Store, chain: str) -> int:
    return sum(row.tindakan == Tindakan.SKOR.value for row in trail.of_chain(store, chain))


def p95(seconds: list[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.95)] if seconds else float("nan")


def row(what: str, figure: float, unit: str, most: float | None = None) -> None:
    promised = "" if most is None else f"at most {most:g}  {'holds' if figure <= most else 'BROKEN'}"
    print(f"{what:<52} {figure:8.2f} {unit:<8} {promised}", flush=True)


if __name__ == "__main__":
    main()
