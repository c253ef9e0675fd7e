"""L08: Ambil (Load Data) brings in what desa and kelurahan have approved."""

import json

import pytest

from musrenbang.actions import baca, persiapan, usulan_desa
from musrenbang.model import HasilAmbil, Keputusan
from musrenbang.store import usulan_desa as table
from musrenbang.store.engine import Store
from tests.cast import (
    BIBIT,
    CAMAT,
    DISETUJUI,
    DRAINASE,
    JALAN,
    LAPANGAN,
    LURAH,
    NOW,
    ORANG_LAIN,
    PASAR,
    PEKAN_BAHOROK,
    PELATIHAN,
    RAPAT,
    RAPAT_STABAT,
    SUKA_RAKYAT,
    attended,
    isi,
    own,
    proposal,
    row,
    started,
    waiting,
)
from tests.conftest import StoreAt
from tests.witness import assert_row, both, dump, logged, refused


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(attended)


def load(store: Store) -> HasilAmbil:
    return persiapan.ambil_usulan(store, CAMAT, RAPAT, NOW)


def test_brings_in_what_is_approved_and_nothing_else(store: Store) -> None:
    assert load(store) == HasilAmbil(baru=5, diperbarui=0, tetap=0, belum_disetujui=1, ditarik=0)
    inside = baca.usulan_masuk(store, CAMAT, RAPAT)
    assert [u.id for u in inside] == [u.id for u in DISETUJUI]
    assert [u.isi.nama for u in inside] == [u.isi.nama for u in DISETUJUI]
    assert {u.keputusan for u in inside} == {Keputusan.BELUM}
    assert row(store, DRAINASE).nama_desa == "Pekan Bahorok"


def test_says_how_much_came_from_each_desa(store: Store) -> None:
    load(store)
    ready = {r.desa.nama: (r.usulan, r.disetujui, r.masuk) for r in baca.kesiapan(store, CAMAT, RAPAT)}
    assert ready == {"Pekan Bahorok": (2, 2, 2), "Suka Rakyat": (4, 3, 3)}


def test_logs_the_counts(store: Store) -> None:
    (entry,) = logged(store, lambda: load(store))
    assert_row(entry, CAMAT.nama_pengguna, "ambil usulan", "rapat")
    assert json.loads(entry.sesudah) == {
        "diambil": "2027-02-15T02:00:00.000000", "baru": 5, "diperbarui": 0, "tetap": 0, "belum_disetujui": 1,
        "ditarik": 0,
    }  # fmt: skip


def test_loading_twice_adds_nothing(store: Store) -> None:
    load(store)
    before = dump(store)["usulan_masuk"]
    assert load(store) == HasilAmbil(baru=0, diperbarui=0, tetap=5, belum_disetujui=1, ditarik=0)
    assert dump(store)["usulan_masuk"] == before


def test_the_second_load_brings_what_was_changed_or_newly_approved(store: Store) -> None:
    load(store)
    store.rows("update usulan set disetujui = true, versi = versi + 1 where id = $1", LAPANGAN.id)
    store.rows("update usulan set biaya = 7, urutan = 9, versi = versi + 1 where id = $1", JALAN.id)
    new = proposal(SUKA_RAKYAT, 5, isi("Perpipaan"))
    store.transaction(lambda tx: table.add(tx, [new]))
    assert load(store) == HasilAmbil(baru=2, diperbarui=1, tetap=4, belum_disetujui=0, ditarik=0)
    assert (row(store, JALAN).isi.biaya, row(store, JALAN).urutan, row(store, JALAN).versi) == (7, 9, 2)
    assert row(store, new).isi == new.isi
    assert load(store) == HasilAmbil(baru=0, diperbarui=0, tetap=7, belum_disetujui=0, ditarik=0)


def test_refused_before_the_meeting_is_opened(store_at: StoreAt) -> None:
    store = store_at(waiting)
    with refused(store, "belum_dibuka"):
        load(store)


