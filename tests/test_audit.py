"""`.ci/audit` with the real pip-audit, and an adviser of our own who knows of one flaw."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.web.door import ROOT, free_port

MENDED = [{"type": "ECOSYSTEM", "events": [{"fixed": "2"}]}]
FLAW = {
    "id": "PYSEC-2027-1",
    "affected": [{"package": {"name": "segno", "ecosystem": "PyPI"}, "ranges": MENDED}],
}


class Adviser(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        body = json.dumps({"vulns": [FLAW]} if asked["package"]["name"] == "segno" else {}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test looks at what `.ci/audit` prints."""


@pytest.fixture(scope="module")
def adviser() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Adviser)
    threading.Thread(target=server.serve_forever).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def audit(folder: Path, url: str, requirements: str, *, exceptions: str = "") -> tuple[int, str]:
    """Exit code and output of a copy of the script with these exceptions."""
    script = folder / "audit"
    script.write_bytes((ROOT / ".ci" / "audit").read_bytes())
    (folder / "audit-dikecualikan").write_text(exceptions)
    (folder / "r.txt").write_text(requirements)
    asked = ["-s", "osv", "--osv-url", url, "-r", str(folder / "r.txt"), "--no-deps", "--disable-pip", "--timeout", "5"]
    cache = ["--cache-dir", str(folder / "cache")]
    ended = subprocess.run([sys.executable, script, *asked, *cache], capture_output=True, text=True, check=False)
    return ended.returncode, ended.stdout


def test_a_known_flaw_fails(tmp_path: Path, adviser: str) -> None:
    assert audit(tmp_path, adviser, "segno==1.6.6\npillow==13.0.0\n") == (
        1,
        "RENTAN: segno 1.6.6: PYSEC-2027-1; versi yang memperbaiki: 2\n"
        "Kerentanan diperiksa pada 2 paket: 1 ditemukan.\n",
    )


def test_one_that_is_excepted_does_not(tmp_path: Path, adviser: str) -> None:
    code, told = audit(tmp_path, adviser, "segno==1.6.6\n", exceptions="# alasan\n\nPYSEC-2027-1 tidak dipakai\n")
    assert (code, told) == (0, "Kerentanan diperiksa pada 1 paket: 0 ditemukan.\n")


def test_an_adviser_who_does_not_answer_fails_nothing_and_is_told(tmp_path: Path) -> None:
    code, told = audit(tmp_path, f"http://127.0.0.1:{free_port()}/", "segno==1.6.6\n")
    assert (code, told) == (0, "KERENTANAN TIDAK DIPERIKSA: layanan pemberitahuan tidak menjawab.\n")
