"""What an OPD answers to the usulan that were sent to it, and what becomes of those it has accepted (L35)."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from musrenbang import guards_jawaban as guards
from musrenbang.access import Tindakan, may_see_opd, may_touch_meeting
from musrenbang.actions.catatan import tercatat
from musrenbang.actions.deciding import Dilihat, as_stored
from musrenbang.actions.door import Visit, clean, in_meeting, refuse_changed
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.formats import rupiah, tanggal_jam
from musrenbang.model import IsiJawaban, Jawab, Jawaban, Orang, Rapat, UsulanMasuk
from musrenbang.store import jawaban as table
from musrenbang.store import meetings
from musrenbang.store.engine import Inside, Rows, Store


@dataclass(frozen=True, slots=True)
class Kiriman:
    """What an OPD had before it of one meeting: when that was sent, and the versi of the answer to each usulan that is
    meant, 0 where there was none."""

    dikirim: datetime | None
    versi: Dilihat


PerRapat = Mapping[UUID, Kiriman]
GUGUR = "jawaban gugur"
Change = Callable[[UsulanMasuk, Jawaban | None], Jawaban]


def untuk_opd(store: Store, who: Orang, opd: str, tahun: int) -> dict[UUID, Jawaban]:
    """What one OPD has answered to the usulan that stand sent to it, by usulan."""
    refuse(*may_see_opd(who, opd))
    return table.of_opd(store, opd, tahun)


def di_rapat(store: Store, who: Orang, rapat: UUID) -> dict[UUID, Jawaban]:
    """What all OPD have answered to the usulan of one meeting, by usulan."""
    found = meetings.find(store, rapat)
    if found is None:
        raise Refused([Issue("tidak_ditemukan")])
    refuse(*may_touch_meeting(who, Tindakan.LIHAT, found))
    return table.in_meeting(store, rapat)


def jawab(store: Store, who: Orang, dilihat: PerRapat, isi: IsiJawaban, now: datetime) -> int:
    """One answer to usulan of the own OPD, of any sent meetings, all or none. Returns how many.

    What was budgeted stays with a new answer. Raises ChangedMeanwhile.
    """
    isi = replace(isi, alasan=clean(isi.alasan))
    many = sum(len(one.versi) for one in dilihat.values()) > 1
    refuse(*([Issue("jawaban_satu_saja")] if many and isi.jawab is Jawab.DIUBAH else []))

    def change(u: UsulanMasuk, before: Jawaban | None) -> Jawaban:
        new = _whole(u, isi)
        refuse(*guards.answer(u, new, before))
        return replace(before, isi=new, waktu=now) if before else Jawaban(new, None, None, now, 0)

    return _in_all(store, who, Tindakan.JAWAB, dilihat, change, now)


def isi_anggaran(
    store: Store, who: Orang, dilihat: PerRapat, anggaran: int | None, realisasi: int | None, now: datetime
) -> int:
    """What is budgeted for an accepted usulan and what has been spent, in whole rupiah; None takes it back."""

    def change(u: UsulanMasuk, before: Jawaban | None) -> Jawaban:
        refuse(*guards.budget(u, before, anggaran, realisasi))
        assert before
        return replace(before, anggaran=anggaran, realisasi=realisasi, waktu=now)

    return _in_all(store, who, Tindakan.ANGGARAN, dilihat, change, now)


def lapse(visit: Visit, changed: Collection[str]) -> None:
    """Ends the answers to these usulan, named by kode: they were to something else."""
    ended = {key: j for key, j in table.all_of_meeting(visit.tx, visit.rapat.id).items() if key[0] in changed}
    for (kode, opd), before in ended.items():
        visit.chain.write(GUGUR, f"jawaban {kode}", picture(opd, before))
    table.end(visit.tx, visit.rapat.id, [kode for kode, _ in ended])


def _whole(u: UsulanMasuk, isi: IsiJawaban) -> IsiJawaban:
    """A change tells the whole volume and cost; every other answer tells none."""
    if isi.jawab is not Jawab.DIUBAH:
        return replace(isi, volume=None, biaya=None)
    volume = u.isi.volume if isi.volume is None else as_stored(isi.volume)
    return replace(isi, volume=volume, biaya=u.isi.biaya if isi.biaya is None else isi.biaya)


def _in_all(store: Store, who: Orang, tindakan: Tindakan, dilihat: PerRapat, change: Change, now: datetime) -> int:
    refuse(*([] if any(one.versi for one in dilihat.values()) else [Issue("tidak_ada_pilihan")]))

    def once(tx: Rows) -> int:
        inside = Inside(store, tx)
        # always in one order: two OPD that answer the same meetings never wait for each other in a ring
        return sum(_in_one(inside, who, tindakan, rapat, dilihat[rapat], change, now) for rapat in sorted(dilihat))

    with tercatat(tindakan.value, who):
        return store.transaction(once)


def _in_one(
    store: Store, who: Orang, tindakan: Tindakan, rapat: UUID, dilihat: Kiriman, change: Change, now: datetime
) -> int:
    def work(visit: Visit) -> int:
        opd, usulan = who.wilayah or "", _own(visit, dilihat.versi)
        refuse(*([] if visit.rapat.dikirim == dilihat.dikirim else [_sent_again(visit.rapat)]))
        before = table.given(visit.tx, opd, list(dilihat.versi))
        refuse_changed([_stale(visit, u, before.get(u.id)) for u in usulan if _versi(before, u) != dilihat.versi[u.id]])
        after = {u.id: change(u, before.get(u.id)) for u in usulan}
        table.save(visit.tx, opd, after, who.nama_pengguna)
        for u in usulan:
            visit.log(_objek(u), picture(opd, before.get(u.id)), picture(opd, after[u.id]))
        return len(usulan)

    return in_meeting(store, who, tindakan, rapat, now, work)


def _own(visit: Visit, dilihat: Dilihat) -> list[UsulanMasuk]:
    found = visit.usulan(dilihat)
    if len(found) < len(dilihat):
        raise Refused([Issue("tidak_ditemukan")])
    refuse(*(issue for u in found.values() for issue in guards.sent_to(u, visit.who.wilayah)))
    return list(found.values())


def _versi(before: Mapping[UUID, Jawaban], u: UsulanMasuk) -> int:
    return before[u.id].versi if u.id in before else 0


def _sent_again(rapat: Rapat) -> Issue:
    """What an usulan is and costs may have changed with that. No ChangedMeanwhile, after which a dialog would save at
    the second press: it still shows the old one."""
    assert rapat.dikirim
    return Issue("dikirim_ulang", {"kecamatan": rapat.kecamatan.nama, "waktu": tanggal_jam(rapat.dikirim)})


def _stale(visit: Visit, u: UsulanMasuk, now: Jawaban | None) -> Issue:
    return visit.changed([_objek(u)], f"Jawaban atas usulan “{u.isi.nama}”", _told(now) if now else "belum dijawab")


def _told(j: Jawaban) -> str:
    parts = [j.isi.jawab.value, j.isi.alasan]
    parts += [f"anggaran {rupiah(j.anggaran)}"] if j.anggaran is not None else []
    parts += [f"realisasi {rupiah(j.realisasi)}"] if j.realisasi is not None else []
    return ", ".join(part for part in parts if part)


def _objek(u: UsulanMasuk) -> str:
    return f"jawaban {u.kode}"


def picture(opd: str, j: Jawaban | None) -> dict[str, object] | None:
    """What the trail keeps of an answer."""
    if j is None:
        return None
    return {
        "opd": opd, "jawab": j.isi.jawab.value, "alasan": j.isi.alasan,
        "volume": j.isi.volume and f"{j.isi.volume:.2f}", "biaya": j.isi.biaya,
        "anggaran": j.anggaran, "realisasi": j.realisasi,
    }  # fmt: skip
