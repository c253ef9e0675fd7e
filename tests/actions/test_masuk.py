"""L03: logging in and out."""

import runpy
import time
from collections.abc import Callable
from datetime import timedelta

import argon2
import pytest

from musrenbang import passwords
from musrenbang.actions import masuk
from musrenbang.errors import Refused
from musrenbang.store.engine import Inside, Rows, Store, T
from tests import cast
from tests.cast import CAMAT, NOW, ORANG_LAIN, SANDI
from tests.witness import assert_row, logged, race, refusals, refused

ALAMAT = "10.0.0.7"


def login(store: Store, nama: str = "camat.bahorok", sandi: str = SANDI, alamat: str = ALAMAT) -> str:
    return masuk.masuk(store, nama, sandi, alamat, NOW)


def failed(store: Store, times: int, nama: str = "camat.bahorok", alamat: str = ALAMAT) -> None:
    for number in range(times):
        values = (f"00000000-0000-0000-0000-{hash((nama, alamat, number)) % 10**12:012d}", nama, alamat, NOW)
        store.rows("insert into gagal_masuk (id, nama_pengguna, alamat, waktu) values ($1, $2, $3, $4)", *values)


def test_the_right_password_opens_a_session(store: Store) -> None:
    rahasia = login(store, " Camat.Bahorok\x00 ")
    assert masuk.siapa(store, passwords.digest(rahasia), NOW) == CAMAT


def test_passwords_are_kept_as_argon2id_and_slow_to_try() -> None:
    """At least 19 MiB and two rounds; read from a module of its own, as tests log in with less."""
    kept: str = runpy.run_path(passwords.__file__)["hash_password"](SANDI)
    found = argon2.extract_parameters(kept)
    assert kept.startswith("$argon2id$")
    assert found.memory_cost >= 19 * 1024
    assert found.time_cost >= 2


def test_the_store_never_holds_the_secret(store: Store) -> None:
    rahasia = login(store)
    assert rahasia not in repr(store.rows("select * from sesi"))
    assert SANDI not in repr(store.rows("select * from akun"))


def test_a_session_ends_at_logout_and_strangers_have_none(store: Store) -> None:
    sidik = passwords.digest(login(store))
    assert masuk.siapa(store, sidik, NOW) == CAMAT
    masuk.keluar(store, sidik, NOW)
    assert masuk.siapa(store, sidik, NOW) is None
    assert masuk.siapa(store, None, NOW) is None
    assert masuk.siapa(store, "0" * 64, NOW) is None


def test_whoever_does_nothing_for_two_hours_is_out(store: Store) -> None:
    """However often it is asked who that is, as every live screen does."""
    sidik = passwords.digest(login(store))
    for minutes in range(0, 120, 5):
        assert masuk.siapa(store, sidik, NOW + timedelta(minutes=minutes)) == CAMAT
    assert masuk.siapa(store, sidik, NOW + timedelta(hours=2)) is None
    masuk.bekerja(store, sidik, NOW + timedelta(hours=2))
    assert masuk.siapa(store, sidik, NOW + timedelta(hours=2)) is None


def test_whoever_works_on_stays_in_for_twelve_hours(store: Store) -> None:
    """A meeting of six hours with a long lunch, and paperwork until the evening."""
    sidik = passwords.digest(login(store))
    for hours in (1.5, 3, 4.9, 6, 7.5, 9, 10.5, 11.9):
        now = NOW + timedelta(hours=hours)
        assert masuk.siapa(store, sidik, now) == CAMAT
        masuk.bekerja(store, sidik, now)
    assert masuk.siapa(store, sidik, NOW + timedelta(hours=12)) is None


def test_work_brings_back_no_session_that_was_ended(store: Store) -> None:
    first, second = (passwords.digest(login(store, nama)) for nama in ("camat.bahorok", "camat.stabat"))
    masuk.keluar(store, first, NOW)
    cast.disable(store, ORANG_LAIN)
    for sidik in (first, second, "0" * 64):
        masuk.bekerja(store, sidik, NOW)
        assert masuk.siapa(store, sidik, NOW) is None


def test_login_and_logout_are_logged(store: Store) -> None:
    (entry,) = logged(store, lambda: login(store), masuk.RANTAI)
    assert_row(entry, "camat.bahorok", "masuk", "camat.bahorok")
    sidik = passwords.digest(login(store))
    (entry,) = logged(store, lambda: masuk.keluar(store, sidik, NOW), masuk.RANTAI)
    assert_row(entry, "camat.bahorok", "keluar", "camat.bahorok")
    assert logged(store, lambda: masuk.keluar(store, sidik, NOW), masuk.RANTAI) == []


def assert_fails_alike(store: Store, nama: str, sandi: str) -> None:
    """Refused with the same words; the only thing written is the failure itself."""
    before = store.rows("select count(*) from gagal_masuk")[0][0]
    (outcome,) = race(lambda: login(store, nama, sandi))
    assert refusals([outcome]) == ["masuk_gagal"]
    assert store.rows("select count(*) from gagal_masuk")[0][0] == before + 1
    assert store.rows("select count(*) from sesi") == [(0,)]


