"""Answers the commands `salin`, `kapsul` and `terima-kapsul`, which cannot open the file that this process holds."""

import asyncio
import json
import sys
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from musrenbang.actions import salin
from musrenbang.actions.kapsul_perintah import jalankan, salah_masukan
from musrenbang.errors import Refused
from musrenbang.model import ADMIN
from musrenbang.store import doorbell
from musrenbang.store.current import current
from musrenbang.store.moving import Report
from musrenbang.words import sentence
from pages.web.sessions import now

NO_BELL = "Perintah salin tidak dapat menghubungi aplikasi ini. Gunakan tombol Salin data."


@asynccontextmanager
async def listening(address: str) -> AsyncIterator[None]:
    """While the application runs. Without the socket it runs as well, and only the command is the poorer."""
    try:
        bell = doorbell.listen(address)
    except OSError:
        bell = None
        print(NO_BELL, file=sys.stderr, flush=True)
    server = await asyncio.start_unix_server(_answer, sock=bell) if bell else None
    try:
        yield
    finally:
        if server:
            server.close()
            doorbell.take_down(address)
        await asyncio.to_thread(salin.wait_until_done)


async def _answer(reader: StreamReader, writer: StreamWriter) -> None:
    try:
        with suppress(OSError, ValueError, KeyError, TypeError):  # who asks nonsense, or goes away, is told no more
            asked = json.loads(await reader.readline())
            last = await asyncio.to_thread(_done, asked, _telling(writer))
            writer.write(_line(last))
            await writer.drain()
    finally:
        writer.close()


def _done(asked: dict[str, Any], report: Report) -> dict[str, object]:
    if "kapsul" in asked:
        return _kapsul(asked["kapsul"])
    return _copy(Path(asked["folder"]), report, berkala=asked.get("berkala") is True)


def _kapsul(permintaan: list[object]) -> dict[str, object]:
    try:
        return {"kabar": jalankan(current(), permintaan, now())}
    except Refused as refused:
        told = "\n".join(map(sentence, refused.issues))
        return {"masalah": told, "kode": 2 if salah_masukan(refused) else 1}


def _copy(folder: Path, report: Report, *, berkala: bool) -> dict[str, object]:
    try:
        made = salin.salin(current(), ADMIN, folder, now(), report, berkala=berkala)
        return {"kabar": salin.kabar(made), "salinan": str(made.folder)}
    except Refused as refused:
        return {"masalah": sentence(refused.issues[0])}


def _telling(writer: StreamWriter) -> Report:
    """The copying runs in a thread of its own; what it reports is written by the event loop."""
    loop = asyncio.get_running_loop()

    def say(part: float) -> None:
        if not writer.is_closing():
            writer.write(_line({"maju": round(part, 3)}))

    def report(part: float) -> None:
        loop.call_soon_threadsafe(say, part)

    return report


def _line(said: dict[str, object]) -> bytes:
    return json.dumps(said, ensure_ascii=False).encode() + b"\n"
