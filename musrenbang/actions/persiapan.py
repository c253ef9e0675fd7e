"""Before the meeting starts: L01, L05, L08, L09."""

from dataclasses import asdict, replace
from datetime import datetime
from uuid import UUID

from musrenbang import fields, guards
from musrenbang.access import Tindakan
from musrenbang.actions.door import Visit, clean, in_meeting, refuse_changed, refuse_moved
from musrenbang.errors import refuse
from musrenbang.model import DaftarHadir, HasilAmbil, Orang, Rencana
from musrenbang.store import meetings, reference, usulan, usulan_desa
from musrenbang.store.engine import Store


def buka(store: Store, who: Orang, rapat: UUID, alasan: str, now: datetime) -> None:
    """Opens the meeting (L01). `alasan` is required while a desa/kelurahan has approved nothing."""
    alasan = clean(alasan)

    def work(visit: Visit) -> None:
        refuse(*guards.open_meeting(visit.facts(), alasan))
        meetings.stamp_opened(visit.tx, rapat, alasan or None, now)
        visit.log("rapat", sesudah={"dibuka": now, "alasan": alasan or None})

    in_meeting(store, who, Tindakan.BUKA, rapat, now, work)


def isi_daftar_hadir(store: Store, who: Orang, rapat: UUID, isi: DaftarHadir, now: datetime) -> None:
    """Saves the attendance sheet (L05). `isi.versi` is the version that was shown; raises ChangedMeanwhile."""
    isi = replace(
        isi, tempat=clean(isi.tempat), alamat=clean(isi.alamat),
        nama_camat=clean(isi.nama_camat), nip_camat=clean(isi.nip_camat),
    )  # fmt: skip

    def work(visit: Visit) -> None:
        _save_sheet(visit, meetings.daftar_hadir(visit.tx, rapat), isi)

    in_meeting(store, who, Tindakan.ISI_DAFTAR_HADIR, rapat, now, work)


def jadwalkan(store: Store, who: Orang, rapat: UUID, rencana: Rencana, now: datetime) -> None:
    """Sets when and where the meeting is held (L02), in the Daftar Hadir itself: so letter, schedule and sheet agree.

    `rencana.versi` is the version of the Daftar Hadir that was shown; raises ChangedMeanwhile.
    """
    rencana = replace(rencana, tempat=clean(rencana.tempat), alamat=clean(rencana.alamat))

    def work(visit: Visit) -> None:
        refuse(*guards.plan(visit.rapat, rencana))
        before = meetings.daftar_hadir(visit.tx, rapat)
        _save_sheet(visit, before, replace(before, **asdict(rencana)))

    in_meeting(store, who, Tindakan.JADWALKAN, rapat, now, work)


def _save_sheet(visit: Visit, before: DaftarHadir, isi: DaftarHadir) -> None:
    refuse(*fields.attendance_fields(isi))
    if not meetings.save_daftar_hadir(visit.tx, visit.rapat.id, isi):
        refuse_changed([visit.overtaken("daftar hadir", "Daftar Hadir", asdict(before), asdict(isi))])
    visit.log("daftar hadir", asdict(before), asdict(isi))


def ambil_usulan(store: Store, who: Orang, rapat: UUID, now: datetime) -> HasilAmbil:
    """Loads what desa/kelurahan have approved (L08). Pressing again adds nothing twice, and takes out again what is
    no longer approved: before Mulai nothing has been decided about it."""

    def work(visit: Visit) -> HasilAmbil:
        refuse(*guards.load(visit.facts()))
        ditarik = usulan.withdraw(visit.tx, rapat)
        hasil = usulan.load(visit.tx, rapat, visit.rapat.kecamatan.kode, visit.rapat.tahun, len(ditarik))
        meetings.stamp_loaded(visit.tx, rapat, now)
        visit.log("rapat", {"ditarik": ditarik}, {"diambil": now, **asdict(hasil)})
        return hasil

    return in_meeting(store, who, Tindakan.AMBIL, rapat, now, work)


def mulai(store: Store, who: Orang, rapat: UUID, dilihat: str, now: datetime) -> None:
    """Starts the meeting and its clock, and freezes kriteria and weights (L09).

    `dilihat` is the `tanda_data` of what the person has seen. Raises ChangedMeanwhile when anything has changed since.
    """

    def work(visit: Visit) -> None:
        bobot = reference.bobot_of_year(visit.tx, visit.rapat.tahun)
        refuse(*guards.start(visit.facts(), bobot, _outdated(visit)))
        refuse_moved(visit, dilihat, "Mulai")
        reference.freeze_bobot(visit.tx, rapat, bobot)
        meetings.stamp_started(visit.tx, rapat, now)
        visit.log("rapat", sesudah={"dimulai": now, "bobot": [k.bobot for k in bobot.kriteria]})

    in_meeting(store, who, Tindakan.MULAI, rapat, now, work)


def _outdated(visit: Visit) -> int:
    rapat = visit.rapat
    since = usulan_desa.changed_since(visit.tx, rapat.id, rapat.kecamatan.kode, rapat.tahun)
    return sum(change != "baru" for _, change, _ in since)
