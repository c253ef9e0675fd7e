"""`python -m musrenbang impor`: counts on stdout, or every fault by row and column on stderr and exit 2."""

from pathlib import Path

import pytest

from musrenbang.__main__ import main
from musrenbang.store.opening import open_store
from tests import cast
from tests.intake.sheets import from_sipd, own, saved
from tests.witness import dump

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    store = open_store(str(tmp_path / "a.duckdb"))
    cast.waiting(store)
    store.close()
    return tmp_path / "a.duckdb"


def run(db: Path, data: bytes, *more: str) -> int:
    return main(["impor", str(saved(db.parent, data)), "--tahun", str(cast.TAHUN), "--db", str(db), *more])


def test_tells_the_counts_and_again_changes_nothing(db: Path, capsys: Capture) -> None:
    assert run(db, own({}), "--kecamatan", cast.BAHOROK) == 0
    assert capsys.readouterr().out == "1 usulan baru, 0 berubah, 0 tetap.\n"
    assert run(db, own({})) == 0
    assert capsys.readouterr().out == "0 usulan baru, 0 berubah, 1 tetap.\n"
    assert run(db, from_sipd({}), "--setujui") == 0


def test_names_each_faulty_cell_and_writes_nothing(db: Path, capsys: Capture) -> None:
    store = open_store(str(db))
    before = dump(store)
    store.close()
    assert run(db, own({}, {"nama": "Jembatan", "biaya": "banyak", "volume": "="})) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert [line.split(":")[0] for line in told.err.splitlines()] == [
        "Baris 3, kolom H (Volume)", "Baris 3, kolom J (Perkiraan Biaya (Rp))",
    ]  # fmt: skip
    store = open_store(str(db))
    assert dump(store) == before
    store.close()


@pytest.mark.parametrize("data", [b"", b"<html>", b"PK\x03\x04"])
def test_a_file_that_is_none_ends_with_one_sentence(db: Path, capsys: Capture, data: bytes) -> None:
    assert run(db, data) == 2
    assert capsys.readouterr().err.count("\n") == 1
