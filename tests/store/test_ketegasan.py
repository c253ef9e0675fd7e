"""The scored usulan of a year, as the estimate of strictness takes them."""

from musrenbang.model import Asal, Bidang, Lingkup
from musrenbang.scoring import BOBOT_CONTOH, rank_usulan
from musrenbang.store import ketegasan
from musrenbang.store.engine import Rows, Store
from tests import cast
from tests.cast import BAHOROK, BIBIT, DISDIK, DRAINASE, IRIGASI, JALAN, NILAI, PUTR, STABAT, TAHUN
from tests.conftest import StoreAt


def scored(store: Store, lingkup: Lingkup) -> dict[str, tuple[int, int, bool]]:
    """By kode of the usulan: place in the meeting, place of all, within the scope."""
    found = store.snapshot(lambda tx: ketegasan.scored(tx, lingkup))
    return {u.kode: (u.peringkat, u.urutan, u.terpilih) for u in found}


def test_every_complete_usulan_with_its_levels_and_its_place(store_at: StoreAt) -> None:
    store = store_at(cast.sent)
    found = store.snapshot(lambda tx: ketegasan.scored(tx, Lingkup(TAHUN)))
    ranks = rank_usulan(BOBOT_CONTOH, NILAI)
    assert [u.id for u in found] == [JALAN.id, DRAINASE.id, IRIGASI.id, BIBIT.id]
    for u in found:
        assert u.tingkat == NILAI[u.id]
        assert (u.poin, u.peringkat, u.urutan) == (ranks[u.id][0], ranks[u.id][2], ranks[u.id][2])
        assert (u.kecamatan, u.prioritas, u.penerima) == (BAHOROK, 1, 40)
    assert [u.desa for u in found] == ["Suka Rakyat", "Pekan Bahorok", "Suka Rakyat", "Suka Rakyat"]
    assert found[-1].bidang is Bidang.EKONOMI


def test_equal_skor_stand_by_the_chain_of_the_sop(store_at: StoreAt) -> None:
    """IRIGASI is less urgent than its twin at the same points, BIBIT fights poverty more."""
    store = store_at(cast.scored)
    nilai = {**NILAI, IRIGASI.id: (2, 4, 3, 4, 3, 3, 3, 2), BIBIT.id: (2, 4, 3, 5, 2, 3, 3, 2)}
    levels = ", ".join(f"k{at} = ${at + 1}" for at in range(1, 9))
    for which in (IRIGASI, BIBIT):
        store.transaction(
            lambda tx, id_=which.id: tx.rows(
                f"update skor set {levels} where usulan = $1 returning usulan", id_, *nilai[id_]
            )
        )
    found = store.snapshot(lambda tx: ketegasan.scored(tx, Lingkup(TAHUN)))
    assert [u.id for u in found] == [JALAN.id, DRAINASE.id, BIBIT.id, IRIGASI.id]
    assert {u.id: u.urutan for u in found} == {id_: rank[2] for id_, rank in rank_usulan(BOBOT_CONTOH, nilai).items()}


def test_the_scope_marks_and_leaves_nothing_out(store_at: StoreAt) -> None:
    store = store_at(cast.scored)
    everything = scored(store, Lingkup(TAHUN))
    assert {within for *_, within in everything.values()} == {True}
    for lingkup, kode in (
        (Lingkup(TAHUN, asal=(Asal.KELURAHAN,)), {DRAINASE.kode}),
        (Lingkup(TAHUN, bidang=(Bidang.EKONOMI, Bidang.SOSIAL)), {BIBIT.kode}),
        (Lingkup(TAHUN, opd=(DISDIK,)), set()),
        (Lingkup(TAHUN, opd=(PUTR,), prioritas=(1,), kecamatan=(BAHOROK, STABAT)), set(everything)),
        (Lingkup(TAHUN, kecamatan=(STABAT,)), set()),
    ):
        found = scored(store, lingkup)
        assert {k: place[:2] for k, place in found.items()} == {k: place[:2] for k, place in everything.items()}
        assert {k for k, (*_, within) in found.items() if within} == kode


def test_what_is_not_complete_or_of_another_year_is_not_there(store_at: StoreAt) -> None:
    store = store_at(cast.counting)
    assert scored(store, Lingkup(TAHUN)) == {}
    store.transaction(lambda tx: tx.rows("update skor set k1 = 3 where usulan = $1 returning usulan", JALAN.id))
    assert scored(store, Lingkup(TAHUN)) == {}
    assert scored(store_at(cast.scored), Lingkup(TAHUN - 1)) == {}


def test_weights_differ_only_among_meetings_that_have_scored(store_at: StoreAt) -> None:
    store = store_at(cast.scored)

    def other_weights(tx: Rows) -> None:
        values = ", ".join(f"b{at}" for at in range(1, 9))
        tx.rows(
            f"insert into bobot_rapat (rapat, {values}, kriteria) "
            "values ($1, 30, 5, 10, 15, 15, 10, 10, 5, '[]') returning rapat",
            cast.RAPAT_STABAT,
        )

    def move_one(tx: Rows) -> None:
        tx.rows("update usulan_masuk set rapat = $1 where id = $2 returning id", cast.RAPAT_STABAT, BIBIT.id)
        tx.rows("update skor set rapat = $1 where usulan = $2 returning usulan", cast.RAPAT_STABAT, BIBIT.id)

    store.transaction(other_weights)
    assert not ketegasan.weights_differ(store, TAHUN)
    store.transaction(move_one)
    assert ketegasan.weights_differ(store, TAHUN)
    assert not ketegasan.weights_differ(store, TAHUN - 1)
