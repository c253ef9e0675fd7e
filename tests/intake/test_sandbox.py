"""The child process: it has limits, knows no secrets, and is not believed when it talks nonsense."""

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, ClassVar

import pytest

from musrenbang.errors import Refused
from musrenbang.intake import child, sandbox
from tests.intake import refusal
from tests.intake.corpus_documents import PDFS, paper


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "Berita Acara “final” – Bahorok.pdf"
    made.write_bytes(paper())
    return made


def test_the_answer_comes_back(path: Path) -> None:
    assert sandbox.run("pdf", path) == 1


def test_a_path_from_elsewhere_is_found(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    assert sandbox.run("pdf", Path(path.name)) == 1


class Watched(subprocess.Popen[bytes]):
    """A child like any other, that the test can ask afterwards what became of it."""

    born: ClassVar[list["Watched"]] = []

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.born.append(self)


def test_a_child_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "SECONDS", 1)
    monkeypatch.setattr(Watched, "born", [])
    monkeypatch.setattr(subprocess, "Popen", Watched)
    os.mkfifo(tmp_path / "tanpa akhir")  # opening it waits for a writer that never comes
    started = time.monotonic()
    assert refusal.key_of(lambda: sandbox.run("pdf", tmp_path / "tanpa akhir")) == "berkas_terlalu_berat"
    assert 0.9 < time.monotonic() - started < 10
    [child] = Watched.born
    with pytest.raises(ChildProcessError):  # it is ended, and does not wait to be buried
        os.waitpid(child.pid, os.WNOHANG)


def test_a_child_that_fails_is_one_sentence(tmp_path: Path) -> None:
    assert refusal.key_of(lambda: sandbox.run("pdf", tmp_path / "tidak ada")) == "berkas_terlalu_berat"
    assert refusal.key_of(lambda: sandbox.run("tugas lain", tmp_path)) == "berkas_terlalu_berat"


def test_an_answer_without_end_is_cut_off(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "ANSWER", 5)
    assert refusal.key_of(lambda: sandbox.run("pdf", path)) == "berkas_terlalu_berat"


@pytest.mark.parametrize(
    "said",
    [
        b"", b"\n", b"halo", b"[]", b"3", b"null", b"{}", b'{"masalah": 1}', b'{"masalah": []}', b'{"masalah": [{}]}',
        b'{"masalah": [{"key": "tidak ada", "facts": {}}]}', b'{"masalah": [{"key": "pdf_halaman", "facts": {}}]}',
        b'{"masalah": [{"key": [], "facts": {}}]}', b'{"hasil": 1', b'{"hasil": 1}\nlagi', b"\xff\xfe", b"[" * 200_000,
    ],
    ids=lambda said: said[:40].decode("latin-1") or "nothing",
)  # fmt: skip
def test_nonsense_is_not_believed(said: bytes) -> None:
    found = sandbox._understood(said)
    assert isinstance(found, Refused)
    assert [issue.key for issue in found.issues] == ["berkas_terlalu_berat"]


def test_only_the_last_line_counts() -> None:
    assert sandbox._understood(b'{"hasil": 1}\n{"hasil": null}\n') == {"hasil": None}


def test_the_child_knows_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUSRENBANG_DB", "postgresql://rahasia")
    assert set(sandbox._environment()) <= {
        "PATH", "SYSTEMROOT", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "OPENBLAS_NUM_THREADS",
    }  # fmt: skip


def limited(code: str) -> subprocess.CompletedProcess[bytes]:
    begin = "from musrenbang.intake import child; child.limit()\n"
    return subprocess.run([sys.executable, "-c", begin + code], cwd=sandbox.ROOT, capture_output=True, check=False)


def test_limits_hold() -> None:
    assert limited("bytes(100 << 20)").returncode == 0
    assert b"MemoryError" in limited("bytes(500 << 20)").stderr
    ask = "import resource as r, json; print(json.dumps([r.getrlimit(x) for x in (r.RLIMIT_CPU, r.RLIMIT_CORE)]))"
    assert json.loads(limited(ask).stdout) == [[child.PROCESSOR] * 2, [0, 0]]
    assert b"ValueError" in limited(
        "import resource as r; r.setrlimit(r.RLIMIT_AS, (r.RLIM_INFINITY,) * 2)"
    ).stderr or (os.geteuid() == 0)


def test_the_child_cannot_fill_the_disk(tmp_path: Path) -> None:
    target = tmp_path / "besar"
    limited(f"open({str(target)!r}, 'wb').truncate(101 << 20)")
    assert target.stat().st_size <= child.WRITTEN


def test_a_photo_needs_no_pdf_library() -> None:
    code = "import sys, musrenbang.intake.photo; print('pikepdf' in sys.modules, 'duckdb' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=sandbox.ROOT, capture_output=True, check=True)
    assert done.stdout.split() == [b"False", b"False"]


def test_many_at_once_take_turns(path: Path) -> None:
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(lambda _: sandbox.run("pdf", path), range(6))) == [1] * 6


def test_who_waits_too_long_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "WAIT", 0.1)
    with sandbox._seats, sandbox._seats:
        assert refusal.key_of(lambda: sandbox.run("pdf", path)) == "berkas_menunggu"


def test_a_refusal_gives_its_seat_back(tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "WAIT", 0.1)
    bad = tmp_path / "buruk"
    bad.write_bytes(PDFS["head and end only"][0]())
    for _ in range(4):
        assert refusal.key_of(lambda: sandbox.run("pdf", bad)) == "pdf_rusak"
    assert sandbox.run("pdf", path) == 1


@pytest.mark.parametrize(
    ("size", "shown"), [(1, "0,1"), (1 << 20, "1,0"), ((40 << 20) + 1, "40,1"), (1_234 << 20, "1.234,0")]
)
def test_megabytes_are_rounded_up(size: int, shown: str) -> None:
    assert sandbox.megabytes(size) == shown
