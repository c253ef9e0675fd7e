"""`.server/compose.yaml` and its Dockerfile, held as far as can be without Docker: what they name is there and runs."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from musrenbang.administrator.arguments import parser
from tests.web.door import ROOT, Visitor, free_port

FOLDER = ROOT / ".server"
TEXT = (FOLDER / "compose.yaml").read_text(encoding="utf-8")
PORT = "8501"
OF_UVICORN = {"FORWARDED_ALLOW_IPS"}


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    return dict(yaml.safe_load(TEXT)["services"])


def lines_of_dockerfile(word: str) -> list[list[str]]:
    text = (FOLDER / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    return [shlex.split(line)[1:] for line in text.splitlines() if line.startswith(f"{word} ")]


def test_two_servers_share_database_and_documents(services: dict[str, Any]) -> None:
    assert set(services) == {"db", "satu", "dua", "nginx"}
    assert services["satu"] == services["dua"]
    for word in ("MUSRENBANG_DB", "MUSRENBANG_DOKUMEN", "MUSRENBANG_SALINAN"):
        assert services["satu"]["environment"][word]
    folders = {volume.split(":")[1] for volume in services["satu"]["volumes"]}
    assert folders == {"/srv/dokumen", "/srv/salinan"}
    assert [set(services[name]) & {"ports"} for name in services] == [set(), set(), set(), {"ports"}]


def test_every_volume_is_declared(services: dict[str, Any]) -> None:
    named = {volume.split(":")[0] for each in services.values() for volume in each.get("volumes", [])}
    assert {name for name in named if name[0] not in "./$"} == set(yaml.safe_load(TEXT)["volumes"])


def test_the_application_reads_every_setting_it_is_given(services: dict[str, Any]) -> None:
    sources = [p.read_text(encoding="utf-8") for f in ("musrenbang", "pages") for p in (ROOT / f).rglob("*.py")]
    read = {name for text in sources for name in re.findall(r'environ\.get\("(\w+)"', text)}
    assert set(services["satu"]["environment"]) - OF_UVICORN <= read
    unit = (FOLDER / "musrenbang-salin.service").read_text(encoding="utf-8")
    assert set(re.findall(r"MUSRENBANG_\w+", unit)) <= read


def test_the_commands_it_tells_of_are_commands() -> None:
    told = re.findall(r"^#   docker compose run --rm satu python -m musrenbang (.*)$", TEXT, re.M)
    assert [parser().parse_args(shlex.split(words)).perintah for words in told] == ["siapkan", "salin"]


def test_nginx_s_file_is_turned_to_the_two_servers(services: dict[str, Any], tmp_path: Path) -> None:
    command = services["nginx"]["command"][-1]
    command = command.replace("/srv/nginx.conf", str(FOLDER / "nginx.conf"))
    command = command.replace("/etc/nginx/conf.d/default.conf", str(tmp_path / "x")).replace("exec nginx", "echo nginx")
    subprocess.run(["sh", "-c", command], check=True, stdout=subprocess.DEVNULL)
    text = (tmp_path / "x").read_text(encoding="utf-8")
    assert re.findall(r"^    server (\w+):(\d+)", text, re.M) == [("satu", PORT), ("dua", PORT)]
    assert "/etc/ssl/musrenbang/musrenbang.pem" in text
    assert "127.0.0.1" not in text


# what the image holds ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The application's folder as the Dockerfile fills it."""
    folder = tmp_path_factory.mktemp("citra")
    for *sources, target in lines_of_dockerfile("COPY"):
        for source in (found for each in sources for found in ROOT.glob(each)):
            into = folder / target / source.name if target.endswith("/") else folder / target
            into = into if target != "." else folder / source.name
            into.parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if source.is_dir() else shutil.copy
            copy(source, into)
    return folder


@pytest.fixture(scope="module")
def port(image: Path) -> Iterator[int]:
    """Of a server that the image's own command has started."""
    number, database = free_port(), str(image / "x.duckdb")
    made = [sys.executable, "-m", "musrenbang", "siapkan", "--db", database]
    subprocess.run(made, cwd=image, check=True, stdout=subprocess.DEVNULL)
    [command] = lines_of_dockerfile("CMD")
    words = [w.strip("[],") for w in command]
    assert words[0] == "streamlit"
    words = [str(number) if w == PORT else "127.0.0.1" if w == "0.0.0.0" else w for w in words]
    process = subprocess.Popen(
        [sys.executable, "-m", *words], cwd=image, env={**os.environ, "MUSRENBANG_DB": database},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    until = time.monotonic() + 60
    while not answers(number):
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.2)
    yield number
    process.terminate()
    process.wait(20)


def answers(port: int) -> bool:
    try:
        return Visitor(port).get("/sehat").status == 200
    except OSError:
        return False


def test_the_image_has_all_that_a_server_needs(port: int) -> None:
    assert "<h2>Masuk</h2>" in Visitor(port).get("/masuk").text
    assert Visitor(port).get("/umum/PlusJakartaSans.woff2").body.startswith(b"wOF2")


def test_its_health_is_asked_for_as_the_file_says(services: dict[str, Any], port: int) -> None:
    _, _, _, code = services["satu"]["healthcheck"]["test"]
    assert PORT in code
    for number, fine in ((port, True), (free_port(), False)):
        asked = [sys.executable, "-c", code.replace(PORT, str(number))]
        assert (subprocess.run(asked, check=False, capture_output=True).returncode == 0) is fine
