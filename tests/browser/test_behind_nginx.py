"""Two servers on one PostgreSQL behind the nginx of `.server/nginx.conf`: one address, https, and one may end."""

import json
import os
import shutil
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Sit, Stand
from tests.browser.hall import Operator
from tests.browser.test_two_servers import WITHIN, servers, store
from tests.browser.test_walk import test_bahorok_from_opening_to_sent as walk
from tests.web.door import ROOT, Server, Visitor, free_port

__all__ = ["servers", "store"]
pytestmark = [pytest.mark.browser, pytest.mark.postgres]
AROUND = """{user} error_log {folder}/log; pid {folder}/pid; events {{ }}
http {{ access_log off; {temporary} include {folder}/musrenbang.conf; }}"""
FORGIVEN = 6.0  # seconds: nginx goes by a server that has failed for five
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def program(name: str) -> str:
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    if not found and os.environ.get("CI"):
        pytest.fail(f"{name} is missing")
    return found or pytest.skip(f"Debian's {name} is not installed")


@pytest.fixture(scope="module")
def address(servers: tuple[Server, Server], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    _certify(folder)
    _configure(folder, port, servers)
    nginx = subprocess.Popen([program("nginx"), "-p", folder, "-c", folder / "nginx.conf", "-g", "daemon off;"])
    until = time.monotonic() + 10
    while not (folder / "pid").exists() and time.monotonic() < until:
        time.sleep(0.05)
    yield f"https://localhost:{port}"
    nginx.terminate()
    nginx.wait(10)


def _certify(folder: Path) -> None:
    subprocess.run(
        [program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "2",
         "-keyout", folder / "musrenbang.key", "-out", folder / "musrenbang.pem"],
        check=True, capture_output=True,
    )  # fmt: skip


def _configure(folder: Path, port: int, servers: tuple[Server, Server]) -> None:
    """The file as it is, but for the ports and the place of the certificate."""
    text = (ROOT / ".server" / "nginx.conf").read_text(encoding="utf-8")
    for there, here in (
        ("listen 443", f"listen 127.0.0.1:{port}"), ("/etc/ssl", str(folder)),
        ("127.0.0.1:8501", f"127.0.0.1:{servers[0].port}"), ("127.0.0.1:8502", f"127.0.0.1:{servers[1].port}"),
    ):  # fmt: skip
        assert there in text
        text = text.replace(there, here)
    (folder / "musrenbang.conf").write_text(text, encoding="utf-8")
    temporary = " ".join(f"{name}_temp_path {folder}/{name};" for name in TEMPORARY)
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(user=user, folder=folder, temporary=temporary))


@pytest.fixture
def sit(stand: Stand) -> Sit:
    """As elsewhere, but content with the certificate of a test."""

    def seat(nama: str) -> Operator:
        operator = stand(ignore_https_errors=True)
        operator.log_in(nama)
        return operator

    return seat


def type_other(writer: Operator, reader: Operator, kriteria: int) -> None:
    """Another level than the one that stands there, which the reader must see."""
    level = "3" if writer.cell(row=0, kriteria=kriteria).text_content() != "3" else "4"
    writer.type_level(row=0, kriteria=kriteria, level=level)
    expect(reader.cell(row=0, kriteria=kriteria)).to_have_text(level, timeout=WITHIN)


def test_a_meeting_from_opening_to_sent(sit: Sit, tmp_path: Path) -> None:
    walk(sit, tmp_path)


def ask(address: str, path: str) -> tuple[int, bytes]:
    trusting = ssl._create_unverified_context()
    try:
        with urllib.request.urlopen(f"{address}{path}", context=trusting, timeout=20) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read()


def test_the_health_is_that_of_whichever_server_is_well(address: str, servers: tuple[Server, Server]) -> None:
    for ending in servers:
        ending.stop()
        status, said = ask(address, "/sehat")
        assert (status, json.loads(said)["basis_data"]) == (200, "menjawab")
        ending.start()
        time.sleep(FORGIVEN)


def test_figures_are_asked_of_each_server_and_not_of_the_address(address: str) -> None:
    assert ask(address, "/metrik")[0] == 404


def test_one_server_may_end(sit: Sit, servers: tuple[Server, Server]) -> None:
    two = first, second = sit("camat.secanggang"), sit("camat.secanggang")  # at whichever servers
    assert all(c["secure"] for c in first.page.context.cookies() if c["name"] == "musrenbang")
    for operator in two:
        operator.open_table()
    type_other(first, second, kriteria=1)
    for ending, kriteria in ((servers[0], 2), (servers[1], 3)):
        ending.stop()
        for operator in two:
            operator.open_table()
        type_other(first, second, kriteria)
        ending.start()
        assert Visitor(ending.port).get("/masuk").status == 200
        time.sleep(FORGIVEN)
    assert first.faults() + second.faults() == []
