"""The commands about kapsul: out of Bappeda's database, into one on a laptop, and back."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from musrenbang.actions import kapsul_laptop
from musrenbang.actions.kapsul_perintah import jalankan, salah_masukan
from musrenbang.administrator.files import address_of, existing_store, fill_new_store, shown
from musrenbang.administrator.salin import asked_of
from musrenbang.administrator.stop import Stop
from musrenbang.errors import Refused
from musrenbang.model import ADMIN
from musrenbang.store import doorbell
from musrenbang.words import sentence

PUTUS = "Aplikasi berhenti sebelum menjawab. Jalankan aplikasi, lalu ulangi perintah ini untuk melihat hasilnya."


def kapsul(asked: Namespace) -> None:
    """Makes one, or calls the one off that is out."""
    if asked.batal == bool(asked.out):
        raise Stop(2, "Sebutkan --out untuk membuat kapsul, atau --batal untuk membatalkannya; salah satu saja.")
    which = (asked.kecamatan, asked.tahun)
    _at_bappeda(asked.db, ["batal", *which] if asked.batal else ["buat", *which, str(asked.out.absolute())])


def buka_kapsul(asked: Namespace) -> None:
    _must_be_there(asked.berkas)
    address = address_of(asked.db)
    with _refusals():
        rapat, kode, faults = fill_new_store(address, lambda s: kapsul_laptop.buka(s, ADMIN, asked.berkas, _now()))
    print(f"Kapsul Kecamatan {rapat.kecamatan.nama} tahun {rapat.tahun} dibuka di {shown(address)}.")
    print(f"Kode berkas: {kode} (harus sama dengan yang tampil di Bappeda saat kapsul dibuat)")
    if faults:
        raise Stop(1, *faults)


def serahkan_kapsul(asked: Namespace) -> None:
    with existing_store(asked.db) as store, _refusals():
        kode = kapsul_laptop.serahkan(store, ADMIN, asked.out, _now())
    print(f"Hasil rapat ditulis ke {asked.out}. Kode berkas: {kode}")
    print("Musrenbang ini selesai di laptop dan terkunci; serahkan berkasnya kepada Bappeda.")


def terima_kapsul(asked: Namespace) -> None:
    _must_be_there(asked.berkas)
    _at_bappeda(asked.db, ["terima", str(asked.berkas.absolute())])


def _at_bappeda(named: str | None, permintaan: list[object]) -> None:
    """The application does it when it runs; otherwise the database is free to be opened here."""
    line = doorbell.ring(address_of(named))
    print(asked_of(line, {"kapsul": permintaan}, PUTUS)["kabar"] if line else _here(named, permintaan))


def _here(named: str | None, permintaan: list[object]) -> str:
    with existing_store(named) as store, _refusals():
        return jalankan(store, permintaan, _now())


def _must_be_there(file: Path) -> None:
    if not file.is_file():
        raise Stop(2, f"Berkas {file} tidak ada atau tidak dapat dibaca.")


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


@contextmanager
def _refusals() -> Iterator[None]:
    """All that stands against it, one a line."""
    try:
        yield
    except Refused as refused:
        raise Stop(2 if salah_masukan(refused) else 1, *map(sentence, refused.issues)) from None
