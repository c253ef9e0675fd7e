"""What several files of actions need: an empty store of either engine to fill."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from musrenbang.store.engine import Store
from musrenbang.store.opening import open_store
from tests.conftest import Engine

Target = Callable[[str], Store]


@pytest.fixture
def target_on(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Target]:
    """Opens an empty one, with its documents in `tujuan`, on the engine of this name."""
    opened: list[Store] = []

    def open_empty(name: str) -> Store:
        engine: Engine = request.getfixturevalue(f"{name}_engine")
        opened.append(open_store(engine.empty(), str(tmp_path / "tujuan")))
        return opened[-1]

    yield open_empty
    for each in opened:
        each.close()
