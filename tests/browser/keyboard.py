"""An operator's keyboard: every press is counted by phase, and none leaves the focus nowhere."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, expect

from tests.browser.hall import Operator

FOCUSED = "document.activeElement"
PATIENCE = 30_000  # ms


class Keyboard:
    """The only hand of its operator; what is on the screen is read as always."""

    def __init__(self, camat: Operator) -> None:
        self.camat, self.page = camat, camat.page
        self.pressed: Counter[str] = Counter()
        self.phase = ""

    def press(self, *keys: str) -> None:
        """One after the other, each when the answer to the one before has been drawn."""
        for key in keys:
            self.strike(key)
            self.rest()

    def strike(self, key: str) -> None:
        """Without waiting for an answer."""
        self.page.keyboard.press(key)
        self.pressed[self.phase] += 1

    def type(self, text: str, delay: float = 0) -> None:
        self.page.keyboard.type(text, delay=delay)
        self.pressed[self.phase] += len(text)

    def rest(self) -> None:
        self.camat.settle()
        self.page.wait_for_function(f"{FOCUSED} !== document.body", timeout=PATIENCE)

    def holds(self, control: Locator) -> None:
        """The focus is there before long; if not, what has it is told."""
        try:
            expect(control).to_be_focused(timeout=PATIENCE)
        except AssertionError:
            where = self.page.evaluate(f"{FOCUSED}.outerHTML")
            raise AssertionError(f"{control} has not the focus, but {where}") from None

    def to(self, label: str, most: int = 8) -> None:
        """By Tab to the field with this label."""
        field = self.page.get_by_label(label, exact=True).first
        for _ in range(most):
            self.press("Tab")
            if field.evaluate("e => e.contains(document.activeElement)"):
                return
        raise AssertionError(f"{label} is not within {most} tabs")

    def gold(self, name: str | re.Pattern[str]) -> None:
        """Two presses: to the gold button or link with this name, and on it."""
        self.press("Alt+l")
        self.holds(self._named(name))
        self.press("Enter")

    def next_gold(self, name: str, path: str) -> None:
        """One press: the focus already lies on the way on."""
        self.holds(self._named(name))
        self.press("Enter")
        self.arrives(path)

    def _named(self, name: str | re.Pattern[str]) -> Locator:
        main = self.page.get_by_test_id("stMain")
        return main.get_by_role("button", name=name).or_(main.get_by_role("link", name=name)).first

    def onward(self, name: str, path: str) -> None:
        self.gold(f"Lanjut: {name}")
        self.arrives(path)

    def by_menu(self, path: str, *steps: str) -> None:
        """Into the menu at the open screen, then `steps` to another one; four presses at most."""
        assert len(steps) <= 2
        self.press("Alt+m")
        self.page.wait_for_function(f"{FOCUSED}.closest('.st-key-menukini')", timeout=PATIENCE)
        self.press(*steps)
        self.page.wait_for_function(f"path => {FOCUSED}.getAttribute('href') === path", arg=path, timeout=PATIENCE)
        self.press("Enter")
        self.arrives(path)

    def arrives(self, path: str) -> None:
        """A new screen begins at its heading, and without a fault."""
        self.page.wait_for_url(f"**/{path}", timeout=PATIENCE)
        self.rest()
        self.holds(self.page.get_by_test_id("stMain").locator("h1").first)
        assert self.camat.faults() == [], path

    @contextmanager
    def counting(self, phase: str) -> Iterator[None]:
        """What is pressed inside belongs to this phase."""
        before, self.phase = self.phase, phase
        yield
        self.phase = before
        assert self.camat.faults() == [], phase

    @property
    def total(self) -> int:
        return self.pressed.total()

    def summary(self) -> str:
        return ", ".join(f"{phase} {count}" for phase, count in self.pressed.items()) + f": {self.total} presses"
