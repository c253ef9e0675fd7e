"""Reading posted forms, and telling our own from those that another site has made."""

import hmac
import secrets
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response

from musrenbang import passwords
from pages.web import sessions

COOKIE = "musrenbang_formulir"
MAX_BODY = 10_000  # bytes
MAX_FIELDS = 10
TOKEN_LENGTH = 43


async def read(request: Request) -> dict[str, str]:
    """The fields of a posted form; none when it is larger than any of ours."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            return {}
    try:
        return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MAX_FIELDS))
    except ValueError:
        return {}


def token_for_stranger(request: Request) -> str:
    """Kept while the cookie lasts, so that two open login pages both work."""
    known = request.cookies.get(COOKIE, "")
    return known if len(known) == TOKEN_LENGTH else secrets.token_urlsafe(32)


def give_token(response: Response, request: Request, token: str) -> None:
    secure = sessions.is_https(request)
    response.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=secure, path="/masuk")


def is_from_stranger(request: Request, form: dict[str, str]) -> bool:
    """Whether the hidden field repeats the cookie (double submit)."""
    return _same(request.cookies.get(COOKIE, ""), form)


def is_from_session(request: Request, form: dict[str, str]) -> bool:
    """Whether the hidden field belongs to the session that posts."""
    return _same(passwords.csrf_of(request.state.sidik), form)


def _same(token: str, form: dict[str, str]) -> bool:
    return bool(token) and hmac.compare_digest(token.encode(), form.get("csrf", "").encode())
