"""The technical log of a running server: each refused request one line, and no word that anybody has typed."""

import json
import logging
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from musrenbang.actions.catatan import sandi_akun
from pages.web.catatan import JsonLines, version
from pages.web.permintaan import KNOWN
from pages.web.routes import routes
from tests.web.door import BAHOROK, COOKIE, PEOPLE, ROOT, SANDI, Server, Visitor, prepare, secret_of

TYPED = ("Kata-Rahasia-2027", "nama-orang-lain", "Jalan rusak berat di Dusun I", "198.51.100.7")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("catatan")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    prepare(folder / "x.duckdb", sample=True)
    server = Server(folder / "x.duckdb")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("MUSRENBANG_CATATAN", str(folder / "catatan.jsonl"))
        server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def visitor(server: Server) -> Visitor:
    return Visitor(server.port, address="127.0.0.61")


def lines(folder: Path) -> list[dict[str, Any]]:
    path = folder / "catatan.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def requests(folder: Path, before: int, many: int) -> list[dict[str, Any]]:
    """What was told of since; a line is written when its answer has been sent already."""
    until = time.monotonic() + 5
    while True:
        found = [line for line in lines(folder)[before:] if line["peristiwa"] == "permintaan"]
        if len(found) >= many or time.monotonic() > until:
            return found
        time.sleep(0.05)


def test_it_begins_with_the_version_that_runs(server: Server, folder: Path) -> None:
    assert (lines(folder)[0]["peristiwa"], lines(folder)[0]["versi"]) == ("mulai", version())


def test_who_is_refused_is_told_and_who_is_served_is_not(visitor: Visitor, folder: Path) -> None:
    before = len(lines(folder))
    for path in ("/masuk", "/jadwal", "/sehat", "/umum/masuk.css", "/skoring", "/unduh/x", "/metrik"):
        visitor.get(path)
    visitor.post("/masuk", nama="camat.bahorok", sandi="salah", csrf="palsu")
    visitor.opens_websocket()
    told = [(line["cara"], line["alamat"], line["status"], line["ke"]) for line in requests(folder, before, 5)]
    assert told == [
        ("GET", "/skoring", 303, "/masuk"), ("GET", "/unduh", 401, None), ("GET", "/metrik", 401, None),
        ("POST", "/masuk", 403, None), ("WEBSOCKET", "/_stcore", 4401, None),
    ]  # fmt: skip


def test_every_address_of_ours_is_told_by_its_first_part() -> None:
    assert {route.path.split("/")[1] for route in routes} <= KNOWN


def test_one_caller_is_told_from_another_and_not_by_address(server: Server, folder: Path) -> None:
    before = len(lines(folder))
    for address in ("127.0.0.62", "127.0.0.62", "127.0.0.63"):
        Visitor(server.port, address=address).get("/skoring")
    first, second, other = [line["klien"] for line in requests(folder, before, 3)]
    assert first == second != other


def test_nothing_that_was_typed_or_anybody_s_name_is_in_it(server: Server, visitor: Visitor, folder: Path) -> None:
    password, name, text, address = TYPED
    visitor.log_in(password, name)
    visitor.log_in("camat.bahorok", password)
    visitor.get(f"/{name}/{password}")
    visitor.get(f"/hasil/2027/x?kata={name}")
    visitor.get(f"/unduh/jejak.xlsx?kata={password}")
    visitor.send("DELETE", f"/media/{name}")
    camat = Visitor(server.port, {COOKIE: secret_of("camat.stabat")}, {"X-Forwarded-For": address})
    assert camat.get(f"/unduh/hasil-skoring/{BAHOROK}/2027.pdf?desa={name}").status == 403
    camat.post(f"/unggah/foto/{BAHOROK}/2027?nama={name}", isi=text)
    fresh = Visitor(server.port, address="127.0.0.64")
    assert fresh.log_in("camat.bahorok").status == 303
    written = (folder / "catatan.jsonl").read_text(encoding="utf-8")
    people = [w for who in PEOPLE for w in (who.nama, who.nama_pengguna, secret_of(who.nama_pengguna)) if w[5:]]
    looked_for = [*TYPED, *people, SANDI, "127.0.0.6", fresh.cookies[COOKIE]]
    assert [word for word in looked_for if word in written] == []
    acts = [line for line in lines(folder) if line["peristiwa"] == "tindakan"]
    assert [line["hasil"] for line in acts if line["tindakan"] == "masuk"] == ["ditolak", "ditolak", "berhasil"]


