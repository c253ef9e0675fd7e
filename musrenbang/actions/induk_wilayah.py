"""Kecamatan and desa/kelurahan, which all years share: names change, desa come and, while nothing names them, go."""

from dataclasses import asdict
from datetime import datetime

from musrenbang import guards_induk
from musrenbang.access import may_keep_master_data
from musrenbang.actions.induk import Meja, at_desk, one_line
from musrenbang.actions.lambang import RANTAI
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import Desa, Kecamatan, Orang, Tercatat
from musrenbang.store import induk as table
from musrenbang.store import meetings, reference, trail
from musrenbang.store.engine import Rows, Store

UBAH_KECAMATAN = "ubah kecamatan"
TAMBAH, UBAH, HAPUS = "tambah desa/kelurahan", "ubah desa/kelurahan", "hapus desa/kelurahan"


def kecamatan(store: Store, who: Orang) -> list[Tercatat[Kecamatan]]:
    """By kode; each is in use by its meetings."""
    refuse(*may_keep_master_data(who))

    def work(tx: Rows) -> list[Tercatat[Kecamatan]]:
        versi = trail.last_numbers(tx, RANTAI, "kecamatan ")
        return [Tercatat(k, versi.get(f"kecamatan {k.kode}", 0), True) for k in reference.kecamatan(tx)]

    return store.snapshot(work)


def desa(store: Store, who: Orang, kode_kecamatan: str) -> list[Tercatat[Desa]]:
    """Of one kecamatan, by kode."""
    refuse(*may_keep_master_data(who))

    def work(tx: Rows) -> list[Tercatat[Desa]]:
        versi, used = trail.last_numbers(tx, RANTAI, f"desa {kode_kecamatan}."), table.desa_in_use(tx)
        found = reference.desa(tx, kode_kecamatan)
        return [Tercatat(d, versi.get(f"desa {d.kode}", 0), d.kode in used) for d in found]

    return store.snapshot(work)


def ubah_kecamatan(store: Store, who: Orang, isi: Kecamatan, dilihat: int, now: datetime) -> None:
    """Its name, and what its letterhead says. `dilihat` is the versi that was shown; raises ChangedMeanwhile."""
    isi = Kecamatan(isi.kode, one_line(isi.nama), one_line(isi.alamat), one_line(isi.kontak))

    def work(meja: Meja) -> None:
        all_ = {k.kode: k for k in reference.kecamatan(meja.tx)}
        before = _found(all_.get(isi.kode))
        meja.must_be_seen(f"kecamatan {isi.kode}", f"Kecamatan {isi.kode}", dilihat, before.nama)
        refuse(*guards_induk.kecamatan(isi, [k.nama for k in all_.values() if k.kode != isi.kode]))
        table.save_kecamatan(meja.tx, isi)
        _log(meja, f"kecamatan {isi.kode}", isi.kode, asdict(before), asdict(isi))

    at_desk(store, who, UBAH_KECAMATAN, now, work)


def tambah_desa(store: Store, who: Orang, isi: Desa, now: datetime) -> None:
    isi = Desa(isi.kode.strip(), one_line(isi.nama), isi.jenis, isi.kecamatan)

    def work(meja: Meja) -> None:
        _found(next((k for k in reference.kecamatan(meja.tx) if k.kode == isi.kecamatan), None))
        taken = reference.find_desa(meja.tx, isi.kode)
        refuse(*([Issue("kode_sudah_ada", {"kode": isi.kode, "nama": taken.nama})] if taken else []))
        refuse(*guards_induk.desa(isi, reference.desa(meja.tx, isi.kecamatan)))
        table.add_desa(meja.tx, isi)
        _log(meja, f"desa {isi.kode}", isi.kecamatan, None, asdict(isi))

    at_desk(store, who, TAMBAH, now, work)


def ubah_desa(store: Store, who: Orang, kode: str, nama: str, dilihat: int, now: datetime) -> None:
    """Its name; whether it is a desa or a kelurahan stands in the kode. Raises ChangedMeanwhile."""

    def work(meja: Meja) -> None:
        before = _seen(meja, kode, dilihat)
        isi = Desa(before.kode, one_line(nama), before.jenis, before.kecamatan)
        others = [d for d in reference.desa(meja.tx, before.kecamatan) if d.kode != kode]
        refuse(*guards_induk.desa(isi, others))
        table.save_desa(meja.tx, isi)
        _log(meja, f"desa {kode}", isi.kecamatan, asdict(before), asdict(isi))

    at_desk(store, who, UBAH, now, work)


def hapus_desa(store: Store, who: Orang, kode: str, dilihat: int, now: datetime) -> None:
    """Only what no usulan and no account names."""

    def work(meja: Meja) -> None:
        before = _seen(meja, kode, dilihat)
        _log(meja, f"desa {kode}", before.kecamatan, asdict(before), None)
        # asked only now: from here on nothing is entered for it
        if kode in table.desa_in_use(meja.tx):
            raise Refused([Issue("masih_dipakai", {"nama": before.nama, "oleh": "usulan atau akun"})])
        table.remove_desa(meja.tx, kode)

    at_desk(store, who, HAPUS, now, work)


def _seen(meja: Meja, kode: str, dilihat: int) -> Desa:
    found = reference.find_desa(meja.tx, kode)
    meja.must_be_seen(f"desa {kode}", f"Desa/kelurahan {kode}", dilihat, found.nama if found else "dihapus")
    if found is None:
        raise Refused([Issue("tidak_ditemukan")])
    return found


def _found(one: Kecamatan | None) -> Kecamatan:
    if one is None:
        raise Refused([Issue("tidak_ditemukan")])
    return one


def _log(meja: Meja, objek: str, kecamatan: str, before: object, after: object) -> None:
    meja.log(objek, before, after)
    meja.tell([r for r in meetings.all_years(meja.tx) if r.kecamatan.kode == kecamatan], objek)
