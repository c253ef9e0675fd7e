"""Whoever closes a screen or a projector while something is said to it has done nothing wrong."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from starlette.types import Message, Scope
from starlette.websockets import WebSocket

from musrenbang.actions import proyektor as screens
from musrenbang.store.engine import Store
from pages.web import hidup, proyektor
from tests.cast import CAMAT, NOW, RAPAT

Follow = Callable[[WebSocket], Awaitable[None]]


@pytest.mark.parametrize("follow", [hidup.follow, proyektor.follow], ids=["screen", "projector"])
def test_a_line_ends_quietly_when_its_far_end_has_gone(store: Store, follow: Follow) -> None:
    secret = screens.buka_layar(store, CAMAT, RAPAT, NOW)
    said = asyncio.run(_talk(follow, secret))
    assert said[:2] == ["websocket.accept", "websocket.send"]


async def _talk(follow: Follow, secret: str) -> list[str]:
    """To one who joins, and is gone before the first word."""
    said: list[str] = []

    async def receive() -> Message:
        if not said:
            return {"type": "websocket.connect"}
        return await asyncio.get_running_loop().create_future()  # nothing comes any more

    async def send(message: Message) -> None:
        said.append(message["type"])
        if message["type"] != "websocket.accept":
            raise OSError

    headers = [(b"host", b"x"), (b"origin", b"http://x"), (b"cookie", f"{proyektor.COOKIE}={secret}".encode())]
    scope: Scope = {"type": "websocket", "headers": headers, "path_params": {"rapat": RAPAT}}
    scope["state"] = {"sidik": "", "orang": CAMAT}
    async with asyncio.timeout(5):
        await follow(WebSocket(scope, receive, send))
    return said
