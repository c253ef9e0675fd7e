"""What the scoring table and its browser say to each other (L24). Pure: a browser may send anything, so all is checked.

The browser keeps each typed level until it is told that it has been received, and sends it again until then; so every
level has a number, and a number is dealt with once.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from musrenbang import scoring
from musrenbang.actions.skoring import Ketikan
from musrenbang.errors import Issue, Refused
from musrenbang.formats import skor
from musrenbang.model import Bidang, Kriteria, Tingkat, UsulanMasuk

PANJANG_KLIEN = 64


class Sel(NamedTuple):
    """One level as it was typed: of which usulan and kriteria (0 to 7), what stood there, what is wanted."""

    nomor: int
    usulan: UUID
    tempat: int
    dilihat: int | None
    mau: int | None


def read(sent: Any, shown: Collection[UUID]) -> tuple[str, list[Sel]]:
    """Which browser has sent, and its levels by number. Raises Refused for what no table of ours can send."""
    try:
        klien, rows = sent["klien"], sent["ketikan"]
        cells = [Sel(nomor, UUID(usulan), tempat, dilihat, mau) for nomor, usulan, tempat, dilihat, mau in rows]
    except (TypeError, KeyError, ValueError, AttributeError) as fault:
        raise Refused([Issue("tidak_ditemukan")]) from fault
    if not (isinstance(klien, str) and len(klien) <= PANJANG_KLIEN and all(_possible(c, shown) for c in cells)):
        raise Refused([Issue("tidak_ditemukan")])
    return klien, sorted(cells, key=lambda c: c.nomor)


def _possible(cell: Sel, shown: Collection[UUID]) -> bool:
    """Which levels a kriteria has is for the action to say."""
    return (
        type(cell.nomor) is int
        and cell.usulan in shown
        and type(cell.tempat) is int
        and 0 <= cell.tempat < scoring.BANYAK_KRITERIA
        and all(level is None or type(level) is int for level in (cell.dilihat, cell.mau))
    )


def by_usulan(cells: Iterable[Sel]) -> dict[UUID, Ketikan]:
    """Of several levels typed into one place, what stood there before the first and what the last one wants."""
    found: dict[UUID, dict[int, tuple[int | None, int | None]]] = {}
    for c in cells:
        places = found.setdefault(c.usulan, {})
        dilihat = places[c.tempat][0] if c.tempat in places else c.dilihat
        places[c.tempat] = (dilihat, c.mau)
    return dict(found)


def named(rows: Sequence[UsulanMasuk], kriteria: Sequence[Kriteria]) -> dict[str, object]:
    """The part of the table that stays while levels are typed."""
    return {
        "kunci": key(u.id for u in rows),
        "usulan": [(str(u.id), u.isi.nama, u.nama_desa, int(u.isi.bidang is not Bidang.FISIK)) for u in rows],
        "kriteria": [_named(k) for k in kriteria],
    }


def _named(k: Kriteria) -> dict[str, object]:
    return {
        "nama": k.nama, "singkat": PENDEK.get(k.kunci, k.singkat), "bobot": k.bobot, "kata": k.kata,
        "kata_lain": k.kata_bidang_lain or k.kata,
    }  # fmt: skip


def key(ids: Iterable[UUID]) -> int:
    """Of a list in its order: the levels of one list never fall into the rows of another."""
    return hash(tuple(ids)) % 2**31


def levels(rows: Iterable[UsulanMasuk]) -> list[str]:
    """ "54-34323|kurang 1||" or "54434323|3,85|2|3": levels, score, rank, and how many share it."""
    return [_line(u.tingkat or (), u.poin, u.peringkat, u.seri) for u in rows]


@lru_cache(8192)  # of hundreds of rows that are drawn at every save, few are others than before
def _line(tingkat: Tingkat, poin: int | None, peringkat: int | None, seri: int | None) -> str:
    score = skor(poin) if poin is not None else f"kurang {len(scoring.missing(tingkat))}"
    shared = seri if seri and seri > 1 else ""
    return f"{''.join(str(t or '-') for t in tingkat)}|{score}|{peringkat or ''}|{shared}"


def received(before: Mapping[str, int], klien: str, cells: Sequence[Sel]) -> dict[str, int]:
    """The last number dealt with of each browser; a tab that has been open for long forgets the oldest."""
    last = max([before.get(klien, 0), *(c.nomor for c in cells)])
    others = [(k, n) for k, n in before.items() if k != klien][-3:]
    return {**dict(others), klien: last}


PENDEK = {
    "keterdesakan": "Mendesak",
    "pertumbuhan": "Ekonomi",
    "potensi": "Potensi",
    "kemiskinan": "Miskin",
    "manfaat": "Manfaat",
    "partisipasi": "Partisipasi",
    "kemudahan": "Mudah",
    "dokumen": "Dokumen",
}
