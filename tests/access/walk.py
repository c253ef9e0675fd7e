"""Bahorok's meeting from the first day to the reopening, and what each call does on the way, for eight people."""

from collections.abc import Callable, Iterator
from uuid import UUID

from musrenbang import passwords
from musrenbang.actions import (
    baca,
    berkas,
    dokumen,
    jawaban,
    lampiran,
    pembukaan_kembali,
    penutupan,
    persiapan,
    skoring,
    usulan,
)
from musrenbang.actions.verifikasi import Putusan, verifikasi
from musrenbang.errors import Refused
from musrenbang.model import IsiJawaban, Jawab, JenisBerkas, Keputusan, Orang, Peran
from musrenbang.store import accounts, trail
from musrenbang.store.engine import Inside, Row, Rows, Store, T
from tests import cast
from tests.access import elsewhere, in_meeting, table
from tests.access.in_meeting import Call
from tests.cast import (
    BAPPEDA,
    CAMAT,
    DESA,
    IRIGASI,
    JALAN,
    LURAH,
    NOW,
    OPD_DISDIK,
    OPD_PUTR,
    ORANG_LAIN,
    PELATIHAN,
    PUTR,
    RAPAT,
)
from tests.scans import picture
from tests.witness import tables

DESA_LAIN = Orang("kelurahan.stabatbaru", "Kelurahan Stabat Baru", Peran.DESA, cast.STABAT_BARU)
PEOPLE = (CAMAT, ORANG_LAIN, BAPPEDA, OPD_PUTR, OPD_DISDIK, DESA, LURAH, DESA_LAIN)
CALLS: dict[str, Call] = in_meeting.CALLS | elsewhere.WITH_MEETING | elsewhere.CALLS
DONE = "done"


class _Undone(Exception):
    """Takes back what somebody may do, so that the next one finds the meeting as it was."""


class Watched(Inside):
    """A store that notices whether anything was committed by way of it."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, store)
        self._store, self.commits = store, 0

    def rows(self, sql: str, *values: object) -> list[Row]:
        self.commits += not sql.strip().lower().startswith(("select", "with"))
        return self._store.rows(sql, *values)

    def transaction(self, work: Callable[[Rows], T]) -> T:
        result = self._store.transaction(work)
        self.commits += 1
        return result

    def snapshot(self, work: Callable[[Rows], T]) -> T:
        return self._store.snapshot(work)


def stages(store: Store) -> Iterator[str]:
    """Yields a letter for each state: w waiting, o opened, d Daftar Hadir filled in, l loaded, m started, v verified,
    p chosen, h counting, s scored, k sent, b opened again."""
    cast.waiting(store)
    _furnish(store)
    yield "w"
    persiapan.buka(store, CAMAT, RAPAT, "Desa Lama menyusul", NOW)
    yield "o"
    in_meeting.attend(store, CAMAT, RAPAT)
    dokumen.unggah(store, CAMAT, RAPAT, JenisBerkas.FOTO, "a.jpg", berkas.receive(store, picture()), None, NOW)
    yield "d"
    persiapan.ambil_usulan(store, CAMAT, RAPAT, NOW)
    yield "l"
    persiapan.mulai(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), NOW)
    usulan.tambah_usulan(store, CAMAT, RAPAT, cast.isi("Tugu"), NOW)
    yield "m"
    verifikasi(store, CAMAT, RAPAT, cast.seen(store, *cast.DISETUJUI), Putusan(Keputusan.SESUAI), NOW)
    yield "v"
    usulan.pilih_prioritas(store, CAMAT, RAPAT, cast.seen(store, *cast.UTAMA), 1, PUTR, NOW)
    reserve = (PELATIHAN.id, in_meeting.tugu(store))
    usulan.jadikan_cadangan(store, CAMAT, RAPAT, in_meeting.seen(store, *reserve), "Belum mendesak", NOW)
    yield "p"
    skoring.hitung(store, CAMAT, RAPAT, NOW)
    yield "h"
    skoring.simpan_skor(store, CAMAT, RAPAT, cast.filled(store, cast.NILAI), NOW)
    yield "s"
    penutupan.kirim(store, CAMAT, RAPAT, trail.head(store, str(RAPAT)), NOW)
    jawaban.jawab(store, OPD_PUTR, cast.as_sent(store, {IRIGASI.id: 0}), IsiJawaban(Jawab.DITERIMA), NOW)
    yield "k"
    pembukaan_kembali.buka_kembali(store, BAPPEDA, RAPAT, NOW, in_meeting.SURAT, NOW)
    yield "b"


def _furnish(store: Store) -> None:
    """Accounts for all eight, an attachment, and what there is of master data to be changed."""
    others, sandi = (OPD_DISDIK, LURAH, DESA_LAIN), passwords.hash_password(cast.SANDI)
    store.transaction(lambda tx: accounts.add(tx, [(who, sandi) for who in others]))
    lampiran.lampirkan(store, DESA, RAPAT, JALAN.id, JenisBerkas.FOTO_USULAN, "a.jpg", picture(), NOW)
    elsewhere.furnish(store)


def cells(store: Store, stage: str) -> dict[tuple[str, str], tuple[bool, str]]:
    """For each row of the table and each person: whether it should be done, and what came of it.

    What should be done is taken back; what should be refused is watched. A last cell tells whether all is as before.
    """
    before, found = standing(store), {}
    for name, columns in rows_at(stage).items():
        for who, states in zip(PEOPLE, columns, strict=True):
            due = states == "*" or stage in states
            found[name, who.nama_pengguna] = due, (done if due else refused)(store, CALLS[name], who)
    found["anything", "is left"] = False, DONE if standing(store) != before else "as before"
    return found


def rows_at(stage: str) -> dict[str, list[str]]:
    return table.read(table.IN_MEETING) | (table.read(table.ELSEWHERE) if stage in table.SOME else {})


def done(store: Store, call: Call, who: Orang) -> str:
    """DONE, and taken back; else why it was refused."""

    def work(tx: Rows) -> None:
        call(Inside(store, tx), who, RAPAT)
        raise _Undone

    try:
        store.transaction(work)
    except _Undone:
        return DONE
    except Refused as fault:
        return fault.issues[0].key
    raise AssertionError


def refused(store: Store, call: Call, who: Orang, rapat: UUID = RAPAT) -> str:
    """Why it was refused; DONE when it was not, or has written something all the same."""
    watched = Watched(store)
    try:
        call(watched, who, rapat)
    except Refused as fault:
        return DONE if watched.commits else fault.issues[0].key
    return DONE


def standing(store: Store) -> object:
    """The head of every chain, and how many rows each table has."""
    counts = {name: store.rows(f"select count(*) from {name}") for name in tables(store)}
    return counts, store.rows("select kunci, hash from rantai order by kunci")
