"""What the meeting decides about its usulan: L10, L13, L18 to L22."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID, uuid5

from musrenbang import guards
from musrenbang.access import Tindakan
from musrenbang.actions.door import Visit, clean, in_meeting, refuse_changed
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import Asal, IsiUsulan, Keputusan, Orang, Sikap, UsulanMasuk
from musrenbang.store import reference
from musrenbang.store import usulan as table
from musrenbang.store.engine import Store

Dilihat = Mapping[UUID, int]  # usulan -> the versi that was on the screen


@dataclass(frozen=True, slots=True)
class Putusan:
    """One decision of verification. `alasan` goes with tidak sesuai, `volume`/`biaya` with sesuai dengan perubahan,
    `digabung_ke` with digabung."""

    keputusan: Keputusan
    alasan: str = ""
    volume: Decimal | None = None
    biaya: int | None = None
    digabung_ke: UUID | None = None


def verifikasi(store: Store, who: Orang, rapat: UUID, dilihat: Dilihat, putusan: Putusan, now: datetime) -> None:
    """Decides one or several usulan at once, all or none (L10). What the rules said is kept with each."""
    putusan = replace(putusan, alasan=clean(putusan.alasan), volume=putusan.volume and _stored(putusan.volume))

    def work(visit: Visit) -> None:
        refuse(*guards.started(visit.facts()))
        everyone = {u.id: u for u in table.in_meeting(visit.tx, rapat)}
        chosen = _chosen(everyone, dilihat)
        refuse(*_decision_issues(visit, putusan, chosen, everyone))
        decided = [_decide(u, putusan) for u in chosen]
        noted, issues = _with_notes(visit, decided, list(everyone.values()))
        refuse(*issues)
        _save(visit, noted, everyone, dilihat)

    in_meeting(store, who, Tindakan.VERIFIKASI, rapat, now, work)


def _decision_issues(
    visit: Visit, putusan: Putusan, chosen: Sequence[UsulanMasuk], everyone: Mapping[UUID, UsulanMasuk]
) -> list[Issue]:
    keputusan = putusan.keputusan
    if keputusan not in (Keputusan.SESUAI, Keputusan.DIUBAH):
        parents = table.merged_into(visit.tx, [u.id for u in chosen])
        if parents:
            return [Issue("menjadi_induk", {"kode": everyone[id_].kode}) for id_ in parents]
    if keputusan is Keputusan.TIDAK_SESUAI:
        return guards.reason(putusan.alasan)
    if keputusan is Keputusan.DIUBAH:
        return _change_issues(putusan, chosen)
    if keputusan is Keputusan.DIGABUNG:
        target = everyone.get(putusan.digabung_ke) if putusan.digabung_ke else None
        fits = target is not None and target.diterima and target.id not in {u.id for u in chosen}
        return [] if fits else [Issue("gabung_tujuan")]
    return []


def _change_issues(putusan: Putusan, chosen: Sequence[UsulanMasuk]) -> list[Issue]:
    if len(chosen) != 1:
        return [Issue("satu_saja")]
    u, isi = chosen[0], chosen[0].isi
    original = (u.volume_asal or isi.volume, isi.biaya if u.biaya_asal is None else u.biaya_asal)
    wanted = _wanted(isi, putusan)
    if wanted == original:
        return [Issue("perubahan_wajib")]
    return guards.amounts(*wanted)


def _wanted(isi: IsiUsulan, putusan: Putusan) -> tuple[Decimal, int]:
    """Volume and cost after a change; what the decision does not name stays."""
    volume = isi.volume if putusan.volume is None else putusan.volume
    return volume, isi.biaya if putusan.biaya is None else putusan.biaya


def _decide(u: UsulanMasuk, putusan: Putusan) -> UsulanMasuk:
    """The usulan after the decision. What it was before a change stays beside it."""
    volume, biaya = u.volume_asal or u.isi.volume, u.isi.biaya if u.biaya_asal is None else u.biaya_asal
    changed = putusan.keputusan is Keputusan.DIUBAH
    wanted = _wanted(u.isi, putusan) if changed else (volume, biaya)
    decided = replace(
        u, isi=replace(u.isi, volume=wanted[0], biaya=wanted[1]), keputusan=putusan.keputusan,
        digabung_ke=putusan.digabung_ke, alasan_verifikasi=putusan.alasan or None,
        volume_asal=volume if changed else None, biaya_asal=biaya if changed else None,
    )  # fmt: skip
    return decided if decided.diterima else replace(decided, prioritas=None, alasan_cadangan=None, opd=None)


def _with_notes(
    visit: Visit, decided: Sequence[UsulanMasuk], everyone: Sequence[UsulanMasuk]
) -> tuple[list[UsulanMasuk], list[Issue]]:
    """Each usulan with what the rules say of it; an issue where a rule forbids accepting it."""
    aturan = reference.aturan(visit.tx, visit.rapat.tahun)
    noted, issues = [], []
    for u in decided:
        notes = guards.rule_notes(u, everyone, aturan)
        noted.append(replace(u, catatan_aturan=tuple(text for _, text in notes)))
        forbidden = [text for sikap, text in notes if sikap is Sikap.TOLAK]
        if forbidden and u.diterima:
            issues.append(Issue("aturan_menolak", {"kode": u.kode, "catatan": " ".join(forbidden)}))
    return noted, issues


def tambah_usulan(store: Store, who: Orang, rapat: UUID, isi: IsiUsulan, now: datetime) -> UUID:
    """Enters an usulan of the kecamatan itself, accepted as it stands (L13). Returns its id."""
    isi = _clean(isi)

    def work(visit: Visit) -> UUID:
        refuse(*guards.started(visit.facts()), *_content_issues(visit, isi))
        everyone = table.in_meeting(visit.tx, rapat)
        urutan = 1 + max((u.urutan for u in everyone if u.asal is Asal.KECAMATAN), default=0)
        kode = f"{visit.rapat.tahun}-{visit.rapat.kecamatan.kode}-K{urutan:03d}"
        id_ = uuid5(rapat, kode)
        table.add_to_meeting(visit.tx, rapat, id_, kode, urutan, isi)
        added = table.some_in_meeting(visit.tx, rapat, [id_])
        noted, issues = _with_notes(visit, [replace(added[id_], keputusan=Keputusan.SESUAI)], everyone)
        refuse(*issues)
        _save(visit, noted, added, {id_: 1})
        return id_

    return in_meeting(store, who, Tindakan.TAMBAH_USULAN, rapat, now, work)


def ubah_usulan(store: Store, who: Orang, rapat: UUID, id_: UUID, versi: int, isi: IsiUsulan, now: datetime) -> None:
    """Corrects an usulan of the kecamatan (L13); the rules look at it again."""
    isi = _clean(isi)

    def work(visit: Visit) -> None:
        refuse(*guards.started(visit.facts()), *_content_issues(visit, isi))
        everyone = {u.id: u for u in table.in_meeting(visit.tx, rapat)}
        before = _chosen(everyone, {id_: versi})[0]
        if before.asal is not Asal.KECAMATAN:
            raise Refused([Issue("bukan_usulan_kecamatan", {"kode": before.kode})])
        noted, issues = _with_notes(visit, [replace(before, isi=isi)], list(everyone.values()))
        refuse(*issues)
        if not table.save_content(visit.tx, noted[0], versi):
            refuse_changed([_stale(visit, before)])
        visit.log(before.kode, _picture(before), _picture(noted[0]))

    in_meeting(store, who, Tindakan.UBAH_USULAN, rapat, now, work)


def _clean(isi: IsiUsulan) -> IsiUsulan:
    return replace(
        isi, nama=clean(isi.nama), permasalahan=clean(isi.permasalahan), lokasi=clean(isi.lokasi),
        satuan=clean(isi.satuan), volume=_stored(isi.volume),
    )  # fmt: skip


def _stored(volume: Decimal) -> Decimal:
    """As the store keeps it: two decimals."""
    return volume.quantize(Decimal("0.01"))


def _content_issues(visit: Visit, isi: IsiUsulan) -> list[Issue]:
    return guards.content(isi, frozenset(reference.opd(visit.tx)))


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

    _change_accepted(store, who, Tindakan.CADANGAN, rapat, dilihat, lambda visit: guards.reason(alasan), change, now)


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
        chosen = _chosen(before, dilihat)
        refuse(*guards.accepted(chosen))
        _save(visit, [change(visit, u) for u in chosen], before, dilihat)

    in_meeting(store, who, tindakan, rapat, now, work)


def _chosen(everyone: Mapping[UUID, UsulanMasuk], dilihat: Dilihat) -> list[UsulanMasuk]:
    """The named usulan of this meeting. Refused when none is named or one is not of this meeting."""
    refuse(*([] if dilihat else [Issue("tidak_ada_pilihan")]))
    refuse(*([] if all(id_ in everyone for id_ in dilihat) else [Issue("tidak_ditemukan")]))
    return [everyone[id_] for id_ in dilihat]


def _save(visit: Visit, decided: Sequence[UsulanMasuk], before: Mapping[UUID, UsulanMasuk], dilihat: Dilihat) -> None:
    saved = table.save_decisions(visit.tx, decided, dilihat)
    refuse_changed([_stale(visit, before[u.id]) for u in decided if u.id not in saved])
    for u in decided:
        visit.log(u.kode, _picture(before[u.id]), _picture(u))


def _stale(visit: Visit, u: UsulanMasuk) -> Issue:
    parts = [u.keputusan.value]
    if u.prioritas:
        parts.append(f"prioritas {u.prioritas}")
    if u.alasan_cadangan:
        parts.append(f"cadangan ({u.alasan_cadangan})")
    if u.opd:
        parts.append(f"OPD {u.opd}")
    return visit.changed(u.kode, f"Usulan “{u.isi.nama}”", ", ".join(parts))


def _picture(u: UsulanMasuk) -> dict[str, object]:
    """What the trail keeps of an usulan."""
    return {
        "nama": u.isi.nama, "lokasi": u.isi.lokasi, "volume": u.isi.volume, "biaya": u.isi.biaya,
        "keputusan": u.keputusan.value, "alasan_verifikasi": u.alasan_verifikasi, "digabung_ke": u.digabung_ke,
        "catatan_aturan": u.catatan_aturan, "prioritas": u.prioritas, "alasan_cadangan": u.alasan_cadangan,
        "opd": u.opd,
    }  # fmt: skip
