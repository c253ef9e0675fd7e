"""What screens ask about kapsul: which have gone out, which meetings may go, and the file of one that is out."""

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from musrenbang.access import Tindakan, may_keep_master_data, may_touch_meeting
from musrenbang.actions.kapsul import may_go
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.intake import kapsul as berkas
from musrenbang.model import KapsulTercatat, KeadaanKapsul, Orang, Rapat
from musrenbang.store import kapsul as table
from musrenbang.store import meetings
from musrenbang.store.engine import Store

MAKS_MB = 200  # of a result that is uploaded; larger ones are taken in by the command


def daftar(store: Store, who: Orang) -> list[KapsulTercatat]:
    """All that went out from here, the latest first."""
    refuse(*may_keep_master_data(who))
    return [
        replace(one, kode=_kode(store.files.kapsul(one.id))) if _is_on_server(store, one) else one
        for one in table.told(store)
    ]


def dapat_dibawa(store: Store, who: Orang) -> list[Rapat]:
    """The meetings of the current year that may go out, by kode of kecamatan."""
    refuse(*may_keep_master_data(who))
    return [rapat for rapat in meetings.of_year(store, meetings.current_year(store)) if not may_go(store, rapat)]


def berkas_kapsul(store: Store, who: Orang, id_: UUID) -> tuple[Path, str]:
    """The file of a kapsul that is out, and the name to give to it. Raises Refused, also once it is back."""
    refuse(*may_keep_master_data(who))
    found = next((one for one in table.told(store) if one.id == id_ and _is_on_server(store, one)), None)
    if found is None:
        raise Refused([Issue("kapsul_tidak_di_server")])
    tempat = re.sub(r"[^a-z0-9]+", "-", found.kecamatan.lower())
    return store.files.kapsul(id_), f"{tempat}-{found.tahun}.kapsul"


def siap_menerima(who: Orang) -> None:
    """Before anything is read of what somebody brings. Raises Refused."""
    refuse(*may_keep_master_data(who))


def di_laptop(store: Store, who: Orang, rapat: UUID) -> KeadaanKapsul | None:
    """How far the kapsul is that this database was filled from; None at Bappeda."""
    found = meetings.find(store, rapat)
    refuse(*(may_touch_meeting(who, Tindakan.LIHAT, found) if found else [Issue("tidak_ditemukan")]))
    held = table.here(store)
    return held.keadaan if held else None


def _is_on_server(store: Store, one: KapsulTercatat) -> bool:
    return one.keadaan is KeadaanKapsul.KELUAR and store.files.kapsul(one.id).is_file()


@lru_cache(maxsize=64)
def _kode(path: Path) -> str:
    """A file that has its name is never changed."""
    with path.open("rb") as source:
        return berkas.kode(source)
