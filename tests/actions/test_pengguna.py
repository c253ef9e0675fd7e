"""Accounts, kept by the administrator."""

import json

from musrenbang import passwords
from musrenbang.actions import masuk, pengguna
from musrenbang.model import Orang, Peran
from musrenbang.store.engine import Store
from tests.cast import BAHOROK, CAMAT, NOW, PUTR, SANDI, SEMUA_ORANG, SUKA_RAKYAT
from tests.witness import assert_row, logged, race, refusals, refused

PLACES = [(Peran.CAMAT, BAHOROK), (Peran.OPD, PUTR), (Peran.DESA, SUKA_RAKYAT), (Peran.BAPPEDA, None)]


def add(store: Store, nama_pengguna: str = "baru", peran: Peran = Peran.CAMAT, wilayah: str | None = BAHOROK) -> str:
    return pengguna.tambah(store, nama_pengguna, "Nama Baru", peran, wilayah, NOW)


def login(store: Store, nama_pengguna: str, sandi: str) -> Orang | None:
    return masuk.siapa(store, passwords.digest(masuk.masuk(store, nama_pengguna, sandi, "10.0.0.7", NOW)), NOW)


def test_an_account_of_each_role_gets_in_with_its_one_time_password(store: Store) -> None:
    for peran, wilayah in PLACES:
        sandi = add(store, f"baru.{peran}", peran, wilayah)
        assert login(store, f"baru.{peran}", sandi) == Orang(f"baru.{peran}", "Nama Baru", peran, wilayah, True)


def test_adding_is_logged_without_the_password(store: Store) -> None:
    (entry,) = logged(store, lambda: add(store), masuk.RANTAI)
    assert_row(entry, "administrator", "tambah akun", "baru")
    assert json.loads(entry.sesudah) == {"nama": "Nama Baru", "peran": "camat", "wilayah": BAHOROK}


def test_refuses_a_name_that_is_taken_or_wrong(store: Store) -> None:
    for nama, key in [
        (CAMAT.nama_pengguna, "akun_sudah_ada"),
        ("ab", "nama_pengguna_salah"),
        ("a" * 65, "nama_pengguna_salah"),
        ("Camat", "nama_pengguna_salah"),
        ("camat lain", "nama_pengguna_salah"),
        ("camat\n", "nama_pengguna_salah"),
    ]:
        with refused(store, key):
            add(store, nama)


def test_refuses_a_place_that_does_not_fit_the_role(store: Store) -> None:
    for peran, wilayah in [
        (Peran.CAMAT, None), (Peran.CAMAT, "12.05.99"), (Peran.CAMAT, PUTR), (Peran.OPD, BAHOROK), (Peran.OPD, None),
        (Peran.DESA, BAHOROK), (Peran.DESA, None), (Peran.BAPPEDA, BAHOROK),
    ]:  # fmt: skip
        with refused(store, "wilayah_salah"):
            add(store, "baru", peran, wilayah)


def test_refuses_a_person_without_a_name_or_with_too_long_a_one(store: Store) -> None:
    for nama, key in (("", "isian_wajib"), ("a" * 201, "isian_panjang")):
        with refused(store, key):
            pengguna.tambah(store, "baru", nama, Peran.BAPPEDA, None, NOW)


def test_a_reset_ends_the_old_password_and_lets_a_disabled_account_in_again(store: Store) -> None:
    pengguna.nonaktifkan(store, CAMAT.nama_pengguna, NOW)
    sandi = pengguna.atur_ulang(store, CAMAT.nama_pengguna, NOW)
    assert login(store, CAMAT.nama_pengguna, sandi) is not None
    (outcome,) = race(lambda: login(store, CAMAT.nama_pengguna, SANDI))
    assert refusals([outcome]) == ["masuk_gagal"]


def test_disabling_ends_every_session(store: Store) -> None:
    sidik = passwords.digest(masuk.masuk(store, CAMAT.nama_pengguna, SANDI, "10.0.0.7", NOW))
    pengguna.nonaktifkan(store, CAMAT.nama_pengguna, NOW)
    assert masuk.siapa(store, sidik, NOW) is None
    assert {o.nama_pengguna: aktif for o, aktif in pengguna.daftar(store)}[CAMAT.nama_pengguna] is False
    assert len(pengguna.daftar(store)) == len(SEMUA_ORANG)


def test_reset_and_disabling_are_logged(store: Store) -> None:
    (entry,) = logged(store, lambda: pengguna.atur_ulang(store, CAMAT.nama_pengguna, NOW), masuk.RANTAI)
    assert_row(entry, "administrator", "atur ulang kata sandi", CAMAT.nama_pengguna)
    (entry,) = logged(store, lambda: pengguna.nonaktifkan(store, CAMAT.nama_pengguna, NOW), masuk.RANTAI)
    assert_row(entry, "administrator", "nonaktifkan akun", CAMAT.nama_pengguna)


def test_an_unknown_account_is_refused(store: Store) -> None:
    for act in (pengguna.atur_ulang, pengguna.nonaktifkan):
        with refused(store, "akun_tidak_ada"):
            act(store, "tidak.ada", NOW)


def test_two_at_once_add_it_once(store: Store) -> None:
    outcomes = race(lambda: add(store), lambda: add(store))
    assert refusals(outcomes) == ["akun_sudah_ada"]
    sandi = next(outcome for outcome in outcomes if isinstance(outcome, str))
    assert login(store, "baru", sandi) is not None
