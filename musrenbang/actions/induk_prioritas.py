"""Prioritas pembangunan of a year: named, added, taken out while nothing has chosen them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from musrenbang import guards_induk
from musrenbang.access import may_keep_master_data
from musrenbang.actions.induk import Meja, at_desk, must_exist, one_line
from musrenbang.actions.lambang import RANTAI
from musrenbang.errors import refuse
from musrenbang.model import Orang, Prioritas, PrioritasTahun
from musrenbang.store import induk as table
from musrenbang.store import meetings, reference, trail
from musrenbang.store.engine import Rows, Store

UBAH = "ubah prioritas pembangunan"


def prioritas(store: Store, who: Orang, tahun: int) -> PrioritasTahun:
    refuse(*may_keep_master_data(who))
    return store.snapshot(lambda tx: _stored(tx, tahun))


def simpan(store: Store, who: Orang, isi: PrioritasTahun, now: datetime) -> None:
    """The whole list; what is not in it is taken out. `isi.versi` is what was shown; raises ChangedMeanwhile."""
    after, objek = tuple(replace(p, nama=one_line(p.nama)) for p in isi.prioritas), f"prioritas {isi.tahun}"

    def work(meja: Meja) -> None:
        before = _stored(meja.tx, isi.tahun).prioritas
        names = "; ".join(p.nama for p in before)
        meja.must_be_seen(objek, f"Prioritas pembangunan tahun {isi.tahun}", isi.versi, names)
        meja.log(objek, told(before), told(after))
        meja.tell(meetings.of_year(meja.tx, isi.tahun), objek)
        # asked only now: from here on no meeting chooses one that is being taken out
        refuse(*guards_induk.prioritas(after, before, table.prioritas_in_use(meja.tx, isi.tahun)))
        table.save_prioritas(meja.tx, isi.tahun, before, after)

    at_desk(store, who, UBAH, now, work)


def _stored(tx: Rows, tahun: int) -> PrioritasTahun:
    must_exist(tx, tahun)
    versi = trail.last_number(tx, RANTAI, f"prioritas {tahun}")
    return PrioritasTahun(
        tahun, tuple(reference.prioritas(tx, tahun).values()), versi, table.prioritas_in_use(tx, tahun)
    )


def told(prioritas: Sequence[Prioritas]) -> dict[str, str]:
    return {f"prioritas {p.nomor}": p.nama for p in prioritas}
