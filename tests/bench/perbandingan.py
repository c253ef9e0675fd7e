"""Ranking and all figures of Perbandingan against hand-written polars, for a regency, a province and a nation; and
opening its screen for a regency against a blank Streamlit page on the same settings.

`python -m tests.bench.perbandingan [--kali 5]`. The store reads its own DuckDB file as a command opens it: all cores.
Polars has its frames in memory, and all cores too. Both are asked until their answers stand in memory: the ranking as
Arrow and as a frame, the figures as Perbandingan and as seven frames. Answers that differ stop the bench.
"""

import asyncio
import os
import statistics
import tempfile
from argparse import ArgumentParser
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
from polars.testing import assert_frame_equal

from musrenbang.contoh import SANDI
from musrenbang.model import BagianDesa, Jumlah, Lingkup, Nasib, Perbandingan, Sebaran
from musrenbang.store import perbandingan
from musrenbang.store.duck import SETTINGS
from musrenbang.store.opening import open_store
from tests.bench import negeri, polars_banding
from tests.bench.measure import Ratio, clock_seconds, compare, show
from tests.bench.polars_banding import LEVELS, RANKS, Figures, Frames
from tests.bench.serving import Served, application, blank_page
from tests.bench.tab import Tab
from tests.cast import BAPPEDA, TAHUN
from tests.web.door import Visitor

SIZES = {
    "regency": (negeri.IN_REGENCY, 4_432),
    "province": (negeri.IN_PROVINCE, 33 * 4_432),
    "nation": (7_285, 1_700_000),
}  # kecamatan and usulan
CORES = os.cpu_count() or 1
MOST, MOST_OPENING = 1.5, 5.0  # of the nation's ranking; of the screen
OPENINGS = 12  # for each run asked for
RANKING = f"select {', '.join(RANKS)} from peringkat"


def main() -> None:
    """Prints a table; a broken promise is named, not raised."""
    parser = ArgumentParser()
    parser.add_argument("--kali", type=int, default=5)
    runs = parser.parse_args().kali
    for name, (kecamatan, usulan) in SIZES.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "negeri.duckdb"
            negeri.make(path, kecamatan, usulan)
            frames = _ranking(path, f"ranking of a {name}, {usulan:,}", MOST if name == "nation" else None, runs)
            _figures(path, frames, f"all figures of a {name}, {usulan:,}", runs)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "langkat.duckdb"
        negeri.langkat(path, SIZES["regency"][1], BAPPEDA)
        with blank_page(Path(folder)) as blank, application(path) as ours:
            show("opening Perbandingan / a blank page", asyncio.run(_openings(ours, blank, runs)), MOST_OPENING)


def _ranking(path: Path, what: str, most: float | None, runs: int) -> Frames:
    with duckdb.connect(path, config={"arrow_lossless_conversion": True, "threads": CORES}) as connection:
        for setting in SETTINGS:
            connection.execute(setting)
        frames = polars_banding.load(connection)
        ours = connection.sql(RANKING).to_arrow_table
        theirs = partial(polars_banding.ranking, frames)
        assert_frame_equal(polars_banding.frame(ours()), theirs(), check_row_order=False, check_dtypes=False)
        _both(what, ours, theirs, most, runs)
    return frames


def _figures(path: Path, frames: Frames, what: str, runs: int) -> None:
    store, lingkup = open_store(str(path), threads=CORES), Lingkup(TAHUN)

    def ours() -> Perbandingan:
        return store.snapshot(lambda tx: perbandingan.figures(tx, lingkup))

    theirs = partial(polars_banding.figures, frames)
    must_agree(ours(), theirs())
    _both(what, ours, theirs, None, runs)
    store.close()


def _both(what: str, ours: Any, theirs: Any, most: float | None, runs: int) -> None:
    show(what, compare(ours, theirs, runs), most)
    show("    by the clock", compare(ours, theirs, runs, clock_seconds), most)


async def _openings(ours: Served, blank: Served, runs: int) -> Ratio:
    """By turns, from another screen as from the menu; seconds by the clock until the script had ended."""
    visitor = Visitor(ours.port)
    visitor.log_in(BAPPEDA.nama_pengguna, SANDI)
    async with AsyncExitStack() as tabs:
        empty = await tabs.enter_async_context(Tab(blank.port))
        screen = await tabs.enter_async_context(Tab(ours.port, "perbandingan", visitor.cookies))
        if f"{SIZES['regency'][1]:,}".replace(",", ".") not in screen.words:
            raise AssertionError("the screen does not show all usulan")
        pairs = list[tuple[float, float]]()
        for _ in range(runs * OPENINGS):
            await screen.open("pemantauan")
            pairs.append((await screen.open("perbandingan"), await empty.rerun()))
    return Ratio(*(statistics.median(column) for column in zip(*pairs, strict=True)))


def must_agree(p: Perbandingan, f: Figures) -> None:
    """Raises AssertionError when any figure of the two differs."""
    by_nasib = {(kode, nasib): n for kode, own in p.ringkasan.items() for nasib, n in own.menurut.items()}
    spread = {kode: own.sebaran for kode, own in p.ringkasan.items() if own.sebaran}
    levels = {(row[0], *at): n for row in f.tingkat.iter_rows() for at, n in zip(LEVELS, row[1:], strict=True) if n}
    assert {(k.kode, k.nama) for k in p.kecamatan} == set(f.rapat.select("kecamatan", "nama").iter_rows())
    assert p.dikirim == set(f.rapat.filter(pl.col("dikirim").is_not_null())["kecamatan"])
    assert by_nasib == {(row[0], Nasib(row[1])): Jumlah(*row[2:]) for row in f.nasib.iter_rows()}
    assert spread == {row[0]: Sebaran(*row[1:]) for row in f.skor.iter_rows()}
    assert p.per_opd == _sums(f.opd)
    assert p.per_prioritas == _sums(f.prioritas)
    assert p.tingkat == levels
    assert p.desa == tuple(BagianDesa(*row[:3], Jumlah(*row[3:5]), Jumlah(*row[5:])) for row in f.desa.iter_rows())


def _sums(frame: pl.DataFrame) -> dict[Any, Jumlah]:
    return {row[:2]: Jumlah(*row[2:]) for row in frame.iter_rows()}


if __name__ == "__main__":
    main()
