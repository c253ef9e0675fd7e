"""A kapsul that comes back to Bappeda: taken in whole and once, or refused with all that stands against it.

The meeting is locked while it is away, so what comes back goes on from what is here, and nothing is written over. It is
believed for its seal, and counted again all the same.
"""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from musrenbang.access import may_keep_master_data
from musrenbang.actions import kapsul_bentrok as bentrok
from musrenbang.actions.berkas import must_be_what_it_says, removed_unless_named
from musrenbang.actions.catatan import dicatat
from musrenbang.actions.kapsul_laptop import unpack, version
from musrenbang.actions.periksa import periksa
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.formats import bulat, tanggal_jam
from musrenbang.intake import kapsul as berkas
from musrenbang.intake.kapsul import Arah, Bungkus, Tentang
from musrenbang.model import Berkas, JenisBerkas, Kapsul, KapsulDiterima, KeadaanKapsul, Orang, Rapat
from musrenbang.store import berkas as documents
from musrenbang.store import checks, copying, kapsul_pulang, meetings, trail
from musrenbang.store import kapsul as table
from musrenbang.store.copying import Named
from musrenbang.store.engine import Rows, Store
from musrenbang.store.trail import Chain
from musrenbang.words import sentence

TERIMA = "kapsul diterima"
PALING_BANYAK = 20  # faults of one file that are told


@dataclass(frozen=True, slots=True)
class Pulang:
    """A kapsul that is known here, with its meeting as it stands here and as it was brought."""

    rapat: Rapat
    kapsul: Kapsul
    tentang: Tentang
    brought: Store


@dicatat(TERIMA)
def terima(store: Store, who: Orang, file: Path, now: datetime) -> KapsulDiterima:
    """Takes over what a meeting has become, all or nothing; the same file once more changes nothing.

    Raises Refused, with each conflict, when anything was written here since, and for what is not whole or not ours.
    """
    refuse(*may_keep_master_data(who))
    with berkas.opened(file) as bungkus:
        rapat, kapsul = _known(store, bungkus)
        if again := _taken_before(rapat, kapsul, bungkus.tentang):
            return again
        with _brought(store, bungkus) as brought:
            pulang = Pulang(rapat, kapsul, bungkus.tentang, brought)
            refuse(*_faults(pulang))
            with _in_place(store, _new_documents(store, brought), brought) as new:
                taken = store.transaction(lambda tx: _take(tx, store, pulang, len(new), who, now))
    store.files.kapsul(kapsul.id).unlink(missing_ok=True)
    return taken


def kabar(taken: KapsulDiterima) -> str:
    """What was taken in, or when the same had been before."""
    name = f"Kapsul Kecamatan {taken.kecamatan} tahun {taken.tahun}"
    if taken.sudah:
        return f"{name} sudah diterima pada {tanggal_jam(taken.sudah)}; tidak ada yang diubah."
    return f"{name} diterima: {bulat(taken.baris)} baris jejak, {taken.dokumen} dokumen baru."


def _known(store: Store, bungkus: Bungkus) -> tuple[Rapat, Kapsul]:
    tentang, kapsul = bungkus.tentang, table.find(store, bungkus.tentang.id)
    rapat = meetings.find(store, kapsul.rapat) if kapsul else None
    if kapsul is None or rapat is None or table.here(store) or kapsul.rapat != tentang.rapat:
        raise Refused([Issue("kapsul_asing", {"kecamatan": tentang.kecamatan, "tahun": tentang.tahun})])
    if tentang.arah is Arah.KELUAR:
        raise Refused([Issue("kapsul_belum_diserahkan")])
    refuse(*([] if bungkus.is_sealed_with(kapsul.kunci) else [Issue("kapsul_rusak")]))
    return rapat, kapsul


def _taken_before(rapat: Rapat, kapsul: Kapsul, tentang: Tentang) -> KapsulDiterima | None:
    """None while the kapsul is away. Raises Refused when it was called off, or has come back with something else."""
    if kapsul.keadaan is KeadaanKapsul.KELUAR:
        return None
    waktu = tanggal_jam(kapsul.waktu)
    if kapsul.keadaan is KeadaanKapsul.DIBATALKAN:
        called_off = {
            "kecamatan": rapat.kecamatan.nama, "tahun": rapat.tahun, "waktu": waktu, "oleh": kapsul.oleh,
        }  # fmt: skip
        raise Refused([Issue("kapsul_dibatalkan", called_off)])
    if kapsul.ujung != tentang.ujung:
        taken = {"kecamatan": rapat.kecamatan.nama, "tahun": rapat.tahun, "waktu": waktu}
        raise Refused([Issue("kapsul_lain_diterima", taken)])
    return KapsulDiterima(rapat.kecamatan.nama, rapat.tahun, 0, 0, kapsul.waktu)


