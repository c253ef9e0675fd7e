"""The line of a live screen: a number that grows whenever the meeting has moved, and nothing else."""

import asyncio
from contextlib import suppress
from uuid import UUID

from anyio import to_thread
from starlette.websockets import WebSocket, WebSocketDisconnect

from musrenbang.actions import baca
from musrenbang.errors import Refused
from musrenbang.model import Orang
from musrenbang.store.current import current
from musrenbang.store.hall import SEMUA
from pages.web import sessions
from pages.web.proyektor import from_here

DETAK = 20.0  # seconds after which a line asks whether its person is still logged in, however busy the meeting is
JARAK = 0.1  # seconds at least between two numbers


async def follow(websocket: WebSocket) -> None:
    """The gate has seen who comes; of a meeting that is not theirs nobody learns anything.

    Without a meeting in its address the line tells of all.
    """
    sidik, who = websocket.state.sidik, websocket.state.orang
    rapat: UUID | None = websocket.path_params.get("rapat")
    try:
        await to_thread.run_sync(_check, who, rapat)
    except Refused:
        return await websocket.close(4403)
    if not from_here(websocket):
        return await websocket.close(4403)
    await websocket.accept()
    try:
        async with asyncio.TaskGroup() as tasks:
            telling = tasks.create_task(_tell(websocket, sidik, str(rapat or SEMUA)))
            with suppress(WebSocketDisconnect):
                while True:  # a screen has nothing to say; that it is gone is all that can come
                    await websocket.receive_text()
            telling.cancel()
    except* (WebSocketDisconnect, OSError, RuntimeError):
        pass  # it has gone


async def _tell(websocket: WebSocket, sidik: str, rantai: str) -> None:
    loop, moved, last = asyncio.get_running_loop(), asyncio.Event(), None
    due = loop.time() + DETAK

    def tell() -> None:
        with suppress(RuntimeError):  # the server is stopping
            loop.call_soon_threadsafe(moved.set)

    with current().hall.listening(rantai, tell):
        while True:
            moved.clear()
            now = current().hall.version(rantai)
            if now != last:
                await websocket.send_text(str(now))
            last = now
            await asyncio.sleep(JARAK)
            with suppress(TimeoutError):
                async with asyncio.timeout_at(due):
                    await moved.wait()
            if loop.time() >= due:
                if await sessions.person(sidik) is None:
                    return await websocket.close(4401)
                due = loop.time() + DETAK


def _check(who: Orang, rapat: UUID | None) -> None:
    """Raises Refused."""
    if rapat:
        baca.versi(current(), who, rapat)
    else:
        baca.versi_semua(current(), who)
