"""A file from outside is weighed first, and then opened only in a child process that has limits and knows no secrets.

One megabyte can unpack to a gigabyte, and a reader written in C can be made to crash: neither may happen in the server.
"""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from musrenbang.errors import Issue, Refused, refuse
from musrenbang.formats import bulat
from musrenbang.words import sentence

ROOT = Path(__file__).parents[2]
SECONDS = 30  # by the clock; the child sets its own limits of memory and processor
WAIT = 60  # seconds in the queue
ANSWER = 60 << 20  # bytes
MB = 1 << 20

_seats = threading.BoundedSemaphore(2)  # 23 kecamatan may upload at once, and a child may take half a gigabyte


def weigh(path: Path, most: int, key: str) -> None:
    """Refuse an empty file, and one of more than `most` MB with the sentence `key`, which names `maks` and `ukuran`."""
    size = path.stat().st_size
    refuse(*[] if size else [Issue("berkas_kosong")])
    refuse(*[Issue(key, {"maks": most, "ukuran": megabytes(size)})] if size > most * MB else [])


def megabytes(size: int) -> str:
    """Rounded up to one decimal, so that what is too large never looks as if it were not."""
    tenths = -(-size * 10 // MB)
    return f"{bulat(tenths // 10)},{tenths % 10}"


def run(task: str, path: Path, *more: str) -> Any:
    """What this task of child.py says about the file. Raises Refused with its issues, or with one when it dies."""
    if not _seats.acquire(timeout=WAIT):
        raise Refused([Issue("berkas_menunggu")])
    try:
        answer = _ask([task, str(path.absolute()), *more])
    finally:
        _seats.release()
    found = _understood(answer)
    if isinstance(found, Refused):
        raise found
    return found["hasil"]


def _ask(arguments: list[str]) -> bytes:
    """The child's output. A timer ends a child that never does, so reading needs no timeout of its own."""
    command = [sys.executable, "-m", "musrenbang.intake.child", *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, env=_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:  # fmt: skip
        timer = threading.Timer(SECONDS, child.kill)
        timer.start()
        try:
            assert child.stdout
            answer = child.stdout.read(ANSWER + 1)
            if len(answer) > ANSWER:
                child.kill()
            return answer if child.wait() == 0 else b""
        finally:
            timer.cancel()
            child.kill()


def _environment() -> dict[str, str]:
    """No passwords and no addresses of databases. OpenBLAS would set aside memory for each processor."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "OPENBLAS_NUM_THREADS": "1"}


def _understood(answer: bytes) -> dict[str, Any] | Refused:
    """The last line: {"hasil": …} or {"masalah": [{"key", "facts"}]}. All else is a child that did not get there."""
    try:
        said = json.loads(answer.rstrip(b"\n").rpartition(b"\n")[2])
        if "hasil" in said:
            return {"hasil": said["hasil"]}
        issues = [Issue(one["key"], one["facts"]) for one in said["masalah"]]
        assert [sentence(issue) for issue in issues]
        return Refused(issues)
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError):
        return Refused([Issue("berkas_terlalu_berat")])
