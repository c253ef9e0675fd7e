"""What is budgeted for an accepted usulan, and what has been spent."""

import json
from functools import partial

import pytest

from musrenbang.actions import jawaban
from musrenbang.errors import Refused
from musrenbang.model import Orang
from musrenbang.store.engine import Store
from tests.actions.test_jawab import TIDAK, UBAH, YA, answer, answers, seen
from tests.cast import BIBIT, DRAINASE, IRIGASI, JALAN, NOW, OPD_PUTR, STAF_PUTR, sent
from tests.conftest import StoreAt
from tests.witness import assert_row, assert_told, logged, race, refusals, refused


def answered(store: Store) -> None:
    """JALAN and IRIGASI accepted, DRAINASE with a change, BIBIT refused."""
    sent(store)
    answer(store, YA, JALAN, IRIGASI)
    answer(store, UBAH, DRAINASE)
    answer(store, TIDAK, BIBIT)


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(answered)


def budget(store: Store, anggaran: int | None, realisasi: int | None = None, who: Orang = OPD_PUTR) -> int:
    return jawaban.isi_anggaran(store, who, seen(store, JALAN), anggaran, realisasi, NOW)


def test_both_are_kept_beside_the_answer_and_can_be_taken_back(store: Store) -> None:
    assert budget(store, 240_000_000) == 1
    budget(store, 240_000_000, 231_500_000)
    j = answers(store)[JALAN.id]
    assert (j.isi, j.anggaran, j.realisasi, j.versi) == (YA, 240_000_000, 231_500_000, 3)
    budget(store, None)
    assert (answers(store)[JALAN.id].anggaran, answers(store)[JALAN.id].realisasi) == (None, None)


def test_an_answer_with_changes_is_accepted_too(store: Store) -> None:
    jawaban.isi_anggaran(store, OPD_PUTR, seen(store, DRAINASE), 0, 0, NOW)
    assert (answers(store)[DRAINASE.id].anggaran, answers(store)[DRAINASE.id].isi) == (0, UBAH)


def test_a_new_answer_leaves_what_is_budgeted(store: Store) -> None:
    budget(store, 5_000, 4_000)
    answer(store, UBAH, JALAN)
    j = answers(store)[JALAN.id]
    assert (j.isi, j.anggaran, j.realisasi) == (UBAH, 5_000, 4_000)


def test_what_is_budgeted_cannot_be_refused_before_that_is_taken_back(store: Store) -> None:
    budget(store, 5_000)
    with refused(store, "anggaran_terisi"):
        answer(store, TIDAK, JALAN)
    budget(store, None)
    answer(store, TIDAK, JALAN)
    assert answers(store)[JALAN.id].isi == TIDAK


def test_logs_before_and_after(store: Store) -> None:
    (entry,) = logged(store, lambda: budget(store, 5_000))
    assert_row(entry, OPD_PUTR.nama_pengguna, "isi anggaran dan realisasi", f"jawaban {JALAN.kode}")
    assert (json.loads(entry.sebelum)["anggaran"], json.loads(entry.sesudah)["anggaran"]) == (None, 5_000)


@pytest.mark.parametrize(
    ("anggaran", "realisasi", "key"),
    [
        (None, 1, "anggaran_dahulu"),
        (-1, None, "isian_angka"),
        (10**13 + 1, None, "isian_angka"),
        (5_000, -1, "isian_angka"),
        (5_000, 5_001, "realisasi_lebih"),
    ],
)
def test_refuses_what_is_out_of_bounds(store: Store, anggaran: int | None, realisasi: int | None, key: str) -> None:
    with refused(store, key):
        budget(store, anggaran, realisasi)


def test_refused_for_what_is_refused_or_not_answered(store_at: StoreAt) -> None:
    with refused(store := store_at(answered), "belum_diterima_opd"):
        jawaban.isi_anggaran(store, OPD_PUTR, seen(store, BIBIT), 5_000, None, NOW)
    with refused(store := store_at(sent), "belum_diterima_opd"):
        budget(store, 5_000)


def test_of_two_at_once_the_second_is_told(store: Store) -> None:
    people, shown = (OPD_PUTR, STAF_PUTR), seen(store, JALAN)
    outcomes = race(*(partial(jawaban.isi_anggaran, store, who, shown, 5_000, 4_000, NOW) for who in people))
    assert refusals(outcomes) == ["berubah"]
    slower = next(at for at, outcome in enumerate(outcomes) if isinstance(outcome, Refused))
    assert_told(outcomes[slower], people[1 - slower], "diterima, anggaran Rp5.000, realisasi Rp4.000")
