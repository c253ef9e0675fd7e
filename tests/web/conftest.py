"""One server for nearly all tests of the door, and one that nobody ever logs in to."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette

from musrenbang.store import current
from musrenbang.store.engine import Store
from pages.web import sessions
from pages.web.gate import middleware
from pages.web.routes import routes
from tests import cast
from tests.cast import NOW
from tests.conftest import Engine
from tests.web.door import COOKIE, Server, Visitor, free_port, prepare, secret_of

Known = Callable[[str], Visitor]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Its database is marked as the sample."""
    yield from _running(tmp_path_factory.mktemp("door") / "contoh.duckdb", sample=True)


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """No sample, and no session of Streamlit has ever run: every request is a first visit after a start."""
    yield from _running(tmp_path_factory.mktemp("door") / "resmi.duckdb", sample=False)


def _running(database: Path, sample: bool) -> Iterator[Server]:
    prepare(database, sample)
    server = Server(database)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def visitor(server: Server) -> Visitor:
    return Visitor(server.port)


@pytest.fixture
def known(server: Server) -> Known:
    """A visitor with the session that this account has from the start."""
    return lambda nama: Visitor(server.port, {COOKIE: secret_of(nama)})


@pytest.fixture
def store(duckdb_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """What the door in this process has: Bahorok's meeting before its first score, at its own time."""
    store = duckdb_engine.lend(cast.counting)
    monkeypatch.setattr(current, "_current", store)
    monkeypatch.setattr(sessions, "now", lambda: NOW)
    yield store
    duckdb_engine.take_back(store)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """The door over real sockets in this process, so that a test can act in the same store as a colleague would."""
    number = free_port()
    app = Starlette(routes=routes, middleware=middleware)
    server = uvicorn.Server(uvicorn.Config(app, port=number, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield number
    server.should_exit = True
    thread.join(20)
