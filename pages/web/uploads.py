"""Documents on their way in (L33, L34): the body goes to the disk as it comes, so a video takes no memory.

The address says what it is: POST /unggah/JENIS/KECAMATAN/YEAR?nama=…&menggantikan=…&dikirim=…, with the session's token
as header `x-csrf`. The answer is JSON: {"kabar": sentence} or {"masalah": sentence}.
"""

import hmac
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import IO, TypeVar
from uuid import UUID

from anyio import CapacityLimiter, to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from musrenbang import passwords
from musrenbang.access import Tindakan
from musrenbang.actions import baca, berkas, dokumen
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import JenisBerkas, Orang
from musrenbang.store.current import current
from musrenbang.words import sentence
from pages.web import sessions
from pages.web.downloads import STATUS

T = TypeVar("T")
JENIS = {jenis.value.replace(" ", "-"): jenis for jenis in dokumen.NAMA}
MB = 1 << 20
MOST_MB = {JenisBerkas.VIDEO: 200}
MOST_OTHERS_MB = 40
PIECE = MB  # what is gathered before it is written

_at_once = CapacityLimiter(4)


async def upload(request: Request) -> Response:
    who = request.state.orang
    try:
        refuse(*not_from_here(request))
        jenis, rapat = await to_thread.run_sync(_asked, who, dict(request.path_params))
        unfinished = current().files.unfinished()
        try:
            await to_disk(request, unfinished, MOST_MB.get(jenis, MOST_OTHERS_MB))
            query = request.query_params
            seen = (_read(UUID, query.get("menggantikan")), _read(datetime.fromisoformat, query.get("dikirim")))
            ask = (who, rapat, jenis, query.get("nama", ""), unfinished, *seen)
            await to_thread.run_sync(_keep, *ask, limiter=_at_once)
        finally:
            unfinished.unlink(missing_ok=True)
    except Refused as refused:
        issue = refused.issues[0]
        return JSONResponse({"masalah": sentence(issue)}, STATUS.get(issue.key, 409))
    return JSONResponse({"kabar": f"{dokumen.NAMA[jenis]} sudah disimpan."})


def not_from_here(request: Request) -> list[Issue]:
    """Another site can neither read the token nor send this header."""
    given, own = request.headers.get("x-csrf", ""), passwords.csrf_of(request.state.sidik)
    return [] if hmac.compare_digest(given.encode(), own.encode()) else [Issue("belum_masuk")]


def _asked(who: Orang, p: dict[str, str]) -> tuple[JenisBerkas, UUID]:
    """The rights come first: nothing is read from who may not write."""
    jenis = JENIS.get(p["jenis"])
    if jenis is None or not re.fullmatch(r"[0-9]{4}", p["tahun"]):
        raise Refused([Issue("tidak_ditemukan")])
    rapat = baca.rapat_di(current(), who, p["kecamatan"], int(p["tahun"]), Tindakan.UNGGAH)
    dokumen.siap_menerima(current(), who, rapat.id, jenis)
    return jenis, rapat.id


async def to_disk(request: Request, path: Path, most: int, too_large: str = "unggahan_terlalu_besar") -> None:
    """Raises Refused as soon as more than `most` MB have come, `too_large` being its key, and when the browser has
    gone."""
    room, piece = most * MB, bytearray()
    with berkas.room_for(path), path.open("wb") as file:
        try:
            async for chunk in request.stream():
                room -= len(chunk)
                refuse(*[Issue(too_large, {"maks": most})] if room < 0 else [])
                piece += chunk
                if len(piece) >= PIECE:
                    await _write(file, piece)
        except ClientDisconnect:
            raise Refused([Issue("unggahan_terputus")]) from None
        await _write(file, piece)


async def _write(file: IO[bytes], piece: bytearray) -> None:
    await to_thread.run_sync(file.write, bytes(piece))
    piece.clear()


def _keep(
    who: Orang, rapat: UUID, jenis: JenisBerkas, nama: str, unfinished: Path,
    menggantikan: UUID | None, dikirim: datetime | None,
) -> None:  # fmt: skip
    dokumen.unggah(current(), who, rapat, jenis, nama, unfinished, menggantikan, sessions.now(), dikirim)


def _read(kind: Callable[[str], T], text: str | None) -> T | None:
    try:
        return kind(text) if text else None
    except ValueError:
        return None
