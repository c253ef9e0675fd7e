"""kill -9 in the middle of every action that writes: whatever was acknowledged is there, and nothing half written."""

import subprocess
import sys
from pathlib import Path

from tests.deeds import DEEDS
from tests.deeds.writing import writing_actions

ROOT = Path(__file__).parents[2]


def test_every_action_that_writes_is_killed() -> None:
    assert writing_actions() == set(DEEDS)


def test_nothing_is_lost_or_half_written() -> None:
    """Once for each action, with other moments than the bench's hundreds."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.bench.padam", "--kali", "1", "--badai", "8", "--benih", "1"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr[-3000:]
    assert f"killed {len(DEEDS)} times, nothing lost" in ended.stdout
