"""Both engines under every store and action test: a DuckDB file, and a throw-away PostgreSQL server."""

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import argon2
import pytest

from musrenbang import passwords
from musrenbang.store.bulk import insert_many
from musrenbang.store.engine import Rows, Store
from musrenbang.store.files import Files
from musrenbang.store.hall import Hall
from musrenbang.store.opening import folder_of, open_store
from tests import cast, witness

StoreAt = Callable[[cast.Stage], Store]


# argon2id as in use, but cheap: a hundred logins would otherwise take longer than all other tests together
passwords._hasher = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
passwords._nobody = passwords.hash_password("tidak ada")


class Engine(Protocol):
    def empty(self) -> str:
        """The address of a new, empty database."""
        ...

    def lend(self, stage: cast.Stage) -> Store:
        """A store of one's own at this stage; the stage itself is played only once."""
        ...

    def take_back(self, store: Store) -> None: ...


def key(stage: cast.Stage) -> str:
    return f"{stage.__module__}.{stage.__name__}"


class DuckEngine:
    """Each stage is a file, and each store a copy of it."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._numbers = folder, itertools.count()

    def empty(self) -> str:
        return str(self._folder / f"{next(self._numbers)}.duckdb")

    def lend(self, stage: cast.Stage) -> Store:
        template = self._folder / f"{key(stage)}.duckdb"
        if not template.exists():
            played = open_store(str(template))
            stage(played)
            played.close()
        address = self.empty()
        _copy_documents(folder_of(str(template)), folder_of(address))
        return open_store(shutil.copy(template, address))

    def take_back(self, store: Store) -> None:
        store.close()


class PostgresEngine:
    """One server for this test process, in a folder of its own, reached by a Unix socket only.

    Each stage is kept as rows, and put into a database that no test uses: creating one takes ten times as long.
    """

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs, self._folder, self._numbers = programs, folder, itertools.count()
        self._free: list[Store] = []
        self._stages: dict[str, witness.Content] = {}

    def start(self) -> None:
        self._run("initdb", "-D", str(self._folder / "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")
        self.switch_on()

    def stop(self) -> None:
        for store in self._free:
            store.close()
        self.switch_off("immediate")

    def switch_on(self) -> None:
        fast = f"-F -k {self._folder} -c listen_addresses='' -c synchronous_commit=off -c max_connections=200"
        log = str(self._folder / "log")
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-w", "-l", log, "-o", fast, "start")

    def switch_off(self, how: str = "fast") -> None:
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-m", how, "stop")

    def empty(self) -> str:
        import psycopg

        name = f"t{next(self._numbers)}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f"create database {name} template template0".encode())
        return self._address(name)

    def lend(self, stage: cast.Stage) -> Store:
        store = self._free.pop() if self._free else open_store(self.empty())
        store.hall = Hall()
        template = self._folder / f"{key(stage)}.dokumen"
        store.files = Files(template)
        if key(stage) not in self._stages:
            put(store, {name: [] for name in witness.tables(store)})
            stage(store)
            self._stages[key(stage)] = witness.content(store)
        else:
            put(store, self._stages[key(stage)])
        store.files = Files(self._folder / f"{next(self._numbers)}.dokumen")
        _copy_documents(template, store.files.folder)
        return store

    def take_back(self, store: Store) -> None:
        self._free.append(store)

    def _address(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self._folder}"

    def _run(self, program: str, *arguments: str) -> None:
        user = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root
        subprocess.run(
            [self._programs / program, *arguments], check=True, user=user, cwd=self._folder,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip


def _copy_documents(template: Path, folder: Path) -> None:
    if template.is_dir():
        shutil.copytree(template, folder)


def put(store: Store, content: witness.Content) -> None:
    """Make these rows the whole content of the store."""

    def work(tx: Rows) -> None:
        for name, rows in content.items():
            tx.rows(f"delete from {name}")
            insert_many(tx, name, witness.columns(tx, name), rows)

    store.transaction(work)


@pytest.fixture(scope="session")
def duckdb_engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return DuckEngine(tmp_path_factory.mktemp("duckdb"))


@contextmanager
def running_postgresql(kind: type[PostgresEngine] = PostgresEngine) -> Iterator[PostgresEngine]:
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not programs:
        reason = "PostgreSQL's server programs are not installed (apt install postgresql)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    folder = Path(tempfile.mkdtemp(prefix="musrenbang-pg-"))  # short: a socket's path has at most 107 characters
    if os.geteuid() == 0:
        os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
    engine = kind(programs[-1].parent, folder)
    try:
        engine.start()
        yield engine
        engine.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_engine() -> Iterator[Engine]:
    with running_postgresql() as engine:
        yield engine


@pytest.fixture(params=["duckdb", pytest.param("postgresql", marks=pytest.mark.postgres)])
def engine(request: pytest.FixtureRequest) -> Engine:
    found: Engine = request.getfixturevalue(f"{request.param}_engine")
    return found


@pytest.fixture
def store_at(engine: Engine) -> Iterator[StoreAt]:
    """Opens a store of one's own at a stage of Bahorok's meeting."""
    lent: list[Store] = []

    def open_at(stage: cast.Stage) -> Store:
        lent.append(engine.lend(stage))
        return lent[-1]

    yield open_at
    for store in lent:
        engine.take_back(store)


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    """Before the meeting is opened; test files about a later action override this with their own stage."""
    return store_at(cast.waiting)
