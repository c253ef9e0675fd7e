"""Forked processes: one is asked, another is killed. Theirs is what they have open; this one opens no database."""

import os
import pickle
import signal
import time
import traceback
from collections.abc import Callable
from typing import NoReturn, TypeVar

T = TypeVar("T")
Say = Callable[[bytes], object]


def in_child(work: Callable[[], T]) -> T:
    """What `work` returns in a forked process: this one opens no database, so that it can be forked at any time."""
    pid, reading = _fork(lambda say: say(pickle.dumps(work())))
    with os.fdopen(reading, "rb") as answer:
        raw = answer.read()
    _, status = os.waitpid(pid, 0)
    assert status == 0
    found: T = pickle.loads(raw)
    return found


def killed(work: Callable[[Say], object], seconds: float) -> list[str]:
    """Kill a forked process so long after it has said that it begins. The whole lines that it has said since."""
    pid, reading = _fork(work)
    with os.fdopen(reading, "rb") as said:
        assert said.readline() == b"begun\n"
        time.sleep(seconds)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        return [line.decode() for line in said.readlines() if line.endswith(b"\n")]


def _fork(work: Callable[[Say], object]) -> tuple[int, int]:
    """The new process, and where to read what it says."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        _end_after(lambda: work(lambda said: os.write(writing, said)))
    os.close(writing)
    return pid, reading


def _end_after(work: Callable[[], object]) -> NoReturn:
    """Ends this process, whatever happens, without what its parent would do at its own end."""
    code = 1
    try:
        work()
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)
