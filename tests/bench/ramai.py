"""All meetings at once: an operator who saves, a second screen and a projector who follow, for each of them."""

import asyncio
import json
import statistics
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field

import websockets
from websockets.typing import Origin

from musrenbang.contoh import SANDI
from tests.bench.balai import FIRST, Balai
from tests.bench.serving import Served
from tests.bench.tab import Tab
from tests.web.door import Visitor

PERIOD = 5.0  # seconds between two saves of an operator
STEADY = 0.5  # share of the time over which memory stays as it is, once DuckDB has all that it keeps
LOOK = 10.0  # seconds between two looks at memory, which breathes by some MB


Seats = tuple[int, int, int]  # the ports at which operator, second screen and projector sit


@dataclass
class Crowd:
    """What was seen: seconds of each save, and from a save to its projector; `megabytes` of all sessions together."""

    sessions: int = 0
    lost: int = 0
    megabytes: float = 0.0
    grown: float = 0.0
    saves: list[float] = field(default_factory=list)
    told: list[float] = field(default_factory=list)
    saved: Counter[str] = field(default_factory=Counter)


@dataclass
class Hall:
    """One meeting while it is measured: when its last save was sent, until a projector has shown it."""

    balai: Balai
    number: int
    operator: Tab
    second: Tab
    ports: Seats
    cookies: dict[str, str]
    sent: float | None = None


async def gather(servers: Sequence[Served], balai: list[Balai], minutes: float, banyak: int) -> Crowd:
    """Where there are several servers, the three of a hall sit at different ones."""
    before, crowd = _megabytes(servers), Crowd(sessions=3 * len(balai))
    async with AsyncExitStack() as tabs:
        halls = [await _enter(tabs, _seats(servers, n), n, one) for n, one in enumerate(balai)]
        end = time.perf_counter() + minutes * 60
        roles = [
            *(_operate(hall, crowd, len(halls), banyak, end) for hall in halls),
            *(_follow(hall, end) for hall in halls),
            *(_project(hall, crowd, end) for hall in halls),
        ]
        memory = asyncio.create_task(_steady(servers, crowd, before, minutes))
        ended = await asyncio.gather(*roles, return_exceptions=True)
        await memory
    crowd.lost = sum(isinstance(fault, BaseException) for fault in ended)
    for fault in {repr(fault) for fault in ended if fault is not None}:
        print(f"lost: {fault}")
    return crowd


def log_in(visitor: Visitor, balai: Balai) -> dict[str, str]:
    """The cookies of a login by name and password."""
    visitor.log_in(balai.who.nama_pengguna, SANDI)
    return visitor.cookies


async def save(table: Tab, n: int, banyak: int) -> float:
    """The n-th save of a tab: another Keterdesakan for another usulan. Seconds until it was saved."""
    rounds, row = divmod(n, banyak)
    return await table.type_level(row, 0, (FIRST + rounds) % 5 + 1)


def _seats(servers: Sequence[Served], number: int) -> Seats:
    first, second, third = (servers[(number + n) % len(servers)].port for n in range(3))
    return first, second, third


async def _enter(tabs: AsyncExitStack, ports: Seats, number: int, balai: Balai) -> Hall:
    one, other = [await asyncio.to_thread(log_in, Visitor(port), balai) for port in ports[:2]]
    operator = await tabs.enter_async_context(Tab(ports[0], "skoring", one))
    second = await tabs.enter_async_context(Tab(ports[1], "skoring", other))
    return Hall(balai, number, operator, second, ports, other)


async def _operate(hall: Hall, crowd: Crowd, halls: int, banyak: int, end: float) -> None:
    """Saves every PERIOD seconds, not all halls at the same moment."""
    turn = time.perf_counter() + PERIOD * hall.number / halls
    for n in range(banyak // 2, 10**9):  # what was saved before, one by one, lies below
        await asyncio.sleep(max(0.0, turn - time.perf_counter()))
        if time.perf_counter() > end:
            return
        hall.sent = time.perf_counter()
        crowd.saves.append(await save(hall.operator, n, banyak))
        crowd.saved[str(hall.balai.rapat)] += 1
        turn += PERIOD


async def _follow(hall: Hall, end: float) -> None:
    """A second screen: told over its line that the meeting has moved, it has everything drawn anew."""
    async with _line(hall.ports[1], f"/hidup/{hall.balai.rapat}", hall.cookies) as socket:
        while time.perf_counter() < end:
            with suppress(TimeoutError):
                await asyncio.wait_for(socket.recv(), PERIOD)
                await hall.second.rerun()


def _line(port: int, path: str, cookies: dict[str, str]) -> websockets.connect:
    site = f"127.0.0.1:{port}"
    cookie = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    return websockets.connect(f"ws://{site}{path}", origin=Origin(f"http://{site}"), additional_headers=cookie)


async def _project(hall: Hall, crowd: Crowd, end: float) -> None:
    async with _line(hall.ports[2], "/proyektor/ikuti", {"musrenbang_proyektor": hall.balai.layar}) as socket:
        while time.perf_counter() < end:
            message = json.loads(await asyncio.wait_for(socket.recv(), 10))
            if "diakhiri" in message:
                raise ConnectionError("diakhiri")
            if "isi" in message and hall.sent is not None:
                crowd.told.append(time.perf_counter() - hall.sent)
                hall.sent = None


def _megabytes(servers: Sequence[Served]) -> float:
    return sum(server.megabytes() for server in servers)


async def _steady(servers: Sequence[Served], crowd: Crowd, before: float, minutes: float) -> None:
    """`grown`: from the first half of the steady time to its second, each by its median."""
    crowd.megabytes = _megabytes(servers) - before
    await asyncio.sleep(minutes * 60 * (1 - STEADY))
    seen = []
    for _ in range(max(2, round(minutes * 60 * STEADY / LOOK))):
        await asyncio.sleep(min(LOOK, minutes * 60 * STEADY / 2))
        seen.append(_megabytes(servers))
    half = len(seen) // 2
    crowd.grown = statistics.median(seen[half:]) - statistics.median(seen[:half])