def test_a_wrong_password_an_unknown_name_and_a_disabled_account_sound_alike(store: Store) -> None:
    cast.disable(store, ORANG_LAIN)
    for nama, sandi in [("camat.bahorok", "salah"), ("tidak.ada", SANDI), ("camat.stabat", SANDI), ("", "")]:
        assert_fails_alike(store, nama, sandi)


def test_a_one_time_password_serves_for_thirty_days(store: Store) -> None:
    sekali = cast.reset(store, CAMAT)
    assert masuk.masuk(store, CAMAT.nama_pengguna, sekali, ALAMAT, NOW + timedelta(days=30, seconds=-1))
    with refused(store, "sandi_kedaluwarsa"):
        masuk.masuk(store, CAMAT.nama_pengguna, sekali, ALAMAT, NOW + timedelta(days=30))
    another = cast.reset(store, CAMAT)
    assert login(store, sandi=another)


def test_only_who_has_the_right_one_learns_that_its_time_is_over(store: Store) -> None:
    """A wrong guess, and a disabled account, sound as ever."""
    sekali, lain = cast.reset(store, CAMAT), cast.reset(store, ORANG_LAIN)
    cast.disable(store, ORANG_LAIN)
    store.rows("update akun set sandi_berakhir = $1 where harus_ganti", NOW)
    with refused(store, "sandi_kedaluwarsa"):
        login(store, sandi=sekali)
    for nama, sandi in [("camat.bahorok", lain), ("camat.bahorok", SANDI), ("camat.stabat", lain)]:
        assert_fails_alike(store, nama, sandi)


def test_five_failures_stop_an_account_at_one_address_only(store: Store) -> None:
    failed(store, 4)
    login(store)  # forgets them
    failed(store, 5)
    with refused(store, "terlalu_sering"):
        login(store)
    login(store, alamat="10.0.0.8")
    login(store, "camat.stabat")
    masuk.masuk(store, "camat.bahorok", SANDI, ALAMAT, NOW + timedelta(minutes=16))


def test_thirty_failures_stop_an_account_wherever_they_came_from(store: Store) -> None:
    """Many addresses, each with fewer failures than it may have; for a name that nobody has, too."""
    sidik = passwords.digest(login(store))
    for nama in ("camat.bahorok", "tidak.ada"):
        for number in range(29):
            failed(store, 1, nama, f"10.0.1.{number}")
    login(store)
    for nama in ("camat.bahorok", "tidak.ada"):
        failed(store, 1, nama, "10.0.1.30")
        with refused(store, "terlalu_sering"):
            login(store, nama)
    login(store, "camat.stabat")
    masuk.masuk(store, "camat.bahorok", SANDI, ALAMAT, NOW + timedelta(minutes=16))
    assert masuk.siapa(store, sidik, NOW) == CAMAT


def test_each_failure_makes_the_next_answer_slower(store: Store) -> None:
    """The same for a name that nobody has: also by waiting nobody learns which are names."""
    for nama in ("camat.bahorok", "tidak.ada"):
        waits = []
        for number in range(6):
            waits.append(masuk.jeda(store, f" {nama.upper()} ", NOW))
            failed(store, 1, nama, f"10.0.2.{number}")
        assert waits == [0, 0.25, 0.5, 1, 2, 2]
        assert masuk.jeda(store, nama, NOW + timedelta(minutes=16)) == 0


def test_an_unknown_name_takes_as_long_as_a_wrong_password(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """With argon2 as slow as in earnest; a disabled account too."""
    monkeypatch.setattr(passwords, "_hasher", argon2.PasswordHasher())
    slow = passwords.hash_password(SANDI)
    monkeypatch.setattr(passwords, "_nobody", slow)
    store.rows("update akun set sandi = $1", slow)
    cast.disable(store, ORANG_LAIN)
    wrong, unknown, disabled = (
        min(seconds(store, nama) for _ in range(3)) for nama in ("camat.bahorok", "tidak.ada", "camat.stabat")
    )
    assert unknown > wrong / 3
    assert disabled > wrong / 3
    assert wrong > 0.02


def seconds(store: Store, nama: str) -> float:
    began = time.perf_counter()
    with pytest.raises(Refused, match="masuk_gagal"):
        login(store, nama, "salah")
    return time.perf_counter() - began


def test_forty_failures_stop_an_address(store: Store) -> None:
    failed(store, 40, nama="siapa.saja")
    with refused(store, "terlalu_sering"):
        login(store)
    login(store, alamat="10.0.0.8")


class Overtaken(Inside):
    """A store where the owner changes the password a moment before anything is written."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, store)
        self._store = store

    def transaction(self, work: Callable[[Rows], T]) -> T:
        masuk.ganti_sandi(self._store, CAMAT, SANDI, "kuda-terbang-malam-4711", ALAMAT, NOW)
        return self._store.transaction(work)


def test_who_comes_in_by_the_old_password_while_it_is_changed_has_no_session(store: Store) -> None:
    with pytest.raises(Refused, match="masuk_gagal"):
        login(Overtaken(store))
    assert store.rows("select count(*) from sesi where nama_pengguna = $1", CAMAT.nama_pengguna) == [(0,)]


def test_two_logins_at_once_are_two_sessions(store: Store) -> None:
    first, second = race(lambda: login(store), lambda: login(store))
    assert first != second
    for rahasia in (first, second):
        assert masuk.siapa(store, passwords.digest(str(rahasia)), NOW) == CAMAT
