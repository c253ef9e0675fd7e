"""Papers as files, made for a person who may print that meeting (L04, L06, L11, L14, L30, L35)."""

import re
import threading
from collections.abc import Callable
from uuid import UUID

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response

from musrenbang.access import Tindakan
from musrenbang.actions import baca
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import BahanCetak, Orang
from musrenbang.store.current import current
from musrenbang.words import sentence
from pages.web import layout, sessions
from reports import PAPERS, WORKBOOKS

Maker = Callable[[BahanCetak], bytes]
Key = tuple[str, str, UUID, str]

KINDS: dict[str, tuple[dict[str, Maker], str]] = {
    "pdf": (PAPERS, "application/pdf"),
    "xlsx": (WORKBOOKS, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
STATUS = {"tidak_ditemukan": 404, "bukan_wewenang": 403, "bukan_wilayah": 403}
REMEMBERED = 32

_at_once = CapacityLimiter(2)
_made: dict[Key, bytes] = {}
_lock = threading.Lock()


async def download(request: Request) -> Response:
    p = request.path_params
    who = request.state.orang
    ask = (who, p["jenis"], p["kertas"], p["kecamatan"], p["tahun"])
    try:
        name, content = await to_thread.run_sync(_paper, *ask, limiter=_at_once)
    except Refused as refused:
        issue = refused.issues[0]
        return layout.message(sentence(issue), STATUS.get(issue.key, 409), "/", "Ke halaman utama")
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, media_type=KINDS[p["jenis"]][1], headers=headers)


def _paper(who: Orang, jenis: str, kertas: str, kecamatan: str, tahun: str) -> tuple[str, bytes]:
    """File name and content. The rights are asked anew each time, also for a paper that is remembered."""
    make = _maker(jenis, kertas)
    if not re.fullmatch(r"[0-9]{4}", tahun):
        refuse(Issue("tidak_ditemukan"))
    store = current()
    rapat = baca.rapat_di(store, who, kecamatan, int(tahun), Tindakan.CETAK)
    key = (jenis, kertas, rapat.id, baca.tanda_data(store, who, rapat.id))
    content = _made.get(key) or make(baca.bahan_cetak(store, who, rapat.id, sessions.now()))
    _remember(key, content)
    tempat = re.sub(r"[^a-z0-9]+", "-", rapat.kecamatan.nama.lower())
    return f"{kertas}-{tempat}-{tahun}.{jenis}", content


def _maker(jenis: str, kertas: str) -> Maker:
    makers, _ = KINDS.get(jenis, ({}, ""))
    if kertas not in makers:
        refuse(Issue("tidak_ditemukan"))
    return makers[kertas]


def _remember(key: Key, content: bytes) -> None:
    with _lock:
        _made.pop(key, None)
        while len(_made) >= REMEMBERED:
            del _made[next(iter(_made))]
        _made[key] = content
