"""A real server on a free port, the people its database knows, and a visitor who keeps cookies and runs nothing."""

import http.client
import os
import random
import re
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

import websockets.sync.client
from websockets.typing import Subprotocol

from musrenbang import passwords
from musrenbang.actions.siapkan import isi_rujukan
from musrenbang.model import Orang, Peran
from musrenbang.store import accounts, seed
from musrenbang.store.engine import Rows
from musrenbang.store.opening import open_store

ROOT = Path(__file__).parents[2]
SANDI = "contoh-2027"
COOKIE = "musrenbang"
BAHOROK, STABAT = "12.05.01", "12.05.07"
PEOPLE = (
    Orang("camat.bahorok", "Camat Bahorok", Peran.CAMAT, BAHOROK),
    Orang("camat.stabat", "Camat Stabat", Peran.CAMAT, STABAT),
    Orang("sekcam.stabat", "Sekretaris Camat Stabat", Peran.CAMAT, STABAT),
    Orang("bappeda", "Bappeda", Peran.BAPPEDA, None),
    Orang("opd.putr", "Petugas PUTR", Peran.OPD, "1.03.01"),
    Orang("baru", "Camat Baru", Peran.CAMAT, BAHOROK, harus_ganti_sandi=True),
    Orang("tetap", "Camat Tetap", Peran.CAMAT, BAHOROK, harus_ganti_sandi=True),
    Orang("terlambat", "Camat Terlambat", Peran.CAMAT, BAHOROK, harus_ganti_sandi=True),
    Orang("nonaktif", "Camat Lama", Peran.CAMAT, BAHOROK),
)


def secret_of(nama_pengguna: str) -> str:
    """The secret of the session that each of PEOPLE has before the server starts."""
    return f"rahasia-{nama_pengguna}"


def prepare(path: Path | str, sample: bool) -> None:
    """Reference data, PEOPLE with their sessions, one session that is over, one of a disabled account, and a
    one-time password whose time is over."""
    store = open_store(str(path))
    isi_rujukan(store, 2027)
    store.transaction(_add_people)
    if sample:
        store.transaction(seed.mark_sample)
    store.close()


def _add_people(tx: Rows) -> None:
    now, sandi = datetime.now(UTC).replace(tzinfo=None), passwords.hash_password(SANDI)
    accounts.add(tx, [(person, sandi) for person in PEOPLE])
    tx.rows("update akun set sandi_berakhir = $1 where nama_pengguna = 'terlambat'", now)
    accounts.set_active(tx, {"nonaktif": 1}, aktif=False)
    for person in PEOPLE:
        sidik = passwords.digest(secret_of(person.nama_pengguna))
        accounts.add_session(tx, sidik, person.nama_pengguna, now, now + timedelta(hours=1))
    accounts.add_session(tx, passwords.digest("rahasia-habis"), "bappeda", now, now - timedelta(seconds=1))


class Server:
    def __init__(self, database: Path | str, *options: str) -> None:
        self._database, self._options = database, options
        self.port = free_port()

    def start(self) -> None:
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(self.port)]
        command += self._options
        environment = {**os.environ, "MUSRENBANG_DB": str(self._database)}
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        self.wait(self._process)

    def wait(self, process: "subprocess.Popen[bytes]") -> None:
        """Until a server on this port answers."""
        deadline = time.monotonic() + 60
        while not self._answers():
            assert process.poll() is None, "the server ended"
            assert time.monotonic() < deadline, "the server does not answer"
            time.sleep(0.1)

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(20)

    def kill(self) -> None:
        """As when the power goes."""
        self._process.kill()
        self._process.wait()

    def _answers(self) -> bool:
        try:
            return Visitor(self.port).get("/_stcore/health").status == 200
        except OSError:
            return False


def free_port() -> int:
    """Below those that the system gives to whoever connects: it is still free when a server is started again."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as s, suppress(OSError):
            s.bind(("127.0.0.1", port))
            return port


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def token(self) -> str:
        """The hidden field of the page's form."""
        found = re.search(r'name="csrf" value="([^"]+)"', self.text)
        assert found
        return found[1]


@dataclass
class Visitor:
    """Follows no redirect. `headers` go out with every request, from a loopback `address` of one's own choice."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    address: str = "127.0.0.1"

    def get(self, path: str) -> Answer:
        return self.send("GET", path)

    def post(self, path: str, **fields: str) -> Answer:
        return self.send("POST", path, urlencode(fields))

    def send(self, method: str, path: str, body: str | None = None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, 30, (self.address, 0))
        try:
            connection.request(method, path, body, {**self._cookie(), **self.headers})
            answer = connection.getresponse()
            self._keep(answer.headers.get_all("Set-Cookie") or [])
            headers = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, headers, answer.read())
        finally:
            connection.close()

    def log_in(self, nama: str, sandi: str = SANDI) -> Answer:
        return self.post("/masuk", nama=nama, sandi=sandi, csrf=self.get("/masuk").token)

    def opens_websocket(self, path: str = "/_stcore/stream") -> bool:
        address = f"ws://127.0.0.1:{self.port}{path}"
        headers = {**self._cookie(), **self.headers}
        protocols = [Subprotocol("streamlit"), Subprotocol("PLACEHOLDER_AUTH_TOKEN")]
        try:
            with websockets.sync.client.connect(address, additional_headers=headers, subprotocols=protocols):
                return True
        except websockets.exceptions.InvalidStatus as refused:
            return refused.response.status_code != 403

    def _cookie(self) -> dict[str, str]:
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}

    def _keep(self, lines: list[str]) -> None:
        for line in lines:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
                if not morsel.value:
                    del self.cookies[name]
