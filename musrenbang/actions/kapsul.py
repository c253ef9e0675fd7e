"""Kapsul at Bappeda: a meeting goes out as one file, and is locked here until that is back or called off."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from musrenbang import guards
from musrenbang.access import may_keep_master_data
from musrenbang.actions.catatan import dicatat
from musrenbang.actions.salin import SEBAB
from musrenbang.errors import ChangedMeanwhile, Issue, Refused, refuse
from musrenbang.formats import tanggal_jam
from musrenbang.intake import kapsul as berkas
from musrenbang.intake.kapsul import Arah, Tentang
from musrenbang.model import IsiKapsul, Kapsul, KeadaanKapsul, Orang, Rapat
from musrenbang.store import kapsul as table
from musrenbang.store import meetings, moving, trail
from musrenbang.store.engine import Rows, Store
from musrenbang.store.files import Files, digest
from musrenbang.store.trail import Chain

KELUAR, BATAL = "kapsul dibuat", "kapsul dibatalkan"


@dicatat(KELUAR)
def buat(store: Store, who: Orang, rapat: UUID, out: Path | None, now: datetime) -> str:
    """Writes the kapsul of a meeting and locks the meeting here. Returns the kode of the file, for comparing.

    Without `out` the file lies on the server until the kapsul is back or called off, to be downloaded.
    """
    refuse(*may_keep_master_data(who))
    id_, kunci = uuid4(), secrets.token_hex(32)

    def work(tx: Rows) -> str:
        chain = Chain(tx, str(rapat), who.nama_pengguna, now)
        found = _found(meetings.find(tx, rapat))
        refuse(*may_go(tx, found))
        chain.write(KELUAR, "rapat", sesudah={"kapsul": id_})
        chain.close()
        nomor, pangkal = trail.chain_head(tx, str(rapat)) or (0, trail.START)
        made = Kapsul(id_, rapat, KeadaanKapsul.KELUAR, kunci, nomor, pangkal, None, now, who.nama_pengguna)
        table.add(tx, made)
        tentang = replace(about(tx, found, made, Arah.KELUAR), kunci=kunci)
        return seal(tentang, kunci, table.going_out(tx, found), store.files, unfinished)

    with appearing(out or _on_server(store.files, id_)) as unfinished:
        return store.transaction(work)


@dicatat(BATAL)
def batal(store: Store, who: Orang, rapat: UUID, now: datetime, dilihat: UUID | None = None) -> None:
    """Calls the kapsul of a meeting off: the meeting goes on here, and what was done there is not taken any more.

    `dilihat` is the kapsul that the person has seen. Raises ChangedMeanwhile when another is out by now.
    """
    refuse(*may_keep_master_data(who))

    def work(tx: Rows) -> UUID:
        chain = Chain(tx, str(rapat), who.nama_pengguna, now)
        found, away = _found(meetings.find(tx, rapat)), table.away(tx, rapat)
        if away is None:
            raise Refused([Issue("kapsul_tidak_keluar", {"kecamatan": found.kecamatan.nama, "tahun": found.tahun})])
        if dilihat not in (None, away.id):
            raise ChangedMeanwhile([Issue("kapsul_lain_keluar", {"waktu": tanggal_jam(away.waktu), "oleh": away.oleh})])
        chain.write(BATAL, "rapat", sesudah={"kapsul": away.id})
        chain.close()
        table.change(tx, replace(away, keadaan=KeadaanKapsul.DIBATALKAN, waktu=now, oleh=who.nama_pengguna))
        return away.id

    store.files.kapsul(store.transaction(work)).unlink(missing_ok=True)


def may_go(tx: Rows, rapat: Rapat) -> list[Issue]:
    """What keeps a meeting here."""
    if table.here(tx):
        return [Issue("kapsul_dari_laptop")]
    if rapat.dikirim:
        facts = {"kecamatan": rapat.kecamatan.nama, "tahun": rapat.tahun, "waktu": tanggal_jam(rapat.dikirim)}
        return [Issue("kapsul_sudah_dikirim", facts)]
    return guards.here(rapat)


def about(tx: Rows, rapat: Rapat, kapsul: Kapsul, arah: Arah) -> Tentang:
    return Tentang(
        arah, kapsul.id, rapat.id, rapat.kecamatan.kode, rapat.tahun, moving.newest_migration(tx),
        kapsul.nomor, kapsul.pangkal, trail.head(tx, str(rapat.id)), kapsul.waktu,
    )  # fmt: skip


def seal(tentang: Tentang, kunci: str, isi: IsiKapsul, files: Files, out: Path) -> str:
    """Writes the file with the documents that its rows name. Returns its kode."""
    named = table.documents(isi)
    for each in named:
        path = files.path(each.id)
        whole = path.is_file() and (path.stat().st_size, digest(path)) == (each.ukuran, each.sidik)
        refuse(*([] if whole else [Issue("kapsul_dokumen_hilang", {"dokumen": each.nama})]))
    try:
        return berkas.write(out, tentang, kunci, isi, {each.id: files.path(each.id) for each in named})
    except OSError as fault:
        raise _failed(out, fault) from fault


@contextmanager
def appearing(out: Path) -> Iterator[Path]:
    """The file gets its name when all is committed; nothing that is there is written over."""
    refuse(*([Issue("kapsul_berkas_ada", {"berkas": out})] if out.exists() else []))
    unfinished = out.with_name(f".{out.name}.setengah-jadi")
    try:
        yield unfinished
        unfinished.replace(out)
    except OSError as fault:
        raise _failed(out, fault) from fault
    finally:
        unfinished.unlink(missing_ok=True)


def _on_server(files: Files, id_: UUID) -> Path:
    """In a folder that nobody else at that machine may look into."""
    out = files.kapsul(id_)
    try:
        out.parent.mkdir(0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise _failed(out, fault) from fault
    return out


def _failed(out: Path, fault: OSError) -> Refused:
    sebab = SEBAB.get(fault.errno or 0, "penyimpanan tidak dapat ditulis")
    return Refused([Issue("kapsul_gagal", {"berkas": out, "sebab": sebab})])


def _found(rapat: Rapat | None) -> Rapat:
    if rapat is None:
        raise Refused([Issue("tidak_ditemukan")])
    return rapat
