"""Kapsul at Bappeda: the file of one that is out, /unduh/kapsul/ID, and a result that is brought back.

POST /unggah/kapsul takes it in at once, with the session's token as header `x-csrf`. The answer is JSON:
{"kabar": sentence} or {"masalah": [sentence, …]}.
"""

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from musrenbang.actions import kapsul_layar, terima_kapsul
from musrenbang.errors import Refused, refuse
from musrenbang.model import KapsulDiterima, Orang
from musrenbang.store.current import current
from musrenbang.words import sentence
from pages.web import layout, sessions, uploads
from pages.web.downloads import STATUS

_one_at_a_time = CapacityLimiter(1)


async def download(request: Request) -> Response:
    who, id_ = request.state.orang, request.path_params["id"]
    try:
        path, name = await to_thread.run_sync(kapsul_layar.berkas_kapsul, current(), who, id_)
    except Refused as refused:
        issue = refused.issues[0]
        return layout.message(sentence(issue), STATUS.get(issue.key, 409), "/data", "Ke layar Data")
    headers = {"Cache-Control": "private, no-store"}
    return FileResponse(path, media_type="application/octet-stream", filename=name, headers=headers)


async def take_in(request: Request) -> Response:
    """The rights come first: nothing is read from who may not write."""
    try:
        refuse(*uploads.not_from_here(request))
        kapsul_layar.siap_menerima(request.state.orang)
        taken = await _taken(request)
    except Refused as refused:
        told = [sentence(issue) for issue in refused.issues]
        return JSONResponse({"masalah": told}, STATUS.get(refused.issues[0].key, 409))
    return JSONResponse({"kabar": terima_kapsul.kabar(taken)})


async def _taken(request: Request) -> KapsulDiterima:
    """What has come lies beside the documents meanwhile, for the owner of the process alone to read."""
    who: Orang = request.state.orang
    unfinished = current().files.unfinished()
    try:
        unfinished.touch(0o600)
        await uploads.to_disk(request, unfinished, kapsul_layar.MAKS_MB, "kapsul_terlalu_besar")
        ask = (current(), who, unfinished, sessions.now())
        return await to_thread.run_sync(terima_kapsul.terima, *ask, limiter=_one_at_a_time)
    finally:
        unfinished.unlink(missing_ok=True)
