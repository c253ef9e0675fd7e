"""What a desa/kelurahan does with its own usulan until the camat has loaded them (L01)."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from uuid import UUID, uuid5

from musrenbang import guards
from musrenbang.access import Tindakan
from musrenbang.actions.deciding import Dilihat, cleaned, content_issues
from musrenbang.actions.door import Visit, refuse_changed
from musrenbang.actions.own_desa import closed, in_own_desa, objek, own_desa
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.formats import rupiah
from musrenbang.model import Asal, Desa, IsiUsulan, Opd, Orang, Rapat, Usulan, UsulanLalu
from musrenbang.store import berkas, ingatan, meetings, reference
from musrenbang.store import usulan_desa as table
from musrenbang.store.engine import Rows, Store


@dataclass(frozen=True, slots=True)
class KeadaanDesa:
    """Where one desa/kelurahan stands before the meeting. `ditutup` says why its usulan are closed; empty: open."""

    desa: Desa
    rapat: Rapat
    ditutup: tuple[Issue, ...]
    opd: dict[str, Opd]


def keadaan(store: Store, who: Orang, tahun: int) -> KeadaanDesa:
    """What the own screens of a desa/kelurahan start from."""

    def work(tx: Rows) -> KeadaanDesa:
        desa = own_desa(tx, who)
        rapat = meetings.find_by_place(tx, desa.kecamatan, tahun)
        if rapat is None:
            raise Refused([Issue("tidak_ditemukan")])
        return KeadaanDesa(desa, rapat, tuple(closed(tx, rapat, desa)), reference.opd(tx))

    return store.snapshot(work)


def isi(store: Store, who: Orang, rapat: UUID, isi: IsiUsulan, now: datetime, baru: UUID | None = None) -> UUID:
    """Enters an usulan, last in the desa's order and not yet approved. Returns its id, which is `baru` when a form has
    one for it: sent twice it is entered once."""
    isi = cleaned(isi)

    def work(visit: Visit, desa: Desa) -> UUID:
        refuse(*content_issues(visit, isi))
        own = table.of_desa(visit.tx, desa.kode, visit.rapat.tahun)
        if entered := next((u for u in own if u.id == baru), None):
            refuse(*guards.entered_as(isi, entered))
            return entered.id
        new = _new(visit, desa, isi, baru)
        table.add(visit.tx, [new])
        _log(visit, None, new)
        return new.id

    return in_own_desa(store, who, Tindakan.ISI_USULAN, rapat, now, work)


def ajukan_lagi(store: Store, who: Orang, rapat: UUID, pendahulu: UUID, now: datetime) -> UUID:
    """Proposes an usulan of an earlier year again, as its meeting left it: last in the order, not yet approved, without
    its attachments. Returns the new id."""

    def work(visit: Visit, desa: Desa) -> UUID:
        before = _offered(visit, desa, pendahulu)
        refuse(*content_issues(visit, before.isi))
        new = replace(_new(visit, desa, before.isi), pendahulu=before.id)
        table.add(visit.tx, [new])
        visit.log(objek(new), None, {**picture(new), "pendahulu": before.kode})
        return new.id

    return in_own_desa(store, who, Tindakan.AJUKAN_LAGI, rapat, now, work)


def ubah(store: Store, who: Orang, rapat: UUID, id_: UUID, versi: int, isi: IsiUsulan, now: datetime) -> None:
    """Changes what an usulan says. A change takes the approval back, as that was given to other words."""
    isi = cleaned(isi)

    def work(visit: Visit, desa: Desa) -> None:
        refuse(*content_issues(visit, isi))
        (before,) = _seen(visit, desa, {id_: versi}, isi)
        if before.isi != isi:
            _save(visit, [(before, replace(before, isi=isi, disetujui=False))])

    in_own_desa(store, who, Tindakan.ISI_USULAN, rapat, now, work)


def hapus(store: Store, who: Orang, rapat: UUID, id_: UUID, versi: int, now: datetime) -> None:
    """Takes an usulan away that is not approved, with its attachments; those after it move up."""

    def work(visit: Visit, desa: Desa) -> None:
        (gone,) = _seen(visit, desa, {id_: versi})
        refuse(*guards.removable(gone))
        table.remove(visit.tx, gone.id, versi)
        for one in berkas.of_owners(visit.tx, [gone.id]):
            berkas.retire(visit.tx, one.id, now)
        _log(visit, gone, None)
        _place(visit, table.of_desa(visit.tx, desa.kode, visit.rapat.tahun))

    in_own_desa(store, who, Tindakan.ISI_USULAN, rapat, now, work)


def urutkan(
    store: Store, who: Orang, rapat: UUID, urutan: Sequence[UUID], dilihat: Mapping[UUID, int], now: datetime
) -> None:
    """Sets the desa's own order: `urutan` names all its usulan, the first is number 1. Approvals stay."""

    def work(visit: Visit, desa: Desa) -> None:
        everyone = {u.id: u for u in table.of_desa(visit.tx, desa.kode, visit.rapat.tahun)}
        refuse(*guards.whole_order(urutan, list(everyone.values())))
        ordered = [everyone[id_] for id_ in urutan]
        moved = [u for at, u in enumerate(ordered, 1) if u.urutan != at]
        refuse_changed([_stale(visit, u) for u in moved if u.versi != dilihat.get(u.id)])
        _place(visit, ordered)

    in_own_desa(store, who, Tindakan.ISI_USULAN, rapat, now, work)