def test_refused_once_the_meeting_has_started(store_at: StoreAt) -> None:
    store = store_at(started)
    with refused(store, "sudah_dimulai"):
        load(store)


def withdraw_all(store: Store) -> None:
    load(store)
    store.rows("update usulan set disetujui = false, versi = versi + 1")


def test_takes_out_again_what_its_desa_no_longer_approves(store: Store) -> None:
    load(store)
    store.rows("update usulan set disetujui = false, versi = versi + 1 where id = $1", JALAN.id)
    (entry,) = logged(store, lambda: load(store))
    assert json.loads(entry.sebelum) == {"ditarik": [JALAN.kode]}
    after = json.loads(entry.sesudah)
    assert (after["ditarik"], after["tetap"], after["belum_disetujui"]) == (1, 4, 2)
    assert [u.id for u in baca.usulan_masuk(store, CAMAT, RAPAT)] == [u.id for u in DISETUJUI if u is not JALAN]
    store.rows("update usulan set disetujui = true, versi = versi + 1 where id = $1", JALAN.id)
    assert load(store) == HasilAmbil(baru=1, diperbarui=0, tetap=4, belum_disetujui=1, ditarik=0)


def test_takes_out_all_when_nothing_is_approved_any_more_and_then_mulai_is_refused(store: Store) -> None:
    withdraw_all(store)
    assert load(store) == HasilAmbil(baru=0, diperbarui=0, tetap=0, belum_disetujui=6, ditarik=5)
    with refused(store, "tidak_ada_disetujui"):
        persiapan.mulai(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), NOW)
    with refused(store, "tidak_ada_disetujui"):
        load(store)


def test_leaves_other_meetings_alone(store: Store) -> None:
    persiapan.buka(store, ORANG_LAIN, RAPAT_STABAT, "", NOW)
    persiapan.ambil_usulan(store, ORANG_LAIN, RAPAT_STABAT, NOW)
    withdraw_all(store)
    load(store)
    assert [u.id for u in baca.usulan_masuk(store, ORANG_LAIN, RAPAT_STABAT)] == [PASAR.id]


def test_refused_while_nothing_is_approved(store: Store) -> None:
    store.rows("update usulan set disetujui = false")
    with refused(store, "tidak_ada_disetujui"):
        load(store)


def test_two_at_once_load_each_usulan_once(store: Store) -> None:
    outcomes = both(lambda who: persiapan.ambil_usulan(store, who, RAPAT, NOW))
    assert sorted(hasil.baru for hasil in outcomes if isinstance(hasil, HasilAmbil)) == [0, 5]
    assert len(baca.usulan_masuk(store, CAMAT, RAPAT)) == 5


def test_tells_what_has_changed_since_and_the_next_load_fetches_exactly_that(store: Store) -> None:
    store.rows("update usulan set disetujui = false, versi = versi + 1 where desa = $1", PEKAN_BAHOROK)
    load(store)
    assert baca.perubahan_desa(store, CAMAT, RAPAT) == []
    usulan_desa.setujui(store, LURAH, RAPAT, {u.id: u.versi for u in own(store, LURAH)}, setuju=True, now=NOW)
    store.rows("update usulan set biaya = 7, versi = versi + 1 where id = $1", JALAN.id)
    store.rows("update usulan set disetujui = false, versi = versi + 1 where id = $1", BIBIT.id)
    told = {p.desa.kode: (p.baru, p.berubah, p.ditarik) for p in baca.perubahan_desa(store, CAMAT, RAPAT)}
    assert told == {
        PEKAN_BAHOROK: ((DRAINASE.isi.nama, PELATIHAN.isi.nama), (), ()),
        SUKA_RAKYAT: ((), (JALAN.isi.nama,), (BIBIT.isi.nama,)),
    }
    assert load(store) == HasilAmbil(baru=2, diperbarui=1, tetap=1, belum_disetujui=2, ditarik=1)
    assert baca.perubahan_desa(store, CAMAT, RAPAT) == []
