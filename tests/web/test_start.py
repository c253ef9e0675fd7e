"""Starting and stopping the server."""

import subprocess
import sys
from pathlib import Path

import pytest

from musrenbang.store import seed
from musrenbang.store.opening import open_store
from tests.web.door import ROOT, Server, Visitor, prepare


def test_a_session_survives_a_restart(tmp_path: Path) -> None:
    prepare(tmp_path / "mulai.duckdb", sample=False)
    server = Server(tmp_path / "mulai.duckdb")
    server.start()
    visitor = Visitor(server.port)
    assert visitor.log_in("camat.bahorok").status == 303
    server.stop()
    server.start()
    try:
        assert visitor.get("/").status == 200
        assert visitor.opens_websocket()
    finally:
        server.stop()


@pytest.mark.parametrize(
    ("kind", "words"), [("empty", "masih kosong"), ("broken", "pulihkan dari salinan"), ("busy", "sedang dipakai")]
)
def test_a_database_that_cannot_serve_is_told_in_one_sentence(tmp_path: Path, kind: str, words: str) -> None:
    path = tmp_path / "x.duckdb"
    if kind == "broken":
        path.write_bytes(b"bukan basis data" * 1000)
    held = open_store(str(path)) if kind == "busy" else None
    ended = _run(f"start.open_at_start({str(path)!r})")
    if held:
        held.close()
    assert ended.returncode == 1
    assert words in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_the_first_start_makes_the_sample_and_the_next_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "setengah-jadi.duckdb").write_bytes(b"sisa mulai yang terputus")
    database = tmp_path / "musrenbang.duckdb"
    begin = f"start.DEFAULT = Path({str(database)!r}); start.open_at_start(None); close_current()"
    assert _run(begin).returncode == 0
    store = open_store(str(database))
    assert seed.is_sample(store)
    store.rows("insert into keterangan (kunci, nilai) values ('tanda', 'tetap')")
    store.close()
    assert _run(begin).returncode == 0
    store = open_store(str(database))
    assert store.rows("select nilai from keterangan where kunci = 'tanda'") == [("tetap",)]
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == ["musrenbang.duckdb"]


def _run(code: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own, because a start that fails ends its process."""
    imports = (
        "from pathlib import Path; from pages.web import start; from musrenbang.store.current import close_current"
    )
    return subprocess.run(
        [sys.executable, "-c", f"{imports}; {code}"], cwd=ROOT, capture_output=True, text=True, check=False
    )