def setujui(store: Store, who: Orang, rapat: UUID, dilihat: Dilihat, setuju: bool, now: datetime) -> int:
    """Approves usulan, or takes the approval back, all or none. Returns how many that has changed."""

    def work(visit: Visit, desa: Desa) -> int:
        changes = [(u, replace(u, disetujui=setuju)) for u in _seen(visit, desa, dilihat) if u.disetujui != setuju]
        _save(visit, changes)
        return len(changes)

    return in_own_desa(store, who, Tindakan.SETUJUI, rapat, now, work)


def _offered(visit: Visit, desa: Desa, id_: UUID) -> UsulanLalu:
    tahun = visit.rapat.tahun
    for one in ingatan.offered(visit.tx, desa.kode, tahun):
        if one.id == id_:
            return one
    entered = ingatan.entered_before(visit.tx, desa.kode, tahun, id_)
    if entered is None:
        raise Refused([Issue("tidak_ditemukan")])
    nama, sejak, again = entered
    key = "sudah_diajukan_lagi" if again else "tidak_dapat_diajukan_lagi"
    raise Refused([Issue(key, {"nama": nama, "tahun": sejak})])


def _new(visit: Visit, desa: Desa, isi: IsiUsulan, baru: UUID | None = None) -> Usulan:
    rapat, own = visit.rapat, table.of_desa(visit.tx, desa.kode, visit.rapat.tahun)
    kode = f"{rapat.tahun}-{desa.kode}-{table.next_number(visit.tx, rapat.id, desa.kode, rapat.tahun):03d}"
    urutan = 1 + max((u.urutan for u in own), default=0)
    id_ = baru or uuid5(rapat.id, kode)
    return Usulan(
        id_, kode, rapat.tahun, desa.kecamatan, Asal(desa.jenis), desa.kode, urutan, isi, disetujui=False, versi=1
    )


def _seen(visit: Visit, desa: Desa, dilihat: Dilihat, wanted: IsiUsulan | None = None) -> list[Usulan]:
    """The named usulan of this desa. Raises ChangedMeanwhile when one is no longer as it was seen."""
    own = {u.id: u for u in table.of_desa(visit.tx, desa.kode, visit.rapat.tahun)}
    refuse(*([] if dilihat else [Issue("tidak_ada_pilihan")]))
    refuse(*([] if all(id_ in own for id_ in dilihat) else [Issue("tidak_ditemukan")]))
    refuse_changed([_stale(visit, own[id_], wanted) for id_, versi in dilihat.items() if own[id_].versi != versi])
    return [own[id_] for id_ in dilihat]


def _stale(visit: Visit, u: Usulan, wanted: IsiUsulan | None = None) -> Issue:
    """`wanted` is what was to be saved, by whoever changes what it says."""
    approved = "disetujui" if u.disetujui else "belum disetujui"
    now = f"nomor {u.urutan}, “{u.isi.nama}”, {rupiah(u.isi.biaya)}, {approved}"
    other = visit.differing(asdict(u.isi), asdict(wanted)) if wanted else []
    return visit.changed([objek(u)], f"Usulan “{u.isi.nama}”", "; ".join([now, *other]))


def _place(visit: Visit, ordered: Sequence[Usulan]) -> None:
    """Number them 1, 2, 3 … as they stand; who keeps its number is not written."""
    places = ((u, replace(u, urutan=at)) for at, u in enumerate(ordered, 1))
    _save(visit, [(before, after) for before, after in places if before != after])


def _save(visit: Visit, changes: Sequence[tuple[Usulan, Usulan]]) -> None:
    """The chain is held and each versi was compared, so nobody can have come between."""
    if changes:
        table.save(visit.tx, [after for _, after in changes], {before.id: before.versi for before, _ in changes})
    for before, after in changes:
        _log(visit, before, after)


def _log(visit: Visit, before: Usulan | None, after: Usulan | None) -> None:
    one = after or before
    assert one
    visit.log(objek(one), before and picture(before), after and picture(after))


def picture(u: Usulan) -> dict[str, object]:
    """What the trail keeps of an usulan of a desa."""
    return {**asdict(u.isi), "urutan": u.urutan, "disetujui": u.disetujui}
