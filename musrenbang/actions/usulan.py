"""What else the meeting decides about its usulan: L13, L16, L18 to L22."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid5

from musrenbang import fields, guards
from musrenbang.access import Tindakan
from musrenbang.actions.deciding import Dilihat, chosen, cleaned, content_issues, save, stale, whole, with_notes
from musrenbang.actions.door import Visit, clean, in_meeting, refuse_changed
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import Asal, IsiUsulan, Keputusan, Orang, UsulanMasuk
from musrenbang.store import reference
from musrenbang.store import usulan as table
from musrenbang.store.engine import Store


def tambah_usulan(
    store: Store, who: Orang, rapat: UUID, isi: IsiUsulan, now: datetime, baru: UUID | None = None
) -> UUID:
    """Enters an usulan of the kecamatan itself, accepted as it stands (L13). Returns its id, which is `baru` when a
    form has one for it: sent twice it is entered once."""
    isi = cleaned(isi)

    def work(visit: Visit) -> UUID:
        refuse(*guards.started(visit.facts()), *content_issues(visit, isi))
        everyone = table.in_meeting(visit.tx, rapat)
        if entered := next((u for u in everyone if u.id == baru), None):
            refuse(*guards.entered_as(isi, entered))
            return entered.id
        urutan = 1 + max((u.urutan for u in everyone if u.asal is Asal.KECAMATAN), default=0)
        kode = f"{visit.rapat.tahun}-{visit.rapat.kecamatan.kode}-K{urutan:03d}"
        id_ = baru or uuid5(rapat, kode)
        table.add_to_meeting(visit.tx, rapat, id_, kode, urutan, isi)
        added = table.some_in_meeting(visit.tx, rapat, [id_])
        noted, issues = with_notes(visit, [replace(added[id_], keputusan=Keputusan.SESUAI)], everyone)
        refuse(*issues)
        save(visit, noted, added, {id_: 1}, whole)
        return id_

    return in_meeting(store, who, Tindakan.TAMBAH_USULAN, rapat, now, work)


def ubah_usulan(store: Store, who: Orang, rapat: UUID, id_: UUID, versi: int, isi: IsiUsulan, now: datetime) -> None:
    """Corrects an usulan of the kecamatan (L13); the rules look at it again. Raises ChangedMeanwhile."""
    isi = cleaned(isi)

    def work(visit: Visit) -> None:
        refuse(*guards.started(visit.facts()), *content_issues(visit, isi))
        everyone = {u.id: u for u in table.in_meeting(visit.tx, rapat)}
        before = chosen(everyone, {id_: versi})[0]
        if before.asal is not Asal.KECAMATAN:
            raise Refused([Issue("bukan_usulan_kecamatan", {"kode": before.kode})])
        noted, issues = with_notes(visit, [_corrected(before, isi)], list(everyone.values()))
        refuse(*issues)
        if not table.save_content(visit.tx, noted[0], versi):
            refuse_changed([stale(visit, before, noted[0])])
        visit.log(before.kode, whole(before), whole(noted[0]))

    in_meeting(store, who, Tindakan.UBAH_USULAN, rapat, now, work)


def _corrected(u: UsulanMasuk, isi: IsiUsulan) -> UsulanMasuk:
    """A new volume or cost takes the place of what verification had changed, and nothing stays beside it."""
    corrected = replace(u, isi=isi)
    if u.keputusan is not Keputusan.DIUBAH or (isi.volume, isi.biaya) == (u.isi.volume, u.isi.biaya):
        return corrected
    return replace(corrected, keputusan=Keputusan.SESUAI, alasan_verifikasi=None, volume_asal=None, biaya_asal=None)


def pilih_prioritas(
    store: Store, who: Orang, rapat: UUID, dilihat: Dilihat, prioritas: int, opd: str | None, now: datetime
) -> None:
    """Chooses the prioritas pembangunan, and the OPD too when one is named (L16, L22). Ends being cadangan."""

    def change(visit: Visit, u: UsulanMasuk) -> UsulanMasuk:
        return replace(u, prioritas=prioritas, alasan_cadangan=None, opd=opd or u.opd)

    def issues(visit: Visit) -> list[Issue]:
        known = prioritas in reference.prioritas(visit.tx, visit.rapat.tahun)
        return ([] if known else [Issue("isian_pilihan", {"isian": "Prioritas"})]) + _opd_issues(visit, opd)

    _change_accepted(store, who, Tindakan.PRIORITAS, rapat, dilihat, issues, change, now)


def jadikan_cadangan(store: Store, who: Orang, rapat: UUID, dilihat: Dilihat, alasan: str, now: datetime) -> None:
    """Non prioritas: the usulan becomes a reserve, with its reason (L18, L20, L21)."""
    alasan = clean(alasan)

    def change(visit: Visit, u: UsulanMasuk) -> UsulanMasuk:
        return replace(u, prioritas=None, alasan_cadangan=alasan)

    _change_accepted(store, who, Tindakan.CADANGAN, rapat, dilihat, lambda visit: fields.reason(alasan), change, now)


def pilih_opd(store: Store, who: Orang, rapat: UUID, dilihat: Dilihat, opd: str, now: datetime) -> None:
    """Chooses the responsible OPD (L22)."""

    def change(visit: Visit, u: UsulanMasuk) -> UsulanMasuk:
        return replace(u, opd=opd)

    _change_accepted(store, who, Tindakan.PILIH_OPD, rapat, dilihat, lambda visit: _opd_issues(visit, opd), change, now)


def _opd_issues(visit: Visit, opd: str | None) -> list[Issue]:
    known = opd is None or opd in reference.opd(visit.tx)
    return [] if known else [Issue("isian_pilihan", {"isian": "OPD"})]


def _change_accepted(
    store: Store,
    who: Orang,
    tindakan: Tindakan,
    rapat: UUID,
    dilihat: Dilihat,
    issues: Callable[[Visit], list[Issue]],
    change: Callable[[Visit, UsulanMasuk], UsulanMasuk],
    now: datetime,
) -> None:
    def work(visit: Visit) -> None:
        refuse(*guards.started(visit.facts()), *issues(visit))
        before = table.some_in_meeting(visit.tx, rapat, list(dilihat))
        usulan = chosen(before, dilihat)
        refuse(*guards.accepted(usulan))
        save(visit, [change(visit, u) for u in usulan], before, dilihat)

    in_meeting(store, who, tindakan, rapat, now, work)
