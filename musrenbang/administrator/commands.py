"""The administrator's commands: each takes what was typed, asks one action, and prints."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from musrenbang import kode_periksa
from musrenbang.actions import baca, pengguna
from musrenbang.actions import periksa as checking
from musrenbang.actions import siapkan as preparing
from musrenbang.administrator import kapsul, salin
from musrenbang.administrator.files import address_of, existing_store, fill_new_store, shown, write_whole
from musrenbang.administrator.meetings import one_meeting
from musrenbang.administrator.stop import Stop, refusals
from musrenbang.formats import tanggal_jam
from musrenbang.intake import hitung as counting
from musrenbang.model import ADMIN, Akun, Asal, BahanCetak, KeadaanAkun, Kertas, Peran, Saringan
from musrenbang.store.engine import Store

PALING_BANYAK = 20


def contoh(asked: Namespace) -> None:
    from musrenbang.contoh import SANDI, buat

    address = address_of(asked.db)
    fill_new_store(address, lambda store: buat(store, _now()))
    print(f"Basis data contoh dibuat di {shown(address)}. Kata sandi semua akun contoh: {SANDI}")


def siapkan(asked: Namespace) -> None:
    address = address_of(asked.db)
    sandi = fill_new_store(address, lambda store: preparing.siapkan(store, _now()))
    print(f"Basis data kosong dibuat di {shown(address)}.")
    _show_password(preparing.AKUN_BAPPEDA, sandi)


def hitung(asked: Namespace) -> None:
    try:
        meetings = counting.read_meetings(asked.berkas)
    except counting.Unreadable as unreadable:
        more = len(unreadable.faults) - PALING_BANYAK
        rest = (f"… dan {more} kesalahan lain.",) if more > 0 else ()
        raise Stop(2, *unreadable.faults[:PALING_BANYAK], *rest) from None
    except (OSError, ValueError):
        raise Stop(2, f"Berkas {asked.berkas} tidak ada atau tidak dapat dibaca.") from None
    sys.stdout.write(counting.ranking(meetings, asked.bobot))
    sys.stdout.flush()


def cetak(asked: Namespace) -> None:
    from reports import PAPERS

    with existing_store(asked.db) as store:
        rapat = one_meeting(store, asked.kecamatan, asked.tahun)
        with refusals():
            paper = PAPERS[asked.dokumen](_chosen(asked, baca.bahan_cetak(store, ADMIN, rapat.id, _now())))
    write_whole(asked.out, paper)
    print(f"Dokumen {asked.dokumen} ditulis ke {asked.out}.")


def _chosen(asked: Namespace, bahan: BahanCetak) -> BahanCetak:
    saringan = Saringan(asked.desa, Asal(asked.asal) if asked.asal else None, asked.opd)
    alamat = kode_periksa.address(os.environ.get("MUSRENBANG_ALAMAT"))
    return replace(bahan, kertas=Kertas(asked.kertas), saringan=saringan, arsip=asked.arsip, alamat=alamat)


def ekspor(asked: Namespace) -> None:
    from musrenbang.administrator.ekspor import ekspor as export  # here: what writes lists takes its time to load

    export(asked)


def impor(asked: Namespace) -> None:
    from musrenbang.administrator.impor import impor as bring_in  # here, as with ekspor

    bring_in(asked, _now())


def periksa(asked: Namespace) -> None:
    with existing_store(asked.db) as store:
        faults = checking.periksa(store)
    if faults:
        raise Stop(1, *faults)
    print("Basis data diperiksa: tidak ada kesalahan.")


def periksa_dokumen(asked: Namespace) -> None:
    from musrenbang.administrator.periksa_dokumen import periksa_dokumen as check  # here, as with ekspor

    check(asked)


def pengguna_(asked: Namespace) -> None:
    with existing_store(asked.db) as store, refusals():
        PENGGUNA[asked.tindakan](store, asked)


def _tambah(store: Store, asked: Namespace) -> None:
    peran = Peran(asked.peran)
    if peran is not Peran.BAPPEDA and not asked.wilayah:
        raise Stop(2, f"Peran {peran} memerlukan --wilayah.")
    nama_pengguna = asked.nama_pengguna
    made = pengguna.tambah(store, ADMIN, nama_pengguna, asked.nama, peran, asked.wilayah, _now())
    _show_password(nama_pengguna, made.sandi)


def _atur_ulang(store: Store, asked: Namespace) -> None:
    seen = pengguna.versi(store, ADMIN, asked.nama_pengguna)
    (made,) = pengguna.atur_ulang(store, ADMIN, seen, _now(), lambda _: None)
    _show_password(asked.nama_pengguna, made.sandi)


def _nonaktifkan(store: Store, asked: Namespace) -> None:
    pengguna.nonaktifkan(store, ADMIN, pengguna.versi(store, ADMIN, asked.nama_pengguna), _now())
    print(f"Akun {asked.nama_pengguna} dinonaktifkan.")


def _aktifkan(store: Store, asked: Namespace) -> None:
    pengguna.aktifkan(store, ADMIN, pengguna.versi(store, ADMIN, asked.nama_pengguna), _now())
    print(f"Akun {asked.nama_pengguna} diaktifkan.")


def _daftar(store: Store, _asked: Namespace) -> None:
    now = _now()
    for akun in pengguna.daftar(store, ADMIN):
        who = akun.orang
        print(who.nama_pengguna, who.peran.value, who.wilayah or "-", _state(akun, now), who.nama, sep="\t")


def _state(akun: Akun, now: datetime) -> str:
    state = akun.keadaan(now)
    waits = state is KeadaanAkun.BELUM and akun.sandi_berakhir
    return f"{state}, berlaku sampai {tanggal_jam(waits)}" if waits else str(state)


def _show_password(nama_pengguna: str, sandi: str) -> None:
    days = pengguna.LAMA_SEKALI_PAKAI.days
    print(f"Akun {nama_pengguna}, kata sandi sekali pakai (hanya ditampilkan kali ini, berlaku {days} hari): {sandi}")


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


PENGGUNA: dict[str, Callable[[Store, Namespace], None]] = {
    "tambah": _tambah, "nonaktifkan": _nonaktifkan, "aktifkan": _aktifkan, "atur-ulang": _atur_ulang, "daftar": _daftar,
}  # fmt: skip
COMMANDS: dict[str, Callable[[Namespace], None]] = {
    "contoh": contoh, "siapkan": siapkan, "hitung": hitung, "cetak": cetak, "ekspor": ekspor, "impor": impor,
    "periksa": periksa, "periksa-dokumen": periksa_dokumen, "pengguna": pengguna_,
    "salin": salin.salin, "pulihkan": salin.pulihkan, "pindahkan": salin.pindahkan,
    "kapsul": kapsul.kapsul, "buka-kapsul": kapsul.buka_kapsul, "serahkan-kapsul": kapsul.serahkan_kapsul,
    "terima-kapsul": kapsul.terima_kapsul,
}  # fmt: skip
