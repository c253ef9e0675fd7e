"""A small OpenID provider, with a page to choose who one is; it keeps to the protocol unless it is told not to."""

import base64
import hashlib
import threading
import time
from collections.abc import Callable
from html import escape
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.web.door import free_port

Claims = dict[str, object]
TANDA = "tanda-tangan-kue-untuk-uji-saja-2027"
KLIEN, RAHASIA = "musrenbang", "rahasia-klien-untuk-uji"
ABDI, BUDI = "198001012005011001", "198202022006022002"
NAMA = {ABDI: "Abdi Camat", BUDI: "Budi Lain"}


class Provider:
    """`twist` changes what an ID token says, `key` signs it; both serve to be wrong."""

    def __init__(self) -> None:
        self.port = free_port()
        self.issuer = f"http://127.0.0.1:{self.port}"
        self.own_key = self.key = RSAKey.generate_key(2048, {"kid": "satu", "use": "sig", "alg": "RS256"})
        self.twist: Callable[[Claims], Claims] = dict
        self.asked: list[str] = []
        self._codes: dict[str, dict[str, str]] = {}

    def start(self) -> None:
        paths = {
            "/.well-known/openid-configuration": self._discovery, "/jwks": self._jwks, "/authorize": self._authorize,
            "/pilih": self._choose,
        }  # fmt: skip
        routes = [Route(path, serve) for path, serve in paths.items()]
        app = Starlette(routes=[*routes, Route("/token", self._token, methods=["POST"])])
        self._server = uvicorn.Server(uvicorn.Config(app, port=self.port, log_level="warning"))
        self._thread = threading.Thread(target=self._server.run)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.02)

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(20)

    def settings(self, port: int) -> str:
        """The secrets.toml of an application on this port."""
        return (
            f'[auth]\nredirect_uri = "http://127.0.0.1:{port}/oauth2callback"\ncookie_secret = "{TANDA}"\n'
            f'client_id = "{KLIEN}"\nclient_secret = "{RAHASIA}"\n'
            f'server_metadata_url = "{self.issuer}/.well-known/openid-configuration"\n'
            'client_kwargs = { scope = "openid", prompt = "login" }\nnama = "SSO Langkat"\n'
        )

    def be_right(self) -> None:
        self.key, self.twist = self.own_key, dict

    async def _discovery(self, _request: Request) -> Response:
        places = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "jwks"}
        return JSONResponse(
            {
                "issuer": self.issuer,
                **{name: f"{self.issuer}/{path}" for name, path in places.items()},
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
            }
        )

    async def _jwks(self, _request: Request) -> Response:
        return JSONResponse({"keys": [self.own_key.as_dict(private=False)]})

    async def _authorize(self, request: Request) -> Response:
        """Everybody who is known here, and a way back without anybody."""
        asked = dict(request.query_params)
        self.asked.append(asked.get("scope", ""))
        ways = {**NAMA, "": "Batal"}
        links = "".join(
            f'<li><a href="/pilih?{escape(urlencode({**asked, "siapa": sub}))}">{nama}</a></li>'
            for sub, nama in ways.items()
        )
        return HTMLResponse(f"<title>Penyedia</title><h1>Siapa Anda?</h1><ul>{links}</ul>")

    async def _choose(self, request: Request) -> Response:
        asked = dict(request.query_params)
        answer = {"state": asked["state"]}
        if asked["siapa"]:
            code = hashlib.sha256(repr(sorted(asked.items())).encode()).hexdigest()
            self._codes[code] = asked
            answer["code"] = code
        else:
            answer |= {"error": "access_denied", "error_description": "Abdi Camat tidak mau"}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(answer)}", 302)

    async def _token(self, request: Request) -> Response:
        """A code serves once, for the client that it was given to, and for who knows its PKCE verifier."""
        form = dict((await request.form()).items())
        asked = self._codes.pop(str(form.get("code")), None)
        known = base64.b64encode(f"{KLIEN}:{RAHASIA}".encode()).decode()
        if asked is None or request.headers.get("authorization") != f"Basic {known}":
            return JSONResponse({"error": "invalid_grant"}, 400)
        made = hashlib.sha256(str(form.get("code_verifier")).encode()).digest()
        if base64.urlsafe_b64encode(made).decode().rstrip("=") != asked.get("code_challenge"):
            return JSONResponse({"error": "invalid_grant"}, 400)
        return JSONResponse({"access_token": "x", "token_type": "Bearer", "id_token": self._id_token(asked)})

    def _id_token(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        claims: Claims = {
            "iss": self.issuer, "sub": asked["siapa"], "aud": KLIEN, "iat": now, "exp": now + 300,
            "nonce": asked["nonce"], "name": NAMA[asked["siapa"]], "email": f"{asked['siapa']}@langkat.example",
        }  # fmt: skip
        return jwt.encode({"alg": "RS256", "kid": "satu"}, self.twist(claims), self.key)
