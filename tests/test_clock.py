"""The clock of a server: it follows the system's, but never back."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from musrenbang.clock import DITUNTUN, Clock
from tests.cast import NOW


class Watch:
    """A system whose clock can be set, and time that passes all the same."""

    def __init__(self) -> None:
        self.wall, self.passed = NOW, 0.0

    def wait(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.passed += seconds

    def clock(self) -> Clock:
        return Clock(lambda: self.wall, lambda: self.passed)


def test_it_follows_the_system() -> None:
    watch = Watch()
    clock = watch.clock()
    watch.wait(90)
    assert clock.now() == NOW + timedelta(seconds=90)
    watch.wall += timedelta(days=1)  # somebody has put it right
    assert clock.now() == NOW + timedelta(days=1, seconds=90)


def test_set_back_it_goes_on_until_the_system_has_caught_up() -> None:
    watch = Watch()
    clock = watch.clock()
    watch.wait(90)
    clock.now()
    watch.wall -= timedelta(hours=1)
    watch.wait(60)
    assert clock.now() == NOW + timedelta(seconds=150)
    watch.wall += timedelta(hours=2)
    assert clock.now() == watch.wall


def test_led_back_by_a_little_it_waits() -> None:
    watch = Watch()
    clock = watch.clock()
    watch.wait(10)
    at = clock.now()
    watch.wall -= DITUNTUN / 2
    assert clock.now() == at
    watch.wait(5)
    assert clock.now() == watch.wall


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(-1e6, 1e6))))
def test_it_never_runs_back(steps: list[tuple[float, float]]) -> None:
    watch = Watch()
    clock, last = watch.clock(), NOW
    for waited, put in steps:
        watch.wait(waited)
        watch.wall += timedelta(seconds=put)
        assert clock.now() >= max(last, min(watch.wall, last + timedelta(seconds=waited)))
        last = clock.now()
