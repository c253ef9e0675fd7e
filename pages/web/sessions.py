"""The cookie of a login and the person behind it."""

from datetime import datetime

from anyio import to_thread
from starlette.requests import HTTPConnection
from starlette.responses import Response

from musrenbang import passwords
from musrenbang.actions import masuk
from musrenbang.clock import SERVER
from musrenbang.model import Orang
from musrenbang.store.current import current

COOKIE = "musrenbang"


def now() -> datetime:
    """The one place where the door reads the clock: naive UTC."""
    return SERVER.now()


def digest_of(connection: HTTPConnection) -> str | None:
    secret = connection.cookies.get(COOKIE)
    return passwords.digest(secret) if secret else None


async def person(sidik: str | None) -> Orang | None:
    """Asked in a thread: the store answers within a millisecond, but may have to wait for a disk."""
    return await to_thread.run_sync(masuk.siapa, current(), sidik, now()) if sidik else None


def address_of(connection: HTTPConnection) -> str:
    """Where the connection comes from; a forwarded address counts only when uvicorn trusts the proxy that sent it.

    What a proxy forwards need not be an address; the store keeps 64 characters.
    """
    return connection.client.host.replace("\x00", "")[:64] if connection.client else "-"


def set_cookie(response: Response, connection: HTTPConnection, secret: str) -> None:
    response.set_cookie(
        COOKIE,
        secret,
        max_age=int(masuk.LAMA_SESI.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=is_https(connection),
    )


def drop_cookie(response: Response, connection: HTTPConnection) -> None:
    response.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=is_https(connection))


def is_https(connection: HTTPConnection) -> bool:
    """Here or up to the proxy in front; whoever forges that header only makes his own cookie stricter."""
    return "https" in (connection.url.scheme, connection.headers.get("x-forwarded-proto"))
