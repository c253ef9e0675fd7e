"""A new year starts from the last one, and everybody stays in the current one until Bappeda says otherwise."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from musrenbang.actions import (
    baca,
    induk_aturan,
    induk_kriteria,
    induk_prioritas,
    induk_tahun,
    perbandingan,
    persiapan,
    usulan_desa,
)
from musrenbang.actions.lambang import RANTAI
from musrenbang.actions.pembukaan_kembali import buka_kembali
from musrenbang.actions.periksa import periksa
from musrenbang.model import Orang, SuratPembukaan
from musrenbang.store import seed
from musrenbang.store.engine import Store
from tests import cast
from tests.away import go_out
from tests.cast import BAHOROK, BAPPEDA, CAMAT, DESA, NOW, OPD_PUTR, RAPAT, STABAT, SUKA_RAKYAT, TAHUN
from tests.conftest import StoreAt
from tests.witness import assert_row, logged, race, refusals, refused

DEPAN = TAHUN + 1


def prepare(store: Store, who: Orang = BAPPEDA, dari: int = TAHUN) -> int:
    return induk_tahun.siapkan_tahun(store, who, dari, NOW)


def make_current(store: Store, tahun: int = DEPAN, who: Orang = BAPPEDA) -> None:
    induk_tahun.jadikan_berjalan(store, who, tahun, NOW)


def approve(store: Store) -> None:
    isi = induk_kriteria.kriteria(store, BAPPEDA, TAHUN)
    bobot = replace(isi.bobot, nomor_penetapan="12/2027", tanggal_penetapan=date(2027, 1, 5))
    induk_kriteria.simpan(store, BAPPEDA, replace(isi, bobot=bobot), NOW)


def test_copies_all_but_the_approval_and_makes_waiting_meetings(store_at: StoreAt) -> None:
    store = store_at(cast.scored)
    approve(store)
    assert prepare(store) == DEPAN
    old, new = (induk_kriteria.kriteria(store, BAPPEDA, tahun).bobot for tahun in (TAHUN, DEPAN))
    assert new.kriteria == old.kriteria
    assert (new.nomor_penetapan, new.tanggal_penetapan) == (None, None)
    for read in (
        lambda tahun: induk_prioritas.prioritas(store, BAPPEDA, tahun).prioritas,
        lambda tahun: induk_aturan.aturan(store, BAPPEDA, tahun).aturan,
    ):
        assert read(DEPAN) == read(TAHUN)
    rapat = [f.rapat for f in baca.semua_rapat(store, BAPPEDA, DEPAN)]
    assert [(r.id, r.tahap) for r in rapat] == [
        (seed.meeting_id(kode, DEPAN), "menunggu dibuka") for kode in (BAHOROK, STABAT)
    ]
    assert periksa(store) == []


def test_logs_it(store: Store) -> None:
    (row,) = logged(store, lambda: prepare(store), RANTAI)
    assert_row(row, "bappeda", "siapkan tahun", "tahun 2028")
    assert json.loads(row.sesudah) == {"dari": "2027", "rapat": 2}
    (row,) = logged(store, lambda: make_current(store), RANTAI)
    assert_row(row, "bappeda", "jadikan tahun berjalan", "tahun berjalan")
    assert (json.loads(row.sebelum), json.loads(row.sesudah)) == ({"tahun": "2027"}, {"tahun": "2028"})


def test_everybody_stays_where_they_are_until_bappeda_says_otherwise(store: Store) -> None:
    before = baca.rapat_berjalan(store, CAMAT, BAHOROK)[0].id
    prepare(store)
    assert baca.tahun_berjalan(store) == TAHUN
    assert baca.rapat_berjalan(store, CAMAT, BAHOROK)[0].id == before == RAPAT
    assert baca.rapat_berjalan(store, BAPPEDA, BAHOROK, DEPAN)[0].tahun == DEPAN
    assert perbandingan.tahun(store, BAPPEDA) == [TAHUN, DEPAN]


def test_then_the_camat_and_the_desa_are_in_the_new_one(store: Store) -> None:
    baca.rapat_berjalan(store, CAMAT, BAHOROK)  # in memory now
    prepare(store)
    told: list[str] = []
    with store.hall.listening(str(RAPAT), lambda: told.append("moved")):
        make_current(store)
    assert told == ["moved"]
    assert baca.tahun_berjalan(store) == DEPAN
    rapat = baca.rapat_berjalan(store, CAMAT, BAHOROK)[0]
    assert (rapat.tahun, rapat.id) == (DEPAN, seed.meeting_id(BAHOROK, DEPAN))
    usulan_desa.isi(store, DESA, rapat.id, cast.isi("Jembatan gantung"), NOW)
    (own,) = baca.usulan_desa(store, DESA, SUKA_RAKYAT, DEPAN)
    assert own.kode.startswith("2028-")
    assert len(baca.usulan_desa(store, DESA, SUKA_RAKYAT, TAHUN)) == 4
    persiapan.buka(store, CAMAT, rapat.id, "Alasan", NOW)
    assert baca.rapat_berjalan(store, BAPPEDA, BAHOROK, TAHUN)[0].id == RAPAT
    assert periksa(store) == []


def test_and_can_be_brought_back(store: Store) -> None:
    prepare(store)
    make_current(store)
    make_current(store, TAHUN)
    assert baca.rapat_berjalan(store, CAMAT, BAHOROK)[0].id == RAPAT


def test_weights_of_one_year_leave_the_other_alone(store: Store) -> None:
    prepare(store)
    isi = induk_kriteria.kriteria(store, BAPPEDA, DEPAN)
    changed = [replace(k, bobot=b) for k, b in zip(isi.bobot.kriteria, (15, 20, 10, 15, 15, 10, 10, 5), strict=True)]
    induk_kriteria.simpan(store, BAPPEDA, replace(isi, bobot=replace(isi.bobot, kriteria=tuple(changed))), NOW)
    weights = {
        tahun: [k.bobot for k in induk_kriteria.kriteria(store, BAPPEDA, tahun).bobot.kriteria][:2]
        for tahun in (TAHUN, DEPAN)
    }
    assert weights == {TAHUN: [25, 10], DEPAN: [15, 20]}


def test_what_bappeda_sees_of_the_years(store_at: StoreAt) -> None:
    store = store_at(cast.sent)
    prepare(store)
    later, now = induk_tahun.tahun(store, BAPPEDA)
    assert (later.tahun, later.rapat, later.dimulai, later.dikirim, later.berjalan) == (DEPAN, 2, 0, 0, False)
    assert (now.tahun, now.rapat, now.dimulai, now.dikirim, now.berjalan) == (TAHUN, 2, 0, 1, True)


def test_refuses_a_year_that_is_there_or_follows_none(store: Store) -> None:
    prepare(store)
    with refused(store, "tahun_sudah_ada"):
        prepare(store)
    with refused(store, "tidak_ditemukan"):
        prepare(store, dari=2030)
    with refused(store, "tahun_sudah_berjalan"):
        make_current(store, TAHUN)
    with refused(store, "tidak_ditemukan"):
        make_current(store, 2031)


def test_no_meeting_is_left_while_a_kapsul_holds_it(store_at: StoreAt, tmp_path: Path) -> None:
    store = store_at(cast.loaded)
    prepare(store)
    go_out(store, tmp_path)
    with refused(store, "rapat_dibawa"):
        make_current(store)


def test_a_meeting_of_another_year_is_not_opened_again(store_at: StoreAt) -> None:
    """Its camat would not find it any more."""
    store = store_at(cast.sent)
    prepare(store)
    make_current(store)
    letter = SuratPembukaan("Salah ketik pada biaya", "005/1", NOW.date())
    with refused(store, "bukan_tahun_berjalan"):
        buka_kembali(store, BAPPEDA, RAPAT, NOW, letter, NOW)


def test_no_meeting_is_left_while_it_is_running(store_at: StoreAt) -> None:
    store = store_at(cast.started)
    prepare(store)
    with refused(store, "rapat_berlangsung"):
        make_current(store)


def test_of_two_at_once_one_prepares(store: Store) -> None:
    assert refusals(race(*[lambda: prepare(store)] * 2)) == ["tahun_sudah_ada"]
    assert len(baca.semua_rapat(store, BAPPEDA, DEPAN)) == 2


@pytest.mark.parametrize("who", [CAMAT, OPD_PUTR, DESA], ids=lambda who: who.peran)
def test_only_bappeda(store: Store, who: Orang) -> None:
    for act in (
        lambda: prepare(store, who),
        lambda: make_current(store, TAHUN, who),
        lambda: induk_tahun.tahun(store, who),
    ):
        with refused(store, "bukan_wewenang"):
            act()
