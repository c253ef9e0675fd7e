"""/sehat: whether this server can serve, for a balancer and for who keeps it. In words: figures are no stranger's."""

import asyncio
import time
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from musrenbang.actions.kesehatan import kesehatan
from musrenbang.model import Kesehatan
from musrenbang.store.current import current
from pages.web.sessions import now

SABAR = 2.0  # seconds for the database to answer
JARAK = 1.0  # seconds at least between two questions, however many ask
RUANG_MIN = 1 << 30  # bytes
SALINAN_LAMA = timedelta(hours=26)  # a daily copy may come a little late
BAIK, DILIHAT, SAKIT = "baik", "perlu dilihat", "tidak dapat melayani"


class Checkup:
    """Asks in one thread of its own, so that a database that hangs holds up nothing else, and is asked once only."""

    def __init__(self) -> None:
        self._one = ThreadPoolExecutor(1, "sehat")
        self._asked: Future[Kesehatan] | None = None
        self._since = 0.0

    def asked(self) -> Future[Kesehatan]:
        """The latest question. For the event loop alone."""
        if self._asked is None or (self._asked.done() and time.monotonic() > self._since + JARAK):
            self._asked, self._since = self._one.submit(lambda: kesehatan(current())), time.monotonic()
        return self._asked


_checkup = Checkup()


async def latest() -> Kesehatan | None:
    """None when the database does not answer in time."""
    try:
        asked = asyncio.wrap_future(_checkup.asked())
        return await asyncio.wait_for(asyncio.shield(asked), SABAR)
    except Exception:  # whatever it is, nobody can be served
        return None


async def show(_request: Request) -> Response:
    said = words(await latest(), now())
    status = 503 if said["keadaan"] == SAKIT else 200
    return JSONResponse(said, status, {"Cache-Control": "no-store"})


def words(found: Kesehatan | None, now: datetime) -> dict[str, str]:
    """Old copies and a full disk are for the keeper to mend: a balancer that took servers out would mend nothing."""
    if found is None:
        return {"keadaan": SAKIT, "basis_data": "tidak menjawab"}
    skema = "mutakhir" if found.mutakhir else "bukan milik versi aplikasi ini"
    ruang = "cukup" if found.ruang >= RUANG_MIN else "hampir habis"
    parts = {"basis_data": "menjawab", "skema": skema, "ruang": ruang, "salinan": _copied(found.salinan, now)}
    if not found.mutakhir:
        return {"keadaan": SAKIT, **parts}
    return {"keadaan": BAIK if (ruang, parts["salinan"]) == ("cukup", "baru") else DILIHAT, **parts}


def _copied(last: datetime | None, now: datetime) -> str:
    if last is None:
        return "belum ada"
    return "baru" if now - last < SALINAN_LAMA else "lama"
