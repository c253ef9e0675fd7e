"""What can stop an action. Sentences for people are made from these in words.py."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that stands in the way: the key of its sentence in words.py, and the facts the sentence names."""

    key: str
    facts: dict[str, Any] = field(default_factory=dict, hash=False)


class Refused(Exception):
    """An action was refused and nothing was written."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        super().__init__(", ".join(issue.key for issue in issues))
        self.issues = tuple(issues)


class ChangedMeanwhile(Refused):
    """Somebody else was faster: each issue names the object, who changed it and what it is now."""


def refuse(*issues: Issue) -> None:
    """Raise Refused when there is any issue; otherwise do nothing."""
    if issues:
        raise Refused(issues)
