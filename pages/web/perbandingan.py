"""The comparison to take away, of the scope that the address says: /unduh/perbandingan.xlsx?tahun=…&kec=…&opd=…"""

from collections.abc import Callable

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response

from musrenbang.actions import lambang
from musrenbang.actions import perbandingan as banding
from musrenbang.errors import Refused
from musrenbang.model import Orang
from musrenbang.store.current import current
from musrenbang.words import sentence
from pages.bappeda.banding.lingkup import Said, asked_for, in_words, year_asked
from pages.web import layout, sessions
from pages.web.downloads import KINDS
from reports.lists import ketegasan
from reports.lists.perbandingan import sheets
from reports.perbandingan import BahanBanding, perbandingan
from reports.workbook import xlsx_of


async def download(request: Request) -> Response:
    kind = request.path_params["jenis"]
    if kind not in MAKERS:
        return layout.message("Bentuk berkas ini tidak ada.", 404, "/", "Ke halaman utama")
    try:
        bahan = await to_thread.run_sync(_material, request.state.orang, request.query_params.getlist)
    except Refused as refused:
        return layout.message(sentence(refused.issues[0]), 403, "/", "Ke halaman utama")
    content = await to_thread.run_sync(MAKERS[kind], bahan)
    name = f"perbandingan-{bahan.perbandingan.lingkup.tahun}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, media_type=KINDS[kind][1], headers=headers)


def _material(who: Orang, said: Said) -> BahanBanding:
    store = current()
    tahun = year_asked(banding.tahun(store, who), said)
    refs = banding.rujukan(store, who, tahun)
    lingkup = asked_for(refs, tahun, said)
    p, found = banding.bandingkan(store, who, lingkup), banding.ketegasan(store, who, lingkup)
    bagian = banding.per_opd_dan_prioritas(store, who, lingkup)
    return BahanBanding(p, bagian, refs, found, in_words(refs, lingkup), sessions.now(), lambang.sekarang(store))


def _workbook(bahan: BahanBanding) -> bytes:
    p, refs = bahan.perbandingan, bahan.rujukan
    strictness = ketegasan.sheets(bahan.ketegasan, p, refs, bahan.dicetak)
    return xlsx_of(f"Perbandingan {p.lingkup.tahun}", [*sheets(p, bahan.bagian, refs, bahan.dicetak), *strictness])


MAKERS: dict[str, Callable[[BahanBanding], bytes]] = {"xlsx": _workbook, "pdf": perbandingan}
