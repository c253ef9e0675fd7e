"""Periksa Dokumen: anybody who holds a paper learns whether what it tells of still stands as it was sent.

Nobody logs in for it: the code, which is on the paper alone, is what lets its holder ask about this one meeting.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import uuid4

from musrenbang import kode_periksa
from musrenbang.actions import baca
from musrenbang.actions.masuk import GAGAL_ALAMAT, JENDELA
from musrenbang.actions.periksa import chain_faults, usulan_faults
from musrenbang.actions.terkirim import changed_since, sendings
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import ADMIN, BahanCetak, BarisJejak, Pemeriksaan, Pengiriman, Rapat
from musrenbang.store import accounts, meetings, trail, usulan
from musrenbang.store.engine import Rows, Store

T = TypeVar("T")
PENANYA = "periksa dokumen"  # no name of an account has a space


def periksa_kode(store: Store, kode: str) -> Pemeriksaan:
    """Raises Refused for what is no code, and for a code that no sending of that meeting has."""
    read = kode_periksa.read(kode)
    if read is None:
        raise Refused([Issue("kode_periksa_salah")])
    return store.snapshot(lambda tx: _checked(tx, read))


def bahan_dokumen(store: Store, hasil: Pemeriksaan, dicetak: datetime) -> BahanCetak | None:
    """What papers about the meeting print, for comparing; None while nothing stands sent."""
    bahan = baca.bahan_cetak(store, ADMIN, hasil.rapat.id, dicetak)
    return bahan if bahan.kode else None


def dengan_jatah(store: Store, alamat: str, now: datetime, ask: Callable[[], T]) -> T:
    """Asks for a stranger at this address, unless it has failed too often of late; counts the failure of this one."""
    whence = f"{PENANYA} {alamat}"[:64]  # counted apart from logins, which nobody shall be able to block here
    failed, *_ = accounts.failures(store, PENANYA, whence, now - JENDELA)
    if failed >= GAGAL_ALAMAT:
        refuse(Issue("periksa_terlalu_sering", {"menit": int(JENDELA.total_seconds() // 60)}))
    try:
        return ask()
    except Refused:
        forget = now - timedelta(days=30)
        store.transaction(lambda tx: accounts.add_failure(tx, uuid4(), PENANYA, whence, now, forget))
        raise


def _checked(tx: Rows, kode: kode_periksa.KodePeriksa) -> Pemeriksaan:
    rapat = meetings.find_by_place(tx, kode.kecamatan, kode.tahun)
    if rapat is None:
        raise Refused([Issue("kode_periksa_tak_dikenal", {"kode": str(kode)})])
    rows = trail.of_chain(tx, str(rapat.id))
    faults = (*_chain_faults(tx, rapat, rows), *_content_faults(tx, rapat, rows))
    made = [
        (kode_periksa.of_row(kode.kecamatan, kode.tahun, row.hash), _sending(row, back)) for row, back in sendings(rows)
    ]
    named = [place for place, (own, _) in enumerate(made) if own == kode]
    if not named:
        key = "kode_periksa_rantai_rusak" if faults else "kode_periksa_tak_dikenal"
        raise Refused([Issue(key, {"kode": str(kode), "kecamatan": rapat.kecamatan.nama, "tahun": rapat.tahun})])
    first, *later = [sending for _, sending in made[named[0] :]]
    utama = [u for u in usulan.in_meeting(tx, rapat.id) if u.utama] if rapat.dikirim else []
    return Pemeriksaan(str(kode), rapat, first, tuple(later), faults, len(utama), sum(u.isi.biaya for u in utama))


def _chain_faults(tx: Rows, rapat: Rapat, rows: Sequence[BarisJejak]) -> Iterator[str]:
    head = trail.chain_head(tx, str(rapat.id))
    if rows or head:  # a meeting that nobody has written to yet has neither
        yield from chain_faults("Rantai jejak", rows, head)
    recorded = next((row.waktu for row, back in sendings(rows)[-1:] if back is None), None)
    if rapat.dikirim != recorded:
        yield "Waktu dikirim tidak sama dengan yang tercatat di jejak."


def _content_faults(tx: Rows, rapat: Rapat, rows: Sequence[BarisJejak]) -> Iterator[str]:
    if rapat.dikirim:
        yield from usulan_faults(tx, rapat.id, rows)
        yield from changed_since(tx, rapat.id, "Rapat ini", rows)


def _sending(row: BarisJejak, back: BarisJejak | None) -> Pengiriman:
    return Pengiriman(row.nomor, row.waktu, back.waktu if back else None)
