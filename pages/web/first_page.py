"""Streamlit's own page, in Bahasa Indonesia from its first moment; by itself it is blank or English until then."""

import re
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.web.public import STYLE_NAME

MEMUAT = (Path(__file__).parent / "awal.html").read_text(encoding="utf-8")
SCRIPTS = tuple((Path(__file__).parent / name).read_text(encoding="utf-8") for name in ("awal.js", "kembali.js"))
STYLE = f'<link rel="stylesheet" href="/umum/{STYLE_NAME}">'  # in the body: after the styles of Streamlit's own
CHANGES = (
    (b'<html lang="en">', b'<html lang="id">'),
    (b"<title>Streamlit</title>", b"<title>Musrenbang Kecamatan</title>"),
    (b'<div id="root"></div>', f'<div id="root"></div>{STYLE}{MEMUAT}'.encode()),
    (b"</head>", f"<script>{''.join(SCRIPTS)}</script></head>".encode()),
)
FONT = re.compile(rb'\./static/media/SourceSansVF-Upright[^"]+')  # asked for before any style is known
WITHOUT_SCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
OF_THE_FILE = ("etag", "last-modified")  # what is sent is no longer the file on the disk


class FirstPage:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if (
            scope["type"] == "http"
            and scope["method"] == "GET"
            and "text/html" in Headers(scope=scope).get("accept", "")
        ):
            scope, send = _uncompressed(scope), _Changing(send)
        await self._app(scope, receive, send)


def _uncompressed(scope: Scope) -> Scope:
    kept = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    return {**scope, "headers": kept}


class _Changing:
    """Holds an HTML answer back until it is whole; every other passes as it comes."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            await self._hold(self._start, message)

    async def _hold(self, start: Message, message: Message) -> None:
        self._body += message.get("body", b"")
        if message.get("more_body"):
            return
        body = in_indonesian(self._body)
        if body != self._body:
            _describe(start, body)
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def in_indonesian(body: bytes) -> bytes:
    """Only Streamlit's page is changed; our own are in Bahasa Indonesia as they are written."""
    if b"<title>Streamlit</title>" not in body:
        return body
    body = FONT.sub(b"/umum/Naskah.woff2", WITHOUT_SCRIPT.sub(b"", body))
    for theirs, ours in CHANGES:
        body = body.replace(theirs, ours, 1)
    return body


def _is_html(start: Message) -> bool:
    return Headers(raw=start["headers"]).get("content-type", "").startswith("text/html")


def _describe(start: Message, body: bytes) -> None:
    headers = MutableHeaders(raw=start["headers"])
    headers["content-length"] = str(len(body))
    for name in OF_THE_FILE:
        del headers[name]
    start["headers"] = headers.raw
