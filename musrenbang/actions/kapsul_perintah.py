"""What the commands about kapsul ask of Bappeda's database, whether they open it or the application holds it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from musrenbang.actions import kapsul, terima_kapsul
from musrenbang.errors import Issue, Refused
from musrenbang.model import ADMIN, Rapat
from musrenbang.store import meetings
from musrenbang.store.engine import Store

MASUKAN = {"kapsul_bukan", "kapsul_rusak", "kapsul_berkas_ada", "kapsul_gagal", "kapsul_kembali", "rapat_tidak_ada"}


def jalankan(store: Store, permintaan: Sequence[object], now: datetime) -> str:
    """Does what ["buat", kecamatan, tahun, path], ["batal", kecamatan, tahun] or ["terima", path] asks, and says so.

    `tahun` None is the current one. Raises Refused, and for what is no such thing LookupError, TypeError or ValueError.
    """
    what, *rest = permintaan
    return LAYANAN[str(what)](store, now, *rest)


def salah_masukan(refused: Refused) -> bool:
    """Whether what was typed is wrong, and not the state of things."""
    return bool(MASUKAN & {issue.key for issue in refused.issues})


def _buat(store: Store, now: datetime, kecamatan: str, tahun: int | None, out: str) -> str:
    rapat = _meeting(store, kecamatan, tahun)
    kode = kapsul.buat(store, ADMIN, rapat.id, Path(out), now)
    return (
        f"Kapsul {_name(rapat.kecamatan.nama, rapat.tahun)} ditulis ke {out}. Kode berkas: {kode}\n"
        "Di sini musrenbang itu terkunci sampai hasilnya diterima atau kapsulnya dibatalkan."
    )


def _batal(store: Store, now: datetime, kecamatan: str, tahun: int | None) -> str:
    rapat = _meeting(store, kecamatan, tahun)
    kapsul.batal(store, ADMIN, rapat.id, now)
    name = _name(rapat.kecamatan.nama, rapat.tahun)
    return f"Kapsul {name} dibatalkan. Musrenbang dilanjutkan di basis data ini."


def _terima(store: Store, now: datetime, file: str) -> str:
    return terima_kapsul.kabar(terima_kapsul.terima(store, ADMIN, Path(file), now))


def _name(kecamatan: str, tahun: int) -> str:
    return f"Kecamatan {kecamatan} tahun {tahun}"


def _meeting(store: Store, kecamatan: str, tahun: int | None) -> Rapat:
    year = tahun or meetings.current_year(store)
    found = meetings.find_by_place(store, kecamatan, year)
    if found is None:
        raise Refused([Issue("rapat_tidak_ada", {"kecamatan": kecamatan, "tahun": year})])
    return found


LAYANAN: dict[str, Callable[..., str]] = {"buat": _buat, "batal": _batal, "terima": _terima}
