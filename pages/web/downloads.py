"""Papers and lists as files, made for a person who may print that meeting (L02 to L35).

The address says which: /unduh/PAPER/KECAMATAN/YEAR.KIND?desa=…&asal=…&opd=…&kertas=A4&arsip=1
"""

import os
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response

from musrenbang import kode_periksa
from musrenbang.access import Tindakan
from musrenbang.actions import baca, lambang
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import Asal, BahanCetak, Kertas, Orang, Peran, Saringan
from musrenbang.store.current import current
from musrenbang.words import sentence
from pages.web import layout, sessions
from reports import PAPERS, TEXTS, WORKBOOKS

Maker = Callable[[BahanCetak], bytes]

KINDS: dict[str, tuple[dict[str, Maker], str]] = {
    "pdf": (PAPERS, "application/pdf"),
    "xlsx": (WORKBOOKS, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (TEXTS["csv"], "text/csv; charset=utf-8"),
    "json": (TEXTS["json"], "application/json"),
}
STATUS = {"tidak_ditemukan": 404, "kapsul_tidak_di_server": 404, "bukan_wewenang": 403, "bukan_wilayah": 403}
REMEMBERED = 32
FOR_OPD = ("daftar-opd",)  # what an OPD may take away of a sent meeting: its own usulan


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for: a paper in one form, about some of the usulan, on one size of sheet."""

    jenis: str
    kertas: str
    saringan: Saringan
    ukuran: Kertas
    arsip: bool


Key = tuple[Ask, UUID, str, UUID | None, Orang]

at_once = CapacityLimiter(2)
_made: dict[Key, bytes] = {}
_lock = threading.Lock()


async def download(request: Request) -> Response:
    p = request.path_params
    who = request.state.orang
    try:
        ask = _asked(p["jenis"], p["kertas"], request.query_params, who)
        name, content = await to_thread.run_sync(_paper, who, ask, p["kecamatan"], p["tahun"], limiter=at_once)
    except Refused as refused:
        issue = refused.issues[0]
        return layout.message(sentence(issue), STATUS.get(issue.key, 409), "/", "Ke halaman utama")
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, media_type=KINDS[p["jenis"]][1], headers=headers)


def _asked(jenis: str, kertas: str, query: Mapping[str, str], who: Orang) -> Ask:
    """Raises Refused for a choice that is none. An OPD sees its own usulan, whatever it asks for."""
    if who.peran is Peran.OPD and kertas not in FOR_OPD:
        refuse(Issue("bukan_wewenang", {"nama_pengguna": who.nama_pengguna, "peran": who.peran.value}))
    opd = who.wilayah if who.peran is Peran.OPD else query.get("opd") or None
    try:
        asal = Asal(query["asal"]) if query.get("asal") else None
        ukuran = Kertas(query.get("kertas") or Kertas.F4)
    except ValueError:
        raise Refused([Issue("tidak_ditemukan")]) from None
    arsip = jenis == "pdf" and query.get("arsip") == "1"
    return Ask(jenis, kertas, Saringan(query.get("desa") or None, asal, opd), ukuran, arsip)


def _paper(who: Orang, ask: Ask, kecamatan: str, tahun: str) -> tuple[str, bytes]:
    """File name and content. The rights are asked anew each time, also for a paper that is remembered."""
    make = _maker(ask.jenis, ask.kertas)
    if not re.fullmatch(r"[0-9]{4}", tahun):
        refuse(Issue("tidak_ditemukan"))
    store = current()
    rapat = baca.rapat_di(store, who, kecamatan, int(tahun), Tindakan.CETAK)
    key = (ask, rapat.id, baca.tanda_data(store, who, rapat.id), lambang.tanda(store), who)
    content = _made.get(key) or make(_material(who, ask, rapat.id))
    _remember(key, content)
    tempat = re.sub(r"[^a-z0-9]+", "-", rapat.kecamatan.nama.lower())
    parts = (ask.kertas, ask.saringan.asal, ask.saringan.desa, ask.saringan.opd, tempat, tahun)
    return f"{'-'.join(part.lower() for part in parts if part)}.{ask.jenis}", content


def _material(who: Orang, ask: Ask, rapat: UUID) -> BahanCetak:
    bahan = baca.bahan_cetak(current(), who, rapat, sessions.now())
    alamat = kode_periksa.address(os.environ.get("MUSRENBANG_ALAMAT"))
    return replace(bahan, saringan=ask.saringan, kertas=ask.ukuran, arsip=ask.arsip, alamat=alamat)


def _maker(jenis: str, kertas: str) -> Maker:
    makers, _ = KINDS.get(jenis, ({}, ""))
    if kertas not in makers:
        refuse(Issue("tidak_ditemukan"))
    return makers[kertas]


def _remember(key: Key, content: bytes) -> None:
    with _lock:
        _made.pop(key, None)
        while len(_made) >= REMEMBERED:
            del _made[next(iter(_made))]
        _made[key] = content
