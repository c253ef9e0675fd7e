"""Logging in and out (L03)."""

from html import escape

import anyio
from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from musrenbang.actions import masuk
from musrenbang.contoh import SANDI
from musrenbang.errors import Refused
from musrenbang.store import seed
from musrenbang.store.current import current
from musrenbang.words import sentence
from pages.web import forms, layout, penyedia, sessions

# each check of a password takes 64 MiB and a tenth of a second of a core
password_checks = CapacityLimiter(2)

CONTOH = {
    "camat.bahorok": "Camat Bahorok",
    "camat.stabat": "Camat Stabat",
    "bappeda": "Bappeda",
    "opd.putr": "OPD: Dinas PUTR",
    "desa.sukarakyat": "Desa Suka Rakyat",
}
STATUS = {"terlalu_sering": 429}
FOR_ALL = (
    layout.link("/jadwal", "Lihat jadwal musrenbang")
    + layout.link("/hasil", "Lihat hasil musrenbang")
    + layout.link("/periksa-dokumen", "Periksa dokumen")
)
BASI = "Formulir ini sudah kedaluwarsa. Silakan isi sekali lagi."
SANDI_DIGANTI = "Kata sandi sudah diganti. Silakan masuk dengan kata sandi yang baru."


async def show(request: Request) -> Response:
    """`?akun=` fills in a sample account, `?diganti` says that the password has been changed."""
    if await sessions.person(sessions.digest_of(request)):
        return RedirectResponse("/", 303)
    notice = layout.status(SANDI_DIGANTI) if "diganti" in request.query_params else ""
    akun = request.query_params.get("akun", "")
    if akun in CONTOH and seed.is_sample(current()):
        return page(request, notice, akun, SANDI)
    return page(request, notice)


async def log_in(request: Request) -> Response:
    form = await forms.read(request)
    nama = form.get("nama", "")
    if not forms.is_from_stranger(request, form):
        return page(request, layout.alert(BASI), nama, status=403)
    ask = (current(), nama, form.get("sandi", ""), sessions.address_of(request), sessions.now())
    await wait_for(nama)
    try:
        secret = await to_thread.run_sync(masuk.masuk, *ask, limiter=password_checks)
    except Refused as refused:
        issue = refused.issues[0]
        return page(request, layout.alert(sentence(issue)), nama, status=STATUS.get(issue.key, 401))
    return await let_in(request, secret)


async def let_in(request: Request, secret: str) -> Response:
    """With the secret of a new session; what this browser had before ends, as nobody could end it any more."""
    if earlier := sessions.digest_of(request):
        await to_thread.run_sync(masuk.keluar, current(), earlier, sessions.now())
    response = RedirectResponse("/", 303)
    sessions.set_cookie(response, request, secret)
    return response


async def wait_for(nama: str) -> None:
    """Who tries names and passwords one after the other is slowed down, and takes nobody's place meanwhile."""
    await anyio.sleep(await to_thread.run_sync(masuk.jeda, current(), nama, sessions.now()))


async def at_work(request: Request) -> Response:
    """Sent by the screens, at most once a minute, while somebody presses keys or the pointer there."""
    await to_thread.run_sync(masuk.bekerja, current(), request.state.sidik, sessions.now())
    return Response(status_code=204)


async def log_out(request: Request) -> Response:
    if not forms.is_from_session(request, await forms.read(request)):
        return layout.message(BASI, 403, "/", "Ke halaman utama")
    await to_thread.run_sync(masuk.keluar, current(), request.state.sidik, sessions.now())
    response = RedirectResponse("/masuk", 303)
    sessions.drop_cookie(response, request)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def page(request: Request, notice: str, nama: str = "", sandi: str = "", status: int = 200) -> HTMLResponse:
    token = forms.token_for_stranger(request)
    fields = (
        notice
        + layout.field("nama", "Nama pengguna", "username", nama, secret=False, focus=not nama)
        + layout.field("sandi", "Kata sandi", "current-password", sandi, focus=bool(nama))
    )
    content = layout.form("/masuk", token, "Masuk", fields, "Masuk", _by_provider() + FOR_ALL) + _sample_accounts()
    response = layout.page("Masuk", content, status)
    forms.give_token(response, request, token)
    return response


def _by_provider() -> str:
    if not penyedia.is_configured():
        return ""
    return f'<p class="lain"><a href="/identitas/masuk">Masuk dengan {escape(penyedia.name())}</a></p>'


def _sample_accounts() -> str:
    """Beside the form, in a sample database only."""
    if not seed.is_sample(current()):
        return ""
    links = "".join(
        f'<li><a href="/masuk?akun={akun}"><b>{escape(nama)}</b>{akun}</a></li>' for akun, nama in CONTOH.items()
    )
    return (
        '<section class="contoh" aria-labelledby="contoh"><h2 id="contoh">Akun contoh</h2>'
        f"<p>Pilih satu untuk mengisi formulir. Kata sandi semuanya <b>{SANDI}</b>.</p>"
        f"<ul>{links}</ul></section>"
    )
