"""The order that the meeting itself sets inside a tie, with its reason."""

import json
from uuid import uuid4

import pytest

from musrenbang.actions import baca, penutupan, skoring, umum, usulan
from musrenbang.actions.periksa import periksa
from musrenbang.errors import ChangedMeanwhile
from musrenbang.model import Usulan
from musrenbang.store.engine import Store
from reports import PAPERS
from reports.peringkat import MEETING_ORDER
from tests.cast import (
    BAHOROK,
    BIBIT,
    CAMAT,
    DRAINASE,
    IRIGASI,
    JALAN,
    NILAI,
    NOW,
    PASAR,
    PELATIHAN,
    RAPAT,
    SEKCAM,
    filled,
    row,
    scored,
    seen,
    seen_scores,
)
from tests.conftest import StoreAt
from tests.reports.reading import read
from tests.witness import assert_row, assert_told, both, logged, refusals, refused


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(scored)


def order(store: Store, *which: Usulan, alasan: str = "Lebih banyak warga") -> None:
    skoring.urutkan_seri(store, CAMAT, RAPAT, seen_scores(store, *which), alasan, NOW)


def ranks(store: Store, *which: Usulan) -> list[tuple[int | None, int | None]]:
    return [(row(store, u).peringkat, row(store, u).seri) for u in which]


def test_before_it_the_tie_stays_equal(store: Store) -> None:
    assert ranks(store, JALAN, IRIGASI, DRAINASE, BIBIT) == [(1, 1), (2, 2), (2, 2), (4, 1)]
    assert row(store, IRIGASI).peringkat_skor == 2
    assert row(store, IRIGASI).seri_skor == 2


def test_sets_the_order_and_can_set_it_anew(store: Store) -> None:
    order(store, DRAINASE, IRIGASI)
    assert ranks(store, DRAINASE, IRIGASI, BIBIT) == [(2, 1), (3, 1), (4, 1)]
    order(store, IRIGASI, DRAINASE)
    assert ranks(store, DRAINASE, IRIGASI, BIBIT) == [(3, 1), (2, 1), (4, 1)]
    assert [row(store, u).peringkat_skor for u in (DRAINASE, IRIGASI)] == [2, 2]


def test_logs_each_place_and_the_reason(store: Store) -> None:
    first, second = logged(store, lambda: order(store, DRAINASE, IRIGASI))
    assert_row(first, CAMAT.nama_pengguna, "urutkan usulan seri", f"urutan seri {DRAINASE.kode}")
    assert json.loads(first.sesudah) == {"urutan_seri": 1, "alasan": "Lebih banyak warga"}
    assert json.loads(second.sesudah)["urutan_seri"] == 2


def test_a_tie_that_has_grown_is_equal_again(store: Store) -> None:
    order(store, DRAINASE, IRIGASI)
    skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, {JALAN.id: NILAI[IRIGASI.id]}), NOW)
    assert ranks(store, JALAN, IRIGASI, DRAINASE) == [(1, 3)] * 3


def two_ordered_ties(store: Store) -> None:
    """IRIGASI, DRAINASE and BIBIT, JALAN: ordered in the same microsecond, as far as the clock tells."""
    order(store, DRAINASE, IRIGASI)
    skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, {JALAN.id: NILAI[BIBIT.id]}), NOW)
    order(store, JALAN, BIBIT)


def test_two_ties_have_each_their_own_order(store: Store) -> None:
    two_ordered_ties(store)
    assert ranks(store, DRAINASE, IRIGASI, JALAN, BIBIT) == [(1, 1), (2, 1), (3, 1), (4, 1)]
    assert store.rows("select count(distinct putusan) from urutan_seri") == [(2,)]


def test_two_merged_ties_with_different_decisions_are_equal_again(store: Store) -> None:
    two_ordered_ties(store)
    store.rows(f"update skor set {', '.join(f'k{i} = 3' for i in range(1, 9))}")
    assert ranks(store, DRAINASE, IRIGASI, JALAN, BIBIT) == [(1, 4)] * 4


def test_an_order_is_told_of_nobody_who_is_left_alone_in_the_tie(store: Store) -> None:
    """Neither on paper nor in a list, nor to the public."""
    order(store, DRAINASE, IRIGASI)
    both_tied = baca.bahan_cetak(store, CAMAT, RAPAT, NOW)
    assert both_tied.urutan_seri == {DRAINASE.id: 1, IRIGASI.id: 2}
    assert MEETING_ORDER in read(PAPERS["hasil-skoring"](both_tied))
    usulan.jadikan_cadangan(store, CAMAT, RAPAT, seen(store, DRAINASE), "Belum siap", NOW)
    assert ranks(store, JALAN, IRIGASI, BIBIT) == [(1, 1), (2, 1), (3, 1)]
    penutupan.kirim(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), NOW)
    alone = baca.bahan_cetak(store, CAMAT, RAPAT, NOW)
    assert alone.urutan_seri == {} == umum.hasil_rapat(store, BAHOROK, 2027, NOW).urutan_seri
    for paper in ("hasil-skoring", "berita-acara", "daftar-opd"):
        assert MEETING_ORDER not in read(PAPERS[paper](alone))
    assert periksa(store) == []


