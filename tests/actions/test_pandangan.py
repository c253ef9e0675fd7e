"""Choices of Perbandingan under a name: saved, renamed and deleted by any account of Bappeda, and by nobody else."""

import json
from dataclasses import replace

import pytest

from musrenbang.actions import pandangan
from musrenbang.actions.periksa import periksa
from musrenbang.model import Asal, Bidang, Lingkup, Orang, Pandangan, Peran
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import BAHOROK, BAPPEDA, CAMAT, DESA, NOW, OPD_PUTR, PUTR, TAHUN
from tests.conftest import StoreAt
from tests.witness import assert_row, logged, race, refusals, refused

REKAN = Orang("bappeda.rekan", "Rekan di Bappeda", Peran.BAPPEDA, None)
LINGKUP = Lingkup(TAHUN, (BAHOROK,), (1, 8), (PUTR,), (Bidang.FISIK,), (Asal.DESA, Asal.KECAMATAN))


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(cast.sent)


def save(store: Store, nama: str = "Jalan di Bahorok", lingkup: Lingkup = LINGKUP) -> Pandangan:
    return pandangan.simpan(store, BAPPEDA, nama, lingkup, NOW)


def test_what_one_saves_all_of_bappeda_have_by_name(store: Store) -> None:
    saved, other = save(store, "  Jalan di Bahorok "), save(store, "air minum", Lingkup(TAHUN))
    assert saved.nama == "Jalan di Bahorok"
    assert pandangan.daftar(store, REKAN) == (other, saved)
    assert periksa(store) == []


def test_another_name_and_away(store: Store) -> None:
    saved = save(store)
    pandangan.ganti_nama(store, REKAN, saved, "JALAN di Bahorok", NOW)
    (renamed,) = pandangan.daftar(store, BAPPEDA)
    assert renamed == replace(saved, nama="JALAN di Bahorok", versi=2)
    pandangan.hapus(store, REKAN, renamed, NOW)
    assert pandangan.daftar(store, BAPPEDA) == ()
    assert periksa(store) == []


def test_each_change_is_in_a_trail_of_its_own(store: Store) -> None:
    def change() -> None:
        saved = save(store)
        pandangan.ganti_nama(store, BAPPEDA, saved, "Jalan", NOW)
        pandangan.hapus(store, BAPPEDA, pandangan.daftar(store, BAPPEDA)[0], NOW)

    first, second, third = logged(store, change, pandangan.RANTAI)
    assert_row(first, "bappeda", "simpan pandangan", "pandangan Jalan di Bahorok")
    assert json.loads(first.sesudah) == {
        "nama": "Jalan di Bahorok", "tahun": TAHUN, "kecamatan": [BAHOROK], "prioritas": [1, 8], "opd": [PUTR],
        "bidang": ["Fisik dan Prasarana"], "asal": ["Desa", "Kecamatan"],
    }  # fmt: skip
    assert_row(second, "bappeda", "ganti nama pandangan", "pandangan Jalan di Bahorok")
    assert (json.loads(second.sebelum), json.loads(second.sesudah)) == ({"nama": "Jalan di Bahorok"}, {"nama": "Jalan"})
    assert_row(third, "bappeda", "hapus pandangan", "pandangan Jalan")
    assert json.loads(third.sebelum)["opd"] == [PUTR]


@pytest.mark.parametrize(
    ("nama", "key"),
    [
        ("", "isian_wajib"),
        ("\u200b \u202e", "isian_wajib"),
        ("x" * 81, "isian_panjang"),
        ("JALAN DI BAHOROK", "pandangan_sudah_ada"),
    ],
)
def test_a_name_is_needed_and_no_two_are_the_same(store: Store, nama: str, key: str) -> None:
    save(store)
    other = save(store, "Lain")
    with refused(store, key):
        save(store, nama)
    with refused(store, key):
        pandangan.ganti_nama(store, BAPPEDA, other, nama, NOW)


def test_a_year_that_nobody_plans_is_refused(store: Store) -> None:
    with refused(store, "tidak_ditemukan"):
        save(store, lingkup=Lingkup(1999))


def test_who_has_an_old_list_before_him_is_told(store: Store) -> None:
    seen = save(store)
    pandangan.ganti_nama(store, REKAN, seen, "Lain", NOW)
    with refused(store, "pandangan_berubah"):
        pandangan.ganti_nama(store, BAPPEDA, seen, "Milik saya", NOW)
    with refused(store, "pandangan_berubah"):
        pandangan.hapus(store, BAPPEDA, seen, NOW)


def test_of_two_at_once_one_name_is_saved_once(store: Store) -> None:
    outcomes = race(lambda: save(store), lambda: save(store))
    assert refusals(outcomes) == ["pandangan_sudah_ada"]
    assert len(pandangan.daftar(store, BAPPEDA)) == 1


@pytest.mark.parametrize("who", [CAMAT, OPD_PUTR, DESA], ids=lambda who: who.peran)
def test_nobody_else(store: Store, who: Orang) -> None:
    saved = save(store)
    for act in (
        lambda: pandangan.daftar(store, who),
        lambda: pandangan.simpan(store, who, "Lain", LINGKUP, NOW),
        lambda: pandangan.ganti_nama(store, who, saved, "Lain", NOW),
        lambda: pandangan.hapus(store, who, saved, NOW),
    ):
        with refused(store, "bukan_wewenang"):
            act()
