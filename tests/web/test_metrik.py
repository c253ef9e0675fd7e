"""/metrik: figures for the keeper's own Prometheus, none for strangers, whoever is logged in or not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import websockets.sync.client
from prometheus_client.parser import text_string_to_metric_families
from websockets.typing import Subprotocol

from tests.web.door import COOKIE, Server, Visitor, prepare, secret_of

WORD = "a" * 31 + "Z"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    path = tmp_path_factory.mktemp("metrik") / "x.duckdb"
    prepare(path, sample=False)
    server = Server(path)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("MUSRENBANG_METRIK", WORD)
        server.start()
    yield server
    server.stop()


def figures(server: Server) -> dict[str, float]:
    answer = Visitor(server.port, headers={"Authorization": f"Bearer {WORD}"}).get("/metrik")
    assert answer.status == 200
    found = text_string_to_metric_families(answer.text)
    return {_name(sample.name, sample.labels): sample.value for family in found for sample in family.samples}


def _name(name: str, labels: dict[str, str]) -> str:
    return " ".join([name.removeprefix("musrenbang_"), *(labels[key] for key in sorted(labels))])


@pytest.mark.parametrize(
    "headers",
    [{}, {"Authorization": WORD}, {"Authorization": f"Bearer {WORD[:-1]}"}, {"Authorization": f"Bearer {WORD}x"},
     {"Authorization": "Bearer "}, {"X-Forwarded-For": "127.0.0.1"}],
)  # fmt: skip
@pytest.mark.parametrize("who", [None, "bappeda"])
def test_without_its_word_nobody_reads_it(server: Server, headers: dict[str, str], who: str | None) -> None:
    cookies = {COOKIE: secret_of(who)} if who else {}
    answer = Visitor(server.port, cookies, headers).get("/metrik")
    assert answer.status == 401
    assert "Anda belum masuk" in answer.text


def test_where_no_word_was_chosen_there_is_none_to_guess(untouched: Server) -> None:
    for word in ("", "Bearer ", "Bearer None"):
        assert Visitor(untouched.port, headers={"Authorization": word}).get("/metrik").status == 401


def test_what_is_refused_and_done_is_counted(server: Server) -> None:
    visitor = Visitor(server.port, address="127.0.0.71")
    before = figures(server)
    visitor.get("/skoring")
    visitor.log_in("camat.bahorok", "salah")
    visitor.log_in("camat.bahorok")
    after = figures(server)
    grown = {name: after[name] - before.get(name, 0) for name in after if after[name] != before.get(name, 0)}
    assert grown["permintaan_ditolak_total /skoring 303"] == 1
    assert grown["permintaan_ditolak_total /masuk 401"] == 1
    assert grown["penolakan_total masuk_gagal"] == 1
    assert grown["tindakan_detik_count berhasil masuk"] == 1
    assert grown["tindakan_detik_count ditolak masuk"] == 1
    assert grown["tindakan_detik_sum berhasil masuk"] > 0


def test_open_lines_are_counted_while_they_are_open(server: Server) -> None:
    address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    cookie = {"Cookie": f"{COOKIE}={secret_of('camat.bahorok')}"}
    protocols = [Subprotocol("streamlit"), Subprotocol("PLACEHOLDER_AUTH_TOKEN")]
    with websockets.sync.client.connect(address, additional_headers=cookie, subprotocols=protocols):
        assert figures(server)["sambungan layar"] == 1
    assert figures(server)["sambungan layar"] == 0


def test_the_machine_and_the_database_are_told(server: Server) -> None:
    told = figures(server)
    assert told["process_resident_memory_bytes"] > 50 << 20
    assert told["basis_data_menjawab"] == 1
    assert told["ruang_byte"] > 0
    assert told["salinan_terakhir"] == 0
    assert told["gangguan_total"] == 0


def test_a_word_that_can_be_tried_out_is_refused_at_the_start(tmp_path: Path, capfd: pytest.CaptureFixture[str],
                                                              monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    prepare(tmp_path / "x.duckdb", sample=False)
    monkeypatch.setenv("MUSRENBANG_METRIK", "pendek")
    server = Server(tmp_path / "x.duckdb")
    server.start()
    answer = Visitor(server.port, headers={"Authorization": "Bearer pendek"}).get("/metrik")
    server.stop()
    assert answer.status == 401
    assert "harus 32 tanda" in capfd.readouterr().err
