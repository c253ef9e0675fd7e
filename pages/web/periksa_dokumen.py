"""Periksa Dokumen: a page for everybody that takes a kode periksa or an archive copy, and says what became of it.

/periksa-dokumen?kode=… answers a code, which is what the QR code on a paper holds; a PDF is posted to the same address.
"""

import os
from collections.abc import AsyncGenerator, Callable
from html import escape
from pathlib import Path

from anyio import CapacityLimiter, to_thread
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response

from musrenbang import kode_periksa
from musrenbang.actions import periksa_dokumen as checking
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.intake import arsip
from musrenbang.store.current import current
from musrenbang.words import sentence
from pages.web import layout, sessions
from reports import kabar_periksa
from reports.kabar_periksa import Kabar, Putusan

ADDRESS = "/periksa-dokumen"
MB = 1 << 20
MOST = arsip.MOST_MB * MB + 10_000  # bytes of a form with one file in it
WAITING = 4
SIGNS = {Putusan.COCOK: ("berhasil", "✓"), Putusan.RAGU: ("ragu", "!"), Putusan.TIDAK: ("salah", "✗")}
STATUS = {"periksa_terlalu_sering": 429, "berkas_menunggu": 503, "kode_periksa_tak_dikenal": 404}

FILE_FORM = (
    f'<form method="post" action="{ADDRESS}" enctype="multipart/form-data"><h3>Dengan salinan arsip</h3>'
    '<label for="berkas">Salinan arsip (PDF)</label>'
    '<input id="berkas" name="berkas" type="file" accept="application/pdf,.pdf" required '
    'aria-describedby="tentang-berkas">'
    f'<p class="terang" id="tentang-berkas">Paling besar {arsip.MOST_MB} MB; berkasnya tidak disimpan.</p>'
    '<button type="submit">Periksa PDF</button></form>'
)

# a stranger's PDF takes one of the two seats for files from outside, so that the other stays for who has logged in
_at_once = CapacityLimiter(1)


async def show(request: Request) -> Response:
    kode = request.query_params.get("kode", "").strip()
    if not kode:
        return _page()
    return await _answer(request, lambda: kabar_periksa.of_code(checking.periksa_kode(current(), kode)), kode)


async def check(request: Request) -> Response:
    unfinished = current().files.unfinished()
    try:
        await _receive(request, unfinished)
        return await _answer(request, lambda: _of_file(unfinished), limiter=_at_once)
    except Refused as refused:
        return _refusal(refused)
    finally:
        unfinished.unlink(missing_ok=True)


async def _answer(
    request: Request, ask: Callable[[], Kabar], kode: str = "", limiter: CapacityLimiter | None = None
) -> HTMLResponse:
    whence = (sessions.address_of(request), sessions.now())
    try:
        kabar = await to_thread.run_sync(checking.dengan_jatah, current(), *whence, ask, limiter=limiter)
    except Refused as refused:
        return _refusal(refused, kode)
    return _page(_result(kabar), kode)


def _of_file(file: Path) -> Kabar:
    dokumen = arsip.read(file)
    hasil = checking.periksa_kode(current(), dokumen.kode)
    bahan = checking.bahan_dokumen(current(), hasil, dokumen.dicetak)
    alamat = kode_periksa.address(os.environ.get("MUSRENBANG_ALAMAT"))
    return kabar_periksa.of_file(hasil, dokumen, file.read_bytes(), bahan, alamat)


async def _receive(request: Request, path: Path) -> None:
    """The posted file; raises Refused for a form without one, for one that is too large, and while many wait."""
    refuse(*[Issue("berkas_menunggu")] if _at_once.statistics().tasks_waiting >= WAITING else [])
    try:
        form = await MultiPartParser(request.headers, _bounded(request), max_files=1, max_fields=1).parse()
    except (MultiPartException, ClientDisconnect, KeyError):
        raise Refused([Issue("unggahan_terputus")]) from None
    try:
        file = form.get("berkas")
        if not isinstance(file, UploadFile):
            raise Refused([Issue("berkas_kosong")])
        await to_thread.run_sync(lambda: path.write_bytes(file.file.read()))
    finally:
        await form.close()


async def _bounded(request: Request) -> AsyncGenerator[bytes, None]:
    """The body, up to what one archive copy may take."""
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MOST:
            raise Refused([Issue("unggahan_terlalu_besar", {"maks": arsip.MOST_MB})])
        yield chunk


def _refusal(refused: Refused, kode: str = "") -> HTMLResponse:
    issue = refused.issues[0]
    return _page(layout.alert(sentence(issue)), kode, STATUS.get(issue.key, 422))


def _result(kabar: Kabar) -> str:
    told = "".join(f"<li>{escape(text)}</li>" for text in kabar.rincian)
    kind, sign = SIGNS[kabar.putusan]
    return (
        f'<div class="putusan"><p class="{kind}" role="status"><span aria-hidden="true">{sign}</span> '
        f"{escape(kabar.judul)}.</p><ul>{told}</ul></div>"
    )


def _page(result: str = "", kode: str = "", status: int = 200) -> HTMLResponse:
    content = (
        '<section class="periksa"><h2>Periksa Dokumen</h2>'
        "<p>Berita Acara dan daftar yang sudah dikirim memuat kode periksa di kaki setiap halamannya. Cocokkan di "
        "sini apakah keadaan yang ditunjuk kode itu masih sama di basis data; tidak perlu akun.</p>"
        f'{result}<div class="cara">{_code_form(kode)}{FILE_FORM}</div>'
        f"{layout.link('/masuk', 'Masuk ke aplikasi')}</section>"
    )
    return layout.page("Periksa Dokumen", content, status)


def _code_form(kode: str) -> str:
    return (
        f'<form method="get" action="{ADDRESS}"><h3>Dengan kode</h3>'
        '<label for="kode">Kode periksa</label>'
        f'<input id="kode" name="kode" type="text" value="{escape(kode)}" maxlength="300" required autocomplete="off" '
        'spellcheck="false" autocapitalize="characters" aria-describedby="contoh-kode">'
        '<p class="terang" id="contoh-kode">Misalnya 12.05.07-2027-9T3K-7QW2-DFA1-H8PZ-M4XN</p>'
        '<button type="submit">Periksa kode</button></form>'
    )