@contextmanager
def _brought(store: Store, bungkus: Bungkus) -> Iterator[Store]:
    refuse(*version(store, bungkus.tentang))
    isi = bungkus.isi()
    try:
        with tempfile.TemporaryDirectory() as folder, kapsul_pulang.opened(isi, Path(folder)) as brought:
            unpack(brought, bungkus, isi)
            yield brought
    except kapsul_pulang.Unfit as fault:
        raise Refused([Issue("kapsul_rusak")]) from fault


def _faults(pulang: Pulang) -> list[Issue]:
    """What `periksa` says of the rows that were brought, by themselves."""
    found = meetings.find(pulang.brought, pulang.rapat.id)
    if found is None or found.kecamatan.kode != pulang.rapat.kecamatan.kode or found.tahun != pulang.rapat.tahun:
        return [Issue("kapsul_rusak")]
    try:
        faults = periksa(pulang.brought)
    except (ValueError, TypeError, LookupError, AttributeError):  # a row of the trail that no action has written
        return [Issue("kapsul_rusak")]
    return _told(faults)


def _told(faults: list[str]) -> list[Issue]:
    return [Issue("kapsul_cacat", {"cacat": fault.removesuffix(".")}) for fault in faults[:PALING_BANYAK]]


def _new_documents(store: Store, brought: Store) -> list[Berkas]:
    """What was uploaded there, looked at once more."""
    found = [documents.find(brought, id_) for id_ in sorted(documents.ids(brought) - documents.ids(store))]
    new = [one for one in found if one and one.jenis is not JenisBerkas.LAMBANG]
    for one in new:
        try:
            must_be_what_it_says(store, one, brought.files.path(one.id))
        except Refused as refused:
            facts = {"dokumen": one.nama, "sebab": sentence(refused.issues[0])}
            raise Refused([Issue("kapsul_dokumen_ditolak", facts)]) from refused
    return new


@contextmanager
def _in_place(store: Store, new: list[Berkas], brought: Store) -> Iterator[list[Berkas]]:
    """Documents are there before their rows are; they go again when those are not written."""
    named = [Named(one.id, one.nama, one.ukuran, one.sidik) for one in new]
    with ExitStack() as stack:
        for one in new:
            stack.enter_context(removed_unless_named(store, one.id))
        damaged = copying.copy_documents(named, brought.files, store.files, lambda part: None)
        refuse(*([Issue("kapsul_rusak")] if damaged else []))
        yield new


def _take(tx: Rows, store: Store, pulang: Pulang, dokumen: int, who: Orang, now: datetime) -> KapsulDiterima:
    rapat, rantai = pulang.rapat, str(pulang.rapat.id)
    Chain(tx, rantai, who.nama_pengguna, now)  # held: from here on nobody else writes to this meeting
    kapsul = table.find(tx, pulang.kapsul.id)
    assert kapsul
    if again := _taken_before(rapat, kapsul, pulang.tentang):
        return again
    new = trail.of_chain(pulang.brought, rantai)[kapsul.nomor :]
    refuse(*bentrok.issues(tx, pulang.brought, kapsul, now)[:PALING_BANYAK])
    before = checks.broken(tx)
    kapsul_pulang.take_in(tx, pulang.brought, kapsul)
    _log(tx, kapsul, len(new), who, now)
    ended = replace(kapsul, keadaan=KeadaanKapsul.DITERIMA, ujung=new[-1].hash, waktu=now, oleh=who.nama_pengguna)
    table.change(tx, ended)
    refuse(*_told([fault for fault in checks.broken(tx) if fault not in before]))
    refuse(*_lost(tx, store, pulang.brought))
    return KapsulDiterima(rapat.kecamatan.nama, rapat.tahun, len(new), dokumen, None)


def _log(tx: Rows, kapsul: Kapsul, baris: int, who: Orang, now: datetime) -> None:
    """At the end of what was brought."""
    chain = Chain(tx, str(kapsul.rapat), who.nama_pengguna, now)
    chain.write(TERIMA, "rapat", sesudah={"kapsul": kapsul.id, "baris_jejak": baris})
    chain.close()


def _lost(tx: Rows, store: Store, brought: Store) -> list[Issue]:
    """Another who took in the same and was broken off may have removed the files."""
    known = documents.ids(tx) & documents.ids(brought)
    return [] if all(store.files.path(id_).is_file() for id_ in known) else [Issue("kapsul_rusak")]
