"""`pindahkan` at the command line: from a file to a server and back, and what it refuses."""

import shutil
from pathlib import Path

import pytest

from musrenbang.__main__ import main
from musrenbang.actions import lambang
from musrenbang.store.opening import open_store
from tests import cast
from tests.actions.test_ganti_lambang import picture
from tests.conftest import PostgresEngine
from tests.test_cli import Capture, one_sentence, usage_fault
from tests.test_cli_salin import assert_whole
from tests.witness import dump


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pindah") / "rapat.duckdb"
    store = open_store(str(path))
    cast.sent(store)
    lambang.ganti(store, cast.BAPPEDA, picture(), "lambang.png", cast.NOW)
    store.close()
    return path


@pytest.fixture
def db(template: Path, tmp_path: Path) -> Path:
    shutil.copytree(template.with_suffix(".dokumen"), tmp_path / "rapat.dokumen")
    return Path(shutil.copy(template, tmp_path / "rapat.duckdb"))


def rows_of(address: str) -> dict[str, list[str]]:
    store = open_store(address)
    try:
        return {table: rows for table, rows in dump(store).items() if table != "sesi"}
    finally:
        store.close()


@pytest.mark.postgres
def test_to_a_server_and_back(db: Path, tmp_path: Path, capsys: Capture, postgresql_engine: PostgresEngine) -> None:
    server, shared, new = postgresql_engine.empty(), str(tmp_path / "bersama"), str(tmp_path / "kembali.duckdb")
    assert main(["pindahkan", "--dari", str(db), "--ke", server, "--dokumen-ke", shared]) == 0
    told = capsys.readouterr().out
    assert "tabel dipindahkan ke server PostgreSQL dan dibandingkan satu per satu: sama, termasuk ujung" in told
    assert told.endswith(f"1 dokumen ada di {shared}. Semua pengguna perlu masuk lagi.\n")
    assert main(["pindahkan", "--dari", str(db), "--ke", server, "--dokumen-ke", shared]) == 1
    assert one_sentence(capsys) == "Basis data server PostgreSQL sudah berisi data, sehingga tidak ditimpa."
    assert main(["pindahkan", "--dari", server, "--ke", new, "--dokumen-dari", shared]) == 0
    assert_whole(new, documents=1)
    assert rows_of(new) == rows_of(str(db))


def test_a_database_with_faults_stays_where_it_is(db: Path, tmp_path: Path, capsys: Capture) -> None:
    store = open_store(str(db))
    store.rows("update jejak set sesudah = 'x' where rantai = $1 and nomor = 1", str(cast.RAPAT))
    store.close()
    assert main(["pindahkan", "--dari", str(db), "--ke", str(tmp_path / "baru.duckdb")]) == 1
    told = capsys.readouterr().err.splitlines()
    assert "Kecamatan Bahorok tahun 2027" in told[0]
    assert told[-1] == "Basis data asal tidak dipindahkan. Perbaiki dahulu kesalahan di atas."
    assert not list(tmp_path.glob("baru*"))


def test_what_is_not_there_is_bad_input_and_what_is_there_is_not_overwritten(
    db: Path, tmp_path: Path, capsys: Capture
) -> None:
    assert main(["pindahkan", "--dari", str(tmp_path / "tidak ada.duckdb"), "--ke", str(tmp_path / "x.duckdb")]) == 2
    assert one_sentence(capsys) == f"Basis data {tmp_path}/tidak ada.duckdb tidak ada."
    before = db.read_bytes()
    other = f"{tmp_path}/../{tmp_path.name}/rapat.duckdb"
    assert main(["pindahkan", "--dari", str(db), "--ke", other]) == 2
    assert one_sentence(capsys) == "Basis data asal dan tujuan adalah basis data yang sama."
    assert db.read_bytes() == before


def test_it_needs_to_be_told_from_where_and_to_where(capsys: Capture) -> None:
    assert usage_fault("pindahkan") == 2
    assert one_sentence(capsys) == "Isian --dari, --ke wajib diberikan."
