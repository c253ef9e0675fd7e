"""Checking a whole database: constraints, references, states, the hash chains, and the trail against the present."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from datetime import datetime
from typing import Any
from uuid import UUID

from musrenbang.access import Tindakan
from musrenbang.actions import jawaban as answering
from musrenbang.actions.periksa_isi import account_faults, master_faults, meeting_faults
from musrenbang.actions.saksi import kehilangan, nama_rantai
from musrenbang.actions.terkirim import changed_minutes, changed_since
from musrenbang.model import BarisJejak, PembukaanKembali, UsulanMasuk
from musrenbang.scoring import BANYAK_KRITERIA
from musrenbang.store import checks, file_checks, jawaban, meetings, trail
from musrenbang.store import usulan as table
from musrenbang.store.engine import Rows, Store
from musrenbang.store.files import Files
from musrenbang.words import sentence

STEMPEL = {
    "dibuka": Tindakan.BUKA, "diambil": Tindakan.AMBIL, "dimulai": Tindakan.MULAI,
    "dihitung": Tindakan.HITUNG, "dikirim": Tindakan.KIRIM,
}  # fmt: skip
TENTANG_USULAN = {
    Tindakan.VERIFIKASI, Tindakan.TAMBAH_USULAN, Tindakan.UBAH_USULAN,
    Tindakan.PRIORITAS, Tindakan.CADANGAN, Tindakan.PILIH_OPD, Tindakan.SKOR, Tindakan.URUTKAN_SERI,
}  # fmt: skip
TENTANG_JAWABAN = {Tindakan.JAWAB, Tindakan.ANGGARAN, answering.GUGUR}
TANPA_TINGKAT = [None] * BANYAK_KRITERIA
BELUM_DIPUTUSKAN = {
    "keputusan": "belum", "alasan_verifikasi": None, "digabung_ke": None,
    "prioritas": None, "alasan_cadangan": None, "opd": None,
}  # fmt: skip


def periksa(store: Store) -> list[str]:
    """A sentence for each fault, saying what is wrong and where; empty when all is well. One moment's picture.

    Raises StoreBroken for a file that cannot be read through.
    """
    store.read_through()
    present = list(store.files.names())
    faults = store.snapshot(lambda tx: everything(tx, store.files))
    lost = kehilangan(store)
    return [*faults, *file_checks.strays(store, present), *([sentence(lost)] if lost else [])]


def everything(tx: Rows, files: Files) -> list[str]:
    """All but the files that no row names."""
    return _all(tx) + file_checks.broken(tx, files)


def _all(tx: Rows) -> list[str]:
    all_, names = checks.meetings_of_all_years(tx), nama_rantai(tx)
    faults = [*checks.broken(tx), *readable("Akun", account_faults(tx)), *readable("Data induk", master_faults(tx))]
    for rantai in trail.chains(tx):
        name = names.get(rantai)
        faults += [] if name else [f"Jejak {rantai}: tidak ada rapat dengan kunci itu."]
        faults += chain_faults(f"Jejak {name or rantai}", trail.of_chain(tx, rantai), trail.chain_head(tx, rantai))
    for id_, _, _, *stamps in all_:
        name = names[str(id_)]
        faults += readable(name, _meeting_faults(tx, id_, name, stamps, trail.of_chain(tx, str(id_))))
    return faults


def _meeting_faults(
    tx: Rows, id_: UUID, name: str, stamps: Sequence[datetime | None], rows: Sequence[BarisJejak]
) -> Iterator[str]:
    yield from _stamp_faults(name, stamps, rows)
    yield from _reopening_faults(name, meetings.reopenings(tx, id_), rows)
    yield from usulan_faults(tx, id_, rows)
    yield from _answer_faults(tx, id_, rows)
    for found in (changed_since, changed_minutes):
        yield from found(tx, id_, name, rows)
    if rapat := meetings.find(tx, id_):
        yield from meeting_faults(tx, rapat, rows)


def readable(name: str, faults: Iterator[str]) -> Iterator[str]:
    """What was changed behind the application need not be what it can read; then that is the fault."""
    try:
        yield from faults
    except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError):
        yield f"{name}: isi basis data atau jejaknya tidak dapat dibaca lagi."


def chain_faults(name: str, rows: Sequence[BarisJejak], head: tuple[int, str] | None) -> Iterator[str]:
    """Of one chain: numbers without gaps, each hash over its row and the hash before it, the head at the last row."""
    before = trail.START
    for expected, row in enumerate(rows, 1):
        if row.nomor != expected:
            yield f"{name}: baris nomor {expected} tidak ada."
            return
        if row.hash_sebelumnya != before:
            yield f"{name}, baris {row.nomor}: tidak menyambung ke baris sebelumnya."
        if row.hash != trail.row_hash(astuple(row)[:8], row.hash_sebelumnya):
            yield f"{name}, baris {row.nomor}: isinya tidak sesuai dengan hash-nya, jadi pernah diubah."
        before = row.hash
    if head != (len(rows), before):
        yield f"{name}: kepala rantai tidak sama dengan baris terakhir, nomor {len(rows)}."


def _stamp_faults(name: str, stamps: Sequence[datetime | None], rows: Sequence[BarisJejak]) -> Iterator[str]:
    for (step, tindakan), stamp in zip(STEMPEL.items(), stamps, strict=True):
        if stamp != _recorded(tindakan, rows):
            yield f"{name}: waktu {step} tidak sama dengan yang tercatat di jejak."


def _recorded(tindakan: Tindakan, rows: Sequence[BarisJejak]) -> datetime | None:
    """Hitung counts the first time, Ambil and Kirim the last; a Kirim that was taken back does not count."""
    takes_back = Tindakan.BUKA_KEMBALI if tindakan is Tindakan.KIRIM else None
    found = [row for row in rows if row.tindakan in (tindakan, takes_back)]
    counted = found[:1] if tindakan is Tindakan.HITUNG else found[-1:]
    return next((row.waktu for row in counted if row.tindakan == tindakan), None)


def _reopening_faults(name: str, stored: Sequence[PembukaanKembali], rows: Sequence[BarisJejak]) -> Iterator[str]:
    logged = [row for row in rows if (row.tindakan, row.objek) == (Tindakan.BUKA_KEMBALI, "rapat")]
    recorded = [(row.waktu, row.oleh, *_letter(row)) for row in logged]
    if [(p.waktu, p.oleh, *_told(p)) for p in stored] != recorded:
        yield f"{name}: pembukaan kembali tidak sama dengan yang tercatat di jejak."


def _told(p: PembukaanKembali) -> tuple[str, ...]:
    return p.dikirim.isoformat(timespec="microseconds"), p.surat.alasan, p.surat.nomor, str(p.surat.tanggal)


def _letter(row: BarisJejak) -> tuple[str, ...]:
    before, after = json.loads(row.sebelum), json.loads(row.sesudah)
    return before["dikirim"], after["alasan"], after["nomor_surat"], after["tanggal_surat"]


def usulan_faults(tx: Rows, rapat: UUID, rows: Sequence[BarisJejak]) -> Iterator[str]:
    """What is decided about each usulan against what the trail says last."""
    last = _last_of_usulan(rows)
    orders = checks.tie_orders(tx, rapat)
    for u in table.in_meeting(tx, rapat):
        differing = _differing(u, last.get(u.kode, BELUM_DIPUTUSKAN))
        if list(u.tingkat or TANPA_TINGKAT) != last.get(f"skor {u.kode}", {"tingkat": TANPA_TINGKAT})["tingkat"]:
            differing.append("skor")
        if orders.get(u.id) != last.get(f"urutan seri {u.kode}"):
            differing.append("urutan seri")
        for field in differing:
            yield f"Usulan masuk {u.kode}: {field} tidak sama dengan yang terakhir tercatat di jejak."


def _last_of_usulan(rows: Sequence[BarisJejak]) -> dict[str, Any]:
    """By objek. A row that names fewer fields than one before it leaves the others as they were."""
    last: dict[str, Any] = {}
    for row in rows:
        if row.tindakan in TENTANG_USULAN:
            before, told = last.get(row.objek), json.loads(row.sesudah)
            last[row.objek] = before | told if isinstance(before, dict) and isinstance(told, dict) else told
    return last


def _answer_faults(tx: Rows, rapat: UUID, rows: Sequence[BarisJejak]) -> Iterator[str]:
    """Each answer that is kept is the last that was logged for its usulan and OPD, and the other way round."""
    logged = [row for row in rows if row.tindakan in TENTANG_JAWABAN]
    last = dict(_answer_of(row) for row in logged)
    kept = jawaban.all_of_meeting(tx, rapat)
    for kode, opd in sorted(last.keys() | kept.keys()):
        if answering.picture(opd, kept.get((kode, opd))) != last.get((kode, opd)):
            yield f"Usulan masuk {kode}: jawaban OPD {opd} tidak sama dengan yang terakhir tercatat di jejak."


def _answer_of(row: BarisJejak) -> tuple[tuple[str, str], dict[str, Any] | None]:
    """Whose it is, by kode of the usulan and of the OPD, and what it is since; None: it has lapsed."""
    before, after = json.loads(row.sebelum), json.loads(row.sesudah)
    return (row.objek.removeprefix("jawaban "), (after or before)["opd"]), after


def _differing(u: UsulanMasuk, recorded: dict[str, Any]) -> list[str]:
    """Names of the fields that the trail has recorded otherwise."""
    present = {
        "keputusan": u.keputusan.value, "alasan_verifikasi": u.alasan_verifikasi,
        "digabung_ke": str(u.digabung_ke) if u.digabung_ke else None, "prioritas": u.prioritas,
        "alasan_cadangan": u.alasan_cadangan, "opd": u.opd, "nama": u.isi.nama, "lokasi": u.isi.lokasi,
        "volume": f"{u.isi.volume:.2f}", "biaya": u.isi.biaya, "permasalahan": u.isi.permasalahan,
        "satuan": u.isi.satuan, "penerima": u.isi.penerima, "bidang": u.isi.bidang.value,
        "kewenangan": u.isi.kewenangan.value, "opd_usul": u.isi.opd,
    }  # fmt: skip
    return [
        field.replace("_", " ") for field, value in recorded.items() if field in present and present[field] != value
    ]
