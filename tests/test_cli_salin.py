"""`salin` and `pulihkan` at the command line, of a database at rest and of one that the application holds."""

import configparser
import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from musrenbang.__main__ import main
from musrenbang.actions import lambang, pengguna
from musrenbang.actions.periksa import periksa
from musrenbang.store import doorbell
from musrenbang.store.opening import open_store
from tests import cast
from tests.actions.test_ganti_lambang import picture
from tests.conftest import PostgresEngine
from tests.test_cli import Capture, one_sentence, usage_fault
from tests.web.door import BAHOROK, ROOT, Server, Visitor, prepare


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("salin") / "rapat.duckdb"
    store = open_store(str(path))
    cast.sent(store)
    lambang.ganti(store, cast.BAPPEDA, picture(), "lambang.png", cast.NOW)
    store.close()
    return path


@pytest.fixture
def db(template: Path, tmp_path: Path) -> Path:
    shutil.copytree(template.with_suffix(".dokumen"), tmp_path / "rapat.dokumen")
    return Path(shutil.copy(template, tmp_path / "rapat.duckdb"))


def assert_whole(address: str, documents: int) -> None:
    store = open_store(address)
    assert periksa(store) == []
    assert len(list(store.files.names())) == documents
    store.close()


def test_there_and_back(db: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["salin", str(tmp_path / "salinan"), "--db", str(db)]) == 0
    told = capsys.readouterr().out
    assert re.fullmatch(r"Salinan dibuat di \S+/musrenbang-\d{8}-\d{6}: 1\d\d baris, 1 dokumen, \d+,\d MB\.\n", told)
    new = tmp_path / "baru" / "pulih.duckdb"
    new.parent.mkdir()
    Path(f"{new}.saksi").write_text(f"pengguna {'ab' * 32}\n")  # of the database that lay there
    assert main(["pulihkan", str(tmp_path / "salinan"), "--db", str(new)]) == 0
    told = capsys.readouterr().out
    assert "dipulihkan ke" in told
    assert told.endswith("Basis data diperiksa: tidak ada kesalahan. Semua pengguna perlu masuk lagi.\n")
    assert sorted(p.name for p in new.parent.iterdir()) == ["pulih.dokumen", "pulih.duckdb"]
    assert_whole(str(new), documents=1)


@pytest.mark.postgres
def test_to_a_server_and_back(db: Path, tmp_path: Path, capsys: Capture, postgresql_engine: PostgresEngine,
                              monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    address = postgresql_engine.empty()
    monkeypatch.setenv("MUSRENBANG_DOKUMEN", str(tmp_path / "dokumen server"))
    monkeypatch.chdir(tmp_path)
    shutil.copytree(db.with_suffix(".dokumen"), tmp_path / "dokumen server")
    assert main(["salin", "satu", "--db", str(db)]) == 0
    shutil.rmtree(tmp_path / "dokumen server")
    assert main(["pulihkan", "satu", "--db", address]) == 0
    assert "dipulihkan ke server PostgreSQL" in capsys.readouterr().out
    assert main(["salin", "dua", "--db", address]) == 0
    assert main(["pulihkan", "dua", "--db", address]) == 1
    assert "Basis data server PostgreSQL sudah berisi data" in capsys.readouterr().err
    monkeypatch.delenv("MUSRENBANG_DOKUMEN")
    assert main(["pulihkan", "dua", "--db", str(tmp_path / "kembali.duckdb")]) == 0
    assert_whole(str(tmp_path / "kembali.duckdb"), documents=1)


def test_a_database_that_is_there_is_never_written_over(db: Path, tmp_path: Path, capsys: Capture) -> None:
    main(["salin", str(tmp_path / "salinan"), "--db", str(db)])
    capsys.readouterr()
    before = db.read_bytes()
    assert main(["pulihkan", str(tmp_path / "salinan"), "--db", str(db)]) == 1
    assert one_sentence(capsys) == f"Basis data {db} sudah berisi data, sehingga tidak ditimpa."
    assert db.read_bytes() == before


def test_a_damaged_copy_ends_in_one_sentence_and_leaves_no_file(db: Path, tmp_path: Path, capsys: Capture) -> None:
    main(["salin", str(tmp_path / "salinan"), "--db", str(db)])
    capsys.readouterr()
    [document] = (tmp_path / "salinan").glob("*/dokumen/*")
    document.write_bytes(b"rusak")
    (tmp_path / "baru").mkdir()
    assert main(["pulihkan", str(tmp_path / "salinan"), "--db", str(tmp_path / "baru" / "x.duckdb")]) == 1
    assert "dokumen lambang.png hilang atau isinya berubah" in one_sentence(capsys)
    assert [p for p in (tmp_path / "baru").rglob("*") if p.is_file()] == []


@pytest.mark.parametrize("command", ["salin", "pulihkan"])
def test_what_is_not_there_is_bad_input(tmp_path: Path, capsys: Capture, command: str) -> None:
    assert main([command, str(tmp_path), "--db", str(tmp_path / "tidak ada.duckdb")]) == 2
    one_sentence(capsys)
    assert list(tmp_path.glob("*.duckdb")) == []


def test_pulihkan_needs_to_be_told_where(tmp_path: Path, capsys: Capture) -> None:
    assert usage_fault("pulihkan", str(tmp_path)) == 2
    assert one_sentence(capsys) == "Isian --db wajib diberikan."


def test_a_folder_that_cannot_be_written_is_told(db: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "berkas").touch()
    assert main(["salin", str(tmp_path / "berkas"), "--db", str(db)]) == 1
    assert "itu bukan folder" in one_sentence(capsys)


# of a running application --------------------------------------------------------------------------------------------


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Server]:
    """In a folder so deep that the path of its socket is longer than a socket's address may be."""
    folder = tmp_path / ("dalam-" * 12) / ("sekali-" * 8)
    folder.mkdir(parents=True)
    prepare(folder / "jalan.duckdb", sample=False)
    server = Server(folder / "jalan.duckdb")
    server.start()
    yield server
    server.stop()
    assert doorbell.ring(str(folder / "jalan.duckdb")) is None
    assert list(folder.glob("*.salin")) == []


