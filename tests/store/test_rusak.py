"""A database file with a flipped bit, or cut off: one sentence, never a traceback or another content."""

import subprocess
import sys
from pathlib import Path


def test_a_damaged_file_is_told_or_does_no_harm() -> None:
    """A few of each kind; the bench makes hundreds."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.bench.rusak", "--kali", "15", "--benih", "1"],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr[-3000:]
    assert ended.stdout.count("15 files") == 4
