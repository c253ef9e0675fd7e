"""A meeting that goes out in a kapsul, is held in a database of its own, and comes back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from musrenbang.actions import (
    baca,
    dokumen,
    kapsul,
    kapsul_laptop,
    penutupan,
    persiapan,
    skoring,
    terima_kapsul,
    usulan,
)
from musrenbang.actions.verifikasi import Putusan, verifikasi
from musrenbang.intake.kapsul import Arah
from musrenbang.model import ADMIN, JenisBerkas, KapsulDiterima, Keputusan
from musrenbang.store import kapsul as table
from musrenbang.store import meetings
from musrenbang.store.engine import Store
from musrenbang.store.opening import open_store
from tests import cast
from tests.cast import CAMAT, NOW, RAPAT

PULANG = NOW + timedelta(days=2)


def go_out(store: Store, folder: Path, name: str = "keluar.kapsul", now: datetime = NOW) -> Path:
    kapsul.buat(store, ADMIN, RAPAT, folder / name, now)
    return folder / name


@contextmanager
def laptop(file: Path, name: str = "laptop", now: datetime = NOW) -> Iterator[Store]:
    store = open_store(str(file.with_name(f"{name}.duckdb")))
    try:
        kapsul_laptop.buka(store, ADMIN, file, now)
        yield store
    finally:
        store.close()


def hand_over(store: Store, out: Path, now: datetime = NOW) -> Path:
    kapsul_laptop.serahkan(store, ADMIN, out, now)
    return out


def held(store: Store, folder: Path, hold: Callable[[Store], object]) -> Path:
    """The file that comes back when `hold` is what happens on the laptop."""
    with laptop(go_out(store, folder)) as there:
        hold(there)
        return hand_over(there, folder / "kembali.kapsul")


def take_in(store: Store, file: Path, now: datetime = PULANG) -> KapsulDiterima:
    return terima_kapsul.terima(store, ADMIN, file, now)


def go_out_again(store: Store, folder: Path) -> Path:
    """The file of the kapsul that is away, written once more from the database that has let it out."""
    away, rapat = table.away(store, RAPAT), meetings.find(store, RAPAT)
    assert away
    assert rapat
    tentang = replace(kapsul.about(store, rapat, away, Arah.KELUAR), kunci=away.kunci)
    kapsul.seal(tentang, away.kunci, table.going_out(store, rapat), store.files, folder / "keluar.kapsul")
    return folder / "keluar.kapsul"


def whole_meeting(store: Store, now: datetime = NOW) -> None:
    """From the opening to the Kirim, as the stages of the cast go."""
    persiapan.buka(store, CAMAT, RAPAT, "", now)
    sheet = baca.fakta(store, CAMAT, RAPAT).daftar_hadir
    persiapan.isi_daftar_hadir(store, CAMAT, RAPAT, cast.attending(sheet), now)
    persiapan.ambil_usulan(store, CAMAT, RAPAT, now)
    persiapan.mulai(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), now)
    verifikasi(store, CAMAT, RAPAT, cast.seen(store, *cast.DISETUJUI), Putusan(Keputusan.SESUAI), now)
    usulan.pilih_prioritas(store, CAMAT, RAPAT, cast.seen(store, *cast.UTAMA), 1, cast.PUTR, now)
    usulan.jadikan_cadangan(store, CAMAT, RAPAT, cast.seen(store, cast.PELATIHAN), "Belum mendesak", now)
    skoring.hitung(store, CAMAT, RAPAT, now)
    skoring.simpan_skor(store, CAMAT, RAPAT, cast.filled(store, cast.NILAI), now)
    send(store, now)


def send(store: Store, now: datetime = NOW) -> None:
    penutupan.kirim(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), now)


def upload(store: Store, jenis: JenisBerkas, content: bytes, nama: str = "berkas") -> UUID:
    unfinished = store.files.unfinished()
    unfinished.write_bytes(content)
    return dokumen.unggah(store, CAMAT, RAPAT, jenis, nama, unfinished, None, NOW)
