"""What all decisions about usulan share: which are meant, what the rules say of them, saving with the trail."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from decimal import Decimal
from uuid import UUID

from musrenbang import fields, rules
from musrenbang.actions.door import Visit, clean, refuse_changed
from musrenbang.errors import Issue, refuse
from musrenbang.model import IsiUsulan, Sikap, UsulanMasuk
from musrenbang.store import reference
from musrenbang.store import usulan as table
from musrenbang.store.trail import last_writer

DIPUTUSKAN = ("alasan_verifikasi", "digabung_ke", "prioritas", "alasan_cadangan", "opd")
Dilihat = Mapping[UUID, int]  # usulan -> the versi that was on the screen


def chosen(everyone: Mapping[UUID, UsulanMasuk], dilihat: Dilihat) -> list[UsulanMasuk]:
    """The named usulan of this meeting. Refused when none is named or one is not of this meeting."""
    refuse(*([] if dilihat else [Issue("tidak_ada_pilihan")]))
    refuse(*([] if all(id_ in everyone for id_ in dilihat) else [Issue("tidak_ditemukan")]))
    return [everyone[id_] for id_ in dilihat]


def with_notes(
    visit: Visit, decided: Sequence[UsulanMasuk], everyone: Sequence[UsulanMasuk]
) -> tuple[list[UsulanMasuk], list[Issue]]:
    """Each usulan with what the rules say of it; an issue where a rule forbids accepting it."""
    aturan = reference.aturan(visit.tx, visit.rapat.tahun)
    noted, issues = [], []
    for u in decided:
        notes = rules.notes(u, everyone, aturan)
        noted.append(replace(u, catatan_aturan=tuple(text for _, text in notes)))
        forbidden = [text for sikap, text in notes if sikap is Sikap.TOLAK]
        if forbidden and u.diterima:
            issues.append(Issue("aturan_menolak", {"kode": u.kode, "catatan": " ".join(forbidden)}))
    return noted, issues


def picture(u: UsulanMasuk) -> dict[str, object]:
    """What the trail keeps of an usulan that is decided about."""
    return {
        "nama": u.isi.nama, "lokasi": u.isi.lokasi, "volume": u.isi.volume, "biaya": u.isi.biaya,
        "keputusan": u.keputusan.value, "alasan_verifikasi": u.alasan_verifikasi, "digabung_ke": u.digabung_ke,
        "catatan_aturan": u.catatan_aturan, "prioritas": u.prioritas, "alasan_cadangan": u.alasan_cadangan,
        "opd": u.opd,
    }  # fmt: skip


def save(
    visit: Visit, decided: Sequence[UsulanMasuk], before: Mapping[UUID, UsulanMasuk], dilihat: Dilihat,
    told: Callable[[UsulanMasuk], dict[str, object]] = picture,
) -> None:  # fmt: skip
    """All or none; raises ChangedMeanwhile when one is no longer as it was seen. `told`: what the trail keeps."""
    saved = table.save_decisions(visit.tx, decided, dilihat)
    moved = [u for u in decided if u.id not in saved and not _pressed_twice(visit, before[u.id], u)]
    refuse_changed([stale(visit, before[u.id], u) for u in moved])
    for u in decided:
        if u.id in saved:
            visit.log(u.kode, told(before[u.id]), told(u))


def _pressed_twice(visit: Visit, u: UsulanMasuk, wanted: UsulanMasuk) -> bool:
    """The last to write about it is this very person, who wrote this very thing."""
    writer = last_writer(visit.tx, str(visit.rapat.id), [u.kode])
    return u == wanted and writer is not None and writer[0] == visit.who.nama_pengguna


def stale(visit: Visit, u: UsulanMasuk, wanted: UsulanMasuk) -> Issue:
    """Tells what has been decided about it, and what else is other than what was to be saved."""
    decided = {field: getattr(u, field) for field in DIPUTUSKAN}
    stored, mine = asdict(u.isi) | decided, asdict(wanted.isi) | dict.fromkeys(DIPUTUSKAN)
    return visit.changed(
        [u.kode], f"Usulan “{u.isi.nama}”", "; ".join([u.keputusan.value, *visit.differing(stored, mine)])
    )


def whole(u: UsulanMasuk) -> dict[str, object]:
    """What it keeps when the meeting writes the usulan itself; `opd` is the one that was decided on."""
    isi = u.isi
    return picture(u) | {
        "permasalahan": isi.permasalahan, "satuan": isi.satuan, "penerima": isi.penerima, "bidang": isi.bidang.value,
        "kewenangan": isi.kewenangan.value, "opd_usul": isi.opd,
    }  # fmt: skip


def cleaned(isi: IsiUsulan) -> IsiUsulan:
    """What a person typed about an usulan, as the store keeps it."""
    return replace(
        isi, nama=clean(isi.nama), permasalahan=clean(isi.permasalahan), lokasi=clean(isi.lokasi),
        satuan=clean(isi.satuan), volume=as_stored(isi.volume),
    )  # fmt: skip


def content_issues(visit: Visit, isi: IsiUsulan) -> list[Issue]:
    return fields.content(isi, frozenset(reference.opd(visit.tx)))


def as_stored(volume: Decimal) -> Decimal:
    """Two decimals, as the store keeps it. What no volume can be stays as it is, for the guards to refuse."""
    return volume.quantize(Decimal("0.01")) if fields.is_volume(volume) else volume
