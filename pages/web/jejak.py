"""Rows of the trail to take away, of the choice that the address says: /unduh/jejak.xlsx?rantai=…&kata=…"""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response

from musrenbang.actions import jejak
from musrenbang.errors import Refused
from musrenbang.model import Orang
from musrenbang.store.current import current
from musrenbang.words import sentence
from pages.bappeda.saring_jejak import Said, asked_for
from pages.web import layout, sessions
from pages.web.downloads import KINDS, STATUS
from reports import WRITERS
from reports.lists.jejak import sheet

BENTUK = ("xlsx", "csv")


async def download(request: Request) -> Response:
    kind = request.path_params["jenis"]
    if kind not in BENTUK:
        return layout.message("Bentuk berkas ini tidak ada.", 404, "/", "Ke halaman utama")
    try:
        content = await to_thread.run_sync(_written, request.state.orang, request.query_params.getlist, kind)
    except Refused as refused:
        issue = refused.issues[0]
        return layout.message(sentence(issue), STATUS.get(issue.key, 409), "/jejak", "Ke Jejak")
    headers = {"Content-Disposition": f'attachment; filename="jejak.{kind}"', "Cache-Control": "no-store"}
    return Response(content, media_type=KINDS[kind][1], headers=headers)


def _written(who: Orang, said: Said, kind: str) -> bytes:
    return WRITERS[kind](sheet(jejak.seluruhnya(current(), who, asked_for(said)), sessions.now()))
