"""Coming in by way of an OpenID provider, and linking one's account with who one is there."""

import time
from collections.abc import Callable
from html import escape
from typing import Any

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from musrenbang.actions import identitas
from musrenbang.errors import Issue, Refused
from musrenbang.model import Identitas
from musrenbang.store.current import current
from musrenbang.words import sentence
from pages.web import forms, layout, login, new_password, penyedia, refusals, sessions

_asked = refusals.Refusals()
GAGAL = Issue("identitas_gagal")


def if_configured(serve: Callable[[Request], Any]) -> Callable[[Request], Any]:
    """Without a provider these addresses are none."""

    async def served(request: Request) -> Response:
        if not penyedia.is_configured():
            raise HTTPException(404)
        answer: Response = await serve(request)
        return answer

    return served


def for_who_goes_there(serve: Callable[[Request], Any]) -> Callable[[Request], Any]:
    """Each of these addresses asks the provider something. So it is done for nobody whose browser was sent there by
    what another site's page holds, as a picture of it, and not too often."""

    async def served(request: Request) -> Response:
        if request.headers.get("sec-fetch-dest", "document") != "document":
            raise HTTPException(403)
        if _asked.too_many(sessions.address_of(request), time.monotonic()):
            return refusals.answer()
        answer: Response = await serve(request)
        return answer

    return served


@if_configured
@for_who_goes_there
async def log_in(request: Request) -> Response:
    if hasattr(request.state, "orang"):
        return RedirectResponse("/", 303)
    begun = await penyedia.begin(request)
    return begun.onward if begun else login.page(request, layout.alert(sentence(GAGAL)), status=502)


@if_configured
@for_who_goes_there
async def link(request: Request) -> Response:
    """The password is given here, and holds for the one round trip that begins here."""
    form = await forms.read(request)
    if not forms.is_from_session(request, form):
        return await new_password.page(request, login.BASI, 403)
    who, alamat = request.state.orang, sessions.address_of(request)
    await login.wait_for(who.nama_pengguna)
    begun = await penyedia.begin(request)
    if begun is None:
        return await new_password.page(request, status=502, not_linked=sentence(GAGAL))
    sandi = form.get("kata_sandi", "")
    ask = (current(), who, request.state.sidik, sandi, begun.perjalanan, alamat, sessions.now())
    try:
        await to_thread.run_sync(identitas.siap_hubungkan, *ask, limiter=login.password_checks)
    except Refused as refused:
        return await _not_linked(request, refused)
    return _onward(begun.onward.headers["location"])


@if_configured
async def release(request: Request) -> Response:
    if not forms.is_from_session(request, await forms.read(request)):
        return await new_password.page(request, login.BASI, 403)
    try:
        await to_thread.run_sync(identitas.lepaskan, current(), request.state.orang, sessions.now())
    except Refused as refused:
        return await _not_linked(request, refused)
    return RedirectResponse("/ganti-sandi?dilepas", 303)


@if_configured
@for_who_goes_there
async def come_back(request: Request) -> Response:
    """From the provider: to be linked if this login has given its password for just this round trip, else to log in."""
    found, perjalanan = await penyedia.answered(request), request.query_params.get("state", "")
    ask = (current(), getattr(request.state, "sidik", ""), perjalanan, sessions.now())
    if await to_thread.run_sync(identitas.ditunggu, *ask):
        return await _link(request, perjalanan, found)
    return await _log_in(request, found)


async def _link(request: Request, perjalanan: str, found: Identitas | None) -> Response:
    ask = (current(), request.state.orang, request.state.sidik, perjalanan, found, sessions.now())
    try:
        await to_thread.run_sync(identitas.hubungkan, *ask)
    except Refused as refused:
        return await _not_linked(request, refused)
    return RedirectResponse("/ganti-sandi?terhubung", 303)


async def _log_in(request: Request, found: Identitas | None) -> Response:
    ask = (current(), found, sessions.now())
    try:
        secret = await to_thread.run_sync(identitas.masuk_dengan_identitas, *ask)
    except Refused as refused:
        if hasattr(request.state, "orang"):
            return await _not_linked(request, refused)
        return login.page(request, layout.alert(sentence(refused.issues[0])), status=401)
    return await login.let_in(request, secret)


async def _not_linked(request: Request, refused: Refused) -> Response:
    issue = refused.issues[0]
    status = login.STATUS.get(issue.key, 400)
    return await new_password.page(request, status=status, not_linked=sentence(issue))


def _onward(address: str) -> Response:
    """A page that goes on by itself: as the answer to a form, a redirect to another site would break our own policy."""
    words = f'<p class="terang" role="status">Kata sandi cocok. Membuka halaman {escape(penyedia.name())} …</p>'
    response = layout.page("Hubungkan", f'<div class="kabar">{words}{layout.link(address, "Lanjutkan")}</div>')
    response.headers["Refresh"] = f"0;url={address}"
    return response
