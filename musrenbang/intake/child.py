"""The child process that opens a file from outside: `python -m musrenbang.intake.child TASK PATH MORE…`.

It prints one line of JSON, {"hasil": …} or {"masalah": [{"key": …, "facts": …}]}, and nothing else is believed.
"""

import importlib
import json
import os
import sys
from pathlib import Path
from typing import Any

from musrenbang.errors import Refused

# imported only when asked for: a photo needs no PDF library
TASKS = {
    "pdf": "musrenbang.intake.pdf:inspect",
    "arsip": "musrenbang.intake.arsip:inspect",
    "foto": "musrenbang.intake.photo:inspect",
    "lambang": "musrenbang.intake.photo:inspect_crest",
    "lembar": "musrenbang.intake.lembar:inspect",
    "buku": "musrenbang.intake.lembar:inspect_book",
}
MB = 1 << 20
MEMORY, WRITTEN, PROCESSOR = 480 * MB, 100 * MB, 20  # bytes, bytes, seconds


def main(task: str, path: str, *more: str) -> None:
    limit()
    module, _, function = TASKS[task].partition(":")
    sys.stdout.write(json.dumps(answer(getattr(importlib.import_module(module), function), Path(path), *more)) + "\n")


def limit() -> None:
    """Limits that the file cannot lift. Windows has none; there the parent's clock is what remains."""
    try:
        import resource
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, PROCESSOR),
        (resource.RLIMIT_FSIZE, WRITTEN),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    os.nice(10)  # the meeting goes first


def answer(inspect: Any, path: Path, *more: str) -> dict[str, Any]:
    try:
        return {"hasil": inspect(path, *more)}
    except Refused as refused:
        return {"masalah": [{"key": issue.key, "facts": issue.facts} for issue in refused.issues]}


if __name__ == "__main__":
    main(*sys.argv[1:])
