"""What is kept of a meeting: never older than the meeting, whoever has moved it."""

import pytest

from musrenbang.actions import baca, perbandingan, skoring
from musrenbang.errors import Refused
from musrenbang.model import Lingkup
from musrenbang.store import recent
from musrenbang.store.engine import Store
from musrenbang.store.hall import Hall
from tests import cast
from tests.cast import BAHOROK, BAPPEDA, CAMAT, JALAN, NILAI, NOW, ORANG_LAIN, RAPAT, TAHUN
from tests.conftest import StoreAt


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(cast.counting)


def test_an_unmoved_meeting_is_read_once_for_all(store: Store) -> None:
    here, there = (baca.usulan_masuk(store, who, RAPAT) for who in (CAMAT, BAPPEDA))
    assert all(a is b for a, b in zip(here, there, strict=True))
    assert baca.fakta(store, CAMAT, RAPAT) is baca.fakta(store, BAPPEDA, RAPAT)


def test_what_is_kept_is_shown_to_nobody_who_may_not_see_it(store: Store) -> None:
    baca.fakta(store, CAMAT, RAPAT), baca.usulan_masuk(store, CAMAT, RAPAT)
    for question in (baca.fakta, baca.usulan_masuk):
        with pytest.raises(Refused):
            question(store, ORANG_LAIN, RAPAT)


def test_at_a_tanda_the_database_is_not_asked_and_strangers_are_refused(store: Store) -> None:
    rapat, tanda, _ = baca.rapat_berjalan(store, CAMAT, BAHOROK)
    questions = (baca.fakta, baca.usulan_masuk, baca.rujukan)
    now = [question(store, CAMAT, rapat.id) for question in questions]
    skoring.simpan_skor(store, CAMAT, RAPAT, cast.filled(store, {JALAN.id: NILAI[JALAN.id]}), NOW)
    assert baca.rapat_berjalan(store, CAMAT, BAHOROK)[1] != tanda
    _, tanda, _ = baca.rapat_berjalan(store, CAMAT, BAHOROK)
    kept = [question(store, CAMAT, rapat.id, tanda) for question in questions]
    assert kept[1] != now[1]
    assert kept == [question(store, CAMAT, rapat.id) for question in questions]
    for question in questions:
        with pytest.raises(Refused):
            question(store, ORANG_LAIN, rapat.id, tanda)


def test_a_tanda_of_long_ago_is_answered_with_what_is_now(store: Store) -> None:
    _, old, _ = baca.rapat_berjalan(store, CAMAT, BAHOROK)
    skoring.simpan_skor(store, CAMAT, RAPAT, cast.filled(store, {JALAN.id: NILAI[JALAN.id]}), NOW)
    assert [u.poin for u in baca.usulan_masuk(store, CAMAT, RAPAT, old) if u.id == JALAN.id] != [None]


def test_a_list_may_be_sorted_by_who_has_it(store: Store) -> None:
    baca.usulan_masuk(store, CAMAT, RAPAT).clear()
    assert baca.usulan_masuk(store, CAMAT, RAPAT)


def test_a_save_of_another_process_is_seen_at_once(store: Store) -> None:
    store.hall.alone = False  # as on a server that several write to
    assert cast.row(store, JALAN).poin is None
    before, ours, store.hall = baca.fakta(store, CAMAT, RAPAT), store.hall, Hall()  # the other has a memory of its own
    skoring.simpan_skor(store, CAMAT, RAPAT, cast.filled(store, {JALAN.id: NILAI[JALAN.id]}), NOW)
    store.hall = ours
    assert cast.row(store, JALAN).poin is not None
    assert baca.fakta(store, CAMAT, RAPAT).kemajuan.skor_lengkap == before.kemajuan.skor_lengkap + 1


@pytest.mark.parametrize("alone", [True, False], ids=["alone", "beside others"])
def test_what_is_kept_of_all_meetings_is_as_new_as_the_last_save(store: Store, alone: bool) -> None:
    store.hall.alone = alone and store.hall.alone
    before = perbandingan.bandingkan(store, BAPPEDA, Lingkup(TAHUN))
    assert perbandingan.bandingkan(store, BAPPEDA, Lingkup(TAHUN)) is before
    skoring.simpan_skor(store, CAMAT, RAPAT, cast.filled(store, {JALAN.id: NILAI[JALAN.id]}), NOW)
    after = perbandingan.bandingkan(store, BAPPEDA, Lingkup(TAHUN))
    assert sum(after.tingkat.values()) == sum(before.tingkat.values()) + len(NILAI[JALAN.id])


def test_the_answers_kept_about_all_meetings_stay_few(store: Store) -> None:
    asked = [recent.of_all(store, n, lambda tx, n=n: [n]) for n in range(3 * recent.BANYAK)]
    again = [recent.of_all(store, n, lambda tx, n=n: [n]) for n in range(3 * recent.BANYAK)]
    assert asked == again
    assert sum(one is other for one, other in zip(asked, again, strict=True)) <= recent.BANYAK
