"""The trail: one chain a meeting, each row bound to the one before it."""

import dataclasses
from datetime import timedelta
from decimal import Decimal

import pytest

from musrenbang.store import trail
from musrenbang.store.engine import Rows, Store
from tests.cast import NOW, RAPAT, RAPAT_STABAT, sent
from tests.conftest import StoreAt
from tests.witness import assert_chain, race, rows_of


def write(store: Store, rantai: str, *objek: str) -> None:
    def work(tx: Rows) -> None:
        chain = trail.Chain(tx, rantai, "camat.bahorok", NOW)
        for name in objek:
            chain.write("uji", name, {"a": Decimal("1.5")}, [NOW, None, "é"])
        chain.close()

    store.transaction(work)


def test_rows_are_numbered_and_chained(store: Store) -> None:
    write(store, "x", "satu", "dua")
    write(store, "x", "tiga")
    rows = rows_of(store, "x")
    assert_chain(rows)
    assert [row.objek for row in rows] == ["satu", "dua", "tiga"]
    assert rows[0].sebelum == '{"a":"1.50"}'
    assert rows[0].sesudah == '["2027-02-15T02:00:00.000000",null,"é"]'
    assert trail.head(store, "x") == rows[-1].hash


def test_any_change_of_a_row_breaks_the_chain(store: Store) -> None:
    write(store, "x", "satu", "dua", "tiga")
    rows = rows_of(store, "x")
    for field in ("oleh", "tindakan", "objek", "sebelum", "sesudah", "rantai", "hash", "hash_sebelumnya"):
        other = dataclasses.replace(rows[1], **{field: "lain"})
        changed = [rows[0], other, rows[2]]
        with pytest.raises(AssertionError):
            assert_chain(changed)
    for changed in ([rows[0], rows[2]], [rows[0], dataclasses.replace(rows[1], waktu=NOW + timedelta(1)), rows[2]]):
        with pytest.raises(AssertionError):
            assert_chain(changed)


def test_each_meeting_has_a_chain_of_its_own(store: Store) -> None:
    write(store, str(RAPAT), "satu")
    write(store, str(RAPAT_STABAT), "satu")
    assert [row.nomor for row in rows_of(store) + rows_of(store, RAPAT_STABAT)] == [1, 1]
    assert trail.head(store, "tidak ada") == "0" * 64


def test_writers_at_once_take_turns(store: Store) -> None:
    """From the very first row on, when the chain itself is new."""
    assert race(*[lambda: write(store, "x", "satu", "dua")] * 6) == [None] * 6
    rows = rows_of(store, "x")
    assert len(rows) == 12
    assert_chain(rows)


def test_the_last_writer_is_told_by_object(store: Store) -> None:
    write(store, "x", "satu")
    assert trail.last_writer(store, "x", ["satu"]) == ("camat.bahorok", NOW)
    assert trail.last_writer(store, "x", ["dua", "satu"]) == ("camat.bahorok", NOW)
    assert trail.last_writer(store, "x", ["dua"]) is None


def test_a_whole_meeting_holds(store_at: StoreAt) -> None:
    rows = rows_of(store_at(sent))
    assert_chain(rows)
    assert [row.tindakan for row in rows if row.objek == "rapat"] == [
        "buka musrenbang", "ambil usulan", "mulai musrenbang", "hitung", "kirim usulan ke OPD",
    ]  # fmt: skip
