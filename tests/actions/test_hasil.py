"""What a desa/kelurahan reads of its own usulan once the meeting has sent; nothing before."""

from musrenbang.actions import hasil
from tests.actions.test_jawab import TIDAK, answer
from tests.cast import BAPPEDA, BIBIT, CAMAT, DESA, IRIGASI, JALAN, LAPANGAN, SUKA_RAKYAT, TAHUN, scored, sent
from tests.conftest import StoreAt
from tests.witness import refused


def test_nothing_is_told_before_kirim(store_at: StoreAt) -> None:
    assert hasil.hasil_desa(store_at(scored), DESA, SUKA_RAKYAT, TAHUN) == {}


def test_afterwards_each_usulan_of_its_own_with_rank_and_answer(store_at: StoreAt) -> None:
    store = store_at(sent)
    answer(store, TIDAK, JALAN)
    for who in (DESA, CAMAT, BAPPEDA):
        found = hasil.hasil_desa(store, who, SUKA_RAKYAT, TAHUN)
        assert set(found) == {JALAN.id, IRIGASI.id, BIBIT.id}
        assert LAPANGAN.id not in found
        assert found[JALAN.id].usulan.peringkat == 1
        assert [found[u.id].jawaban and found[u.id].jawaban.isi for u in (JALAN, BIBIT)] == [TIDAK, None]


def test_an_unknown_desa_is_not_found(store_at: StoreAt) -> None:
    store = store_at(sent)
    with refused(store, "tidak_ditemukan"):
        hasil.hasil_desa(store, DESA, "12.05.99.9999", TAHUN)