def database_of(server: Server) -> str:
    return str(server._database)


def test_the_application_makes_the_copy_while_it_serves(running: Server, tmp_path: Path, capsys: Capture) -> None:
    visitor = Visitor(running.port)
    assert visitor.log_in("camat.bahorok").status == 303
    assert main(["periksa", "--db", database_of(running)]) == 1
    assert "sedang dipakai" in one_sentence(capsys)
    assert main(["salin", str(tmp_path / "salinan"), "--db", database_of(running)]) == 0
    assert capsys.readouterr().out.startswith(f"Salinan dibuat di {tmp_path}/salinan/musrenbang-")
    assert visitor.get(f"/unduh/daftar-hadir/{BAHOROK}/2027.pdf").status == 200
    new = tmp_path / "pulih.duckdb"
    assert main(["pulihkan", str(tmp_path / "salinan"), "--db", str(new)]) == 0
    store = open_store(str(new))
    assert "camat.bahorok" in {a.orang.nama_pengguna for a in pengguna.daftar(store, cast.BAPPEDA)}
    store.close()


def test_its_refusal_is_the_command_s(running: Server, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "berkas").touch()
    assert main(["salin", str(tmp_path / "berkas"), "--db", database_of(running)]) == 1
    assert "itu bukan folder" in one_sentence(capsys)


def test_only_the_owner_reaches_it_and_nonsense_does_no_harm(running: Server, tmp_path: Path, capsys: Capture) -> None:
    path = Path(f"{database_of(running)}.salin")
    assert path.stat().st_mode & 0o777 == 0o600
    for nonsense in (b"\n", b"{}\n", b"[]\n", b'{"folder": 3}\n', b"\xff\xfe\n", b"x" * 200_000 + b"\n", b""):
        line = doorbell.ring(database_of(running))
        assert line
        with line:
            line.settimeout(10)
            line.sendall(nonsense)
            line.shutdown(socket.SHUT_WR)
            with suppress(ConnectionError):
                assert line.recv(100) == b""
    assert main(["salin", str(tmp_path), "--db", database_of(running)]) == 0
    assert capsys.readouterr().err == ""


def test_one_who_hangs_up_does_not_stop_the_copy(running: Server, tmp_path: Path) -> None:
    line = doorbell.ring(database_of(running))
    assert line
    with line:
        line.sendall(json.dumps({"folder": str(tmp_path / "salinan")}).encode() + b"\n")
        line.recv(1)
    running.stop()
    running.start()
    assert len(list((tmp_path / "salinan").glob("musrenbang-*/keterangan.json"))) == 1