def test_a_file_that_was_moved_away_is_begun_anew(visitor: Visitor, folder: Path) -> None:
    (folder / "catatan.jsonl").rename(folder / "catatan.jsonl.1")
    visitor.get("/skoring")
    assert [line["alamat"] for line in requests(folder, 0, 1)] == ["/skoring"]


def test_what_others_code_logs_of_a_fault_loses_its_message() -> None:
    """Streamlit and uvicorn print what was raised; a database's refusal repeats the value that it refuses."""
    code = (
        "import logging, streamlit.error_util as e; from streamlit import config\n"
        "from pages.web import catatan, metrik\nconfig.get_option('logger.level')\n"
        "catatan.begin(None, 'x', metrik.Counting())\n"
        "try:\n  try: int('Kata-Rahasia-2027')\n  except ValueError as f: raise KeyError('nama-orang-lain') from f\n"
        "except KeyError as f:\n"
        "  e._log_uncaught_app_exception(f)\n"
        "  logging.getLogger('uvicorn.error').error('Exception in ASGI application\\n', exc_info=f)\n"
        "  logging.getLogger('pustaka').warning('tidak dapat membaca %s', 'Kata-Rahasia-2027')\n"
        "  logging.getLogger('pustaka').warning('Kata-Rahasia-2027')\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    told = [json.loads(line) for line in ended.stderr.splitlines()]
    assert [line["dari"].split(".")[0] for line in told] == ["streamlit", "uvicorn", "pustaka", "pustaka"]
    assert [fault["jenis"] for fault in told[1]["gangguan"]] == ["KeyError", "ValueError"]
    assert [line["pesan"] for line in told[2:]] == ["tidak dapat membaca %s", "-"]
    assert not any(word in ended.stderr for word in TYPED)


@pytest.mark.parametrize(("named", "told"), [(None, ["gangguan"]), ("-", ["mulai", "gangguan"])])
def test_who_asks_for_no_log_is_told_what_must_be_looked_at(named: str | None, told: list[str]) -> None:
    code = (
        "from pages.web import catatan, metrik\n"
        f"catatan.begin({named!r}, 'x', metrik.Counting())\n"
        "catatan.utama.info('mulai')\ncatatan.gangguan.error('gangguan')\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [json.loads(line)["peristiwa"] for line in ended.stderr.splitlines()] == told


def test_faults_of_several_tasks_are_all_told() -> None:
    group = ExceptionGroup("x", [ValueError("a"), OSError("b")])
    record = logging.LogRecord("musrenbang", logging.ERROR, "x.py", 1, "gangguan", (), (None, group, None))
    faults = json.loads(JsonLines("x").format(record))["gangguan"]
    assert [fault["jenis"] for fault in faults] == ["ExceptionGroup", "ValueError", "OSError"]


def test_a_log_that_cannot_be_written_stops_the_start(tmp_path: Path) -> None:
    code = f"from pages.web import start; start._begin_log({str(tmp_path / 'tidak ada' / 'x')!r})"
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (1, "Berkas pada MUSRENBANG_CATATAN tidak dapat ditulis.\n")


def test_an_account_s_lines_are_found_by_who_knows_its_name() -> None:
    assert sandi_akun("camat.bahorok") == "a6aca4c11eed"
