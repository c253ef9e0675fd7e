"""Accounts, kept by Bappeda and the administrator."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from musrenbang import naming, passwords
from musrenbang.actions import masuk, pengguna
from musrenbang.actions.periksa import periksa
from musrenbang.intake.reference_files import read_reference
from musrenbang.model import ADMIN, Desa, KeadaanAkun, Kecamatan, Opd, Orang, Peran, SandiBaru
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import (
    BAHOROK,
    BAPPEDA,
    CAMAT,
    DESA,
    DISDIK,
    NOW,
    OPD_PUTR,
    ORANG_LAIN,
    PEKAN_BAHOROK,
    PUTR,
    SANDI,
    SEKCAM,
    SEMUA_ORANG,
    STABAT_BARU,
    SUKA_RAKYAT,
)
from tests.witness import assert_row, dump, logged, race, refusals, refused, rows_of

PLACES = [(Peran.CAMAT, BAHOROK), (Peran.OPD, PUTR), (Peran.DESA, SUKA_RAKYAT), (Peran.BAPPEDA, None)]
MISSING = [PEKAN_BAHOROK, STABAT_BARU, DISDIK]  # without an account in the cast's world


def add(store: Store, nama_pengguna: str = "baru", peran: Peran = Peran.CAMAT, wilayah: str | None = BAHOROK) -> str:
    return pengguna.tambah(store, BAPPEDA, nama_pengguna, "Nama Baru", peran, wilayah, NOW).sandi


def add_all(store: Store, who: Orang = BAPPEDA) -> list[SandiBaru]:
    return pengguna.tambah_semua(store, who, NOW, lambda _: None)


def reset(store: Store, dilihat: dict[str, int], who: Orang = BAPPEDA) -> list[SandiBaru]:
    return pengguna.atur_ulang(store, who, dilihat, NOW, lambda _: None)


def seen(store: Store, *people: Orang) -> dict[str, int]:
    versi = {a.orang.nama_pengguna: a.versi for a in pengguna.daftar(store, ADMIN)}
    return {who.nama_pengguna: versi[who.nama_pengguna] for who in people}


def states(store: Store, days: int = 0) -> dict[str, KeadaanAkun]:
    """So many days later."""
    now = NOW + timedelta(days=days)
    return {a.orang.nama_pengguna: a.keadaan(now) for a in pengguna.daftar(store, ADMIN)}


def login(store: Store, nama_pengguna: str, sandi: str) -> Orang | None:
    return masuk.siapa(store, passwords.digest(masuk.masuk(store, nama_pengguna, sandi, "10.0.0.7", NOW)), NOW)


# one account -------------------------------------------------------------------------------------------------------


def test_an_account_of_each_role_gets_in_with_its_one_time_password(store: Store) -> None:
    for peran, wilayah in PLACES:
        sandi = add(store, f"baru.{peran}", peran, wilayah)
        assert login(store, f"baru.{peran}", sandi) == Orang(f"baru.{peran}", "Nama Baru", peran, wilayah, True)


def test_adding_is_logged_without_the_password(store: Store) -> None:
    (entry,) = logged(store, lambda: add(store), masuk.RANTAI)
    assert_row(entry, "bappeda", "tambah akun", "baru")
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
    for nama, key in (("", "isian_wajib"), (" \u200b", "isian_wajib"), ("a" * 201, "isian_panjang")):
        with refused(store, key):
            pengguna.tambah(store, BAPPEDA, "baru", nama, Peran.BAPPEDA, None, NOW)


def test_two_at_once_add_it_once(store: Store) -> None:
    outcomes = race(lambda: add(store), lambda: add(store))
    assert refusals(outcomes) == ["akun_sudah_ada"]
    sandi = next(outcome for outcome in outcomes if isinstance(outcome, str))
    assert login(store, "baru", sandi) is not None


# all that are missing ----------------------------------------------------------------------------------------------


def test_all_missing_are_added_each_with_a_password_that_gets_in(store: Store) -> None:
    made = add_all(store)
    assert [one.akun.orang.wilayah for one in made] == MISSING
    assert len({one.sandi for one in made}) == len(made)
    for one in made:
        assert one.akun.keadaan(NOW) is KeadaanAkun.BELUM
        assert login(store, one.akun.orang.nama_pengguna, one.sandi) == one.akun.orang
    assert pengguna.belum_ada(store, BAPPEDA) == []
    assert periksa(store) == []


def test_each_says_where_it_goes(store: Store) -> None:
    assert [(one.akun.tempat, one.akun.kecamatan) for one in add_all(store)] == [
        ("Kelurahan Pekan Bahorok", "Bahorok"), ("Kelurahan Stabat Baru", "Stabat"), ("Dinas Pendidikan", ""),
    ]  # fmt: skip


def test_each_has_its_row_in_the_trail(store: Store) -> None:
    entries = logged(store, lambda: add_all(store), masuk.RANTAI)
    assert {(row.oleh, row.tindakan) for row in entries} == {("bappeda", "tambah akun")}
    assert {json.loads(row.sesudah)["wilayah"] for row in entries} == set(MISSING)


def test_pressed_again_it_adds_nothing(store: Store) -> None:
    add_all(store)
    with refused(store, "akun_lengkap"):
        add_all(store)


def test_whoever_stops_while_passwords_are_made_has_added_nothing(store: Store) -> None:
    shares: list[float] = []

    def stop(share: float) -> None:
        shares.append(share)
        if share:
            raise KeyboardInterrupt

    before = dump(store)
    with pytest.raises(KeyboardInterrupt):
        pengguna.tambah_semua(store, BAPPEDA, NOW, stop)
    assert shares == [0, 1 / 3]
    assert dump(store) == before


def test_of_two_at_once_each_place_gets_one_account(store: Store) -> None:
    outcomes = race(lambda: add_all(store), lambda: add_all(store))
    assert refusals(outcomes) == ["akun_lengkap"]
    (made,) = [outcome for outcome in outcomes if isinstance(outcome, list)]
    assert all(login(store, one.akun.orang.nama_pengguna, one.sandi) for one in made)
    assert len(pengguna.daftar(store, BAPPEDA)) == len(SEMUA_ORANG) + len(MISSING)


def test_what_a_colleague_adds_meanwhile_is_left_out(store: Store) -> None:
    def meanwhile(share: float) -> None:
        if not share:
            add(store, "opd.lain", Peran.OPD, DISDIK)

    made = pengguna.tambah_semua(store, BAPPEDA, NOW, meanwhile)
    assert [one.akun.orang.wilayah for one in made] == MISSING[:2]


def test_a_disabled_account_is_not_missing(store: Store) -> None:
    cast.disable(store, DESA)
    assert SUKA_RAKYAT not in [one.wilayah for one in pengguna.belum_ada(store, BAPPEDA)]


def test_a_name_that_is_taken_carries_the_kode_of_its_place(store: Store) -> None:
    add(store, "opd.disdik", Peran.BAPPEDA, None)
    assert [one.nama_pengguna for one in pengguna.belum_ada(store, BAPPEDA)][-1] == f"opd.disdik.{DISDIK}"
    assert len(add_all(store)) == len(MISSING)


def test_names_for_all_of_langkat_are_each_another_and_fit() -> None:
    data = read_reference()
    everybody = naming.holders(data.kecamatan, data.desa, data.opd)
    assert len(everybody) == 23 + 277 + 31
    assert len({one.nama_pengguna for one in everybody}) == len(everybody)
    assert all(pengguna.NAMA_PENGGUNA.fullmatch(one.nama_pengguna) for one in everybody)


def test_names_that_nobody_has_foreseen_still_make_accounts() -> None:
    kecamatan = [Kecamatan("12.05.01", "Bahorok"), Kecamatan("12.05.02", "BAHOROK")]
    desa = [Desa(f"12.05.01.{n}", nama, "Desa", "12.05.01") for n, nama in enumerate(["É'", "—", "x" * 200, "x" * 200])]
    opd = [Opd(f"1.{n}", "n" * 300, nama, "") for n, nama in enumerate(["Dinas (A & B)", "dinas a b", ""])]
    found = naming.free(naming.holders(kecamatan, desa, opd), ["camat.bahorok"])
    assert len({one.nama_pengguna for one in found}) == len(found) == 9
    assert all(pengguna.NAMA_PENGGUNA.fullmatch(one.nama_pengguna) for one in found)
    assert max(len(one.nama) for one in found) <= 200


# reset -------------------------------------------------------------------------------------------------------------


def test_a_reset_ends_the_old_password_and_lets_a_disabled_account_in_again(store: Store) -> None:
    cast.disable(store, CAMAT)
    sandi = cast.reset(store, CAMAT)
    assert login(store, CAMAT.nama_pengguna, sandi) is not None
    (outcome,) = race(lambda: login(store, CAMAT.nama_pengguna, SANDI))
    assert refusals([outcome]) == ["masuk_gagal"]


def test_several_are_reset_at_once_and_their_sessions_end(store: Store) -> None:
    sidik = passwords.digest(masuk.masuk(store, CAMAT.nama_pengguna, SANDI, "10.0.0.7", NOW))
    made = reset(store, seen(store, DESA, CAMAT, OPD_PUTR))
    assert [one.akun.orang.nama_pengguna for one in made] == ["camat.bahorok", "desa.sukarakyat", "opd.putr"]
    assert masuk.siapa(store, sidik, NOW) is None
    for one in made:
        assert login(store, one.akun.orang.nama_pengguna, one.sandi) == replace(one.akun.orang, harus_ganti_sandi=True)


def test_what_nobody_has_used_for_thirty_days_is_told_until_it_is_reset(store: Store) -> None:
    first, second = add_all(store)[:2]
    told = [one.akun.orang.nama_pengguna for one in (first, second)]
    assert [states(store, 29)[name] for name in told] == [KeadaanAkun.BELUM] * 2
    assert [states(store, 30)[name] for name in told] == [KeadaanAkun.KEDALUWARSA] * 2
    assert states(store, 400)[CAMAT.nama_pengguna] is KeadaanAkun.AKTIF
    seen_of = pengguna.versi(store, BAPPEDA, told[0])
    pengguna.atur_ulang(store, BAPPEDA, seen_of, NOW + timedelta(days=30), lambda _: None)
    pengguna.nonaktifkan(store, BAPPEDA, pengguna.versi(store, BAPPEDA, told[1]), NOW)
    assert [states(store, 31)[name] for name in told] == [KeadaanAkun.BELUM, KeadaanAkun.NONAKTIF]
    pengguna.aktifkan(store, BAPPEDA, pengguna.versi(store, BAPPEDA, told[1]), NOW + timedelta(days=31))
    assert [states(store, 60)[name] for name in told] == [KeadaanAkun.KEDALUWARSA] * 2


def test_a_reset_of_what_somebody_has_changed_since_changes_none(store: Store) -> None:
    dilihat = seen(store, CAMAT, DESA)
    cast.disable(store, DESA)
    with refused(store, "akun_berubah"):
        reset(store, dilihat)
    assert login(store, CAMAT.nama_pengguna, SANDI) is not None


def test_of_two_resets_at_once_one_password_is_handed_out(store: Store) -> None:
    dilihat = seen(store, CAMAT)
    outcomes = race(lambda: reset(store, dilihat), lambda: reset(store, dilihat))
    assert refusals(outcomes) == ["akun_berubah"]
    ((made,),) = [outcome for outcome in outcomes if isinstance(outcome, list)]
    assert login(store, CAMAT.nama_pengguna, made.sandi) is not None


# disabling ---------------------------------------------------------------------------------------------------------


def test_disabling_ends_every_session(store: Store) -> None:
    sidik = passwords.digest(masuk.masuk(store, CAMAT.nama_pengguna, SANDI, "10.0.0.7", NOW))
    pengguna.nonaktifkan(store, BAPPEDA, seen(store, CAMAT, DESA), NOW)
    assert masuk.siapa(store, sidik, NOW) is None
    assert states(store)[CAMAT.nama_pengguna] is states(store)[DESA.nama_pengguna] is KeadaanAkun.NONAKTIF
    assert len(pengguna.daftar(store, BAPPEDA)) == len(SEMUA_ORANG)


def test_an_account_let_in_again_keeps_its_password(store: Store) -> None:
    cast.disable(store, CAMAT)
    pengguna.aktifkan(store, BAPPEDA, seen(store, CAMAT), NOW)
    assert login(store, CAMAT.nama_pengguna, SANDI) == CAMAT


def test_nobody_disables_or_resets_himself(store: Store) -> None:
    own = seen(store, BAPPEDA)
    with refused(store, "akun_sendiri"):
        pengguna.nonaktifkan(store, BAPPEDA, own, NOW)
    with refused(store, "akun_sendiri"):
        reset(store, own)


def test_the_last_active_account_of_bappeda_stays(store: Store) -> None:
    with refused(store, "akun_bappeda_terakhir"):
        pengguna.nonaktifkan(store, ADMIN, seen(store, BAPPEDA), NOW)
    add(store, "bappeda.dua", Peran.BAPPEDA, None)
    pengguna.nonaktifkan(store, ADMIN, seen(store, BAPPEDA), NOW)
    with refused(store, "akun_bappeda_terakhir"):
        pengguna.nonaktifkan(store, ADMIN, pengguna.versi(store, ADMIN, "bappeda.dua"), NOW)


def test_two_of_bappeda_who_disable_each_other_leave_one(store: Store) -> None:
    add(store, "bappeda.dua", Peran.BAPPEDA, None)
    dua = Orang("bappeda.dua", "Nama Baru", Peran.BAPPEDA, None)
    versi = seen(store, BAPPEDA, dua)
    outcomes = race(
        lambda: pengguna.nonaktifkan(store, BAPPEDA, {dua.nama_pengguna: versi[dua.nama_pengguna]}, NOW),
        lambda: pengguna.nonaktifkan(store, dua, {BAPPEDA.nama_pengguna: versi[BAPPEDA.nama_pengguna]}, NOW),
    )
    assert refusals(outcomes) == ["akun_bappeda_terakhir"]


def test_of_two_at_once_the_second_is_told(store: Store) -> None:
    dilihat = seen(store, CAMAT)
    outcomes = race(*[lambda: pengguna.nonaktifkan(store, BAPPEDA, dilihat, NOW)] * 2)
    assert refusals(outcomes) == ["akun_berubah"]


# what holds for all ------------------------------------------------------------------------------------------------


def test_each_is_logged_under_who_did_it(store: Store) -> None:
    acts: list[tuple[str, Callable[[], object]]] = [
        ("atur ulang kata sandi", lambda: reset(store, seen(store, CAMAT))),
        ("nonaktifkan akun", lambda: pengguna.nonaktifkan(store, BAPPEDA, seen(store, CAMAT), NOW)),
        ("aktifkan akun", lambda: pengguna.aktifkan(store, BAPPEDA, seen(store, CAMAT), NOW)),
    ]
    for tindakan, act in acts:
        (entry,) = logged(store, act, masuk.RANTAI)
        assert_row(entry, "bappeda", tindakan, CAMAT.nama_pengguna)
    (entry,) = logged(store, lambda: reset(store, seen(store, CAMAT), ADMIN), masuk.RANTAI)
    assert entry.oleh == "administrator"


def test_neither_password_nor_hash_is_in_the_trail_or_told_by_chance(store: Store) -> None:
    made = [*add_all(store), *reset(store, seen(store, CAMAT, ORANG_LAIN))]
    trail = repr(rows_of(store, masuk.RANTAI))
    hashes = [row[0] for row in store.rows("select sandi from akun")]
    assert not [secret for secret in (*hashes, *(one.sandi for one in made)) if secret in trail]
    everything = repr(dump(store)) + repr(made)
    assert not [one for one in made if one.sandi in everything]


def test_an_unknown_account_is_refused(store: Store) -> None:
    for act in (pengguna.nonaktifkan, pengguna.aktifkan):
        with refused(store, "akun_tidak_ada"):
            act(store, BAPPEDA, {"tidak.ada": 1}, NOW)
    with refused(store, "akun_tidak_ada"):
        reset(store, {"tidak.ada": 1})


def test_none_chosen_is_refused(store: Store) -> None:
    for act in (pengguna.nonaktifkan, pengguna.aktifkan):
        with refused(store, "tidak_ada_akun_dipilih"):
            act(store, BAPPEDA, {}, NOW)
    with refused(store, "tidak_ada_akun_dipilih"):
        reset(store, {})


@pytest.mark.parametrize("who", [CAMAT, OPD_PUTR, DESA], ids=lambda who: who.peran)
def test_bappeda_alone_keeps_accounts(store: Store, who: Orang) -> None:
    dilihat = seen(store, SEKCAM)
    calls: list[Callable[[], object]] = [
        lambda: pengguna.daftar(store, who),
        lambda: pengguna.belum_ada(store, who),
        lambda: pengguna.versi(store, who, "bappeda"),
        lambda: pengguna.tambah(store, who, "baru", "Nama", Peran.BAPPEDA, None, NOW),
        lambda: add_all(store, who),
        lambda: reset(store, dilihat, who),
        lambda: pengguna.nonaktifkan(store, who, dilihat, NOW),
        lambda: pengguna.aktifkan(store, who, dilihat, NOW),
    ]
    for call in calls:
        with refused(store, "bukan_wewenang"):
            call()
