"""Kapsul where the meeting is held: a database of its own is filled from it, and what became of it is handed back."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from musrenbang.access import may_keep_master_data
from musrenbang.actions.catatan import dicatat
from musrenbang.actions.kapsul import about, appearing, seal
from musrenbang.actions.periksa import periksa
from musrenbang.actions.siapkan import NotEmpty
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.formats import tanggal_jam
from musrenbang.intake import kapsul as berkas
from musrenbang.intake.kapsul import Arah, Bungkus, Tentang
from musrenbang.model import IsiKapsul, Kapsul, KeadaanKapsul, Orang, Rapat
from musrenbang.store import copying, meetings, moving
from musrenbang.store import kapsul as table
from musrenbang.store.engine import Rows, Store
from musrenbang.store.trail import Chain

SERAHKAN = "kapsul diserahkan"


def buka(store: Store, who: Orang, file: Path, now: datetime) -> tuple[Rapat, str, list[str]]:
    """Fills an empty store from a kapsul. Returns the meeting, the kode of the file, and what `periksa` says.

    Raises NotEmpty, or Refused; the store and its folder of documents then stay empty.
    """
    if not moving.is_empty(store):
        raise NotEmpty
    with berkas.opened(file) as bungkus:
        refuse(*_issues(store, bungkus, now))
        isi = bungkus.isi()
        named = table.documents(isi)
        try:
            unpack(store, bungkus, isi)
            store.transaction(lambda tx: _fill(tx, bungkus.tentang, isi, who, now))
        except BaseException:
            copying.take_back(named, store.files)
            raise
        return _meeting(store, bungkus.tentang), bungkus.kode, periksa(store)


@dicatat(SERAHKAN)
def serahkan(store: Store, who: Orang, out: Path, now: datetime) -> str:
    """Writes what is to be handed in, and ends the meeting here: it goes on at Bappeda. Returns the kode of the file.

    Done again it writes the same once more, for a file that was lost.
    """
    refuse(*may_keep_master_data(who))

    def work(tx: Rows) -> str:
        held = _held(tx)
        chain = Chain(tx, str(held.rapat), who.nama_pengguna, now)
        held = _held(tx)  # another may have been quicker
        if held.keadaan is KeadaanKapsul.DI_SINI:
            held = _end(tx, chain, held, who, now)
        rapat = meetings.find(tx, held.rapat)
        assert rapat
        return seal(about(tx, rapat, held, Arah.KEMBALI), held.kunci, table.going_back(tx), store.files, unfinished)

    with appearing(out) as unfinished:
        return store.transaction(work)


def unpack(store: Store, bungkus: Bungkus, isi: IsiKapsul) -> None:
    """Every document into an empty folder."""
    for each in table.documents(isi):
        unfinished = store.files.unfinished()
        try:
            bungkus.unpack(each.id, each.ukuran, each.sidik, unfinished)
            store.files.place(unfinished, each.id)
        finally:
            unfinished.unlink(missing_ok=True)


def _issues(store: Store, bungkus: Bungkus, now: datetime) -> list[Issue]:
    tentang = bungkus.tentang
    if tentang.arah is not Arah.KELUAR:
        return [Issue("kapsul_kembali")]
    if not bungkus.is_sealed_with(tentang.kunci):
        return [Issue("kapsul_rusak")]
    if any(store.files.names()):
        return [Issue("dokumen_sudah_ada", {"folder": store.files.folder})]
    if now < tentang.waktu:
        facts = {"sekarang": tanggal_jam(now), "dibuat": tanggal_jam(tentang.waktu)}
        return [Issue("kapsul_jam_laptop", facts)]
    return version(store, tentang)


def version(rows: Rows, tentang: Tentang) -> list[Issue]:
    """Both sides have the same tables, or rows would be lost on the way."""
    here = moving.newest_migration(rows)
    if tentang.skema == here:
        return []
    return [Issue("kapsul_versi_lama" if tentang.skema < here else "kapsul_versi_baru")]


def _fill(tx: Rows, tentang: Tentang, isi: IsiKapsul, who: Orang, now: datetime) -> None:
    table.fill(tx, isi)
    held = Kapsul(
        tentang.id, tentang.rapat, KeadaanKapsul.DI_SINI, tentang.kunci, tentang.nomor, tentang.pangkal, None, now,
        who.nama_pengguna,
    )  # fmt: skip
    table.add(tx, held)
    meetings.make_current(tx, tentang.tahun)


def _end(tx: Rows, chain: Chain, held: Kapsul, who: Orang, now: datetime) -> Kapsul:
    chain.write(SERAHKAN, "rapat", sesudah={"kapsul": held.id})
    chain.close()
    ended = replace(
        held, keadaan=KeadaanKapsul.DISERAHKAN, ujung=chain.head, waktu=now, oleh=who.nama_pengguna
    )  # fmt: skip
    table.change(tx, ended)
    return ended


def _held(tx: Rows) -> Kapsul:
    held = table.here(tx)
    if held is None:
        raise Refused([Issue("kapsul_bukan_laptop")])
    return held


def _meeting(rows: Rows, tentang: Tentang) -> Rapat:
    found = meetings.find(rows, tentang.rapat)
    if found is None or (found.kecamatan.kode, found.tahun) != (tentang.kecamatan, tentang.tahun):
        raise Refused([Issue("kapsul_rusak")])
    return found
