"""An account and its owner's identity at an OpenID provider: linked by the owner, opened by it, and released."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from musrenbang import passwords
from musrenbang.actions import identitas, masuk, pengguna
from musrenbang.actions.periksa import periksa
from musrenbang.actions.pindahkan import pindahkan
from musrenbang.errors import Refused
from musrenbang.model import Identitas, Orang
from musrenbang.store.engine import Inside, Rows, Store, T
from tests import cast
from tests.actions.conftest import Target
from tests.away import go_out, laptop
from tests.cast import BAPPEDA, CAMAT, NOW, ORANG_LAIN, SANDI
from tests.witness import assert_row, dump, logged, race, refusals, refused

ALAMAT, PERJALANAN = "10.0.0.7", "keadaan-dari-penyedia"
ABDI = Identitas("https://masuk.langkat.example", "198001012005011001")
BUDI = Identitas("https://masuk.langkat.example", "198202022006022002")
LATER = NOW + timedelta(hours=1)


def login(store: Store, who: Orang = CAMAT) -> str:
    return passwords.digest(masuk.masuk(store, who.nama_pengguna, SANDI, ALAMAT, NOW))


def confirm(store: Store, sesi: str, who: Orang = CAMAT, sandi: str = SANDI, perjalanan: str = PERJALANAN) -> None:
    identitas.siap_hubungkan(store, who, sesi, sandi, perjalanan, ALAMAT, NOW)


def link(store: Store, sesi: str, who: Orang = CAMAT, whose: Identitas | None = ABDI) -> None:
    identitas.hubungkan(store, who, sesi, PERJALANAN, whose, NOW)


def linked(store: Store, who: Orang = CAMAT, whose: Identitas = ABDI) -> str:
    sesi = login(store, who)
    confirm(store, sesi, who)
    link(store, sesi, who, whose)
    return sesi


def come_in(store: Store, whose: Identitas | None = ABDI) -> str:
    return passwords.digest(identitas.masuk_dengan_identitas(store, whose, NOW))


def stays_out(store: Store, whose: Identitas | None = ABDI, key: str = "identitas_belum_terhubung") -> None:
    with refused(store, key):
        come_in(store, whose)


# linking -----------------------------------------------------------------------------------------------------------


def test_the_owner_links_it_with_the_password_and_comes_in_by_it(store: Store) -> None:
    linked(store)
    assert identitas.terhubung(store, CAMAT) == NOW
    sesi = come_in(store)
    assert masuk.siapa(store, sesi, NOW) == CAMAT
    assert masuk.siapa(store, sesi, NOW + masuk.DIAM) is None


def test_linking_is_logged_and_nothing_of_the_person_is_kept(store: Store) -> None:
    sesi = login(store)
    confirm(store, sesi)
    (entry,) = logged(store, lambda: link(store, sesi), masuk.RANTAI)
    assert_row(entry, CAMAT.nama_pengguna, "hubungkan akun SSO", CAMAT.nama_pengguna)
    everything = repr(dump(store)) + repr(ABDI)
    for word in (ABDI.penerbit, ABDI.pokok, PERJALANAN):
        assert word not in everything
    assert periksa(store) == []


def test_it_needs_the_password_which_cannot_be_guessed_here(store: Store) -> None:
    sesi = login(store)
    with refused(store, "identitas_tanpa_sandi"):
        link(store, sesi)
    for _ in range(5):
        (outcome,) = race(lambda: confirm(store, sesi, sandi="salah"))
        assert refusals([outcome]) == ["masuk_gagal"]
    with refused(store, "terlalu_sering"):
        confirm(store, sesi)
    with refused(store, "identitas_tanpa_sandi"):
        link(store, sesi)


def test_the_password_serves_for_one_round_trip_of_one_login_within_ten_minutes(store: Store) -> None:
    here, there, other = login(store), login(store), login(store, ORANG_LAIN)
    confirm(store, here)
    assert identitas.ditunggu(store, here, PERJALANAN, NOW)
    for sesi, who in ((there, CAMAT), (other, ORANG_LAIN), ("0" * 64, CAMAT)):
        assert not identitas.ditunggu(store, sesi, PERJALANAN, NOW)
        with pytest.raises(Refused, match="identitas_tanpa_sandi"):
            link(store, sesi, who)
    with refused(store, "identitas_tanpa_sandi"):
        link(store, here, ORANG_LAIN)
    assert not identitas.ditunggu(store, here, "perjalanan-lain", NOW)
    with refused(store, "identitas_tanpa_sandi"):
        identitas.hubungkan(store, CAMAT, here, "perjalanan-lain", ABDI, NOW)
    with refused(store, "identitas_tanpa_sandi"):
        identitas.hubungkan(store, CAMAT, here, PERJALANAN, ABDI, NOW + timedelta(minutes=10))
    link(store, here)
    identitas.lepaskan(store, CAMAT, NOW)
    with refused(store, "identitas_tanpa_sandi"):
        link(store, here)


def test_a_later_round_trip_takes_the_place_of_an_earlier_one(store: Store) -> None:
    sesi = login(store)
    confirm(store, sesi)
    confirm(store, sesi, perjalanan="yang-kedua")
    assert not identitas.ditunggu(store, sesi, PERJALANAN, NOW)
    assert identitas.ditunggu(store, sesi, "yang-kedua", NOW)


def test_an_answer_that_proves_nobody_links_nothing_and_ends_the_round_trip(store: Store) -> None:
    """Whoever goes back to the provider's page, and gives another name there, may be somebody else."""
    sesi = login(store)
    confirm(store, sesi)
    with pytest.raises(Refused, match="identitas_gagal"):
        link(store, sesi, whose=None)
    assert not identitas.ditunggu(store, sesi, PERJALANAN, NOW)
    with refused(store, "identitas_tanpa_sandi"):
        link(store, sesi, whose=BUDI)