def test_a_socket_left_by_a_kill_is_in_nobody_s_way(running: Server, tmp_path: Path) -> None:
    running._process.kill()
    running._process.wait(10)
    assert Path(f"{database_of(running)}.salin").exists()
    assert main(["salin", str(tmp_path / "satu"), "--db", database_of(running)]) == 0
    running.start()
    assert main(["salin", str(tmp_path / "dua"), "--db", database_of(running)]) == 0


# on a timer --------------------------------------------------------------------------------------------------------


def copies(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_a_timer_s_copy_is_checked_and_takes_the_place_of_the_last(db: Path, tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "salinan"
    main(["salin", str(folder), "--db", str(db)])
    by_hand = copies(folder)
    for gone in (0, 1, 1):
        assert main(["salin", str(folder), "--simpan", "1,0", "--db", str(db)]) == 0
        told = capsys.readouterr().out
        assert told.endswith(f"Salinan itu diperiksa: tidak ada kesalahan. Salinan lama yang dihapus: {gone}.\n")
        assert len(copies(folder)) == 2
    assert by_hand[0] in copies(folder)


def test_a_timer_s_copy_of_a_database_with_faults_ends_with_1(db: Path, tmp_path: Path, capsys: Capture) -> None:
    main(["salin", str(tmp_path / "salinan"), "--simpan", "1,0", "--db", str(db)])
    store = open_store(str(db))
    store.rows("update jejak set oleh = 'orang lain' where nomor = 1")
    store.close()
    assert main(["salin", str(tmp_path / "salinan"), "--simpan", "1,0", "--db", str(db)]) == 1
    assert "tidak ada salinan lama yang dihapus" in capsys.readouterr().err
    assert len(copies(tmp_path / "salinan")) == 2


@pytest.mark.parametrize("text", ["0,8", "14", "14,", "empat,8", "-1,8", ""])
def test_what_is_to_be_kept_is_said_in_two_numbers(tmp_path: Path, capsys: Capture, text: str) -> None:
    assert usage_fault("salin", str(tmp_path), f"--simpan={text}") == 2
    assert one_sentence(capsys) == "Isian --simpan berisi dua bilangan, hari (paling sedikit 1) dan minggu."


def test_the_timer_s_command_copies_from_the_running_application(
    running: Server, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The very words of the unit: only its program is another."""
    unit = configparser.RawConfigParser()
    unit.read(ROOT / ".server" / "musrenbang-salin.service", encoding="utf-8")
    python, _, module, *said = shlex.split(unit["Service"]["ExecStart"])
    assert (Path(python).name, module) == ("python", "musrenbang")
    monkeypatch.setenv("MUSRENBANG_DB", database_of(running))
    words = [word.replace("${MUSRENBANG_SALINAN}", str(tmp_path / "salinan")) for word in said]
    assert [main(words), main(words)] == [0, 0]
    assert len(copies(tmp_path / "salinan")) == 1
    assert capsys.readouterr().out.endswith("Salinan lama yang dihapus: 1.\n")


def test_sql_still_reads_and_writes_no_files(db: Path, tmp_path: Path) -> None:
    """Copying needs no hole in the lockdown."""
    code = (
        "import sys; from musrenbang.store.opening import open_store; store = open_store(sys.argv[1]); "
        "from musrenbang.actions import salin; from tests.cast import BAPPEDA, NOW; from pathlib import Path; "
        "salin.salin(store, BAPPEDA, Path(sys.argv[2]), NOW)\n"
        "for sql in sys.argv[3:]:\n"
        "    try: store.rows(sql)\n"
        "    except Exception: continue\n"
        "    print(sql)"
    )
    attempts = [
        "select * from read_text('/etc/hostname')", f"attach '{tmp_path}/lain.duckdb' as lain",
        f"copy akun to '{tmp_path}/akun.csv'", "set enable_external_access = true", "install httpfs",
        f"export database '{tmp_path}/semua'",
    ]  # fmt: skip
    ended = subprocess.run(
        [sys.executable, "-c", code, str(db), str(tmp_path / "salinan"), *attempts],
        cwd=ROOT, capture_output=True, text=True, check=True, env={**os.environ},
    )  # fmt: skip
    assert ended.stdout == ""
