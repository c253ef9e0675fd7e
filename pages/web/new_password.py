"""Changing one's password, beside one's logins; whoever holds a one-time password can do nothing else before."""

from html import escape

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from musrenbang import passwords
from musrenbang.actions import masuk
from musrenbang.errors import Refused
from musrenbang.model import Orang
from musrenbang.store.current import current
from musrenbang.words import sentence
from pages.web import forms, layout, login, own_identity, own_logins, penyedia, sessions

TIDAK_SAMA = "Kata sandi baru dan ulangannya tidak sama."


async def show(request: Request) -> Response:
    return await page(request)


async def change(request: Request) -> Response:
    """Ends every session of the account, so the person logs in again with the new password."""
    form = await forms.read(request)
    if not forms.is_from_session(request, form):
        return await page(request, login.BASI, 403)
    if form.get("baru") != form.get("ulangan"):
        return await page(request, TIDAK_SAMA, 400)
    who, alamat = request.state.orang, sessions.address_of(request)
    ask = (current(), who, form.get("lama", ""), form.get("baru", ""), alamat, sessions.now())
    await login.wait_for(who.nama_pengguna)
    try:
        await to_thread.run_sync(masuk.ganti_sandi, *ask, limiter=login.password_checks)
    except Refused as refused:
        issue = refused.issues[0]
        return await page(request, sentence(issue), login.STATUS.get(issue.key, 400))
    response = RedirectResponse("/masuk?diganti", 303)
    sessions.drop_cookie(response, request)
    return response


async def end_others(request: Request) -> Response:
    """Ends all one's logins but this one."""
    form = await forms.read(request)
    if not forms.is_from_session(request, form):
        return await page(request, login.BASI, 403)
    who, alamat = request.state.orang, sessions.address_of(request)
    ask = (current(), who, request.state.sidik, form.get("sandi", ""), alamat, sessions.now())
    await login.wait_for(who.nama_pengguna)
    try:
        await to_thread.run_sync(masuk.keluar_lain, *ask, limiter=login.password_checks)
    except Refused as refused:
        issue = refused.issues[0]
        return await page(request, status=login.STATUS.get(issue.key, 400), not_ended=sentence(issue))
    return RedirectResponse("/ganti-sandi?diakhiri", 303)


async def page(
    request: Request, fault: str = "", status: int = 200, not_ended: str = "", not_linked: str = ""
) -> HTMLResponse:
    who: Orang = request.state.orang
    fields = (
        (layout.alert(fault) if fault else "")
        + _why(who)
        + f'<input type="text" autocomplete="username" value="{escape(who.nama_pengguna)}" readonly hidden>'
        + layout.field("lama", "Kata sandi sekarang", "current-password", focus=True)
        + layout.field("baru", "Kata sandi baru", "new-password")
        + layout.field("ulangan", "Ulangi kata sandi baru", "new-password")
    )
    way_out = "" if who.harus_ganti_sandi else layout.link("/", "Ke halaman utama")
    token = passwords.csrf_of(request.state.sidik)
    form = layout.form("/ganti-sandi", token, "Ganti kata sandi", fields, "Ganti", way_out)
    beside = "" if who.harus_ganti_sandi else await _beside(request, not_ended, not_linked)
    return layout.page("Ganti kata sandi", form + beside, status)


async def _beside(request: Request, not_ended: str, not_linked: str) -> str:
    logins = await own_logins.section(request, not_ended)
    if not penyedia.is_configured():
        return logins
    return f'<div class="samping">{await own_identity.section(request, not_linked)}{logins}</div>'


def _why(who: Orang) -> str:
    panjang = f"Kata sandi baru paling sedikit {passwords.PANJANG_MIN} karakter."
    if not who.harus_ganti_sandi:
        return f'<p class="terang">{panjang}</p>'
    sekali = f"Kata sandi akun {who.nama_pengguna} hanya berlaku sekali. Gantilah sebelum melanjutkan."
    return f'<p class="terang">{escape(sekali)} {panjang}</p>'
