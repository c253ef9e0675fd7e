"""A hundred kecamatan at once: several servers on one PostgreSQL that waits for its disk, and what fills up first.

`python -m tests.bench.provinsi [--menit 30] [--rapat 100] [--server 4] [--usulan 100]`
"""

import asyncio
import os
import statistics
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from musrenbang.actions.periksa import periksa
from musrenbang.store.opening import open_store
from tests.bench import balai, ramai
from tests.bench.panggung import TOLD, p95, row, scored
from tests.bench.serving import Served, application, cpu_seconds
from tests.conftest import PostgresEngine, running_postgresql

Used = dict[str, float]  # seconds of processor time


class Durable(PostgresEngine):
    """As PostgreSQL is in use: a commit is on the disk before it is acknowledged."""

    def switch_on(self) -> None:
        plain = f"-k {self._folder} -c listen_addresses='' -c max_connections=200"
        log = str(self._folder / "log")
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-w", "-l", log, "-o", plain, "start")

    @property
    def pid(self) -> int:
        return int((self._folder / "data" / "postmaster.pid").read_text().split()[0])


def main() -> None:
    asked = _asked()
    with running_postgresql(Durable) as engine, tempfile.TemporaryDirectory() as documents, ExitStack() as stack:
        assert isinstance(engine, Durable)
        os.environ["MUSRENBANG_DOKUMEN"] = documents
        address = engine.empty()
        halls = balai.make(address, asked.rapat, asked.usulan, datetime.now(UTC).replace(tzinfo=None))
        before = scored(address, halls)
        servers = [stack.enter_context(application(address)) for _ in range(asked.server)]
        begun = _used(servers, engine.pid)
        crowd = asyncio.run(ramai.gather(servers, halls, asked.menit, asked.usulan))
        ended = _used(servers, engine.pid)
        _tell(asked, crowd)
        for name, seconds in ended.items():
            row(f"processor of {name}", 100 * (seconds - begun[name]) / (60 * asked.menit), "% of one core")
        unsaved = crowd.saved - (scored(address, halls) - before)
        row("saved scores without their row in the trail", unsaved.total(), "", 0)
        row("faults that periksa finds", len(_faults(address)), "", 0)


def _asked() -> Namespace:
    parser = ArgumentParser()
    for name, value in (("menit", 30.0), ("rapat", 100), ("server", 4), ("usulan", 100)):
        parser.add_argument(f"--{name}", type=type(value), default=value)
    return parser.parse_args()


def _tell(asked: Namespace, crowd: ramai.Crowd) -> None:
    row(f"saves, {asked.rapat} meetings at {asked.server} servers", len(crowd.saves), "")
    row("median of a save", statistics.median(crowd.saves) * 1000, "ms")
    row("p95 of a save", p95(crowd.saves) * 1000, "ms")
    row("p95 until a projector at another server shows it", p95(crowd.told), "s", TOLD)
    row("sessions lost", crowd.lost, f"of {crowd.sessions}", 0)
    row("memory of a session", crowd.megabytes / crowd.sessions, "MB")


def _used(servers: Sequence[Served], postgresql: int) -> Used:
    """By each server, by PostgreSQL with the processes it has now, and by this crowd itself."""
    each = {f"server {n}": server.cpu_seconds() for n, server in enumerate(servers, 1)}
    return {**each, "PostgreSQL": sum(map(cpu_seconds, _family(postgresql))), "the crowd": cpu_seconds(os.getpid())}


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *map(int, children)]


def _faults(address: str) -> list[str]:
    store = open_store(address)
    try:
        return periksa(store)
    finally:
        store.close()


if __name__ == "__main__":
    main()
