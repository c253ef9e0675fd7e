"""The OpenID provider that `[auth]` in secrets.toml names, reached by Streamlit's own machinery behind `st.login`.

Streamlit would leave the provider's answer with the browser, as a cookie that is a login for thirty days. Here it goes
no further than this process: it is read off what Streamlit answers with, used once, and never sent.
"""

import json
from functools import cache
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import Response
from streamlit.auth_util import (
    encode_provider_token,
    get_cookie_with_chunks,
    get_secrets_auth_section,
    get_validated_redirect_uri,
    validate_auth_credentials,
)
from streamlit.errors import StreamlitAuthError
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_auth_routes import create_auth_routes
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from musrenbang.model import Identitas

PENYEDIA = "default"  # Streamlit's name for the one whose settings stand in [auth] itself
RAHASIA_MIN = 32  # signs of cookie_secret
_streamlit = {route.path: route.endpoint for route in create_auth_routes("")}


class Begun(NamedTuple):
    """`onward` leads the browser to the provider, `perjalanan` is what comes back with it and with nobody else."""

    onward: Response
    perjalanan: str


def is_named() -> bool:
    return bool(get_secrets_auth_section())


@cache
def is_configured() -> bool:
    """Whether all is there that it takes; asked once, as a server stays what it was when it started."""
    try:
        validate_auth_credentials(PENYEDIA)
    except StreamlitAuthError:
        return False
    return get_validated_redirect_uri() is not None and len(get_cookie_secret()) >= RAHASIA_MIN


def name() -> str:
    """As people know it: `nama` in [auth]."""
    return str(get_secrets_auth_section().get("nama", "akun SSO"))


async def begin(request: Request) -> Begun | None:
    """None when the provider does not answer."""
    asked = urlencode({"provider": encode_provider_token(PENYEDIA)}).encode()
    onward: Response = await _streamlit["/auth/login"](Request({**request.scope, "query_string": asked}))
    state = parse_qs(urlsplit(onward.headers.get("location", "")).query).get("state")
    return Begun(onward, state[0]) if state else None


async def answered(request: Request) -> Identitas | None:
    """Who has come back, by a token whose signature, audience and nonce have been checked; None when nobody is proven,
    as after a cancelled or forged answer."""
    claims = _claims(await _streamlit["/oauth2callback"](request))
    penerbit, pokok = claims.get("iss"), claims.get("sub")
    whole = isinstance(penerbit, str) and isinstance(pokok, str) and penerbit and pokok
    return Identitas(str(penerbit), str(pokok)) if whole else None


def _claims(response: Response) -> dict[str, object]:
    jar = SimpleCookie()
    for line in response.headers.getlist("set-cookie"):
        jar.load(line)

    def signed(name: str) -> bytes | None:
        return decode_signed_value(get_cookie_secret(), name, jar[name].value) if name in jar else None

    found = get_cookie_with_chunks(signed, USER_COOKIE_NAME)
    return dict(json.loads(found)) if found else {}
