"""All meetings of a year at once, for Bappeda: how far each is, how fast it works, and how late that makes it."""

from dataclasses import dataclass
from datetime import datetime

from musrenbang import pace
from musrenbang.actions import baca
from musrenbang.actions.jalannya import KERJA
from musrenbang.model import Fakta, Orang, Rapat
from musrenbang.pace import Kerja, Perkiraan, Saat
from musrenbang.store import recent, times
from musrenbang.store.engine import Rows, Store


@dataclass(frozen=True, slots=True)
class Pantauan:
    """One meeting: `terlambat` is how many whole minutes it is behind its Daftar Hadir, None without a plan."""

    fakta: Fakta
    perkiraan: Perkiraan | None
    terlambat: int | None


def pantau(store: Store, who: Orang, tahun: int, now: datetime) -> list[Pantauan]:
    """The latest first, then as they are numbered."""
    all_ = baca.semua_rapat(store, who, tahun)
    working = {f.rapat.id: pace.work_left(f.kemajuan) for f in all_ if _works_here(f.rapat)}
    chains = {kerja: [str(id_) for id_, (doing, _) in working.items() if doing is kerja] for kerja in Kerja}

    def read(tx: Rows) -> dict[str, list[Saat]]:
        found = (times.moments_by_chain(tx, chains[k], KERJA[k].value, pace.JENDELA) for k in Kerja)
        return {chain: saat for one in found for chain, saat in one.items()}

    saat = recent.of_all(store, ("saat", *map(tuple, chains.values())), read)

    def watched(f: Fakta) -> Pantauan:
        doing = working.get(f.rapat.id)
        found = pace.forecast(doing[0], saat.get(str(f.rapat.id), []), doing[1], now) if doing else None
        return Pantauan(f, found, pace.minutes_behind(f, found, now))

    return sorted(map(watched, all_), key=lambda one: -max(one.terlambat or 0, 0))


def _works_here(rapat: Rapat) -> bool:
    return rapat.dimulai is not None and rapat.dikirim is None and rapat.dibawa is None
