"""L09: Mulai starts the clock and freezes the weights."""

import json
from dataclasses import replace

import pytest

from musrenbang import scoring
from musrenbang.actions import baca, induk_kriteria, persiapan
from musrenbang.errors import ChangedMeanwhile, Refused
from musrenbang.model import Tahap
from musrenbang.store.engine import Store
from tests.cast import BAPPEDA, BIBIT, CAMAT, JALAN, LAPANGAN, NOW, RAPAT, TAHUN, attended, loaded, row, scored
from tests.conftest import StoreAt
from tests.witness import assert_row, both, logged, refusals, refused, rows_of


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(loaded)


def start(store: Store) -> None:
    persiapan.mulai(store, CAMAT, RAPAT, shown(store), NOW)


def shown(store: Store) -> str:
    return baca.tanda_data(store, CAMAT, RAPAT)


def test_starts_the_clock(store: Store) -> None:
    start(store)
    rapat = baca.fakta(store, CAMAT, RAPAT).rapat
    assert (rapat.dimulai, rapat.tahap) == (NOW, Tahap.BERLANGSUNG)


def test_logs_the_weights(store: Store) -> None:
    (entry,) = logged(store, lambda: start(store))
    assert_row(entry, CAMAT.nama_pengguna, "mulai musrenbang", "rapat")
    assert json.loads(entry.sesudah)["bobot"] == [25, 10, 10, 15, 15, 10, 10, 5]


def test_freezes_kriteria_weights_words_and_approval(store: Store) -> None:
    store.rows("update tahun set nomor_penetapan = '12/2027', tanggal_penetapan = '2027-01-05'")
    before = baca.rujukan(store, CAMAT, RAPAT).bobot
    start(store)
    assert baca.rujukan(store, CAMAT, RAPAT).bobot == before
    assert before.nomor_penetapan == "12/2027"
    assert tuple(k.bobot for k in before.kriteria) == scoring.BOBOT_CONTOH
    assert tuple(k.tingkat_maks for k in before.kriteria) == scoring.TINGKAT_MAKS


def change_master_data(store: Store) -> None:
    store.rows("update kriteria set bobot = bobot + 5, nama = 'Lain', singkat = 'Lain' where nomor = 2")
    store.rows("update kriteria set bobot = bobot - 5 where nomor = 1")
    store.rows("update tingkat set kata = 'lain'")
    store.rows("update tahun set nomor_penetapan = 'baru'")


def test_later_changes_of_master_data_change_no_meeting(store_at: StoreAt) -> None:
    store = store_at(scored)
    frozen, ranked = baca.rujukan(store, CAMAT, RAPAT).bobot, baca.usulan_masuk(store, CAMAT, RAPAT)
    change_master_data(store)
    assert baca.rujukan(store, CAMAT, RAPAT).bobot == frozen
    assert baca.usulan_masuk(store, CAMAT, RAPAT) == ranked


def test_master_data_still_counts_before_mulai(store: Store) -> None:
    change_master_data(store)
    assert [k.bobot for k in baca.rujukan(store, CAMAT, RAPAT).bobot.kriteria][:2] == [20, 15]


def test_what_the_desa_does_after_mulai_stays_outside(store_at: StoreAt) -> None:
    store = store_at(scored)
    before = [row(store, u.id) for u in baca.usulan_masuk(store, CAMAT, RAPAT)]
    store.rows("update usulan set biaya = 1, versi = versi + 1, disetujui = true")
    assert baca.usulan_masuk(store, CAMAT, RAPAT) == before


def test_refused_before_ambil(store_at: StoreAt) -> None:
    store = store_at(attended)
    with refused(store, "belum_diambil"):
        start(store)


def test_refused_twice(store: Store) -> None:
    start(store)
    with refused(store, "sudah_mulai"):
        start(store)


def test_refused_while_the_weights_do_not_add_up_to_100(store: Store) -> None:
    for wrong in (24, 26):
        store.rows("update kriteria set bobot = $1 where nomor = 1 and tahun = $2", wrong, TAHUN)
        with refused(store, "bobot_salah"):
            start(store)


def test_refused_when_the_meeting_has_moved_since_it_was_seen(store: Store) -> None:
    seen = shown(store)
    isi = induk_kriteria.kriteria(store, BAPPEDA, TAHUN)
    weights = tuple(replace(k, bobot={1: 20, 2: 15}.get(k.nomor, k.bobot)) for k in isi.bobot.kriteria)
    induk_kriteria.simpan(store, BAPPEDA, replace(isi, bobot=replace(isi.bobot, kriteria=weights)), NOW)
    with refused(store, "berubah_sebelum_ditekan"):
        persiapan.mulai(store, CAMAT, RAPAT, seen, NOW)
    with pytest.raises(ChangedMeanwhile) as told:
        persiapan.mulai(store, CAMAT, RAPAT, seen, NOW)
    facts = told.value.issues[0].facts
    assert (facts["oleh"], facts["tindakan"], facts["tombol"]) == ("bappeda", "data induk diubah", "Mulai")
    start(store)


def test_refused_while_what_was_taken_is_no_longer_what_the_desa_stands_for(store: Store) -> None:
    store.rows("update usulan set biaya = 7, versi = versi + 1 where id = $1", JALAN.id)
    store.rows("update usulan set disetujui = false, versi = versi + 1 where id = $1", BIBIT.id)
    with pytest.raises(Refused) as told:
        start(store)
    assert [(issue.key, issue.facts) for issue in told.value.issues] == [("usulan_usang", {"banyak": 2})]
    persiapan.ambil_usulan(store, CAMAT, RAPAT, NOW)
    start(store)


def test_what_is_newly_approved_waits_for_the_camat_alone(store: Store) -> None:
    store.rows("update usulan set disetujui = true, versi = versi + 1 where id = $1", LAPANGAN.id)
    assert [p.baru for p in baca.perubahan_desa(store, CAMAT, RAPAT)] == [(LAPANGAN.isi.nama,)]
    start(store)


def test_two_at_once_start_it_once(store: Store) -> None:
    seen = shown(store)
    outcomes = both(lambda who: persiapan.mulai(store, who, RAPAT, seen, NOW))
    assert refusals(outcomes) == ["sudah_mulai"]
    assert [entry.tindakan for entry in rows_of(store)].count("mulai musrenbang") == 1
