"""Verification: the meeting accepts, changes, merges or refuses each usulan (L10)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from musrenbang import fields, guards
from musrenbang.access import Tindakan
from musrenbang.actions.deciding import Dilihat, as_stored, chosen, save, with_notes
from musrenbang.actions.door import Visit, clean, in_meeting, refuse_changed
from musrenbang.errors import Issue, refuse
from musrenbang.formats import angka, rupiah
from musrenbang.model import Keputusan, Orang, UsulanMasuk
from musrenbang.store import usulan as table
from musrenbang.store.engine import Store


@dataclass(frozen=True, slots=True)
class Putusan:
    """One decision of verification. `alasan` goes with tidak sesuai, `volume`/`biaya` with sesuai dengan perubahan,
    `digabung_ke` with digabung, and with it `versi_tujuan`, the versi of that usulan as it was seen."""

    keputusan: Keputusan
    alasan: str = ""
    volume: Decimal | None = None
    biaya: int | None = None
    digabung_ke: UUID | None = None
    versi_tujuan: int | None = None


def verifikasi(store: Store, who: Orang, rapat: UUID, dilihat: Dilihat, putusan: Putusan, now: datetime) -> None:
    """Decides one or several usulan at once, all or none (L10). What the rules said is kept with each."""
    putusan = _clean(putusan)

    def work(visit: Visit) -> None:
        refuse(*guards.started(visit.facts()))
        everyone = {u.id: u for u in table.in_meeting(visit.tx, rapat)}
        usulan = chosen(everyone, dilihat)
        refuse(*fields.text("Alasan", putusan.alasan, maks=1000))
        refuse(*_decision_issues(visit, putusan, usulan, everyone))
        refuse_changed(_other_target(visit, putusan, everyone))
        decided = [_decide(u, putusan) for u in usulan]
        noted, issues = with_notes(visit, decided, list(everyone.values()))
        refuse(*issues)
        save(visit, noted, everyone, dilihat)

    in_meeting(store, who, Tindakan.VERIFIKASI, rapat, now, work)


def _clean(putusan: Putusan) -> Putusan:
    """A target belongs to digabung alone."""
    volume = None if putusan.volume is None else as_stored(putusan.volume)
    target = putusan.digabung_ke if putusan.keputusan is Keputusan.DIGABUNG else None
    return replace(putusan, alasan=clean(putusan.alasan), volume=volume, digabung_ke=target)


def _decision_issues(
    visit: Visit, putusan: Putusan, usulan: Sequence[UsulanMasuk], everyone: Mapping[UUID, UsulanMasuk]
) -> list[Issue]:
    keputusan = putusan.keputusan
    if keputusan not in (Keputusan.SESUAI, Keputusan.DIUBAH):
        parents = table.merged_into(visit.tx, [u.id for u in usulan])
        if parents:
            return [Issue("menjadi_induk", {"kode": everyone[id_].kode}) for id_ in parents]
    if keputusan is Keputusan.TIDAK_SESUAI:
        return fields.reason(putusan.alasan)
    if keputusan is Keputusan.DIUBAH:
        return _change_issues(putusan, usulan)
    if keputusan is Keputusan.DIGABUNG:
        target = everyone.get(putusan.digabung_ke) if putusan.digabung_ke else None
        fits = target is not None and target.diterima and target.id not in {u.id for u in usulan}
        return [] if fits else [Issue("gabung_tujuan")]
    return []


def _other_target(visit: Visit, putusan: Putusan, everyone: Mapping[UUID, UsulanMasuk]) -> list[Issue]:
    """What an usulan goes into may have become another work since it was seen."""
    if putusan.digabung_ke is None or everyone[putusan.digabung_ke].versi == putusan.versi_tujuan:
        return []
    target = everyone[putusan.digabung_ke]
    isi = target.isi
    now = f"“{isi.nama}”, {angka(isi.volume)} {isi.satuan}, {rupiah(isi.biaya)}, {target.keputusan.value}"
    return [visit.changed([target.kode], f"Usulan tujuan {target.kode}", now)]


def _change_issues(putusan: Putusan, usulan: Sequence[UsulanMasuk]) -> list[Issue]:
    if len(usulan) != 1:
        return [Issue("satu_saja")]
    wanted = _wanted(usulan[0], putusan)
    if issues := fields.amounts(*wanted):
        return issues
    return [Issue("perubahan_wajib")] if wanted == _original(usulan[0]) else []


def _original(u: UsulanMasuk) -> tuple[Decimal, int]:
    """Volume and cost as they were proposed."""
    return u.volume_asal or u.isi.volume, u.isi.biaya if u.biaya_asal is None else u.biaya_asal


def _wanted(u: UsulanMasuk, putusan: Putusan) -> tuple[Decimal, int]:
    """Volume and cost after a change; what the decision does not name stays."""
    volume = u.isi.volume if putusan.volume is None else putusan.volume
    return volume, u.isi.biaya if putusan.biaya is None else putusan.biaya


def _decide(u: UsulanMasuk, putusan: Putusan) -> UsulanMasuk:
    """The usulan after the decision. What it was before a change stays beside it."""
    changed = putusan.keputusan is Keputusan.DIUBAH
    original = _original(u)
    volume, biaya = _wanted(u, putusan) if changed else original
    decided = replace(
        u, isi=replace(u.isi, volume=volume, biaya=biaya), keputusan=putusan.keputusan,
        digabung_ke=putusan.digabung_ke, alasan_verifikasi=putusan.alasan or None,
        volume_asal=original[0] if changed else None, biaya_asal=original[1] if changed else None,
    )  # fmt: skip
    return decided if decided.diterima else replace(decided, prioritas=None, alasan_cadangan=None, opd=None)
