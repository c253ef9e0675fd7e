"""The technical log: JSON, one object a line, in the file that MUSRENBANG_CATATAN names, or on stderr.

Its lines are for who keeps the server, and may be handed on: what a person typed, a name, a password or an address of
the network is in none of them. Where others' code writes, only the fixed part of its message is kept; of a fault its
kind and where it happened, as its message may repeat a value.
"""

import hashlib
import json
import logging
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from logging.handlers import WatchedFileHandler
from pathlib import Path
from traceback import walk_tb

ROOT = Path(__file__).parents[2]
OWN = "musrenbang"
SOURCES = ("musrenbang", "pages", "reports")
STDERR = "-"

utama = logging.getLogger(OWN)
permintaan = logging.getLogger(f"{OWN}.permintaan")
gangguan = logging.getLogger(f"{OWN}.gangguan")


class JsonLines(logging.Formatter):
    def __init__(self, versi: str) -> None:
        super().__init__()
        self._versi = versi

    def format(self, record: logging.LogRecord) -> str:
        waktu = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {
            "waktu": waktu,
            "tingkat": record.levelname,
            "versi": self._versi,
            "proses": record.process,
        }
        line |= _said(record)
        if record.exc_info and record.exc_info[1]:
            line["gangguan"] = list(_chain(record.exc_info[1]))
        return json.dumps(line, ensure_ascii=False, default=str)


def begin(named: str | None, versi: str, counting: logging.Handler) -> None:
    """From now on everything that is logged in this process comes out here, and `counting` hears of what is ours.

    `named` is a file, or "-" for stderr; None: on stderr, and only what somebody must look at.
    A file that is moved away, as logrotate does, is begun anew. Raises OSError for a file that cannot be written.
    """
    handler = _handler(named)
    handler.setFormatter(JsonLines(versi))
    handler.addFilter(_matters)
    logging.raiseExceptions = False  # a full disk under the log is no reason to print what would have been in it
    for logger in _printing():
        logger.handlers.clear()
        logger.propagate = True
    logging.root.handlers = [handler]
    utama.setLevel(logging.INFO)
    utama.handlers = [counting]


def _handler(named: str | None) -> logging.Handler:
    if named and named != STDERR:
        return WatchedFileHandler(named, encoding="utf-8")
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.INFO if named else logging.WARNING)
    return handler


def version() -> str:
    """A digest of this application's own files: two servers that tell the same one run the same code."""
    found = hashlib.sha256()
    for path in sorted(p for name in SOURCES for p in (ROOT / name).rglob("*") if _is_source(p)):
        found.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:12]


def _is_source(path: Path) -> bool:
    return path.is_file() and path.suffix != ".pyc"


def _matters(record: logging.LogRecord) -> bool:
    return _is_own(record) or record.levelno >= logging.WARNING


def _printing() -> list[logging.Logger]:
    """Whoever writes to a place of its own; uvicorn's list of requests is silenced by having none."""
    known = logging.root.manager.loggerDict.values()
    return [each for each in known if isinstance(each, logging.Logger) and each.handlers]


def _is_own(record: logging.LogRecord) -> bool:
    return record.name.split(".")[0] == OWN


def _said(record: logging.LogRecord) -> dict[str, object]:
    if _is_own(record):
        return {"peristiwa": record.msg, **getattr(record, "isi", {})}
    return {"peristiwa": "lain", "dari": record.name, "pesan": record.msg if record.args else "-"}


def _chain(fault: BaseException | None) -> Iterator[dict[str, object]]:
    """The fault, and what it came from: their kinds and the places, never their messages."""
    while fault:
        kind = f"{type(fault).__module__}.{type(fault).__qualname__}"
        yield {"jenis": kind.removeprefix("builtins."), "jejak": [*_places(fault)]}
        for inside in fault.exceptions if isinstance(fault, BaseExceptionGroup) else ():
            yield from _chain(inside)
        fault = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)


def _places(fault: BaseException) -> Iterator[str]:
    for frame, line in walk_tb(fault.__traceback__):
        path = Path(frame.f_code.co_filename)
        shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else Path(*path.parts[-3:])
        yield f"{shown}:{line} {frame.f_code.co_qualname}"
