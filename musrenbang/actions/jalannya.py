"""How a meeting really went: when each row of the SOP was worked on, and how fast, from the trail's own times."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from musrenbang import pace
from musrenbang.access import Tindakan, may_touch_meeting
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import Orang
from musrenbang.pace import Kerja, Saat
from musrenbang.store import recent, times
from musrenbang.store.engine import Rows, Store
from musrenbang.store.recent import Moment

TINDAKAN = {
    "L01": (Tindakan.BUKA,),
    "L05": (Tindakan.ISI_DAFTAR_HADIR,),
    "L08": (Tindakan.AMBIL,),
    "L09": (Tindakan.MULAI,),
    "L10": (Tindakan.VERIFIKASI,),
    "L13": (Tindakan.TAMBAH_USULAN, Tindakan.UBAH_USULAN),
    "L17": (Tindakan.SKOR,),
    "L18": (Tindakan.PRIORITAS, Tindakan.CADANGAN),
    "L20": (Tindakan.CADANGAN,),
    "L21": (Tindakan.CADANGAN,),
    "L22": (Tindakan.PRIORITAS, Tindakan.PILIH_OPD),
    "L23": (Tindakan.HITUNG,),
    "L24": (Tindakan.SKOR,),
    "L26": (Tindakan.KIRIM,),
    "L29": (Tindakan.KIRIM,),
    "L31": (Tindakan.ISI_BERITA_ACARA,),
    "L34": (Tindakan.UNGGAH,),
}  # of the other rows the trail knows no time
KERJA = {Kerja.VERIFIKASI: Tindakan.VERIFIKASI, Kerja.SKOR: Tindakan.SKOR}


@dataclass(frozen=True, slots=True)
class Rentang:
    """When a row was first and last worked on, in UTC."""

    mulai: datetime
    selesai: datetime


def terlaksana(store: Store, who: Orang, rapat: UUID) -> dict[str, Rentang]:
    """What the trail knows of each row of the SOP, by its key; rows that nobody has worked on are not in it."""
    found = times.spans(store, _chain(store, who, rapat))
    worked = {key: [found[t] for t in done if t in found] for key, done in TINDAKAN.items()}
    return {key: Rentang(min(a for a, _ in spans), max(b for _, b in spans)) for key, spans in worked.items() if spans}


def saat(store: Store, who: Orang, rapat: UUID, kerja: Kerja) -> list[Saat]:
    """The last moments at which usulan were verified, or had all their levels, for the first time (L10, L24)."""
    _chain(store, who, rapat)
    return recent.asked(store, rapat, f"saat {kerja}", lambda tx: _moments(tx, rapat, kerja))


def saat_di(moment: Moment, kerja: Kerja) -> list[Saat]:
    """The same within a snapshot of whoever has been checked already."""
    return moment.unmoved(f"saat {kerja}", lambda: _moments(moment.tx, moment.id_, kerja))


def _moments(tx: Rows, rapat: UUID, kerja: Kerja) -> list[Saat]:
    return times.moments(tx, str(rapat), KERJA[kerja].value, pace.JENDELA)


def _chain(store: Store, who: Orang, rapat: UUID) -> str:
    found = recent.now(store, rapat)
    if found is None:
        raise Refused([Issue("tidak_ditemukan")])
    refuse(*may_touch_meeting(who, Tindakan.LIHAT, found))
    return str(found.id)
