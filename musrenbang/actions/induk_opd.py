"""The OPD of the kabupaten, which all years share: added, changed, taken out while nothing names them."""

from dataclasses import asdict
from datetime import datetime

from musrenbang import guards_induk
from musrenbang.access import may_keep_master_data
from musrenbang.actions.induk import Meja, at_desk, one_line
from musrenbang.actions.lambang import RANTAI
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import Opd, Orang, Tercatat
from musrenbang.store import induk as table
from musrenbang.store import meetings, reference, trail
from musrenbang.store.engine import Rows, Store

TAMBAH, UBAH, HAPUS = "tambah OPD", "ubah OPD", "hapus OPD"


def opd(store: Store, who: Orang) -> list[Tercatat[Opd]]:
    """By kode."""
    refuse(*may_keep_master_data(who))
    return store.snapshot(_stored)


def tambah(store: Store, who: Orang, isi: Opd, now: datetime) -> None:
    isi = _clean(isi)

    def work(meja: Meja) -> None:
        others = reference.opd(meja.tx)
        if isi.kode in others:
            raise Refused([Issue("kode_sudah_ada", {"kode": isi.kode, "nama": others[isi.kode].nama})])
        refuse(*guards_induk.opd(isi, list(others.values())))
        table.add_opd(meja.tx, isi)
        _log(meja, isi.kode, None, isi)

    at_desk(store, who, TAMBAH, now, work)


def ubah(store: Store, who: Orang, isi: Opd, dilihat: int, now: datetime) -> None:
    """`dilihat` is the versi that was shown; raises ChangedMeanwhile. The kode stays, as usulan name it."""
    isi = _clean(isi)

    def work(meja: Meja) -> None:
        before = _seen(meja, isi.kode, dilihat)
        refuse(*guards_induk.opd(isi, [o for o in reference.opd(meja.tx).values() if o.kode != isi.kode]))
        _log(meja, isi.kode, before, isi)
        table.save_opd(meja.tx, isi)

    at_desk(store, who, UBAH, now, work)


def hapus(store: Store, who: Orang, kode: str, dilihat: int, now: datetime) -> None:
    """Only what no usulan and no account names."""

    def work(meja: Meja) -> None:
        before = _seen(meja, kode, dilihat)
        _log(meja, kode, before, None)
        # asked only now: from here on no meeting chooses it
        if kode in table.opd_in_use(meja.tx):
            raise Refused([Issue("masih_dipakai", {"nama": before.singkatan, "oleh": "usulan atau akun"})])
        table.remove_opd(meja.tx, kode)

    at_desk(store, who, HAPUS, now, work)


def _stored(tx: Rows) -> list[Tercatat[Opd]]:
    versi, used = trail.last_numbers(tx, RANTAI, "opd "), table.opd_in_use(tx)
    return [Tercatat(o, versi.get(f"opd {o.kode}", 0), o.kode in used) for o in reference.opd(tx).values()]


def _seen(meja: Meja, kode: str, dilihat: int) -> Opd:
    found = reference.opd(meja.tx).get(kode)
    meja.must_be_seen(
        f"opd {kode}", f"OPD {kode}", dilihat, f"{found.nama} ({found.singkatan})" if found else "dihapus"
    )
    if found is None:
        raise Refused([Issue("tidak_ditemukan")])
    return found


def _log(meja: Meja, kode: str, before: Opd | None, after: Opd | None) -> None:
    meja.log(f"opd {kode}", before and asdict(before), after and asdict(after))
    meja.tell(meetings.all_years(meja.tx), f"opd {kode}")


def _clean(isi: Opd) -> Opd:
    return Opd(*(one_line(value) for value in (isi.kode, isi.nama, isi.singkatan, isi.urusan)))
