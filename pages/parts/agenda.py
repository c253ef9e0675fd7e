"""The agenda for the hall: what comes after what, with the minutes that the SOP plans for it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from musrenbang.actions.jalannya import Rentang
from musrenbang.model import Fakta
from musrenbang.sop import LAYAR, SOP, Langkah, P, Stage, next_screen

SEPANJANG = "sepanjang rapat"
STAGE = {layar.path: layar.stage for layar in LAYAR}
NAMES = {layar.path: layar.judul for layar in LAYAR}
ORDER = {layar.path: place for place, layar in enumerate(LAYAR)}


@dataclass(frozen=True, slots=True)
class Butir:
    """The point of the agenda that is on: `menit` planned for it, None where it takes what the meeting has; begun at
    `mulai` and over at `batas` (UTC), None where no plan says when."""

    layar: str
    menit: int | None
    mulai: datetime
    batas: datetime | None

    @property
    def judul(self) -> str:
        return NAMES[self.layar]


def planned(row: Langkah) -> str:
    """The time of one row in words. Only within the Musyawarah does a row without minutes take the whole meeting."""
    if row.menit:
        return f"{row.menit} menit"
    return SEPANJANG if STAGE.get(row.layar or "") is Stage.MUSYAWARAH else "–"


def agenda() -> list[tuple[str, str]]:
    """(part, planned time) in the order of the screens. Signatures go round beside the meeting and take no time."""
    return [(layar.judul, _together(rows)) for layar in LAYAR if (rows := _rows(layar.path))]


def on_now(f: Fakta, terlaksana: Mapping[str, Rentang], akhir: datetime | None) -> Butir | None:
    """What should be on now in a running meeting, whose end is planned for `akhir`; None before Mulai, after the
    first Kirim."""
    if not f.bersidang or f.rapat.dimulai is None:
        return None
    path = next_screen(f)
    mulai = _begun(path, terlaksana) or f.rapat.dimulai
    menit = _minutes(_rows(path))
    return Butir(path, menit, mulai, mulai + timedelta(minutes=menit) if menit else akhir)


def _begun(path: str, terlaksana: Mapping[str, Rentang]) -> datetime | None:
    """When its first row was taken up; when nobody has yet, as soon as what comes before it was over."""
    own = [terlaksana[row.key].mulai for row in _rows(path) if row.key in terlaksana]
    before = [span.selesai for row in SOP if row.layar and ORDER[row.layar] < ORDER[path]
              and (span := terlaksana.get(row.key))]  # fmt: skip
    return min(own, default=None) or max(before, default=None)


def _rows(path: str) -> list[Langkah]:
    return [row for row in SOP if row.layar == path and row.pelaku != P]


def _minutes(rows: list[Langkah]) -> int | None:
    if any(planned(row) == SEPANJANG for row in rows):
        return None
    return sum(row.menit or 0 for row in rows) or None


def _together(rows: list[Langkah]) -> str:
    if any(planned(row) == SEPANJANG for row in rows):
        return SEPANJANG
    menit = _minutes(rows)
    return f"{menit} menit" if menit else "–"
