"""What came to the door and was refused or failed: one line of the log each, and the lines that are open now."""

import hmac
import secrets
import time
from typing import NamedTuple

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from musrenbang.sop import LAYAR
from pages.web import catatan, metrik, sessions

# the first part of an address tells what was asked for; the rest, and any other address, may be anybody's words
KNOWN = {
    "", "jadwal", "hasil", "periksa-dokumen", "sehat", "metrik", "masuk", "keluar", "keluar-lain", "bekerja",
    "identitas", "oauth2callback",
    "ganti-sandi", "unduh", "unggah", "berkas", "proyektor", "hidup", "umum", "static", "media", "component",
    "app", "_stcore", "favicon.png",
    *(layar.path for layar in LAYAR),
}  # fmt: skip
DETOURS = ("/masuk", "/ganti-sandi")
LINES = {"/_stcore/stream": "layar", "/proyektor/ikuti": "proyektor"}  # every other is a live screen's
_key = secrets.token_bytes(32)  # of this process: tells apart who asks, and nobody can work out who it was


class Ended(NamedTuple):
    """`status` of an answer, or the code that closed a websocket before it was open; `to` is where it led."""

    status: int
    to: str = ""


class Requests:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            return await self._app(scope, receive, send)
        begun, seen = time.perf_counter(), _Watching(scope, send)
        try:
            await self._app(scope, receive, seen)
        finally:
            seen.over()
            if ended := seen.refused():
                _write(scope, ended, time.perf_counter() - begun)


class _Watching:
    """Passes on what is sent, and remembers how it began."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._path, self._send = scope["path"], send
        self._ended: Ended | None = None
        self._line = LINES.get(scope["path"], "hidup") if scope["type"] == "websocket" else None
        self._open = False

    async def __call__(self, message: Message) -> None:
        kind = message["type"]
        if kind.endswith("response.start"):
            self._ended = self._ended or Ended(message["status"], Headers(raw=message["headers"]).get("location", ""))
        elif kind == "websocket.accept" and self._line:
            self._open = True
            metrik.SAMBUNGAN.labels(self._line).inc()
        elif kind == "websocket.close" and not self._open:
            self._ended = Ended(message.get("code", 1000))
        await self._send(message)

    def over(self) -> None:
        if self._open and self._line:
            metrik.SAMBUNGAN.labels(self._line).dec()

    def refused(self) -> Ended | None:
        """None when it was served, and when nothing was sent, as whoever asked had gone."""
        if self._ended is None:
            return None
        turned_away = self._ended.to in DETOURS and self._path not in (*DETOURS, "/keluar")
        return self._ended if self._ended.status >= 400 or turned_away else None


def _write(scope: Scope, ended: Ended, seconds: float) -> None:
    first = scope["path"].strip("/").split("/")[0]
    told = {
        "cara": scope.get("method", "WEBSOCKET"), "alamat": f"/{first}" if first in KNOWN else "lain",
        "status": ended.status, "ke": ended.to or None, "klien": _client(HTTPConnection(scope)),
        "milidetik": round(seconds * 1000, 1),
    }  # fmt: skip
    catatan.permintaan.info("permintaan", extra={"isi": told})


def _client(connection: HTTPConnection) -> str:
    return hmac.digest(_key, sessions.address_of(connection).encode(), "sha256").hex()[:8]
