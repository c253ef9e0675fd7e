"""Changing one's own password."""

from datetime import timedelta
from pathlib import Path

import pytest

from musrenbang import passwords
from musrenbang.actions import masuk, pengguna
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import BAPPEDA, CAMAT, NOW, SANDI
from tests.witness import assert_row, logged, race, refusals, refused

ALAMAT = "10.0.0.7"
BARU = "sandi-baru-yang-panjang"


def login(store: Store, sandi: str) -> str:
    return masuk.masuk(store, CAMAT.nama_pengguna, sandi, ALAMAT, NOW)


def change(store: Store, baru: str = BARU, lama: str = SANDI) -> None:
    masuk.ganti_sandi(store, CAMAT, lama, baru, ALAMAT, NOW)


def test_the_new_password_counts_from_now_on_and_ends_all_sessions(store: Store) -> None:
    sidik = passwords.digest(login(store, SANDI))
    change(store)
    assert masuk.siapa(store, sidik, NOW) is None
    assert login(store, BARU)
    (outcome,) = race(lambda: login(store, SANDI))
    assert refusals([outcome]) == ["masuk_gagal"]


def test_a_one_time_password_must_be_changed(store: Store) -> None:
    sekali = cast.reset(store, CAMAT)
    who = masuk.siapa(store, passwords.digest(login(store, sekali)), NOW)
    assert who is not None
    assert who.harus_ganti_sandi
    change(store, lama=sekali)
    who = masuk.siapa(store, passwords.digest(login(store, BARU)), NOW)
    assert who is not None
    assert not who.harus_ganti_sandi
    assert masuk.masuk(store, CAMAT.nama_pengguna, BARU, ALAMAT, NOW + timedelta(days=400))


def test_is_logged_without_the_password(store: Store) -> None:
    (entry,) = logged(store, lambda: change(store), masuk.RANTAI)
    assert_row(entry, CAMAT.nama_pengguna, "ganti kata sandi", CAMAT.nama_pengguna)
    assert (entry.sebelum, entry.sesudah) == ("null", "null")


def test_refused_when_the_new_one_is_weak(store: Store) -> None:
    for baru in ("pendek123", SANDI, "a" * 257):
        with refused(store, "sandi_lemah"):
            change(store, baru)


@pytest.mark.parametrize(
    "baru",
    ["camatbahorok2027", "Bahorok-Bahorok", "musrenbang2027", "PasswordBaru2027", "1234567890", "0987654321",
     "aaaaaaaaaaaa", "abcdefghijkl", "qwertyuiop12", "kata sandi baru", "bappeda.langkat", "1q2w3e4r5t6y",
     "Basketball", "HarryPotter2027", "Bismillah12345", "sayangku-cantik"],
)  # fmt: skip
def test_refused_when_the_new_one_is_what_everybody_would_try(store: Store, baru: str) -> None:
    with refused(store, "sandi_mudah"):
        change(store, baru)


def test_the_list_of_common_passwords_holds_those_that_would_be_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = (Path(passwords.__file__).parents[1] / "data" / "sandi_umum.txt").read_text(encoding="utf-8").split("\n")
    common = [sandi for sandi in listed if sandi]
    assert len(common) >= 3000
    assert common == sorted({sandi.casefold() for sandi in common})
    assert all(passwords.easy_to_guess(sandi.title(), "") for sandi in common)
    monkeypatch.setattr(passwords, "UMUM", frozenset())
    assert [one for one in common if len(one) < passwords.PANJANG_MIN or passwords.easy_to_guess(one, "")] == []


@pytest.mark.parametrize("baru", ["durian jatuh malam", "Tr0ub4dor&3x", "kuda-besi-hijau", "ナイフと月夜の猫を見た"])
def test_any_letters_will_do(store: Store, baru: str) -> None:
    change(store, baru)
    assert login(store, baru)


def fail(store: Store, times: int) -> None:
    for _ in range(times):
        (outcome,) = race(lambda: change(store, lama="salah"))
        assert refusals([outcome]) == ["masuk_gagal"]


def test_the_old_one_cannot_be_guessed_from_a_session_left_open(store: Store) -> None:
    fail(store, 5)
    with refused(store, "terlalu_sering"):
        change(store)
    with refused(store, "terlalu_sering"):
        login(store, SANDI)
    masuk.ganti_sandi(store, CAMAT, SANDI, BARU, ALAMAT, NOW + timedelta(minutes=16))


def test_a_change_that_succeeds_forgets_the_failures(store: Store) -> None:
    fail(store, 4)
    change(store)
    assert store.rows("select count(*) from gagal_masuk") == [(0,)]


def test_a_disabled_account_does_not_come_back_by_it(store: Store) -> None:
    cast.disable(store, CAMAT)
    (outcome,) = race(lambda: change(store))
    assert refusals([outcome]) == ["masuk_gagal"]
    assert (CAMAT, False) in [(a.orang, a.aktif) for a in pengguna.daftar(store, BAPPEDA)]


def test_of_two_at_once_the_second_is_refused(store: Store) -> None:
    outcomes = race(lambda: change(store, "kuda-besi-hijau"), lambda: change(store, "durian jatuh malam"))
    assert refusals(outcomes) == ["masuk_gagal"]
    assert login(store, "kuda-besi-hijau" if outcomes[0] is None else "durian jatuh malam")
