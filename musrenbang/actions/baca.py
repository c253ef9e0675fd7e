"""Every question a screen or a paper asks, each checked against the person who asks."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from musrenbang.access import Tindakan, may_see_all, may_see_desa, may_see_opd, may_touch_meeting
from musrenbang.actions import lambang, terkirim
from musrenbang.actions.door import clean
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import (
    BahanCetak,
    BarisJejak,
    Desa,
    Fakta,
    Kecamatan,
    KesiapanDesa,
    Orang,
    Peran,
    PerubahanDesa,
    Rapat,
    Rujukan,
    Usulan,
    UsulanMasuk,
)
from musrenbang.store import jawaban, meetings, recent, reference, scores, trail, usulan
from musrenbang.store import usulan_desa as entered
from musrenbang.store.engine import Rows, Store, T
from musrenbang.store.hall import SEMUA, Hall
from musrenbang.store.recent import Moment


def tahun_berjalan(store: Store) -> int:
    """The year that everybody but Bappeda works in."""
    return meetings.current_year(store)


def kecamatan(store: Store, who: Orang) -> list[Kecamatan]:
    """Every kecamatan, for who compares them."""
    refuse(*may_see_all(who))
    return list(recent.of_all(store, "kecamatan", reference.kecamatan))


def rapat_di(store: Store, who: Orang, kecamatan: str, tahun: int, tindakan: Tindakan = Tindakan.LIHAT) -> Rapat:
    """The meeting of one kecamatan and year."""
    return _seen(meetings.find_by_place(store, clean(kecamatan), tahun), who, tindakan)


def versi(store: Store, who: Orang, rapat: UUID) -> int:
    """Another number whenever the meeting has moved, from memory: for screens that follow it."""
    number = store.hall.version(str(rapat))
    _seen(recent.now(store, rapat), who, Tindakan.LIHAT)
    return number


def versi_semua(store: Store, who: Orang) -> int:
    """Another number whenever any meeting has moved: for screens that follow all of them."""
    refuse(*may_see_all(who))
    return store.hall.version(SEMUA)


def rapat_berjalan(store: Store, who: Orang, kecamatan: str, tahun: int | None = None) -> tuple[Rapat, str, int]:
    """The meeting of a kecamatan in a year, by default the current one, with its tanda and `versi`.

    The tanda is the head of its chain now. The three questions below take it, and answer from what is kept since then;
    so all of a screen is of one moment, and costs the database nothing more.
    """
    hall, rapat = store.hall, recent.of_kecamatan(store, clean(kecamatan), tahun)
    if rapat is None:
        raise Refused([Issue("tidak_ditemukan")])
    number, tanda = hall.version(str(rapat)), recent.head(store, rapat)
    kept: Rapat | None = hall.kept(str(rapat), "rapat", tanda)
    if kept is not None:
        return _seen(kept, who, Tindakan.LIHAT), tanda, number
    return _at_once(store, who, rapat, lambda moment, found: (found, moment.head, number))


def fakta(store: Store, who: Orang, rapat: UUID, tanda: str = "") -> Fakta:
    kept: Fakta | None = _kept(store.hall, who, rapat, tanda, "fakta")
    return kept or _at_once(store, who, rapat, Moment.fakta)


def usulan_masuk(store: Store, who: Orang, rapat: UUID, tanda: str = "") -> list[UsulanMasuk]:
    """All usulan of a meeting, by desa and its own order; those of the kecamatan last (L11)."""
    kept: tuple[UsulanMasuk, ...] | None = _kept(store.hall, who, rapat, tanda, "usulan")
    return list(kept) if kept else _at_once(store, who, rapat, lambda moment, _: moment.usulan())


def kesiapan(store: Store, who: Orang, rapat: UUID) -> list[KesiapanDesa]:
    """What each desa/kelurahan has entered, approved and brought in (L01, L08)."""
    found = _meeting(store, who, rapat)
    return entered.readiness(store, rapat, found.kecamatan.kode, found.tahun)


def perubahan_desa(store: Store, who: Orang, rapat: UUID) -> list[PerubahanDesa]:
    """What each desa/kelurahan has newly approved, changed or withdrawn since Ambil, where it has (L08)."""
    found = _meeting(store, who, rapat)
    rows = entered.changed_since(store, rapat, found.kecamatan.kode, found.tahun)
    desa = {d.kode: d for d in reference.desa(store, found.kecamatan.kode)}
    return [_changes(desa[kode], rows) for kode in dict.fromkeys(kode for kode, _, _ in rows)]


def _changes(desa: Desa, rows: list[tuple[str, str, str]]) -> PerubahanDesa:
    def named(change: str) -> tuple[str, ...]:
        return tuple(nama for kode, what, nama in rows if (kode, what) == (desa.kode, change))

    return PerubahanDesa(desa, named("baru"), named("berubah"), named("ditarik"))


def rujukan(store: Store, who: Orang, rapat: UUID, tanda: str = "") -> Rujukan:
    kept: Rujukan | None = _kept(store.hall, who, rapat, tanda, "rujukan")
    return kept or _at_once(store, who, rapat, Moment.rujukan)


def jejak(store: Store, who: Orang, rapat: UUID) -> list[BarisJejak]:
    """The trail of one meeting, oldest first."""
    return trail.of_chain(store, str(_meeting(store, who, rapat).id))


def tanda_data(store: Store, who: Orang, rapat: UUID) -> str:
    """Changes whenever anything about the meeting has changed."""
    return trail.head(store, str(_meeting(store, who, rapat, Tindakan.CETAK).id))


def bahan_cetak(store: Store, who: Orang, rapat: UUID, now: datetime) -> BahanCetak:
    """Everything a paper about the meeting prints, from one moment. An OPD is given the usulan sent to it alone."""
    crest = lambang.sekarang(store)

    def work(tx: Rows) -> BahanCetak:
        found = _meeting(tx, who, rapat, Tindakan.CETAK)
        refs = reference.of_meeting(tx, found)
        rows = tuple(u for u in usulan.in_meeting(tx, rapat) if _may_read(who, u))
        return BahanCetak(
            meetings.facts(tx, found), refs.bobot, rows, refs.desa, refs.opd, refs.prioritas, now,
            lambang=crest, urutan_seri=scores.tie_orders(tx, rapat), jawaban=jawaban.in_meeting(tx, rapat),
            kode=terkirim.code(tx, found),
        )  # fmt: skip

    return store.snapshot(work)


def bahan_surat(store: Store, who: Orang, tahun: int, now: datetime) -> list[BahanCetak]:
    """What the letters of a year print (L02), by kode of kecamatan: when, where, and who is invited; no usulan."""
    refuse(*may_see_all(who))
    crest = lambang.sekarang(store)

    def one(tx: Rows, found: Rapat) -> BahanCetak:
        refs = reference.of_meeting(tx, found)
        facts = meetings.facts(tx, found)
        return BahanCetak(facts, refs.bobot, (), refs.desa, refs.opd, refs.prioritas, now, lambang=crest)

    return store.snapshot(lambda tx: [one(tx, found) for found in meetings.of_year(tx, tahun)])


def semua_rapat(store: Store, who: Orang, tahun: int) -> list[Fakta]:
    """All meetings of a year, by kode of kecamatan."""
    refuse(*may_see_all(who))

    def read(tx: Rows) -> list[Fakta]:
        return [Moment(store.hall, tx, rapat.id).fakta(rapat) for rapat in meetings.of_year(tx, tahun)]

    return list(recent.of_all(store, ("rapat", tahun), read))


def usulan_opd(store: Store, who: Orang, opd: str, tahun: int) -> list[tuple[Rapat, UsulanMasuk]]:
    """What sent meetings have given to one OPD, by kecamatan and rank (L35)."""
    refuse(*may_see_opd(who, opd))

    def work(tx: Rows) -> list[tuple[Rapat, UsulanMasuk]]:
        rapat = {r.id: r for r in meetings.of_year(tx, tahun)}
        return [(rapat[u.rapat], u) for u in recent.sent_to_opd(store.hall, tx, opd, tahun)]

    return store.snapshot(work)


def usulan_desa(store: Store, who: Orang, kode: str, tahun: int) -> list[Usulan]:
    """What one desa/kelurahan has entered, in its own order (L01)."""
    desa = reference.find_desa(store, kode)
    if desa is None:
        raise Refused([Issue("tidak_ditemukan")])
    refuse(*may_see_desa(who, desa))
    return entered.of_desa(store, kode, tahun)


def usulan_kecamatan(store: Store, who: Orang, kecamatan: str, tahun: int) -> list[Usulan]:
    """What all desa/kelurahan of one kecamatan have entered, by desa and its own order (L01)."""
    found = rapat_di(store, who, kecamatan, tahun)
    return entered.of_kecamatan(store, found.kecamatan.kode, found.tahun)


def nama_wilayah(store: Store, who: Orang) -> str:
    """The place or department that an account belongs to."""
    if who.peran is Peran.CAMAT:
        return next((f"Kecamatan {k.nama}" for k in reference.kecamatan(store) if k.kode == who.wilayah), "")
    if who.peran is Peran.OPD:
        return next((o.nama for o in reference.opd(store).values() if o.kode == who.wilayah), "")
    if who.peran is Peran.DESA and (desa := reference.find_desa(store, who.wilayah or "")):
        return f"{desa.jenis} {desa.nama}"
    return "Bappeda Kabupaten Langkat"


def _may_read(who: Orang, u: UsulanMasuk) -> bool:
    return who.peran is not Peran.OPD or (u.utama and u.opd == who.wilayah)


def _meeting(rows: Rows, who: Orang, rapat: UUID, tindakan: Tindakan = Tindakan.LIHAT) -> Rapat:
    return _seen(meetings.find(rows, rapat), who, tindakan)


def _at_once(store: Store, who: Orang, rapat: UUID, read: Callable[[Moment, Rapat], T]) -> T:
    """Kept or not, whoever asks is checked against the meeting as it is."""

    def work(tx: Rows) -> T:
        moment = Moment(store.hall, tx, rapat)
        return read(moment, _seen(moment.rapat(), who, Tindakan.LIHAT))

    return store.snapshot(work)


def _kept(hall: Hall, who: Orang, rapat: UUID, tanda: str, what: str) -> Any:
    """What is kept of the meeting at this tanda, None when nothing is."""
    found: Rapat | None = hall.kept(str(rapat), "rapat", tanda)
    return hall.kept(str(_seen(found, who, Tindakan.LIHAT).id), what, tanda) if found else None


def _seen(rapat: Rapat | None, who: Orang, tindakan: Tindakan) -> Rapat:
    if rapat is None:
        raise Refused([Issue("tidak_ditemukan")])
    refuse(*may_touch_meeting(who, tindakan, rapat))
    return rapat
