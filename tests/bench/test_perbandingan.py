"""The bench's two sides give the same answers on a small country, and it would notice when they did not."""

from pathlib import Path

import duckdb
import pytest
from polars.testing import assert_frame_equal

from musrenbang.model import Lingkup
from musrenbang.store import perbandingan
from musrenbang.store.opening import open_store
from tests.bench import negeri, polars_banding
from tests.bench.perbandingan import RANKING, must_agree
from tests.bench.polars_banding import Frames
from tests.cast import TAHUN


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("negeri") / "negeri.duckdb"
    negeri.make(made, 30, 6_000)
    return made


@pytest.fixture
def frames(path: Path) -> Frames:
    with connected(path) as connection:
        return polars_banding.load(connection)


def connected(path: Path) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(path, config={"arrow_lossless_conversion": True})


def test_the_ranking_is_the_same(path: Path, frames: Frames) -> None:
    with connected(path) as connection:
        ours = polars_banding.frame(connection.sql(RANKING).to_arrow_table())
        assert connection.sql("select 1 from peringkat where urutan > 1").fetchall()
    assert_frame_equal(ours, polars_banding.ranking(frames), check_row_order=False, check_dtypes=False)


def test_the_figures_are_the_same_and_one_wrong_rupiah_is_noticed(path: Path, frames: Frames) -> None:
    store = open_store(str(path))
    ours = perbandingan.figures(store, Lingkup(TAHUN))
    store.close()
    must_agree(ours, polars_banding.figures(frames))
    usulan = frames["usulan_masuk"]
    frames["usulan_masuk"] = usulan.with_columns(biaya=usulan["biaya"].scatter(0, usulan["biaya"][0] + 1))
    with pytest.raises(AssertionError):
        must_agree(ours, polars_banding.figures(frames))
