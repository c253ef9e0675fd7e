"""What the gate hands on to Streamlit: the digest that it has looked up itself, never one that a browser has sent."""

import asyncio
from collections.abc import Iterator

import pytest
from starlette.requests import HTTPConnection
from starlette.types import Message, Receive, Scope, Send

from musrenbang.passwords import digest
from musrenbang.store.current import close_current, open_current
from pages.web import sessions
from pages.web.gate import Gate
from tests.web.door import COOKIE, prepare, secret_of


@pytest.fixture(scope="module", autouse=True)
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    path = tmp_path_factory.mktemp("gate") / "x.duckdb"
    prepare(path, sample=False)
    open_current(str(path))
    yield
    close_current()


def _handed_on(kind: str, path: str, *headers: tuple[bytes, bytes]) -> list[tuple[bytes, bytes]] | None:
    """The `x-mus-` headers behind the gate, None when the gate answers itself."""
    seen: list[Scope] = []

    async def behind(scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(scope)

    async def receive() -> Message:
        return {"type": f"{kind}.connect"}

    async def send(_message: Message) -> None: ...

    scope = {"type": kind, "path": path, "method": "GET", "headers": [*headers], "query_string": b"", "scheme": "http"}
    asyncio.run(Gate(behind)(scope, receive, send))
    return [h for h in seen[0]["headers"] if h[0].lower().startswith(b"x-mus-")] if seen else None


COOKIE_LINE = (b"cookie", f"{COOKIE}={secret_of('camat.stabat')}".encode())
FORGED = (b"x-mus-sesi", digest(secret_of("bappeda")).encode())


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_only_the_digest_of_the_cookie_goes_on(kind: str) -> None:
    own = (b"x-mus-sesi", digest(secret_of("camat.stabat")).encode())
    assert _handed_on(kind, "/_stcore/stream", FORGED, (b"X-Mus-Lain", b"x"), COOKIE_LINE) == [own]


@pytest.mark.parametrize("path", ["/masuk", "/static/x.js"])
def test_open_addresses_get_no_digest_at_all(path: str) -> None:
    assert _handed_on("http", path, FORGED, COOKIE_LINE) == []


def test_a_forged_digest_alone_stays_outside() -> None:
    assert _handed_on("websocket", "/_stcore/stream", FORGED) is None
    assert _handed_on("websocket", "/static/x", FORGED, COOKIE_LINE) is not None
    assert _handed_on("websocket", "/masuk", FORGED) is None


def test_what_a_proxy_forwards_as_an_address_fits_the_store() -> None:
    scope = {"type": "http", "headers": [], "client": ("z" * 300, 0)}
    assert sessions.address_of(HTTPConnection(scope)) == "z" * 64
    assert sessions.address_of(HTTPConnection({**scope, "client": None})) == "-"
