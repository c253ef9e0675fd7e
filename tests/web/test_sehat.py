"""/sehat: what a balancer goes by and a keeper reads, without a login and without a figure."""

import asyncio
import json
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from musrenbang.model import Kesehatan
from musrenbang.store.current import close_current, open_current
from pages.web import sehat
from tests.cast import NOW
from tests.conftest import PostgresEngine
from tests.web.door import Server, Visitor

WELL = Kesehatan(9, 9, sehat.RUANG_MIN, NOW - timedelta(hours=1))


def test_a_stranger_learns_how_it_is_and_nothing_else(untouched: Server) -> None:
    answer = Visitor(untouched.port).get("/sehat")
    assert (answer.status, answer.headers["content-type"]) == (200, "application/json")
    assert answer.headers["cache-control"] == "no-store"
    said = json.loads(answer.text)
    assert (said["basis_data"], said["skema"], said["salinan"]) == ("menjawab", "mutakhir", "belum ada")
    assert not any(c.isdigit() for c in answer.text)
    assert Visitor(untouched.port).send("HEAD", "/sehat").status == 200
    assert Visitor(untouched.port).post("/sehat").status == 405


@pytest.mark.parametrize(
    ("found", "keadaan", "part", "word"),
    [
        (WELL, sehat.BAIK, "salinan", "baru"),
        (Kesehatan(8, 9, sehat.RUANG_MIN, NOW), sehat.SAKIT, "skema", "bukan milik versi aplikasi ini"),
        (Kesehatan(10, 9, sehat.RUANG_MIN, NOW), sehat.SAKIT, "skema", "bukan milik versi aplikasi ini"),
        (Kesehatan(9, 9, sehat.RUANG_MIN - 1, NOW), sehat.DILIHAT, "ruang", "hampir habis"),
        (Kesehatan(9, 9, sehat.RUANG_MIN, NOW - timedelta(hours=26)), sehat.DILIHAT, "salinan", "lama"),
        (Kesehatan(9, 9, sehat.RUANG_MIN, None), sehat.DILIHAT, "salinan", "belum ada"),
        (None, sehat.SAKIT, "basis_data", "tidak menjawab"),
    ],
)
def test_each_part_has_its_word(found: Kesehatan | None, keadaan: str, part: str, word: str) -> None:
    said = sehat.words(found, NOW)
    assert (said["keadaan"], said[part]) == (keadaan, word)


@pytest.fixture
def address(postgresql_engine: PostgresEngine, tmp_path: Path) -> Iterator[str]:
    address = postgresql_engine.empty()
    open_current(address, str(tmp_path / "dokumen"))
    yield address
    close_current()


def ask() -> tuple[int, float]:
    """The status of /sehat, and the seconds that it took."""
    begun = time.monotonic()
    answer = asyncio.run(sehat.show(None))
    return answer.status_code, time.monotonic() - begun


@pytest.mark.postgres
def test_a_database_that_hangs_is_given_up_and_asked_once(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sehat, "_checkup", sehat.Checkup())
    monkeypatch.setattr(sehat, "SABAR", 0.5)
    before = threading.active_count()
    with psycopg.connect(address) as other:
        other.execute("lock table skema in access exclusive mode")
        for _ in range(3):
            status, seconds = ask()
            assert status == 503
            assert 0.4 < seconds < 1.5
        assert threading.active_count() == before + 1
        assert sehat._checkup._one._work_queue.empty()
    time.sleep(sehat.JARAK)
    ask()
    time.sleep(sehat.JARAK)
    assert ask()[0] == 200


@pytest.mark.postgres
def test_a_database_that_ends_is_told_and_one_that_comes_back_too(
    address: str, postgresql_engine: PostgresEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sehat, "_checkup", sehat.Checkup())
    monkeypatch.setattr(sehat, "JARAK", 0.0)
    assert ask()[0] == 200
    postgresql_engine.switch_off()
    try:
        assert ask()[0] == 503
    finally:
        postgresql_engine.switch_on()
    until = time.monotonic() + 20
    while ask()[0] != 200:
        assert time.monotonic() < until
        time.sleep(0.2)
