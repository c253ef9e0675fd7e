"""L01, L08: usulan from a spreadsheet, all of its rows or none."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from musrenbang import guards
from musrenbang.access import Tindakan, may_see_all, may_touch_meeting
from musrenbang.actions.catatan import dicatat
from musrenbang.actions.deciding import Dilihat
from musrenbang.actions.door import Visit, in_meeting, refuse_changed
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.intake.bahan_templat import BahanTemplat
from musrenbang.intake.lembar import Lembar
from musrenbang.intake.rencana import HasilImpor, Rencana, plan
from musrenbang.intake.row_reading import Daerah
from musrenbang.intake.usulan_lembar import Bacaan, read_usulan
from musrenbang.model import Desa, Fakta, Orang, Peran, Rapat, Usulan
from musrenbang.store import meetings, reference
from musrenbang.store import usulan_desa as table
from musrenbang.store.engine import Inside, Rows, Store


def bahan_templat(store: Store, who: Orang, rapat: UUID, desa: str | None = None) -> BahanTemplat:
    """Of the whole kecamatan, or of one of its desa/kelurahan; a desa is given its own alone."""

    def work(tx: Rows) -> BahanTemplat:
        found = _checked(tx, who, rapat)
        places = _places(tx, who, found, desa)
        opd = tuple(reference.opd(tx).values())
        return BahanTemplat(found, places, opd, tuple(_entered(tx, found, places)))

    return store.snapshot(work)


def tertutup(store: Store, who: Orang, rapat: UUID, desa: str | None = None) -> list[Issue]:
    """Why nothing can be imported here any more; empty while it can."""

    def work(tx: Rows) -> list[Issue]:
        found = _checked(tx, who, rapat)
        return _closed(tx, who, meetings.facts(tx, found), _places(tx, who, found, desa))

    return store.snapshot(work)


def pratinjau(
    store: Store, who: Orang, rapat: UUID, lembar: Lembar, *, setujui: bool, desa: str | None = None
) -> Rencana:
    """What `impor` would do now. Raises Refused when the sheet has no head or no row."""

    def work(tx: Rows) -> Rencana:
        found = _checked(tx, who, rapat)
        places = _places(tx, who, found, desa)
        return _plan(tx, [found], places, lembar, setujui=setujui)

    return store.snapshot(work)


def impor(
    store: Store,
    who: Orang,
    rapat: UUID,
    lembar: Lembar,
    *,
    setujui: bool,
    desa: str | None = None,
    dilihat: Dilihat,
    now: datetime,
) -> HasilImpor:
    """Enters and changes usulan as the preview showed (`dilihat`); what is not in the file stays.

    Raises ChangedMeanwhile when somebody has changed one of them since, and Refused with every fault of every cell.
    """

    def work(visit: Visit) -> HasilImpor:
        places = _places(visit.tx, who, visit.rapat, desa)
        refuse(*_closed(visit.tx, who, visit.facts(), places))
        rencana = _plan(visit.tx, [visit.rapat], places, lembar, setujui=setujui)
        refuse(*(fault.refusal() for fault in rencana.salah))
        _write(visit, rencana, dilihat)
        return rencana.hasil

    return in_meeting(store, who, Tindakan.IMPOR, rapat, now, work)


@dicatat(Tindakan.IMPOR.value)
def impor_semua(store: Store, who: Orang, tahun: int, lembar: Lembar, *, setujui: bool, now: datetime) -> HasilImpor:
    """A file that may span several kecamatan: all of them or none, in one transaction. Bappeda alone."""
    refuse(*may_see_all(who))

    def work(tx: Rows) -> HasilImpor:
        of_year = meetings.of_year(tx, tahun)
        refuse(*([] if of_year else [Issue("tidak_ditemukan")]))
        places = tuple(d for rapat in of_year for d in reference.desa(tx, rapat.kecamatan.kode))
        rencana = _plan(tx, of_year, places, lembar, setujui=setujui)
        refuse(*(fault.refusal() for fault in rencana.salah))
        for rapat in of_year:
            _write_one(Inside(store, tx), who, rapat, _part(rencana, rapat), now)
        return rencana.hasil

    return store.transaction(work)


def _write_one(store: Store, who: Orang, rapat: Rapat, part: Rencana, now: datetime) -> None:
    """Meetings that the file does not touch may be over already."""
    if not part.baru and not part.berubah:
        return

    def work(visit: Visit) -> None:
        refuse(*_closed(visit.tx, who, visit.facts(), ()))
        _write(visit, part, part.dilihat)

    in_meeting(store, who, Tindakan.IMPOR, rapat.id, now, work)


def _part(rencana: Rencana, rapat: Rapat) -> Rencana:
    here = rapat.kecamatan.kode
    return Rencana(
        rencana.sipd,
        tuple(u for u in rencana.baru if u.kecamatan == here),
        tuple(change for change in rencana.berubah if change.lama.kecamatan == here),
    )


def _checked(rows: Rows, who: Orang, rapat: UUID) -> Rapat:
    found = meetings.find(rows, rapat)
    if found is None:
        raise Refused([Issue("tidak_ditemukan")])
    refuse(*may_touch_meeting(who, Tindakan.IMPOR, found))
    return found


def _places(rows: Rows, who: Orang, rapat: Rapat, desa: str | None) -> tuple[Desa, ...]:
    """A desa imports into itself alone, whatever was asked for."""
    wanted = who.wilayah if who.peran is Peran.DESA else desa
    found = tuple(d for d in reference.desa(rows, rapat.kecamatan.kode) if wanted in (None, d.kode))
    refuse(*([] if found else [Issue("tidak_ditemukan")]))
    return found


def _closed(rows: Rows, who: Orang, fakta: Fakta, places: Sequence[Desa]) -> list[Issue]:
    """For a desa from the camat's Ambil on, for the camat and Bappeda from Mulai on."""
    loaded = who.peran is Peran.DESA and places[0].kode in table.loaded_desa(rows, fakta.rapat.id)
    return guards.desa_open(fakta, loaded)


