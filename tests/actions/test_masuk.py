"""L03: logging in and out."""

from datetime import timedelta

from musrenbang import passwords
from musrenbang.actions import masuk
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import CAMAT, NOW, ORANG_LAIN, SANDI
from tests.witness import assert_row, logged, race, refusals, refused

ALAMAT = "10.0.0.7"


def login(store: Store, nama: str = "camat.bahorok", sandi: str = SANDI, alamat: str = ALAMAT) -> str:
    return masuk.masuk(store, nama, sandi, alamat, NOW)


def failed(store: Store, times: int, nama: str = "camat.bahorok", alamat: str = ALAMAT) -> None:
    for number in range(times):
        values = (f"00000000-0000-0000-0000-{hash((nama, number)) % 10**12:012d}", nama, alamat, NOW)
        store.rows("insert into gagal_masuk (id, nama_pengguna, alamat, waktu) values ($1, $2, $3, $4)", *values)


def test_the_right_password_opens_a_session(store: Store) -> None:
    rahasia = login(store, " Camat.Bahorok\x00 ")
    assert masuk.siapa(store, passwords.digest(rahasia), NOW) == CAMAT


def test_the_store_never_holds_the_secret(store: Store) -> None:
    rahasia = login(store)
    assert rahasia not in repr(store.rows("select * from sesi"))
    assert SANDI not in repr(store.rows("select * from akun"))


def test_a_session_ends_after_twelve_hours_at_logout_and_for_strangers(store: Store) -> None:
    sidik = passwords.digest(login(store))
    assert masuk.siapa(store, sidik, NOW + timedelta(hours=11, minutes=59)) == CAMAT
    assert masuk.siapa(store, sidik, NOW + timedelta(hours=12)) is None
    masuk.keluar(store, sidik, NOW)
    assert masuk.siapa(store, sidik, NOW) is None
    assert masuk.siapa(store, None, NOW) is None
    assert masuk.siapa(store, "0" * 64, NOW) is None


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


def test_five_failures_stop_an_account_at_one_address_only(store: Store) -> None:
    failed(store, 4)
    login(store)  # forgets them
    failed(store, 5)
    with refused(store, "terlalu_sering"):
        login(store)
    login(store, alamat="10.0.0.8")
    login(store, "camat.stabat")
    masuk.masuk(store, "camat.bahorok", SANDI, ALAMAT, NOW + timedelta(minutes=16))


def test_forty_failures_stop_an_address(store: Store) -> None:
    failed(store, 40, nama="siapa.saja")
    with refused(store, "terlalu_sering"):
        login(store)
    login(store, alamat="10.0.0.8")


def test_two_logins_at_once_are_two_sessions(store: Store) -> None:
    first, second = race(lambda: login(store), lambda: login(store))
    assert first != second
    for rahasia in (first, second):
        assert masuk.siapa(store, passwords.digest(str(rahasia)), NOW) == CAMAT
