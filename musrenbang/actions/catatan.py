"""One line of the technical log for each action: what was asked, how it ended, how long it took.

Unlike the trail it is for who keeps the server. So it names no person, no password and nothing that anybody has typed:
an account by its `sandi_akun`, a refusal by the key of its sentence, a meeting by its id.
"""

import functools
import hashlib
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from musrenbang.errors import ChangedMeanwhile, Refused
from musrenbang.model import Orang
from musrenbang.store.engine import StoreFault

P = ParamSpec("P")
T = TypeVar("T")
A = TypeVar("A")
B = TypeVar("B")
BERHASIL, DITOLAK, KEDULUAN, GAGAL, TERPUTUS = "berhasil", "ditolak", "keduluan", "gagal", "terputus"

_log = logging.getLogger("musrenbang.tindakan")
_within: ContextVar[bool] = ContextVar("within", default=False)


@contextmanager
def tercatat(tindakan: str, who: object, rapat: UUID | None = None) -> Iterator[None]:
    """An action within another one is part of that, and has no line of its own."""
    if _within.get():
        yield
        return
    begun, token, hasil, sebab = time.perf_counter(), _within.set(True), TERPUTUS, list[str]()
    try:
        yield
        hasil = BERHASIL
    except Refused as refused:
        hasil, sebab = _outcome(refused), sorted({issue.key for issue in refused.issues})
        raise
    except Exception as fault:
        hasil, sebab = GAGAL, [type(fault).__name__]
        raise
    finally:
        _within.reset(token)
        _write(tindakan, who, rapat, hasil, sebab, time.perf_counter() - begun)


def dicatat(tindakan: str) -> Callable[[Callable[Concatenate[A, B, P], T]], Callable[Concatenate[A, B, P], T]]:
    """For an action that has no door of its own; its second argument is who acts."""

    def around(action: Callable[Concatenate[A, B, P], T]) -> Callable[Concatenate[A, B, P], T]:
        @functools.wraps(action)
        def logged(store: A, who: B, /, *args: P.args, **kwargs: P.kwargs) -> T:
            with tercatat(tindakan, who):
                return action(store, who, *args, **kwargs)

        return logged

    return around


def _outcome(refused: Refused) -> str:
    if isinstance(refused, StoreFault):
        return GAGAL
    return KEDULUAN if isinstance(refused, ChangedMeanwhile) else DITOLAK


def sandi_akun(nama_pengguna: str) -> str:
    """The same account has the same code in every log; who knows its name can work it out."""
    return hashlib.sha256(nama_pengguna.encode()).hexdigest()[:12]


def _write(tindakan: str, who: object, rapat: UUID | None, hasil: str, sebab: list[str], seconds: float) -> None:
    akun = sandi_akun(who.nama_pengguna) if isinstance(who, Orang) else None  # who logs in is nobody yet
    told = {
        "tindakan": tindakan, "rapat": str(rapat) if rapat else None, "akun": akun, "hasil": hasil, "sebab": sebab,
        "milidetik": round(seconds * 1000, 1),
    }  # fmt: skip
    _log.log(logging.ERROR if hasil == GAGAL else logging.INFO, "tindakan", extra={"isi": told})