def test_a_login_that_is_over_links_nothing(store: Store) -> None:
    sesi = login(store)
    masuk.keluar(store, sesi, NOW)
    with refused(store, "belum_masuk"):
        confirm(store, sesi)
    sesi = login(store)
    confirm(store, sesi)
    masuk.keluar(store, sesi, NOW)
    with refused(store, "identitas_tanpa_sandi"):
        link(store, sesi)
    sesi = login(store)
    with refused(store, "belum_masuk"):
        identitas.siap_hubungkan(store, CAMAT, sesi, SANDI, PERJALANAN, ALAMAT, NOW + masuk.DIAM)


def test_a_one_time_password_must_be_changed_before(store: Store) -> None:
    sekali = cast.reset(store, CAMAT)
    sesi = passwords.digest(masuk.masuk(store, CAMAT.nama_pengguna, sekali, ALAMAT, NOW))
    with refused(store, "identitas_sekali_pakai"):
        confirm(store, sesi, sandi=sekali)


def test_one_identity_opens_one_account_and_one_account_has_one(store: Store) -> None:
    sesi = linked(store)
    with refused(store, "identitas_sudah_terhubung"):
        confirm(store, sesi)
    other = login(store, ORANG_LAIN)
    confirm(store, other, ORANG_LAIN)
    with pytest.raises(Refused, match="identitas_dipakai"):
        link(store, other, ORANG_LAIN)
    with refused(store, "identitas_tanpa_sandi"):
        link(store, other, ORANG_LAIN, BUDI)
    confirm(store, other, ORANG_LAIN)
    link(store, other, ORANG_LAIN, BUDI)
    assert [masuk.siapa(store, come_in(store, whose), NOW) for whose in (ABDI, BUDI)] == [CAMAT, ORANG_LAIN]


def test_the_same_name_at_another_provider_is_somebody_else(store: Store) -> None:
    linked(store)
    stays_out(store, Identitas("https://lain.example", ABDI.pokok))
    stays_out(store, Identitas(ABDI.penerbit + ABDI.pokok[0], ABDI.pokok[1:]))


def test_two_accounts_at_once_and_two_identities_at_once_are_linked_once(store: Store) -> None:
    mine, other = login(store), login(store, ORANG_LAIN)
    confirm(store, mine)
    confirm(store, other, ORANG_LAIN)
    outcomes = race(lambda: link(store, mine), lambda: link(store, other, ORANG_LAIN))
    assert refusals(outcomes) == ["identitas_dipakai"]
    identitas.lepaskan(store, CAMAT if identitas.terhubung(store, CAMAT) else ORANG_LAIN, NOW)
    confirm(store, mine)
    outcomes = race(lambda: link(store, mine), lambda: link(store, mine, whose=BUDI))
    assert refusals(outcomes) == ["identitas_tanpa_sandi"]
    assert store.rows("select count(*) from identitas") == [(1,)]


def test_bappeda_sees_whose_account_is_linked(store: Store) -> None:
    def told() -> list[str]:
        return [a.orang.nama_pengguna for a in pengguna.daftar(store, BAPPEDA) if a.terhubung]

    assert told() == []
    linked(store)
    assert told() == [CAMAT.nama_pengguna]
    identitas.lepaskan(store, CAMAT, NOW)
    assert told() == []


# coming in ---------------------------------------------------------------------------------------------------------


def test_coming_in_is_logged_as_what_it_is(store: Store) -> None:
    linked(store)
    (entry,) = logged(store, lambda: come_in(store), masuk.RANTAI)
    assert_row(entry, CAMAT.nama_pengguna, "masuk dengan akun SSO", CAMAT.nama_pengguna)


