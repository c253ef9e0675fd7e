"""The door of a desa/kelurahan: its own usulan, while they are open, in the chain of its kecamatan's meeting (L01)."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from musrenbang import guards
from musrenbang.access import Tindakan, may_write_desa
from musrenbang.actions.door import Visit, in_meeting
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import Desa, Orang, Rapat, Usulan
from musrenbang.store import meetings, reference
from musrenbang.store import usulan_desa as table
from musrenbang.store.engine import Rows, Store

T = TypeVar("T")


def in_own_desa(
    store: Store, who: Orang, tindakan: Tindakan, rapat: UUID, now: datetime, work: Callable[[Visit, Desa], T]
) -> T:
    """Run `work` on the usulan of the desa/kelurahan that `who` speaks for, while they are open. Raises Refused."""
    return in_meeting(
        store, who, tindakan, rapat, now, lambda visit: work(visit, open_desa(visit.tx, who, visit.rapat))
    )


def open_desa(rows: Rows, who: Orang, rapat: Rapat) -> Desa:
    """The own desa/kelurahan of `who`. Raises Refused when its usulan are closed."""
    desa = own_desa(rows, who)
    refuse(*closed(rows, rapat, desa))
    return desa


def own_desa(rows: Rows, who: Orang) -> Desa:
    """The desa/kelurahan that `who` speaks for. Raises Refused for everybody else."""
    desa = reference.find_desa(rows, who.wilayah or "")
    if desa is None:
        raise Refused([Issue("bukan_wewenang", {"nama_pengguna": who.nama_pengguna, "peran": who.peran.value})])
    refuse(*may_write_desa(who, desa))
    return desa


def closed(rows: Rows, rapat: Rapat, desa: Desa) -> list[Issue]:
    """Why the usulan of a desa/kelurahan cannot be changed any more; nothing while they can."""
    return guards.desa_open(meetings.facts(rows, rapat), desa.kode in table.loaded_desa(rows, rapat.id))


def objek(u: Usulan) -> str:
    """What the trail calls an usulan of a desa; the bare kode is the usulan inside the meeting."""
    return f"usulan {u.kode}"
