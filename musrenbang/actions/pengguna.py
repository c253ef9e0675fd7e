"""Accounts, kept by the administrator at the command line."""

import re
from datetime import datetime

from musrenbang import guards, passwords
from musrenbang.actions.masuk import RANTAI
from musrenbang.errors import Issue, Refused, refuse
from musrenbang.model import Orang, Peran
from musrenbang.store import accounts, reference
from musrenbang.store.engine import Rows, Store
from musrenbang.store.trail import Chain

ADMIN = "administrator"
NAMA_PENGGUNA = re.compile(r"[a-z0-9.-]{3,64}")


def tambah(store: Store, nama_pengguna: str, nama: str, peran: Peran, wilayah: str | None, now: datetime) -> str:
    """Adds an account, returns its one-time password. `wilayah`: kode of kecamatan, OPD or desa; Bappeda has none."""
    sandi = passwords.one_time_password()
    hashed = passwords.hash_password(sandi)

    def work(tx: Rows) -> None:
        refuse(*_new_issues(tx, nama_pengguna, nama, peran, wilayah))
        who = Orang(nama_pengguna, nama, peran, wilayah, harus_ganti_sandi=True)
        accounts.add(tx, [(who, hashed)])
        _log(tx, "tambah akun", nama_pengguna, now, {"nama": nama, "peran": peran.value, "wilayah": wilayah})

    store.transaction(work)
    return sandi


def atur_ulang(store: Store, nama_pengguna: str, now: datetime) -> str:
    """A new one-time password, which also lets a disabled account in again."""
    sandi = passwords.one_time_password()
    hashed = passwords.hash_password(sandi)

    def work(tx: Rows) -> None:
        _must_exist(tx, nama_pengguna)
        accounts.set_password(tx, nama_pengguna, hashed, harus_ganti=True)
        _log(tx, "atur ulang kata sandi", nama_pengguna, now)

    store.transaction(work)
    return sandi


def nonaktifkan(store: Store, nama_pengguna: str, now: datetime) -> None:
    def work(tx: Rows) -> None:
        _must_exist(tx, nama_pengguna)
        accounts.disable(tx, nama_pengguna)
        _log(tx, "nonaktifkan akun", nama_pengguna, now)

    store.transaction(work)


def daftar(store: Store) -> list[tuple[Orang, bool]]:
    return accounts.all_people(store)


def _new_issues(tx: Rows, nama_pengguna: str, nama: str, peran: Peran, wilayah: str | None) -> list[Issue]:
    if not NAMA_PENGGUNA.fullmatch(nama_pengguna):
        return [Issue("nama_pengguna_salah")]
    if issues := guards.text("Nama", nama, min_=1, maks=200):
        return issues
    if accounts.exists(tx, nama_pengguna):
        return [Issue("akun_sudah_ada", {"nama_pengguna": nama_pengguna})]
    return [] if _is_place(tx, peran, wilayah) else [Issue("wilayah_salah", {"wilayah": wilayah, "peran": peran})]


def _is_place(tx: Rows, peran: Peran, wilayah: str | None) -> bool:
    if peran is Peran.BAPPEDA:
        return wilayah is None
    if peran is Peran.CAMAT:
        return wilayah in {k.kode for k in reference.kecamatan(tx)}
    if peran is Peran.OPD:
        return wilayah in reference.opd(tx)
    return wilayah is not None and reference.find_desa(tx, wilayah) is not None


def _must_exist(tx: Rows, nama_pengguna: str) -> None:
    if not accounts.exists(tx, nama_pengguna):
        raise Refused([Issue("akun_tidak_ada", {"nama_pengguna": nama_pengguna})])


def _log(tx: Rows, tindakan: str, objek: str, now: datetime, sesudah: object = None) -> None:
    chain = Chain(tx, RANTAI, ADMIN, now)
    chain.write(tindakan, objek, sesudah=sesudah)
    chain.close()
