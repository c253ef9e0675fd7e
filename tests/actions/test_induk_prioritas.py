"""Prioritas pembangunan of a year: named, added, taken out while no meeting has chosen them."""

import json
from dataclasses import replace

import pytest

from musrenbang.actions import baca, induk_prioritas
from musrenbang.actions.lambang import RANTAI
from musrenbang.actions.periksa import periksa
from musrenbang.model import Orang, Prioritas, PrioritasTahun
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import BAHOROK, BAPPEDA, CAMAT, DESA, NOW, OPD_PUTR, RAPAT, TAHUN
from tests.conftest import StoreAt
from tests.witness import assert_row, logged, race, refusals, refused, rows_of


def shown(store: Store) -> PrioritasTahun:
    return induk_prioritas.prioritas(store, BAPPEDA, TAHUN)


def changed(isi: PrioritasTahun, *prioritas: Prioritas, without: tuple[int, ...] = ()) -> PrioritasTahun:
    rows = {p.nomor: p for p in (*isi.prioritas, *prioritas) if p.nomor not in without}
    return replace(isi, prioritas=tuple(rows.values()))


def save(store: Store, isi: PrioritasTahun, who: Orang = BAPPEDA) -> None:
    induk_prioritas.simpan(store, who, isi, NOW)


def test_renames_adds_and_takes_out(store: Store) -> None:
    save(store, changed(shown(store), Prioritas(1, " Jalan  dan air "), Prioritas(9, "Iklim"), without=(8,)))
    names = {p.nomor: p.nama for p in shown(store).prioritas}
    assert list(names) == [1, 2, 3, 4, 5, 6, 7, 9]
    assert (names[1], names[9]) == ("Jalan dan air", "Iklim")
    assert periksa(store) == []


def test_logs_it_and_tells_the_meetings_of_the_year(store: Store) -> None:
    (row,) = logged(store, lambda: save(store, changed(shown(store), Prioritas(1, "Jalan"))), RANTAI)
    assert_row(row, "bappeda", "ubah prioritas pembangunan", "prioritas 2027")
    assert json.loads(row.sesudah)["prioritas 1"] == "Jalan"
    assert json.loads(row.sebelum)["prioritas 1"] == "Pembangunan Infrastruktur"
    assert_row(rows_of(store)[-1], "bappeda", "data induk diubah", "prioritas 2027")


def test_a_running_meeting_shows_the_new_name_at_once(store_at: StoreAt) -> None:
    store = store_at(cast.scored)
    _, tanda, _ = baca.rapat_berjalan(store, CAMAT, BAHOROK)
    assert baca.rujukan(store, CAMAT, RAPAT, tanda).prioritas[1].nama != "Jalan"
    save(store, changed(shown(store), Prioritas(1, "Jalan")))
    _, tanda, _ = baca.rapat_berjalan(store, CAMAT, BAHOROK)
    assert baca.rujukan(store, CAMAT, RAPAT, tanda).prioritas[1].nama == "Jalan"


def test_what_a_meeting_has_chosen_stays(store_at: StoreAt) -> None:
    store = store_at(cast.prioritised)
    assert shown(store).dipakai == {1}
    with refused(store, "masih_dipakai"):
        save(store, changed(shown(store), without=(1,)))


@pytest.mark.parametrize(
    ("prioritas", "keys"),
    [
        ([Prioritas(1, " \t")], ("isian_wajib",)),
        ([Prioritas(1, "x" * 201)], ("isian_panjang",)),
        ([Prioritas(9, "PENDIDIKAN dan Kesehatan")], ("nama_ganda", "nama_ganda")),
        ([Prioritas(21, "Iklim")], ("prioritas_banyak",)),
        ([Prioritas(0, "Iklim")], ("prioritas_banyak",)),
        ([], ("induk_sama",)),
    ],
)
def test_refuses(store: Store, prioritas: list[Prioritas], keys: tuple[str, ...]) -> None:
    with refused(store, *keys):
        save(store, changed(shown(store), *prioritas))


def test_refuses_none_at_all_and_a_number_twice(store: Store) -> None:
    with refused(store, "isian_wajib"):
        save(store, replace(shown(store), prioritas=()))
    with refused(store, "prioritas_banyak"):
        save(store, replace(shown(store), prioritas=(Prioritas(1, "Jalan"), Prioritas(1, "Air"))))
    with refused(store, "tidak_ditemukan"):
        save(store, replace(shown(store), tahun=2031))


def test_of_two_at_once_the_slower_is_told(store: Store) -> None:
    isi = shown(store)
    outcomes = race(*(lambda n=n: save(store, changed(isi, Prioritas(9, n))) for n in ("Iklim", "Laut")))
    assert refusals(outcomes) == ["berubah"]


@pytest.mark.parametrize("who", [CAMAT, OPD_PUTR, DESA], ids=lambda who: who.peran)
def test_only_bappeda(store: Store, who: Orang) -> None:
    with refused(store, "bukan_wewenang"):
        save(store, changed(shown(store), Prioritas(1, "Jalan")), who)
    with refused(store, "bukan_wewenang"):
        induk_prioritas.prioritas(store, who, TAHUN)
