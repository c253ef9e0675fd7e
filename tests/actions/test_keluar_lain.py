"""One's own logins: which are in force, and ending all but the one that asks."""

import json
from datetime import datetime, timedelta

from musrenbang import passwords
from musrenbang.actions import masuk
from musrenbang.model import Orang
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import CAMAT, NOW, ORANG_LAIN, SANDI
from tests.witness import assert_row, logged, race, refusals, refused

ALAMAT = "10.0.0.7"
LATER = NOW + timedelta(hours=1)


def login(store: Store, who: Orang = CAMAT, now: datetime = NOW) -> str:
    return passwords.digest(masuk.masuk(store, who.nama_pengguna, SANDI, ALAMAT, now))


def leave(store: Store, here: str, sandi: str = SANDI, now: datetime = NOW) -> None:
    masuk.keluar_lain(store, CAMAT, here, sandi, ALAMAT, now)


def test_one_s_own_logins_are_told_with_their_times_and_which_is_here(store: Store) -> None:
    first, second, third = (login(store, now=NOW + timedelta(minutes=n)) for n in (0, 10, 20))
    login(store, ORANG_LAIN)
    masuk.bekerja(store, first, LATER)

    def told(here: str) -> list[tuple[int, int, bool]]:
        """Minutes since NOW."""
        found = masuk.login_sendiri(store, CAMAT, here, LATER)
        return [((s.dibuat - NOW).seconds // 60, (s.berakhir - NOW).seconds // 60, s.di_sini) for s in found]

    assert told(first) == [(0, 180, True), (20, 140, False), (10, 130, False)]
    assert told(second) == [(10, 130, True), (20, 140, False), (0, 180, False)]
    assert told(third) == [(20, 140, True), (10, 130, False), (0, 180, False)]


def test_what_is_over_is_not_told(store: Store) -> None:
    login(store)
    here, out = login(store, now=LATER), login(store, now=LATER)
    masuk.keluar(store, out, LATER)
    [only] = masuk.login_sendiri(store, CAMAT, here, NOW + masuk.DIAM)
    assert only.di_sini


def test_all_others_end_and_nobody_else_s(store: Store) -> None:
    here, *others = (login(store) for _ in range(3))
    stranger = login(store, ORANG_LAIN)
    assert all(masuk.siapa(store, sidik, NOW) == CAMAT for sidik in (here, *others))
    leave(store, here)
    assert [masuk.siapa(store, sidik, NOW) for sidik in others] == [None, None]
    assert masuk.siapa(store, here, NOW) == CAMAT
    assert masuk.siapa(store, stranger, NOW) == ORANG_LAIN


def test_is_logged_once_with_how_many(store: Store) -> None:
    here, *_ = (login(store) for _ in range(3))
    (entry,) = logged(store, lambda: leave(store, here), masuk.RANTAI)
    assert_row(entry, CAMAT.nama_pengguna, "keluar dari semua yang lain", CAMAT.nama_pengguna)
    assert json.loads(entry.sesudah) == {"login": 2}
    assert logged(store, lambda: leave(store, here), masuk.RANTAI) == []


def test_refused_from_a_login_that_is_over_or_another_s(store: Store) -> None:
    """So that whoever was put out ends nothing with a press that was under way."""
    here, ended = login(store), login(store)
    stranger = login(store, ORANG_LAIN)
    masuk.keluar(store, ended, NOW)
    for sidik in (ended, stranger, "0" * 64):
        with refused(store, "belum_masuk"):
            leave(store, sidik)
    with refused(store, "belum_masuk"):
        leave(store, here, now=NOW + masuk.DIAM)


def test_the_password_is_asked_for_and_cannot_be_guessed(store: Store) -> None:
    here, there = login(store), login(store)
    for _ in range(5):
        (outcome,) = race(lambda: leave(store, here, "salah"))
        assert refusals([outcome]) == ["masuk_gagal"]
    with refused(store, "terlalu_sering"):
        leave(store, here)
    assert masuk.siapa(store, there, NOW) == CAMAT
    leave(store, here, now=NOW + timedelta(minutes=16))
    assert masuk.siapa(store, there, NOW) is None
    assert store.rows("select count(*) from gagal_masuk") == [(0,)]


def test_a_disabled_account_ends_nothing(store: Store) -> None:
    here = login(store)
    cast.disable(store, CAMAT)
    (outcome,) = race(lambda: leave(store, here))
    assert refusals([outcome]) == ["masuk_gagal"]


def test_of_two_who_put_each_other_out_one_stays(store: Store) -> None:
    one, other = login(store), login(store)
    outcomes = race(*(lambda sidik=sidik: leave(store, sidik) for sidik in (one, other)))
    assert refusals(outcomes) == ["belum_masuk"]
    assert [masuk.siapa(store, sidik, NOW) is None for sidik in (one, other)].count(True) == 1
