"""Pagu indikatif: one a kecamatan and year or none, kept by Bappeda, shown beside what was decided without it."""

import json
from dataclasses import replace

import pytest

from musrenbang.actions import baca, induk_pagu, induk_tahun, penutupan, perbandingan
from musrenbang.actions.lambang import RANTAI
from musrenbang.actions.periksa import periksa
from musrenbang.model import Lingkup, Orang, PaguTahun
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import BAHOROK, BAPPEDA, CAMAT, DESA, NOW, OPD_PUTR, ORANG_LAIN, RAPAT, RAPAT_STABAT, STABAT, TAHUN
from tests.conftest import StoreAt
from tests.witness import assert_row, logged, race, refusals, refused, rows_of

SETENGAH = 200_000_000


def shown(store: Store, tahun: int = TAHUN) -> PaguTahun:
    return induk_pagu.pagu(store, BAPPEDA, tahun)


def with_pagu(isi: PaguTahun, **pagu: int | None) -> PaguTahun:
    return replace(isi, pagu=tuple(replace(p, pagu=pagu.get(p.nama, p.pagu)) for p in isi.pagu))


def save(store: Store, who: Orang = BAPPEDA, **pagu: int | None) -> None:
    induk_pagu.simpan(store, who, with_pagu(shown(store), **pagu), NOW)


def given(store: Store, tahun: int = TAHUN) -> dict[str, int]:
    return induk_pagu.given(shown(store, tahun).pagu)


def test_gives_changes_and_takes_away(store: Store) -> None:
    assert given(store) == {}
    save(store, Bahorok=SETENGAH, Stabat=10**13)
    assert given(store) == {BAHOROK: SETENGAH, STABAT: 10**13}
    save(store, Bahorok=1, Stabat=None)
    assert given(store) == {BAHOROK: 1}
    assert induk_pagu.pagu_rapat(store, CAMAT, RAPAT) == 1
    assert induk_pagu.pagu_rapat(store, BAPPEDA, RAPAT_STABAT) is None
    assert periksa(store) == []


def test_logs_it_and_tells_the_meetings_that_it_reaches(store: Store) -> None:
    def work() -> None:
        save(store, Bahorok=SETENGAH)

    elsewhere = rows_of(store, RAPAT_STABAT)
    (row,) = logged(store, work, RANTAI)
    assert_row(row, "bappeda", "ubah pagu", "pagu 2027")
    assert (json.loads(row.sebelum)["pagu Bahorok"], json.loads(row.sesudah)["pagu Bahorok"]) == (None, SETENGAH)
    assert_row(rows_of(store)[-1], "bappeda", "data induk diubah", "pagu 2027")
    assert rows_of(store, RAPAT_STABAT) == elsewhere


def test_ranking_facts_and_guards_are_the_same_with_and_without(store_at: StoreAt) -> None:
    store = store_at(cast.scored)
    before = _decided(store)
    save(store, Bahorok=1)
    assert induk_pagu.pagu_rapat(store, CAMAT, RAPAT) == 1
    assert _decided(store) == before


def _decided(store: Store) -> object:
    _, tanda, _ = baca.rapat_berjalan(store, CAMAT, BAHOROK)
    usulan = baca.usulan_masuk(store, CAMAT, RAPAT, tanda)
    return baca.fakta(store, CAMAT, RAPAT, tanda), baca.rujukan(store, CAMAT, RAPAT, tanda), usulan


def test_kirim_does_not_ask_it(store_at: StoreAt) -> None:
    store = store_at(cast.scored)
    save(store, Bahorok=1)
    penutupan.kirim(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), NOW)
    assert baca.fakta(store, CAMAT, RAPAT).rapat.dikirim == NOW


def test_a_sent_meeting_may_still_be_told_another(store_at: StoreAt) -> None:
    store = store_at(cast.sent)
    save(store, Bahorok=SETENGAH)
    assert induk_pagu.pagu_rapat(store, CAMAT, RAPAT) == SETENGAH
    assert periksa(store) == []


def test_perbandingan_has_it_for_the_kecamatan_in_scope(store_at: StoreAt) -> None:
    store = store_at(cast.sent)
    save(store, Bahorok=SETENGAH, Stabat=5)
    assert perbandingan.bandingkan(store, BAPPEDA, Lingkup(TAHUN)).pagu == {BAHOROK: SETENGAH, STABAT: 5}
    assert perbandingan.bandingkan(store, BAPPEDA, Lingkup(TAHUN, kecamatan=(STABAT,))).pagu == {STABAT: 5}


def test_a_new_year_starts_without(store: Store) -> None:
    save(store, Bahorok=SETENGAH)
    depan = induk_tahun.siapkan_tahun(store, BAPPEDA, TAHUN, NOW)
    assert given(store, depan) == {}
    assert given(store) == {BAHOROK: SETENGAH}


@pytest.mark.parametrize(
    ("pagu", "key"),
    [(0, "isian_angka"), (-1, "isian_angka"), (10**13 + 1, "isian_angka"), (1.5, "isian_angka"), (None, "induk_sama")],
)
def test_refuses(store: Store, pagu: int | None, key: str) -> None:
    with refused(store, key):
        save(store, Bahorok=pagu)


def test_refuses_another_list_of_kecamatan_and_a_year_that_is_not_there(store: Store) -> None:
    isi = with_pagu(shown(store), Bahorok=SETENGAH)
    with refused(store, "tidak_ditemukan"):
        induk_pagu.simpan(store, BAPPEDA, replace(isi, pagu=isi.pagu[:1]), NOW)
    with refused(store, "tidak_ditemukan"):
        induk_pagu.simpan(store, BAPPEDA, replace(isi, tahun=2031), NOW)


def test_of_two_at_once_the_slower_is_told(store: Store) -> None:
    isi = shown(store)
    outcomes = race(*(lambda n=n: induk_pagu.simpan(store, BAPPEDA, with_pagu(isi, Bahorok=n), NOW) for n in (1, 2)))
    assert refusals(outcomes) == ["berubah"]


@pytest.mark.parametrize("who", [CAMAT, OPD_PUTR, DESA], ids=lambda who: who.peran)
def test_only_bappeda_keeps_it(store: Store, who: Orang) -> None:
    with refused(store, "bukan_wewenang"):
        save(store, who, Bahorok=SETENGAH)
    with refused(store, "bukan_wewenang"):
        induk_pagu.pagu(store, who, TAHUN)


def test_only_who_may_see_the_meeting_is_told(store: Store) -> None:
    save(store, Bahorok=SETENGAH)
    for who, key in ((ORANG_LAIN, "bukan_wilayah"), (OPD_PUTR, "bukan_wewenang"), (DESA, "bukan_wewenang")):
        with refused(store, key):
            induk_pagu.pagu_rapat(store, who, RAPAT)