def _plan(rows: Rows, rapat: Sequence[Rapat], places: Sequence[Desa], lembar: Lembar, *, setujui: bool) -> Rencana:
    bacaan = _read(rows, rapat, places, lembar)
    ada = [u for one in rapat for u in _entered(rows, one, places)]
    meeting_of = {one.kecamatan.kode: one.id for one in rapat}
    used = table.used(rows, list(meeting_of.values()))
    others = table.elsewhere(rows, sorted({row.kode for row in bacaan.baris if row.kode} - {u.kode for u in ada}))
    return plan(bacaan, ada, rapat[0].tahun, meeting_of, used, others, setujui=setujui)


def _read(rows: Rows, rapat: Sequence[Rapat], places: Sequence[Desa], lembar: Lembar) -> Bacaan:
    one = places[0] if len(places) == 1 else None
    nama = "Kabupaten Langkat" if len(rapat) > 1 else f"Kecamatan {rapat[0].kecamatan.nama}"
    daerah = Daerah(
        f"{one.jenis} {one.nama}" if one else nama, tuple(r.kecamatan for r in rapat), tuple(places),
        reference.opd(rows),
    )  # fmt: skip
    return read_usulan(lembar, daerah, one)


def _entered(rows: Rows, rapat: Rapat, places: Sequence[Desa]) -> list[Usulan]:
    kodes = {d.kode for d in places}
    return [u for u in table.of_kecamatan(rows, rapat.kecamatan.kode, rapat.tahun) if u.desa in kodes]


def _write(visit: Visit, rencana: Rencana, dilihat: Dilihat) -> None:
    """Nothing to write leaves no trace; else one row of the trail for each usulan, and one with the counts."""
    if not rencana.baru and not rencana.berubah:
        return
    stale = [change.lama for change in rencana.berubah if dilihat.get(change.lama.id) != change.lama.versi]
    refuse_changed([_stale(visit, u) for u in stale])
    # its row would be another usulan now, or a new one
    refuse_changed([Issue("impor_berubah")] if dilihat.keys() - rencana.dilihat.keys() else [])
    table.add(visit.tx, rencana.baru)
    # a file of several kecamatan is compared before the chain of each is held
    saved = table.save(visit.tx, [change.baru for change in rencana.berubah], rencana.dilihat)
    refuse_changed([Issue("impor_berubah")] if len(saved) < len(rencana.berubah) else [])
    for u in rencana.baru:
        visit.log(f"usulan {u.kode}", sesudah=_picture(u))
    for change in rencana.berubah:
        before, after = _picture(change.lama), _picture(change.baru)
        visit.log(f"usulan {change.lama.kode}", _only(before, change.isian), _only(after, change.isian))
    visit.log("impor", sesudah=rencana.hasil._asdict())


def _stale(visit: Visit, u: Usulan) -> Issue:
    return visit.changed([f"usulan {u.kode}"], f"Usulan {u.kode}", f"{u.isi.nama}, {u.isi.lokasi}")


def _picture(u: Usulan) -> dict[str, object]:
    return {"desa": u.desa, "urutan": u.urutan, "disetujui": u.disetujui, **asdict(u.isi)}


def _only(picture: dict[str, object], isian: Sequence[str]) -> dict[str, object]:
    return {name: picture[name] for name in isian}
