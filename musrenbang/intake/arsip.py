"""An archive copy that somebody wants checked: what lies in it as data. Read in a child process."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pikepdf

from musrenbang.errors import Issue, Refused, refuse
from musrenbang.intake import sandbox
from musrenbang.intake.pdf import everything, opened, unpacked
from musrenbang.model import Asal, Kertas, Saringan

MOST_MB = 10
MOST_FILES = 5
MOST_DATA = 8 << 20  # bytes of all that lies in it
MOST_UNPACKED = 64 << 20  # bytes of everything that is not a picture
TENTANG = "dokumen.json"
SPOKEN = {
    "pdf_bukan": "dokumen_bukan", "pdf_rusak": "dokumen_rusak", "pdf_gabungan": "dokumen_rusak",
    "pdf_terkunci": "dokumen_rusak",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Arsip:
    """What an archive copy says of itself, and its lists as CSV, by name. Nothing in it is believed."""

    dokumen: str
    kode: str
    dicetak: datetime
    kertas: Kertas
    saringan: Saringan
    daftar: Mapping[str, str]


def read(path: Path) -> Arsip:
    """Raises Refused with one issue for what is no archive copy of a sent meeting."""
    sandbox.weigh(path, MOST_MB, "dokumen_terlalu_besar")
    try:
        found: dict[str, str] = sandbox.run("arsip", path)
        about = json.loads(found.pop(TENTANG, "null"))
        return _understood(about, found)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as fault:
        raise Refused([Issue("dokumen_rusak")]) from fault


def _understood(about: Any, files: Mapping[str, str]) -> Arsip:
    if about is None:
        refuse(Issue("dokumen_tanpa_data"))
    daftar = {name.removesuffix(".csv"): content for name, content in files.items()}
    asal = Asal(about["asal"]) if about["asal"] else None
    saringan = Saringan(_text(about["desa"]), asal, _text(about["opd"]))
    dicetak = datetime.fromisoformat(about["dicetak"]).replace(tzinfo=None)
    refuse(*[] if 2000 <= dicetak.year <= 2200 else [Issue("dokumen_rusak")])
    return Arsip(str(about["dokumen"]), str(about["kode"]), dicetak, Kertas(about["kertas"]), saringan, daftar)


def _text(value: object) -> str | None:
    return None if value is None else str(value)[:40]


def inspect(path: Path) -> dict[str, str]:
    """In the child process: the files in it by name, as text."""
    try:
        with opened(path) as pdf:
            return _files(pdf)
    except Refused as refused:
        raise Refused([_spoken(issue) for issue in refused.issues]) from refused


def _files(pdf: pikepdf.Pdf) -> dict[str, str]:
    room = MOST_UNPACKED
    for thing in everything(pdf):
        if isinstance(thing, pikepdf.Stream):
            room -= unpacked(thing, room)
    refuse(*[Issue("pdf_rusak")] if len(pdf.attachments) > MOST_FILES else [])
    content = {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()}
    refuse(*[Issue("pdf_rusak")] if sum(map(len, content.values())) > MOST_DATA or pdf.get_warnings() else [])
    return {name: part.decode() for name, part in content.items()}


def _spoken(issue: Issue) -> Issue:
    """Who checks a paper is not asked to scan it anew."""
    return Issue(SPOKEN[issue.key]) if issue.key in SPOKEN else issue
