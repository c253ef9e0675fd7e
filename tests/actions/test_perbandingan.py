"""Kecamatan side by side: for Bappeda alone."""

import pytest

from musrenbang.actions import jawaban, perbandingan
from musrenbang.errors import Refused
from musrenbang.model import IsiJawaban, Jawab, Lingkup, Nasib, Orang, Rincian
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import BAHOROK, BAPPEDA, CAMAT, DESA, OPD_PUTR, PEKAN_BAHOROK, PUTR, STABAT, TAHUN
from tests.conftest import StoreAt


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(cast.sent)


def test_bappeda_sees_all_kecamatan_of_the_year(store: Store) -> None:
    p = perbandingan.bandingkan(store, BAPPEDA, Lingkup(TAHUN))
    assert [k.kode for k in p.kecamatan] == [BAHOROK, STABAT]
    assert p.of(BAHOROK).prioritas.usulan == len(cast.UTAMA)
    assert p.of(STABAT).semua.usulan == 0
    assert p.per_opd[BAHOROK, PUTR].usulan == len(cast.UTAMA)


def test_a_scope_narrows_what_is_counted(store: Store) -> None:
    p = perbandingan.bandingkan(store, BAPPEDA, Lingkup(TAHUN, kecamatan=(STABAT,)))
    assert [k.kode for k in p.kecamatan] == [STABAT]
    assert perbandingan.bandingkan(store, BAPPEDA, Lingkup(TAHUN - 1)).kecamatan == ()


def test_a_desa_whose_only_usulan_is_in_reserve_is_left_with_nothing(store: Store) -> None:
    narrowed = Lingkup(TAHUN, prioritas=(8,))
    every = {d.kode for d in perbandingan.bandingkan(store, BAPPEDA, narrowed).tanpa_prioritas(BAHOROK)}
    some = {d.kode for d in perbandingan.bandingkan(store, BAPPEDA, Lingkup(TAHUN)).tanpa_prioritas(BAHOROK)}
    assert PEKAN_BAHOROK in every
    assert PEKAN_BAHOROK not in some


def test_the_usulan_behind_a_number_come_by_rank(store: Store) -> None:
    found = perbandingan.usulan(store, BAPPEDA, Lingkup(TAHUN, opd=(PUTR,)), Rincian((Nasib.PRIORITAS,)))
    assert found[0].id == cast.JALAN.id
    assert [row.peringkat for row in found] == [1, 2, 2, 4]


def test_before_kirim_nobody_is_left_with_nothing(store_at: StoreAt) -> None:
    p = perbandingan.bandingkan(store_at(cast.scored), BAPPEDA, Lingkup(TAHUN, prioritas=(8,)))
    assert p.dikirim == frozenset()
    assert p.tanpa_prioritas(BAHOROK) == p.desa_terkirim == ()


def test_strictness_is_of_all_scored_usulan_and_not_estimated_from_one_meeting(store: Store) -> None:
    found = perbandingan.ketegasan(store, BAPPEDA, Lingkup(TAHUN, kecamatan=(STABAT,)))
    assert [u.id for u in found.usulan] == [cast.JALAN.id, cast.DRAINASE.id, cast.IRIGASI.id, cast.BIBIT.id]
    assert not any(u.terpilih for u in found.usulan)
    assert (found.penyesuaian, found.tanda, found.bobot_berbeda) == (None, {}, False)


@pytest.mark.parametrize("who", [CAMAT, OPD_PUTR, DESA], ids=lambda who: who.nama_pengguna)
def test_nobody_else_compares(store: Store, who: Orang) -> None:
    for ask in (
        lambda: perbandingan.bandingkan(store, who, Lingkup(TAHUN)),
        lambda: perbandingan.usulan(store, who, Lingkup(TAHUN)),
        lambda: perbandingan.per_opd_dan_prioritas(store, who, Lingkup(TAHUN)),
        lambda: perbandingan.ketegasan(store, who, Lingkup(TAHUN)),
        lambda: perbandingan.rujukan(store, who, TAHUN),
        lambda: perbandingan.tahun(store, who),
    ):
        with pytest.raises(Refused) as refused:
            ask()
        assert refused.value.issues[0].key == "bukan_wewenang"


def test_an_answer_of_the_opd_is_told_with_its_usulan(store: Store) -> None:
    jawaban.jawab(store, OPD_PUTR, cast.as_sent(store, {cast.JALAN.id: 0}), IsiJawaban(Jawab.DITOLAK, "Pagu"), cast.NOW)
    found = perbandingan.usulan(store, BAPPEDA, Lingkup(TAHUN), Rincian((Nasib.PRIORITAS,)))
    assert {row.id: row.jawab for row in found if row.jawab} == {cast.JALAN.id: Jawab.DITOLAK}
    store.rows("update usulan_masuk set opd = $1 where id = $2", cast.DISDIK, cast.JALAN.id)
    assert not any(row.jawab for row in perbandingan.usulan(store, BAPPEDA, Lingkup(TAHUN)))
