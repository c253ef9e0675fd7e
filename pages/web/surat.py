"""The letters to all kecamatan in one PDF, to be signed and sent (L02): /unduh/surat-pemberitahuan/2027.pdf"""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response

from musrenbang.actions import baca
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import Orang
from musrenbang.store.current import current
from musrenbang.words import sentence
from pages.web import layout, sessions
from pages.web.downloads import STATUS, at_once
from reports.surat_pemberitahuan import semua_surat

MAKS = 9999  # a year


async def download(request: Request) -> Response:
    who, tahun = request.state.orang, request.path_params["tahun"]
    try:
        content = await to_thread.run_sync(_letters, who, tahun, limiter=at_once)
    except Refused as refused:
        issue = refused.issues[0]
        return layout.message(sentence(issue), STATUS.get(issue.key, 409), "/", "Ke halaman utama")
    name = f'attachment; filename="surat-pemberitahuan-{tahun}.pdf"'
    headers = {"Content-Disposition": name, "Cache-Control": "no-store"}
    return Response(content, media_type="application/pdf", headers=headers)


def _letters(who: Orang, tahun: int) -> bytes:
    if tahun > MAKS:
        refuse(Issue("tidak_ditemukan"))
    semua = baca.bahan_surat(current(), who, tahun, sessions.now())
    refuse(*([] if semua else [Issue("tidak_ditemukan")]))
    return semua_surat(semua)
