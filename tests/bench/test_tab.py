"""The bench's own client: what it measures must have happened."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from musrenbang.actions import baca
from musrenbang.store.opening import open_store
from tests.bench import balai, ramai
from tests.bench.serving import application
from tests.bench.tab import Tab
from tests.web.door import Visitor

BANYAK = 6


def test_a_tab_logs_in_and_saves_one_score(tmp_path: Path) -> None:
    database = tmp_path / "balai.duckdb"
    hall = balai.make(database, 1, BANYAK, datetime.now(UTC).replace(tzinfo=None))[0]
    with application(database) as ours:
        words = asyncio.run(_save_one(ours.port, ramai.log_in(Visitor(ours.port), hall)))
        with pytest.raises(InvalidStatus):
            asyncio.run(_save_one(ours.port, {}))
    store = open_store(str(database))
    saved = baca.usulan_masuk(store, hall.who, hall.rapat)[0]
    assert '"diterima": {"bench": 1}' in words or '"diterima":{"bench":1}' in words
    assert saved.tingkat is not None
    assert saved.tingkat[0] == balai.FIRST + 1
    assert baca.jejak(store, hall.who, hall.rapat)[-1].objek == f"skor {saved.kode}"
    store.close()


def test_a_tab_forgets_what_is_not_drawn_any_more(tmp_path: Path) -> None:
    hall = balai.make(tmp_path / "balai.duckdb", 1, 40, datetime.now(UTC).replace(tzinfo=None))[0]
    with application(tmp_path / "balai.duckdb") as ours:
        known = asyncio.run(_known_after_saves(ours.port, ramai.log_in(Visitor(ours.port), hall)))
    assert 0 < known[-1] == known[5]


async def _known_after_saves(port: int, cookies: dict[str, str]) -> list[int]:
    found = []
    async with Tab(port, "skoring", cookies) as tab:
        for n in range(12):
            await ramai.save(tab, n, 40)
            await tab.rerun()
            found.append(tab.known)
    return found


async def _save_one(port: int, cookies: dict[str, str]) -> str:
    async with Tab(port, "skoring", cookies) as tab:
        await ramai.save(tab, 0, BANYAK)
        return tab.words
