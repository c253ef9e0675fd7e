"""Starting and stopping the server."""

import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from musrenbang.actions import masuk
from musrenbang.store import seed, trail
from musrenbang.store.opening import open_store
from tests.web.door import ROOT, SANDI, Server, Visitor, prepare


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
    ("kind", "words"),
    [
        ("empty", "masih kosong"),
        ("broken", "pulihkan dari salinan"),
        ("damaged", "pulihkan dari salinan"),
        ("cut off", "pulihkan dari salinan"),
        ("busy", "sedang dipakai"),
    ],
)
def test_a_database_that_cannot_serve_is_told_in_one_sentence(tmp_path: Path, kind: str, words: str) -> None:
    path = tmp_path / "x.duckdb"
    if kind == "broken":
        path.write_bytes(b"bukan basis data" * 1000)
    if kind in ("damaged", "cut off"):
        prepare(path, sample=False)
        _damage(path, cut=kind == "cut off")
    held = open_store(str(path)) if kind == "busy" else None
    ended = _run(f"start.open_at_start({str(path)!r})")
    if held:
        held.close()
    assert ended.returncode == 1
    assert words in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_a_clock_that_was_set_back_is_told_unless_somebody_vouches_for_it(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    prepare(path, sample=False)
    store = open_store(str(path))
    masuk.masuk(store, "bappeda", SANDI, "-", datetime(2099, 2, 15, 2, 0))
    store.close()
    begin = f"start.open_at_start({str(path)!r}); close_current()"
    ended = _run(begin)
    assert ended.returncode == 1
    assert ended.stderr.startswith("Jam server menunjukkan ")
    assert "catatan terakhir di basis data, 15 Februari 2099 pukul 09.00 WIB" in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert _run(f"import os; os.environ['MUSRENBANG_JAM'] = 'benar'; {begin}").returncode == 0


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
    assert sorted(path.name for path in tmp_path.iterdir()) == ["musrenbang.duckdb", "musrenbang.duckdb.saksi"]
    database.unlink()  # somebody wants to try anew; what was there does not count
    assert _run(begin).returncode == 0


def test_a_database_that_has_lost_changes_is_told_unless_somebody_accepts_it(tmp_path: Path) -> None:
    path, older = tmp_path / "x.duckdb", tmp_path / "lama.duckdb"
    prepare(path, sample=False)
    begin = f"start.open_at_start({str(path)!r}); close_current()"
    assert _run(begin).returncode == 0
    shutil.copy(path, older)
    store = open_store(str(path))
    masuk.masuk(store, "bappeda", SANDI, "-", datetime(2026, 2, 15, 2, 0))
    store.close()
    assert _run(begin).returncode == 0
    older.replace(path)
    ended = _run(begin)
    assert ended.returncode == 1
    assert "tidak ada lagi di basis data, pada: akun." in ended.stderr
    assert ended.stderr.count("\n") == 1
    (kode,) = re.findall(r"MUSRENBANG_SAKSI=([0-9a-f]{8});", ended.stderr)
    assert _run(f"import os; os.environ['MUSRENBANG_SAKSI'] = 'benar'; {begin}").returncode == 1
    assert _run(f"import os; os.environ['MUSRENBANG_SAKSI'] = {kode!r}; {begin}").returncode == 0
    assert _run(begin).returncode == 0
    store = open_store(str(path))
    assert [row.objek for row in trail.of_chain(store, "data induk")] == ["basis data"]
    store.close()


def test_a_database_that_is_gone_is_told_as_a_loss(tmp_path: Path) -> None:
    path = tmp_path / "x.duckdb"
    prepare(path, sample=False)
    store = open_store(str(path))
    masuk.masuk(store, "bappeda", SANDI, "-", datetime(2026, 2, 15, 2, 0))
    store.close()
    begin = f"start.open_at_start({str(path)!r}); close_current()"
    assert _run(begin).returncode == 0
    path.unlink()
    ended = _run(begin)
    assert ended.returncode == 1
    assert "tidak ada lagi di basis data" in ended.stderr
    (kode,) = re.findall(r"MUSRENBANG_SAKSI=([0-9a-f]{8});", ended.stderr)
    ended = _run(f"import os; os.environ['MUSRENBANG_SAKSI'] = {kode!r}; {begin}")
    assert "masih kosong" in ended.stderr


def _damage(path: Path, *, cut: bool) -> None:
    """In a block of rows, which nobody would read before the first person asks for them."""
    content = path.read_bytes()
    assert b"Bahorok" in content
    path.write_bytes(content[: len(content) // 2] if cut else content.replace(b"Bahorok", b"bahorok"))


def _run(code: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own, because a start that fails ends its process."""
    imports = (
        "from pathlib import Path; from pages.web import start; from musrenbang.store.current import close_current"
    )
    return subprocess.run(
        [sys.executable, "-c", f"{imports}; {code}"], cwd=ROOT, capture_output=True, text=True, check=False
    )
