"""Pagu indikatif: what a kecamatan is told to reckon with in a year. Nothing that ranks or decides reads it."""

from collections.abc import Mapping

from musrenbang.store.bulk import insert_many
from musrenbang.store.engine import Rows


def of_year(rows: Rows, tahun: int) -> dict[str, int]:
    """Whole rupiah by kode of kecamatan, of those that have one."""
    return dict(rows.rows("select kecamatan, pagu from pagu where tahun = $1 order by kecamatan", tahun))


def find(rows: Rows, tahun: int, kecamatan: str) -> int | None:
    found = rows.rows("select pagu from pagu where tahun = $1 and kecamatan = $2", tahun, kecamatan)
    return found[0][0] if found else None


def save(tx: Rows, tahun: int, before: Mapping[str, int], after: Mapping[str, int]) -> None:
    """By kode of kecamatan; one that is not in `after` has none any more."""
    for kode in before:
        if kode in after:
            sql = "update pagu set pagu = $3 where tahun = $1 and kecamatan = $2"
            tx.rows(sql, tahun, kode, after[kode])
        else:
            tx.rows("delete from pagu where tahun = $1 and kecamatan = $2", tahun, kode)
    new = [(tahun, kode, pagu) for kode, pagu in after.items() if kode not in before]
    insert_many(tx, "pagu", "tahun, kecamatan, pagu", new)