def test_another_score_of_one_member_ends_the_order_for_good(store: Store) -> None:
    order(store, DRAINASE, IRIGASI)
    skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, {IRIGASI.id: NILAI[BIBIT.id]}), NOW)
    skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, {IRIGASI.id: NILAI[DRAINASE.id]}), NOW)
    assert ranks(store, DRAINASE, IRIGASI) == [(2, 2), (2, 2)]
    assert periksa(store) == []


def test_the_end_of_an_order_is_in_the_trail(store: Store) -> None:
    order(store, DRAINASE, IRIGASI)
    nilai = {IRIGASI.id: NILAI[BIBIT.id]}
    entries = logged(store, lambda: skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, nilai), NOW))
    ended = {entry.objek: entry.sesudah for entry in entries if entry.objek.startswith("urutan")}
    assert ended == {f"urutan seri {u.kode}": "null" for u in (DRAINASE, IRIGASI)}


def test_the_same_score_saved_again_keeps_the_order(store: Store) -> None:
    order(store, DRAINASE, IRIGASI)
    skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, {IRIGASI.id: NILAI[IRIGASI.id]}), NOW)
    assert ranks(store, DRAINASE, IRIGASI) == [(2, 1), (3, 1)]


def test_refuses_anything_but_one_whole_tie(store: Store) -> None:
    skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, {BIBIT.id: NILAI[IRIGASI.id]}), NOW)
    for which in (
        [IRIGASI],
        [IRIGASI, DRAINASE],  # BIBIT shares it too
        [IRIGASI, DRAINASE, BIBIT, JALAN],
        [IRIGASI, JALAN],
        [PELATIHAN, JALAN],  # a reserve is not ranked
    ):
        with refused(store, "bukan_seri"):
            order(store, *which)


def test_refuses_when_nothing_is_named(store: Store) -> None:
    with refused(store, "tidak_ada_pilihan"):
        order(store)


def test_an_usulan_of_another_meeting_cannot_be_slipped_in_behind_a_whole_tie(store: Store) -> None:
    tie = seen_scores(store, DRAINASE, IRIGASI)
    for strange in (PASAR.id, uuid4()):
        with refused(store, "tidak_ditemukan"):
            skoring.urutkan_seri(store, CAMAT, RAPAT, {**tie, strange: 1}, "Musyawarah", NOW)


def test_refused_without_a_reason(store: Store) -> None:
    for alasan, key in [("", "alasan_wajib"), (" ab\x00 ", "alasan_wajib"), ("a" * 1001, "isian_panjang")]:
        with refused(store, key):
            order(store, DRAINASE, IRIGASI, alasan=alasan)


def test_of_two_at_once_the_second_is_told(store: Store) -> None:
    wanted = {CAMAT: seen_scores(store, DRAINASE, IRIGASI), SEKCAM: seen_scores(store, IRIGASI, DRAINASE)}
    outcomes = both(lambda who: skoring.urutkan_seri(store, who, RAPAT, wanted[who], "Musyawarah", NOW))
    assert refusals(outcomes) == ["berubah", "berubah"]
    faster = CAMAT if outcomes[0] is None else SEKCAM
    assert_told(next(outcome for outcome in outcomes if outcome), faster, "peringkat")
    first, second = wanted[faster]
    assert (row(store, first).peringkat, row(store, second).peringkat) == (2, 3)


def test_who_has_not_seen_the_order_is_told_before_his_score_ends_it(store: Store) -> None:
    shown = filled(store, {IRIGASI.id: NILAI[BIBIT.id]})
    skoring.urutkan_seri(store, SEKCAM, RAPAT, seen_scores(store, DRAINASE, IRIGASI), "Musyawarah", NOW)
    with pytest.raises(ChangedMeanwhile) as caught:
        skoring.simpan_skor(store, CAMAT, RAPAT, shown, NOW)
    assert_told(caught.value, SEKCAM, "Keterdesakan 3")


def test_who_has_not_seen_the_new_score_is_told(store: Store) -> None:
    shown = seen_scores(store, DRAINASE, IRIGASI)
    skoring.simpan_skor(store, SEKCAM, RAPAT, filled(store, {IRIGASI.id: NILAI[BIBIT.id]}), NOW)
    with refused(store, "berubah"):
        skoring.urutkan_seri(store, CAMAT, RAPAT, shown, "Musyawarah", NOW)
