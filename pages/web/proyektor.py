"""Layar Proyektor: a page for the hall that follows the operator, joined by a link and never logged in.

It has a cookie of its own, valid below /proyektor alone; the gate lets these two addresses through to the check here.
"""

import asyncio
import json
import time
from contextlib import suppress
from urllib.parse import urlsplit

import anyio
from anyio import to_thread
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.websockets import WebSocket, WebSocketDisconnect

from musrenbang import passwords
from musrenbang.actions import proyektor
from musrenbang.actions.proyektor import Tamu
from musrenbang.store.current import current
from pages.web import proyektor_halaman, proyektor_siaran, sessions

PATH = "/proyektor"
COOKIE = "musrenbang_proyektor"
DETAK = 2.0  # seconds between two signs of life, so that a projector notices a dead line
JARAK = 0.25  # seconds at least between two messages: many moves become one


async def show(request: Request) -> Response:
    """The page; with ?k=SECRET first the cookie, so that the secret stands in no address bar."""
    rahasia = request.query_params.get("k")
    if rahasia is not None:
        return await _join(request, rahasia)
    guest = await _guest(_digest(request))
    if guest is None:
        return HTMLResponse(proyektor_halaman.closed(), 401, proyektor_halaman.HEADERS)
    shown = await proyektor_siaran.shown(guest.rapat)
    return HTMLResponse(proyektor_halaman.page(shown), headers=proyektor_halaman.HEADERS)


async def _join(request: Request, rahasia: str) -> Response:
    if await _guest(passwords.digest(rahasia)) is None:
        return HTMLResponse(proyektor_halaman.closed(), 401, proyektor_halaman.HEADERS)
    response = RedirectResponse(PATH, 303, proyektor_halaman.HEADERS)
    response.set_cookie(
        COOKIE,
        rahasia,
        max_age=int(proyektor.LAMA_LAYAR.total_seconds()),
        path=PATH,
        httponly=True,
        samesite="lax",
        secure=sessions.is_https(request),
    )
    return response


async def follow(websocket: WebSocket) -> None:
    """Whoever comes without a cookie, or from another site, is refused; whose session is over is told so."""
    sidik = _digest(websocket)
    if sidik is None or not from_here(websocket):
        return await websocket.close(4403)
    await websocket.accept()
    try:
        guest = await _guest(sidik)
        if guest is not None:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(_until_gone, websocket, tasks.cancel_scope)
                await _tell(websocket, sidik, guest)
                tasks.cancel_scope.cancel()
        await websocket.send_text(json.dumps({"diakhiri": True}))
        await websocket.close()
    except* (WebSocketDisconnect, OSError):
        pass  # it has gone


async def _tell(websocket: WebSocket, sidik: str, guest: Tamu | None) -> None:
    """What is shown, at once and whenever it has changed, until the session is over."""
    loop, moved, last = asyncio.get_running_loop(), asyncio.Event(), None

    def tell() -> None:
        with suppress(RuntimeError):  # the server is stopping
            loop.call_soon_threadsafe(moved.set)

    rapat = guest.rapat if guest else None
    with current().hall.watching(str(rapat.id) if rapat else "", tell):
        while guest is not None:
            moved.clear()
            shown = await proyektor_siaran.shown(guest.rapat)
            await websocket.send_text(_message(shown if shown != last else {}))
            last = shown
            await asyncio.sleep(JARAK)
            guest = await _next(sidik, guest, moved)


async def _next(sidik: str, guest: Tamu, moved: asyncio.Event) -> Tamu | None:
    """After a move the session is looked up again; a quiet meeting costs no question."""
    try:
        async with asyncio.timeout(DETAK):
            await moved.wait()
    except TimeoutError:
        return guest if guest.berakhir > sessions.now() else None
    return await _guest(sidik)


async def _until_gone(websocket: WebSocket, scope: anyio.CancelScope) -> None:
    """A projector has nothing to say; that it is gone is all that can come."""
    with suppress(WebSocketDisconnect):
        while True:
            await websocket.receive_text()
    scope.cancel()


def _message(shown: dict[str, str]) -> str:
    return json.dumps({**shown, "kini": int(time.time() * 1000)}, ensure_ascii=False)


async def _guest(sidik: str | None) -> Tamu | None:
    return await to_thread.run_sync(proyektor.tamu, current(), sidik, sessions.now()) if sidik else None


def _digest(connection: HTTPConnection) -> str | None:
    rahasia = connection.cookies.get(COOKIE)
    return passwords.digest(rahasia) if rahasia else None


def from_here(websocket: WebSocket) -> bool:
    """A browser names the site whose page opens a websocket."""
    origin = websocket.headers.get("origin", "")
    return bool(origin) and urlsplit(origin).netloc == websocket.headers.get("host")
