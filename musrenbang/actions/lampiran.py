"""What a desa/kelurahan attaches to one of its usulan: photos and one document (L01, L24)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from musrenbang import guards
from musrenbang.access import Tindakan, may_see_desa, may_touch_meeting
from musrenbang.actions.berkas import kept, receive
from musrenbang.actions.door import Visit
from musrenbang.actions.own_desa import in_own_desa, objek, open_desa
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import Berkas, Desa, JenisBerkas, Orang, Rapat, Usulan
from musrenbang.store import berkas as table
from musrenbang.store import meetings, reference, usulan_desa
from musrenbang.store.engine import Rows, Store


def lampirkan(
    store: Store, who: Orang, rapat: UUID, usulan: UUID, jenis: JenisBerkas, nama: str, content: bytes, now: datetime
) -> UUID:
    """Attaches a photo or a PDF, and leaves the approval as it is. Returns the id of the file."""

    # the content is looked at last, as that is what costs
    store.snapshot(lambda tx: _ready(tx, who, rapat, usulan, jenis))
    with kept(store, who, usulan, jenis, nama, receive(store, content), now) as new:
        in_own_desa(store, who, Tindakan.LAMPIRKAN, rapat, now, lambda visit, desa: _add(visit, desa, new))
    return new.id


def lepas(store: Store, who: Orang, rapat: UUID, id_: UUID, now: datetime) -> None:
    """Takes an attachment off. Its file and its row stay."""

    def work(visit: Visit, desa: Desa) -> None:
        found = table.find(visit.tx, id_)
        if found is None or found.diganti or found.jenis not in guards.LAMPIRAN:
            raise Refused([Issue("tidak_ditemukan")])
        usulan = _own(visit.tx, visit.rapat, desa, found.pemilik)
        table.retire(visit.tx, id_, now)
        visit.log(f"lampiran {objek(usulan)}", sebelum=_told(found))

    in_own_desa(store, who, Tindakan.LAMPIRKAN, rapat, now, work)


def daftar(store: Store, who: Orang, usulan: Sequence[UUID]) -> dict[UUID, list[Berkas]]:
    """What is attached to each of these usulan now, photos first; for their desa, its camat and Bappeda."""

    def work(tx: Rows) -> dict[UUID, list[Berkas]]:
        refuse(*_may_see(tx, who, usulan_desa.desa_of(tx, usulan)))
        found = [b for b in table.of_owners(tx, usulan) if b.jenis in guards.LAMPIRAN]
        return {id_: _sorted(b for b in found if b.pemilik == id_) for id_ in usulan}

    return store.snapshot(work)


def _sorted(found: Iterable[Berkas]) -> list[Berkas]:
    return sorted(found, key=lambda b: b.jenis is JenisBerkas.DOKUMEN_USULAN)


def _may_see(tx: Rows, who: Orang, kodes: Iterable[str]) -> list[Issue]:
    for kode in kodes:
        desa = reference.find_desa(tx, kode)
        issues = may_see_desa(who, desa) if desa else [Issue("tidak_ditemukan")]
        if issues:
            return issues
    return []


def _ready(tx: Rows, who: Orang, rapat: UUID, usulan: UUID, jenis: JenisBerkas) -> None:
    """Raises Refused when this could not be attached anyway."""
    found = meetings.find(tx, rapat)
    if found is None:
        raise Refused([Issue("tidak_ditemukan")])
    refuse(*may_touch_meeting(who, Tindakan.LAMPIRKAN, found))
    _with_room(tx, found, open_desa(tx, who, found), usulan, jenis)


def _add(visit: Visit, desa: Desa, new: Berkas) -> None:
    usulan = _with_room(visit.tx, visit.rapat, desa, new.pemilik, new.jenis)
    table.add(visit.tx, new)
    visit.log(f"lampiran {objek(usulan)}", sesudah=_told(new))


def _with_room(tx: Rows, rapat: Rapat, desa: Desa, usulan: UUID, jenis: JenisBerkas) -> Usulan:
    """The usulan, when one more of this jenis has room on it."""
    found = _own(tx, rapat, desa, usulan)
    refuse(*guards.room_for_attachment(jenis, [b.jenis for b in table.of_owners(tx, [usulan])]))
    return found


def _own(tx: Rows, rapat: Rapat, desa: Desa, usulan: UUID) -> Usulan:
    own = usulan_desa.of_desa(tx, desa.kode, rapat.tahun)
    found = next((u for u in own if u.id == usulan), None)
    if found is None:
        raise Refused([Issue("tidak_ditemukan")])
    return found


def _told(b: Berkas) -> dict[str, object]:
    """What the trail keeps of an attachment."""
    return {"id": b.id, "nama": b.nama, "jenis": b.jenis.value, "ukuran": b.ukuran, "sidik": b.sidik}
