"""Stored files on their way out: /berkas/ID to keep, ?inline=1 to look at a PDF or photo, ?kecil=1 for a small one."""

import io
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from anyio import CapacityLimiter, to_thread
from PIL import Image
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from musrenbang.actions import berkas
from musrenbang.errors import Refused
from musrenbang.model import Berkas, Orang
from musrenbang.store.current import current
from musrenbang.words import sentence
from pages.web import layout
from pages.web.downloads import STATUS

KEPT = {"Cache-Control": "private, no-store"}
# Chromium shows no PDF in a sandbox; its own viewer keeps the content apart, and nothing may be loaded from it
POLICY = {
    "application/pdf": "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
    "image/jpeg": "default-src 'none'; sandbox; frame-ancestors 'self'",
}
SMALL = 480  # pixels

_at_once = CapacityLimiter(4)


async def serve(request: Request) -> Response:
    """Ranges are answered, so that a video can be looked at from anywhere in it."""
    try:
        found, path = await to_thread.run_sync(_found, request.state.orang, request.path_params["id"])
    except Refused as refused:
        issue = refused.issues[0]
        return layout.message(sentence(issue), STATUS.get(issue.key, 409), "/", "Ke halaman utama")
    if found.tipe == "image/jpeg" and request.query_params.get("kecil") == "1":
        content = await to_thread.run_sync(_small, path, limiter=_at_once)
        return Response(content, media_type=found.tipe, headers=_headers(found.tipe))
    shown = request.query_params.get("inline") == "1" and found.tipe in POLICY
    return FileResponse(
        path,
        media_type=found.tipe,
        filename=found.nama,
        headers=_headers(found.tipe) if shown else KEPT,
        content_disposition_type="inline" if shown else "attachment",
    )


def _found(who: Orang, id_: UUID) -> tuple[Berkas, Path]:
    return berkas.file_for(current(), who, id_)


def _headers(tipe: str) -> dict[str, str]:
    return {**KEPT, "Content-Security-Policy": POLICY[tipe]}


@lru_cache(maxsize=64)
def _small(path: Path) -> bytes:
    """A stored photo never changes, and was drawn by this application itself."""
    out = io.BytesIO()
    with Image.open(path, formats=("JPEG",)) as photo:
        photo.draft("RGB", (SMALL, SMALL))
        photo.thumbnail((SMALL, SMALL))
        photo.save(out, "JPEG", quality=80)
    return out.getvalue()
