"""A district in full swing: as many meetings as asked, each of them scoring its usulan, half of them scored."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import UUID, uuid5

from musrenbang import passwords
from musrenbang.actions import baca, persiapan, proyektor, skoring, usulan
from musrenbang.actions.skoring import Isian
from musrenbang.actions.verifikasi import Putusan, verifikasi
from musrenbang.contoh import SANDI
from musrenbang.intake.reference_files import ReferenceData, read_reference
from musrenbang.model import Asal, Desa, Kecamatan, Keputusan, Orang, Peran, Tingkat, Usulan
from musrenbang.scoring import TINGKAT_MAKS
from musrenbang.store import accounts, seed
from musrenbang.store import usulan_desa as table
from musrenbang.store.engine import Inside, Rows, Store
from musrenbang.store.opening import open_store
from tests.cast import PUTR, TAHUN, isi

FIRST = 3  # the level of K1 in every score: a bench knows which other level is a change
ALASAN = "Hanya untuk mengukur kecepatan."


@dataclass(frozen=True, slots=True)
class Balai:
    """One meeting's hall: its operator, and the secret of its projector's link."""

    rapat: UUID
    who: Orang
    layar: str


def make(address: Path | str, rapat: int, banyak: int, now: datetime) -> list[Balai]:
    """A new database with `rapat` meetings of `banyak` usulan, through the actions."""
    data = _with_enough(read_reference(), rapat)
    store = open_store(str(address))
    sandi = passwords.hash_password(SANDI)
    people = [Orang(f"camat.{k.kode}", f"Camat {k.nama}", Peran.CAMAT, k.kode) for k in data.kecamatan[:rapat]]

    def work(tx: Rows) -> list[Balai]:
        seed.fill(tx, data, TAHUN)
        accounts.add(tx, [(who, sandi) for who in people])
        return [_running(Inside(store, tx), who, data, banyak, now) for who in people]

    halls = store.transaction(work)
    store.close()
    return halls


def _with_enough(data: ReferenceData, rapat: int) -> ReferenceData:
    """Langkat has 23 kecamatan; whoever wants more meetings gets made-up ones of one desa each."""
    more = [
        Kecamatan(f"12.{60 + n // 90}.{10 + n % 90}", f"Tambahan {n + 1}") for n in range(rapat - len(data.kecamatan))
    ]
    desa = [Desa(f"{k.kode}.2001", f"Desa {k.nama}", "Desa", k.kode) for k in more]
    return replace(data, kecamatan=[*data.kecamatan, *more], desa=[*data.desa, *desa])


def _running(store: Store, who: Orang, data: ReferenceData, banyak: int, now: datetime) -> Balai:
    kode = who.wilayah or ""
    rapat = seed.meeting_id(kode, TAHUN)
    desa = [d for d in data.desa if d.kecamatan == kode]
    store.transaction(lambda tx: table.add(tx, [_proposal(desa[n % len(desa)], n, rapat) for n in range(banyak)]))
    start = now - timedelta(hours=1)
    persiapan.buka(store, who, rapat, ALASAN, start)
    sheet = baca.fakta(store, who, rapat).daftar_hadir
    sheet = replace(sheet, tempat="Aula", alamat="Jalan Besar 1", nama_camat="Camat", tanggal=date(TAHUN, 2, 15))
    persiapan.isi_daftar_hadir(store, who, rapat, sheet, start)
    persiapan.ambil_usulan(store, who, rapat, start)
    persiapan.mulai(store, who, rapat, baca.tanda_data(store, who, rapat), start)
    verifikasi(store, who, rapat, _seen(store, who, rapat), Putusan(Keputusan.SESUAI), start)
    usulan.pilih_prioritas(store, who, rapat, _seen(store, who, rapat), 1, PUTR, start)
    skoring.hitung(store, who, rapat, start)
    _score_half(store, who, rapat, start)
    return Balai(rapat, who, proyektor.buka_layar(store, who, rapat, now))


def _proposal(desa: Desa, n: int, rapat: UUID) -> Usulan:
    kode = f"{TAHUN}-{desa.kode}-{n:03d}"
    asal = Asal.DESA if desa.jenis == "Desa" else Asal.KELURAHAN
    content = isi(f"Peningkatan jalan lingkungan dengan rabat beton ruas {n}", lokasi=f"Dusun {n}, {desa.nama}")
    return Usulan(uuid5(rapat, kode), kode, TAHUN, desa.kecamatan, asal, desa.kode, n + 1, content, True, 1)


def _seen(store: Store, who: Orang, rapat: UUID) -> dict[UUID, int]:
    return {u.id: u.versi for u in baca.usulan_masuk(store, who, rapat)}


def _score_half(store: Store, who: Orang, rapat: UUID, start: datetime) -> None:
    rng = Random(str(rapat))
    half = baca.usulan_masuk(store, who, rapat)[::2]
    for n in range(0, len(half), 12):
        isian = {u.id: Isian(u.versi_skor or 1, _levels(rng)) for u in half[n : n + 12]}
        skoring.simpan_skor(store, who, rapat, isian, start + timedelta(minutes=n // 12))


def _levels(rng: Random) -> Tingkat:
    return (FIRST, *(rng.randint(1, maks) for maks in TINGKAT_MAKS[1:]))
