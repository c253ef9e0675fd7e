"""Kapsul at the command line: out of Bappeda's database, onto a laptop, and back."""

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from musrenbang.__main__ import main
from musrenbang.actions import baca
from musrenbang.actions.periksa import periksa
from musrenbang.store.opening import open_store
from tests import cast
from tests.away import whole_meeting
from tests.cast import BAHOROK, CAMAT, RAPAT
from tests.conftest import PostgresEngine
from tests.test_cli import Capture, one_sentence, opened, usage_fault
from tests.web.door import Server

KODE = r"(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kapsul") / "pusat.duckdb"
    store = open_store(str(path))
    cast.waiting(store)
    store.close()
    return path


@pytest.fixture
def db(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    return str(shutil.copy(template, tmp_path / "pusat.duckdb"))


def kode_of(capsys: Capture) -> str:
    found = re.search(rf"Kode berkas: ({KODE})\b", capsys.readouterr().out)
    assert found
    return found[1]


def hold(path: str) -> datetime:
    """Now, as the commands have no other clock."""
    now = datetime.now(UTC).replace(tzinfo=None)
    with opened(Path(path)) as store:
        whole_meeting(store, now)
    return now


def assert_sent(address: str, now: datetime) -> None:
    store = open_store(address)
    assert baca.fakta(store, CAMAT, RAPAT).rapat.dikirim == now
    assert periksa(store) == []
    store.close()


def there_and_back(address: str, capsys: Capture) -> datetime:
    """When the meeting was sent on the laptop."""
    out = ["kapsul", "--kecamatan", BAHOROK, "--out", "bahorok.kapsul", "--db", address]
    assert main(out) == 0
    made = kode_of(capsys)
    assert main(["buka-kapsul", "bahorok.kapsul", "--db", "laptop.duckdb"]) == 0
    assert kode_of(capsys) == made
    held = hold("laptop.duckdb")
    assert main(["serahkan-kapsul", "--out", "hasil.kapsul", "--db", "laptop.duckdb"]) == 0
    assert kode_of(capsys) != made
    assert main(["terima-kapsul", "hasil.kapsul", "--db", address]) == 0
    told = capsys.readouterr().out
    assert re.fullmatch(r"Kapsul Kecamatan Bahorok tahun 2027 diterima: 21 baris jejak, 0 dokumen baru\.\n", told)
    assert main(["terima-kapsul", "hasil.kapsul", "--db", address]) == 0
    assert "sudah diterima pada" in capsys.readouterr().out
    return held


def test_there_and_back(db: str, capsys: Capture) -> None:
    assert_sent(db, there_and_back(db, capsys))
    assert sorted(path.name for path in Path().iterdir() if path.is_file()) == [
        "bahorok.kapsul", "hasil.kapsul", "laptop.duckdb", "pusat.duckdb",
    ]  # fmt: skip


@pytest.mark.postgres
def test_from_a_server_and_back(
    db: str, tmp_path: Path, capsys: Capture, postgresql_engine: PostgresEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = postgresql_engine.empty()
    assert main(["pindahkan", "--dari", db, "--ke", address, "--dokumen-ke", str(tmp_path / "dokumen")]) == 0
    assert_sent(address, there_and_back(address, capsys))


@pytest.fixture
def running(db: str) -> Iterator[Server]:
    server = Server(Path(db))
    server.start()
    yield server
    server.stop()


def test_the_application_does_it_while_it_serves(db: str, running: Server, capsys: Capture) -> None:
    kapsul = ["kapsul", "--kecamatan", BAHOROK, "--db", db]
    assert main([*kapsul, "--batal"]) == 1
    assert "tidak sedang dibawa kapsul" in one_sentence(capsys)
    assert main([*kapsul[:2], "12.05.99", *kapsul[3:], "--out", "x"]) == 2
    assert "tidak ada di basis data ini" in one_sentence(capsys)
    held = there_and_back(db, capsys)
    assert main([*kapsul, "--out", "lagi.kapsul"]) == 1
    assert "sudah dikirim ke OPD" in one_sentence(capsys)
    running.stop()
    assert_sent(db, held)
    running.start()


def test_called_off_nothing_comes_back(db: str, capsys: Capture) -> None:
    kapsul = ["kapsul", "--kecamatan", BAHOROK, "--tahun", "2027", "--db", db]
    assert main([*kapsul, "--batal"]) == 1
    assert "tidak sedang dibawa kapsul" in one_sentence(capsys)
    main([*kapsul, "--out", "a.kapsul"])
    main(["buka-kapsul", "a.kapsul", "--db", "laptop.duckdb"])
    main(["serahkan-kapsul", "--out", "b.kapsul", "--db", "laptop.duckdb"])
    capsys.readouterr()
    assert main([*kapsul, "--out", "c.kapsul"]) == 1
    assert "dibawa dalam kapsul sejak" in one_sentence(capsys)
    assert main([*kapsul, "--batal"]) == 0
    assert capsys.readouterr().out.startswith("Kapsul Kecamatan Bahorok tahun 2027 dibatalkan.")
    assert main(["terima-kapsul", "b.kapsul", "--db", db]) == 1
    assert "dibatalkan administrator pada" in one_sentence(capsys)


def test_bad_input_is_told_in_one_sentence_and_leaves_nothing(db: str, capsys: Capture) -> None:
    before = sorted(Path().iterdir())
    for command, words in (
        (["kapsul", "--kecamatan", BAHOROK, "--db", db], "--out"),
        (["kapsul", "--kecamatan", BAHOROK, "--out", "x", "--batal", "--db", db], "salah satu saja"),
        (["kapsul", "--kecamatan", "12.05.99", "--out", "x", "--db", db], "tidak ada di basis data ini"),
        (["kapsul", "--kecamatan", BAHOROK, "--out", "tidak ada/x", "--db", db], "tidak dapat ditulis"),
        (["kapsul", "--kecamatan", BAHOROK, "--out", db, "--db", db], "sudah ada dan tidak ditimpa"),
        (["buka-kapsul", "tidak ada", "--db", "laptop.duckdb"], "tidak ada atau tidak dapat dibaca"),
        (["buka-kapsul", db, "--db", "laptop.duckdb"], "bukan kapsul"),
        (["terima-kapsul", "tidak ada", "--db", db], "tidak ada atau tidak dapat dibaca"),
        (["terima-kapsul", db, "--db", db], "bukan kapsul"),
    ):
        assert main(command) == 2, command
        assert words in one_sentence(capsys)
    assert sorted(Path().iterdir()) == before
    assert usage_fault("serahkan-kapsul", "--out", "x") == 2
    assert one_sentence(capsys) == "Isian --db wajib diberikan."


def test_a_database_that_is_there_is_not_filled(db: str, capsys: Capture) -> None:
    main(["kapsul", "--kecamatan", BAHOROK, "--out", "a.kapsul", "--db", db])
    capsys.readouterr()
    before = Path(db).read_bytes()
    assert main(["buka-kapsul", "a.kapsul", "--db", db]) == 1
    assert one_sentence(capsys) == f"Basis data {db} sudah berisi data, sehingga tidak ditimpa."
    assert Path(db).read_bytes() == before


def test_a_bappeda_database_hands_nothing_over(db: str, capsys: Capture) -> None:
    assert main(["serahkan-kapsul", "--out", "x", "--db", db]) == 1
    assert "tidak dibuka dari kapsul" in one_sentence(capsys)
    assert not Path("x").exists()
