"""Choices of Perbandingan under a name: whoever of Bappeda saves one, all of Bappeda have it."""

from datetime import datetime
from uuid import UUID, uuid4

from musrenbang import fields
from musrenbang.access import may_see_all
from musrenbang.actions.catatan import dicatat
from musrenbang.actions.door import clean
from musrenbang.errors import ChangedMeanwhile, Issue, refuse
from musrenbang.model import Lingkup, Orang, Pandangan
from musrenbang.store import meetings, recent
from musrenbang.store import pandangan as table
from musrenbang.store.engine import Rows, Store
from musrenbang.store.trail import Chain

RANTAI = "pandangan"
SIMPAN, GANTI_NAMA, HAPUS = "simpan pandangan", "ganti nama pandangan", "hapus pandangan"
NAMA_MAKS = 80


def daftar(store: Store, who: Orang) -> tuple[Pandangan, ...]:
    """By name."""
    refuse(*may_see_all(who))
    return recent.of_all(store, "pandangan", lambda tx: tuple(table.all_views(tx)))


@dicatat(SIMPAN)
def simpan(store: Store, who: Orang, nama: str, lingkup: Lingkup, now: datetime) -> Pandangan:
    """A new one; no two have the same name, however it is written."""
    refuse(*may_see_all(who))
    view = Pandangan(uuid4(), clean(nama), lingkup, who.nama_pengguna, now, 1)

    def work(tx: Rows) -> None:
        chain = Chain(tx, RANTAI, who.nama_pengguna, now)
        refuse(*_name_issues(tx, view.nama), *_scope_issues(tx, lingkup))
        table.add(tx, view)
        chain.write(SIMPAN, _objek(view), sesudah=_told(view))
        chain.close()

    store.transaction(work)
    return view


@dicatat(GANTI_NAMA)
def ganti_nama(store: Store, who: Orang, dilihat: Pandangan, nama: str, now: datetime) -> None:
    refuse(*may_see_all(who))
    baru = clean(nama)

    def work(tx: Rows) -> None:
        chain = Chain(tx, RANTAI, who.nama_pengguna, now)
        _must_be_as_seen(tx, dilihat)
        refuse(*_name_issues(tx, baru, but=dilihat.id))
        table.rename(tx, dilihat.id, baru)
        chain.write(GANTI_NAMA, _objek(dilihat), {"nama": dilihat.nama}, {"nama": baru})
        chain.close()

    store.transaction(work)


@dicatat(HAPUS)
def hapus(store: Store, who: Orang, dilihat: Pandangan, now: datetime) -> None:
    refuse(*may_see_all(who))

    def work(tx: Rows) -> None:
        chain = Chain(tx, RANTAI, who.nama_pengguna, now)
        _must_be_as_seen(tx, dilihat)
        table.remove(tx, dilihat.id)
        chain.write(HAPUS, _objek(dilihat), sebelum=_told(dilihat))
        chain.close()

    store.transaction(work)


def _name_issues(tx: Rows, nama: str, but: UUID | None = None) -> list[Issue]:
    if issues := fields.text("Nama pandangan", nama, min_=1, maks=NAMA_MAKS):
        return issues
    others = {view.nama.casefold() for view in table.all_views(tx) if view.id != but}
    return [Issue("pandangan_sudah_ada", {"nama": nama})] if nama.casefold() in others else []


def _scope_issues(tx: Rows, lingkup: Lingkup) -> list[Issue]:
    return [] if lingkup.tahun in meetings.years(tx) else [Issue("tidak_ditemukan")]


def _must_be_as_seen(tx: Rows, dilihat: Pandangan) -> None:
    found = table.find(tx, dilihat.id)
    if found is None or found.versi != dilihat.versi:
        raise ChangedMeanwhile([Issue("pandangan_berubah", {"nama": dilihat.nama})])


def _objek(view: Pandangan) -> str:
    return f"pandangan {view.nama}"


def _told(view: Pandangan) -> dict[str, object]:
    return {"nama": view.nama, "tahun": view.lingkup.tahun, **table.choices(view.lingkup)}
