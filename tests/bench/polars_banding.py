"""The questions of Perbandingan as a good user of polars writes them: lazily, with what they share asked once.

The frames are in memory before anything is timed, with only the columns that are asked for, and each UUID as one whole
number of 128 bits, which polars joins three times as fast as text.
"""

from dataclasses import dataclass
from typing import Any

import duckdb
import polars as pl
from polars import col

from musrenbang.scoring import TINGKAT_MAKS
from tests.cast import TAHUN

COLUMNS = {
    "rapat": "id as rapat, kecamatan, tahun, dikirim",
    "kecamatan": "kode as kecamatan, nama",
    "desa": "kode as desa, nama, kecamatan",
    "bobot_rapat": "rapat, b1, b2, b3, b4, b5, b6, b7, b8",
    "usulan_masuk": "id as usulan, rapat, desa, biaya, keputusan, prioritas, alasan_cadangan, opd",
    "skor": "usulan, k1, k2, k3, k4, k5, k6, k7, k8",
    "urutan_seri": "usulan, putusan, urutan",
}
TIE = ("rapat", "poin", "k1", "k4", "k5")
RANKS = ("usulan", "rapat", "poin", "peringkat_skor", "seri_skor", "peringkat", "seri")
LAST = 999_999  # behind every order that a meeting sets
LEVELS = [(k, t) for k, most in enumerate(TINGKAT_MAKS, 1) for t in range(1, most + 1)]
SUM = (pl.len(), col("biaya").sum())

Frames = dict[str, pl.DataFrame]


def load(connection: duckdb.DuckDBPyConnection) -> Frames:
    return {
        table: frame(connection.sql(f"select {columns} from {table}").to_arrow_table())
        for table, columns in COLUMNS.items()
    }


def frame(table: Any) -> pl.DataFrame:
    """From Arrow, with UUID as numbers."""
    found = pl.DataFrame(pl.from_arrow(table))
    return found.with_columns(pl.selectors.binary().bin.reinterpret(dtype=pl.Int128))


def ranking(frames: Frames) -> pl.DataFrame:
    """The official ranking of every meeting, RANKS of each complete usulan prioritas."""
    p = _poin(frames).filter(col("poin").is_not_null()).select("usulan", *TIE)
    places = frames["urutan_seri"].lazy().join(p, on="usulan")
    ordered = places.group_by(TIE).agg(pl.len().alias("di"), one=col("putusan").n_unique() == 1)
    sizes = p.join(ordered.filter("one"), on=TIE).group_by(*TIE, "di").agg(pl.len().alias("kembar"))
    counted = places.join(sizes.filter(col("di") == col("kembar")), on=TIE, how="semi").select("usulan", "urutan")
    levels = ((col("poin").cast(pl.Int64) * 8 + col("k1")) * 8 + col("k4")) * 8 + col("k5")
    key = levels * 1_000_000 - col("urutan").fill_null(LAST)
    return (
        p.join(counted, on="usulan", how="left")
        .with_columns(key=key)
        .with_columns(
            peringkat_skor=col("poin").rank("min", descending=True).over("rapat"),
            seri_skor=pl.len().over("rapat", "poin"),
            peringkat=col("key").rank("min", descending=True).over("rapat"),
            seri=pl.len().over("rapat", "key"),
        )
        .select(RANKS)
        .collect()
    )


def _poin(frames: Frames) -> pl.LazyFrame:
    poin = sum((col(f"b{k}") * col(f"k{k}") for k in range(2, 9)), col("b1") * col("k1"))
    chosen = frames["usulan_masuk"].lazy().filter(col("prioritas").is_not_null(), col("opd").is_not_null())
    return (
        frames["skor"].lazy()
        .join(chosen.select("usulan", "rapat"), on="usulan")
        .join(frames["bobot_rapat"].lazy(), on="rapat")
        .with_columns(poin=poin)
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figures:
    """As in musrenbang.model.Perbandingan, a frame for each of its parts."""

    rapat: pl.DataFrame
    nasib: pl.DataFrame
    skor: pl.DataFrame
    opd: pl.DataFrame
    prioritas: pl.DataFrame
    tingkat: pl.DataFrame
    desa: pl.DataFrame


def figures(frames: Frames) -> Figures:
    meetings = frames["rapat"].lazy().filter(col("tahun") == TAHUN)
    usulan = frames["usulan_masuk"].lazy().join(meetings.select("rapat", "kecamatan"), on="rapat")
    chosen = usulan.filter(col("prioritas").is_not_null())
    scored = _poin(frames).join(meetings.select("rapat", "kecamatan"), on="rapat")
    return Figures(
        *pl.collect_all(
            [
                meetings.join(frames["kecamatan"].lazy(), on="kecamatan").select("kecamatan", "nama", "dikirim"),
                usulan.group_by("kecamatan", _nasib()).agg(SUM),
                scored.filter(col("poin").is_not_null()).group_by("kecamatan").agg(_spread()),
                chosen.group_by("kecamatan", "opd").agg(SUM),
                chosen.group_by("kecamatan", "prioritas").agg(SUM),
                scored.group_by("kecamatan").agg((col(f"k{k}") == t).sum().alias(f"{k}-{t}") for k, t in LEVELS),
                _by_desa(frames, meetings, usulan),
            ]
        )
    )


def _nasib() -> pl.Expr:
    return (
        pl.when(col("prioritas").is_not_null()).then(pl.lit("prioritas"))
        .when(col("alasan_cadangan").is_not_null()).then(pl.lit("cadangan"))
        .when(col("keputusan").is_in(["tidak sesuai", "digabung"])).then(col("keputusan"))
        .otherwise(pl.lit("belum"))
        .alias("nasib")
    )  # fmt: skip


def _spread() -> list[pl.Expr]:
    poin = col("poin")
    places = [poin.quantile(q, "equiprobable").cast(pl.Int32).alias(f"q{q}") for q in (0.25, 0.5, 0.75)]
    return [pl.len(), poin.sum(), poin.min().alias("min"), *places, poin.max().alias("max")]


def _by_desa(frames: Frames, meetings: pl.LazyFrame, usulan: pl.LazyFrame) -> pl.LazyFrame:
    chosen = col("prioritas").is_not_null()
    sums = usulan.group_by("desa").agg(*SUM, chosen.sum().alias("n"), col("biaya").filter(chosen).sum().alias("rp"))
    return (
        frames["desa"].lazy()
        .join(meetings, on="kecamatan", how="semi")
        .join(sums, on="desa", how="left")
        .select("desa", "nama", "kecamatan", col("len", "biaya", "n", "rp").fill_null(0))
        .sort("desa")
    )  # fmt: skip
