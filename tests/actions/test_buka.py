"""L01: the camat opens the meeting."""

import json

from musrenbang.actions import baca, persiapan
from musrenbang.model import Tahap
from musrenbang.store.engine import Store
from tests.cast import CAMAT, NOW, RAPAT, SEKCAM, SUKA_RAKYAT
from tests.witness import assert_row, both, logged, refusals, refused, rows_of


def withdraw_approvals(store: Store) -> None:
    store.rows("update usulan set disetujui = false where desa = $1", SUKA_RAKYAT)


def test_opens_without_a_reason_when_every_desa_is_ready(store: Store) -> None:
    persiapan.buka(store, CAMAT, RAPAT, "  ", NOW)
    rapat = baca.fakta(store, CAMAT, RAPAT).rapat
    assert (rapat.dibuka, rapat.alasan_buka, rapat.tahap) == (NOW, None, Tahap.DIBUKA)


def test_logs_who_and_when(store: Store) -> None:
    (row,) = logged(store, lambda: persiapan.buka(store, CAMAT, RAPAT, "", NOW))
    assert_row(row, CAMAT.nama_pengguna, "buka musrenbang", "rapat")
    assert json.loads(row.sebelum) is None
    assert json.loads(row.sesudah) == {"dibuka": "2027-02-15T02:00:00.000000", "alasan": None}


def test_a_desa_that_is_not_ready_needs_a_reason(store: Store) -> None:
    withdraw_approvals(store)
    for alasan in ("", "  ", "\x00 x \x00", "ya"):
        with refused(store, "desa_belum_siap"):
            persiapan.buka(store, CAMAT, RAPAT, alasan, NOW)
    persiapan.buka(store, CAMAT, RAPAT, " Desa menyusul besok.\x00 ", NOW)
    assert baca.fakta(store, CAMAT, RAPAT).rapat.alasan_buka == "Desa menyusul besok."


def test_refuses_a_reason_that_is_too_long(store: Store) -> None:
    with refused(store, "isian_panjang"):
        persiapan.buka(store, CAMAT, RAPAT, "a" * 1001, NOW)


def test_refuses_to_open_twice(store: Store) -> None:
    persiapan.buka(store, CAMAT, RAPAT, "", NOW)
    with refused(store, "sudah_dibuka"):
        persiapan.buka(store, SEKCAM, RAPAT, "", NOW)


def test_two_at_once_open_it_once(store: Store) -> None:
    outcomes = both(lambda who: persiapan.buka(store, who, RAPAT, "", NOW))
    assert refusals(outcomes) == ["sudah_dibuka"]
    assert [row.tindakan for row in rows_of(store)] == ["buka musrenbang"]
