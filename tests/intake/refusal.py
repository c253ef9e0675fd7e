"""What every refusal of an uploaded file has in common."""

import re
import resource
from collections.abc import Callable

import pytest

from musrenbang.errors import Refused
from musrenbang.words import sentence

FOREIGN = re.compile(
    r"(?i)error|exception|traceback|stream|file|invalid|warning|failed|bytes?\b|musrenbang\.|/tmp|None"
)
MOST = 500 * 1024  # KB, as getrusage counts
ROOM = 32 * 1024  # KB: a process that had more than MOST before, from thousands of other tests, may still breathe


def key_of(call: Callable[[], object]) -> str:
    """The key of the one issue that this call is refused with, whose sentence is for people."""
    with pytest.raises(Refused) as refused:
        call()
    (issue,) = refused.value.issues
    text = sentence(issue)
    assert text.endswith(".")
    assert text[0].isupper()
    assert FOREIGN.search(text) is None
    return issue.key


def limit() -> int:
    """KB: what `memory` may say after a hostile file."""
    return max(memory() + ROOM, MOST)


def memory() -> int:
    """KB: the most that this process, or any child of it, ever had."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