def test_who_is_not_linked_and_who_proves_nothing_stay_out(store: Store) -> None:
    linked(store)
    stays_out(store, BUDI)
    stays_out(store, None, "identitas_gagal")


def test_a_disabled_account_is_not_opened(store: Store) -> None:
    linked(store)
    store.rows("update akun set aktif = false where nama_pengguna = $1", CAMAT.nama_pengguna)
    stays_out(store)


def test_who_stays_out_closes_nobody_s_way(store: Store) -> None:
    """Nothing can be guessed there, and a hall comes from one address, on its first day with nobody linked."""
    linked(store)
    for number in range(41):
        stays_out(store, *((BUDI,) if number % 2 else (None, "identitas_gagal")))
    assert login(store)
    assert come_in(store)


def test_wrong_passwords_do_not_keep_out_who_is_linked(store: Store) -> None:
    linked(store)
    for _ in range(5):
        with pytest.raises(Refused, match="masuk_gagal"):
            masuk.masuk(store, CAMAT.nama_pengguna, "salah", ALAMAT, NOW)
    with refused(store, "terlalu_sering"):
        login(store)
    assert masuk.siapa(store, come_in(store), NOW) == CAMAT


# the end of a link -------------------------------------------------------------------------------------------------


def test_the_owner_releases_it_and_may_link_another(store: Store) -> None:
    sesi = linked(store)
    (entry,) = logged(store, lambda: identitas.lepaskan(store, CAMAT, NOW), masuk.RANTAI)
    assert_row(entry, CAMAT.nama_pengguna, "lepaskan akun SSO", CAMAT.nama_pengguna)
    assert identitas.terhubung(store, CAMAT) is None
    stays_out(store)
    confirm(store, sesi)
    link(store, sesi, whose=BUDI)
    assert masuk.siapa(store, come_in(store, BUDI), NOW) == CAMAT
    assert periksa(store) == []


def test_two_at_once_release_it_once(store: Store) -> None:
    linked(store)
    outcomes = race(*[partial(identitas.lepaskan, store, CAMAT, NOW)] * 2)
    assert refusals(outcomes) == ["identitas_tidak_terhubung"]
    with refused(store, "identitas_tidak_terhubung"):
        identitas.lepaskan(store, ORANG_LAIN, NOW)


@pytest.mark.parametrize("close", [cast.reset, cast.disable])
def test_a_reset_and_a_closed_account_end_it(store: Store, close: Callable[[Store, Orang], object]) -> None:
    """As the account may go to another person; another's link stays."""
    linked(store)
    linked(store, ORANG_LAIN, BUDI)
    *_, entry = logged(store, lambda: close(store, CAMAT), masuk.RANTAI)
    assert_row(entry, BAPPEDA.nama_pengguna, "lepaskan akun SSO", CAMAT.nama_pengguna)
    stays_out(store)
    cast.reset(store, CAMAT)  # lets a disabled one in again
    stays_out(store)
    assert masuk.siapa(store, come_in(store, BUDI), NOW) == ORANG_LAIN
    assert periksa(store) == []


def test_it_goes_along_when_all_is_moved_and_stays_when_a_kapsul_goes_out(
    store: Store, target_on: Target, tmp_path: Path
) -> None:
    linked(store)
    target = target_on("duckdb")
    pindahkan(store, target)
    assert masuk.siapa(target, come_in(target), NOW) == CAMAT
    with laptop(go_out(store, tmp_path)) as there:
        stays_out(there)


def test_a_change_of_the_own_password_ends_it(store: Store) -> None:
    """Whoever knew the old one may have made the link."""
    linked(store)
    changed, entry = logged(store, lambda: change(store), masuk.RANTAI)
    assert_row(changed, CAMAT.nama_pengguna, "ganti kata sandi", CAMAT.nama_pengguna)
    assert_row(entry, CAMAT.nama_pengguna, "lepaskan akun SSO", CAMAT.nama_pengguna)
    stays_out(store)
    assert periksa(store) == []


def change(store: Store) -> None:
    masuk.ganti_sandi(store, CAMAT, SANDI, "kuda-terbang-malam-4711", ALAMAT, NOW)


class Overtaken(Inside):
    """A store where Bappeda resets the account a moment before anything is written."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, store)
        self._store = store

    def transaction(self, work: Callable[[Rows], T]) -> T:
        cast.reset(self._store, CAMAT)
        return self._store.transaction(work)


def test_who_comes_in_while_bappeda_resets_has_no_session(store: Store) -> None:
    linked(store)
    with pytest.raises(Refused, match="identitas_belum_terhubung"):
        come_in(Overtaken(store))
    assert store.rows("select count(*) from sesi where nama_pengguna = $1", CAMAT.nama_pengguna) == [(0,)]
