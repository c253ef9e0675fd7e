"""The gate before everything: who has no session sees the login page and nothing else (L03).

Plain ASGI classes, because Starlette's own BaseHTTPMiddleware never sees a websocket.
"""

import re
import time
from dataclasses import dataclass

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from musrenbang.errors import Issue
from musrenbang.model import Orang
from musrenbang.sop import ALAMAT
from musrenbang.words import sentence
from pages.web import layout, penyedia, refusals, sessions
from pages.web.first_page import FirstPage
from pages.web.permintaan import Requests

OPEN = ("/masuk", "/jadwal", "/periksa-dokumen", "/sehat", "/metrik", "/_stcore/health")  # /metrik asks for its word
PROJECTOR = {"http": "/proyektor", "websocket": "/proyektor/ikuti"}  # they ask for a session of their own
OPEN_FOLDERS = ("/static/", "/umum/")
RESULTS = re.compile(r"/hasil(/\d{4}(/[\d.]{1,20}(/data\.(csv|json))?)?)?", re.ASCII)  # what meetings have sent
WHILE_ONE_TIME = ("/ganti-sandi", "/keluar")
OWN = ("/masuk", *WHILE_ONE_TIME)
BY_PROVIDER = ("/identitas/masuk", "/oauth2callback")  # for strangers too, where a provider is configured
NOT_PAGES = (
    "/_stcore",
    "/media",
    "/component",
    "/app/",
    "/favicon.png",
    "/unduh",
    "/unggah",
    "/berkas",
    "/hidup",
    "/bekerja",
    "/identitas",
    "/auth",
    "/oauth2callback",
)
HEADER = b"x-mus-sesi"
SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": "base-uri 'self'; object-src 'self'; frame-ancestors 'self'",
}
HTTPS_ALONE = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}


@dataclass(frozen=True, slots=True)
class Detour:
    """Where somebody must go first, and what is said to a request that is no page."""

    path: str
    name: str
    status: int
    words: str


LOG_IN = Detour("/masuk", "Masuk", 401, sentence(Issue("belum_masuk")))
CHANGE = Detour("/ganti-sandi", "Ganti kata sandi", 403, "Kata sandi Anda hanya berlaku sekali. Gantilah lebih dahulu.")

_refusals = refusals.Refusals()


class Gate:
    """Passes on who is known, with the session's digest as header `x-mus-sesi`; answers everybody else itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            return await self._app(scope, receive, send)
        scope = _without_forged(scope)
        if _is_open(scope):
            return await self._app(scope, receive, send)
        sidik = sessions.digest_of(HTTPConnection(scope))
        who = await sessions.person(sidik)
        if sidik is None or who is None:
            if _is_by_provider(scope):
                return await self._app(scope, receive, send)
            return await _turn_away(scope, receive, send, LOG_IN)
        if who.harus_ganti_sandi and scope["path"] not in WHILE_ONE_TIME:
            return await _turn_away(scope, receive, send, CHANGE)
        if _is_lost(scope, who):
            return await RedirectResponse("/", 303)(scope, receive, send)
        return await self._app(_known(scope, sidik, who), receive, send)


class SecurityHeaders:
    """Headers that every answer carries, Streamlit's own too: no other site may frame the screens, and a browser that
    has come by https comes no other way."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        https = scope["type"] == "http" and sessions.is_https(HTTPConnection(scope))
        added = SECURITY | (HTTPS_ALONE if https else {})

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in added.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)


class Gzip:
    """Compresses pages, styles, and Streamlit's front-end files, which it sends as they are; media keeps its byte
    ranges."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._gzip = GZipMiddleware(app, minimum_size=1000, compresslevel=6)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        compress = scope["type"] == "http" and (_is_text(scope["path"]) or _is_page(scope))
        await (self._gzip if compress else self._app)(scope, receive, send)


def _without_forged(scope: Scope) -> Scope:
    kept = [(name, value) for name, value in scope["headers"] if not name.lower().startswith(b"x-mus-")]
    return {**scope, "headers": kept}


def _is_open(scope: Scope) -> bool:
    path: str = scope["path"]
    if path == PROJECTOR[scope["type"]]:
        return True
    open_ = path in OPEN or path.startswith(OPEN_FOLDERS) or RESULTS.fullmatch(path)
    return scope["type"] == "http" and bool(open_)


def _is_by_provider(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["path"] in BY_PROVIDER and penyedia.is_configured()


def _is_lost(scope: Scope, who: Orang) -> bool:
    """A browser on its way to a page that this role has not: Streamlit would answer with an English sentence."""
    if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith((*OWN, *NOT_PAGES)):
        return False
    return _is_page(scope) and scope["path"].strip("/") not in ALAMAT[who.peran] | {""}


def _is_text(path: str) -> bool:
    return path.startswith("/static/") or (path.startswith("/umum/") and path.endswith((".css", ".js")))


def _is_page(scope: Scope) -> bool:
    accepted = dict(scope["headers"]).get(b"accept", b"")
    return b"text/html" in accepted and not scope["path"].startswith(NOT_PAGES)


def _known(scope: Scope, sidik: str, who: Orang) -> Scope:
    state = {**scope.get("state", {}), "sidik": sidik, "orang": who}
    return {**scope, "headers": [*scope["headers"], (HEADER, sidik.encode())], "state": state}


async def _turn_away(scope: Scope, receive: Receive, send: Send, first: Detour) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 4000 + first.status})
    elif scope["method"] in ("GET", "HEAD") and not scope["path"].startswith(NOT_PAGES):
        await RedirectResponse(first.path, 303)(scope, receive, send)
    elif _refusals.too_many(sessions.address_of(HTTPConnection(scope)), time.monotonic()):
        await refusals.answer()(scope, receive, send)
    else:
        await layout.message(first.words, first.status, first.path, first.name)(scope, receive, send)


middleware = [Middleware(each) for each in (Requests, SecurityHeaders, Gate, Gzip, FirstPage)]
