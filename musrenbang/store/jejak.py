"""Looking into the trail: search, and the rows about one usulan. Nothing here is written."""

from collections.abc import Collection, Sequence
from datetime import datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

from musrenbang.formats import WIB
from musrenbang.model import BarisJejak, SaringanJejak
from musrenbang.store.engine import Rows
from musrenbang.store.trail import COLUMNS

KATA_MAKS = 8
NEWEST_FIRST = "order by waktu desc, rantai, nomor desc"
# what was sent is kept as digests too, in which any few letters can be found
MENTIONS = (
    "(strpos(lower(objek), ${0}) > 0 or strpos(lower(sebelum), ${0}) > 0 "
    "or strpos(lower(split_part(sesudah, '\"sidik\":{{', 1)), ${0}) > 0)"
)


class TempatUsulan(NamedTuple):
    """The meeting of an usulan. `diambil`: it has been loaded from its desa; else it is still there, or was never."""

    nama: str
    rapat: UUID
    diambil: bool


def count(rows: Rows, saringan: SaringanJejak) -> int:
    where, values = _where(saringan)
    return int(rows.rows(f"select count(*) from jejak {where}", *values)[0][0])


def page(rows: Rows, saringan: SaringanJejak, limit: int, offset: int = 0) -> tuple[list[BarisJejak], int]:
    """Newest first, and how many fit in all. What is slow, looking into each row, is done once for both."""
    where, values = _where(saringan)
    found = rows.rows(
        f"with cocok as materialized (select rantai, nomor, waktu from jejak {where}), halaman as "
        f"(select * from cocok {NEWEST_FIRST} limit ${len(values) + 1} offset ${len(values) + 2}) "
        f"select {', '.join(f'j.{name}' for name in COLUMNS.split(', '))}, (select count(*) from cocok) "
        "from halaman h join jejak j on j.rantai = h.rantai and j.nomor = h.nomor "
        "order by j.waktu desc, j.rantai, j.nomor desc",
        *values, limit, offset,
    )  # fmt: skip
    if not found:  # past the end, or nothing fits
        return [], count(rows, saringan) if offset else 0
    return [BarisJejak(*row[:-1]) for row in found], found[0][-1]


def writers(rows: Rows) -> list[tuple[str, str]]:
    """Each pair of account and tindakan that has left a row."""
    return [(oleh, tindakan) for oleh, tindakan in rows.rows("select distinct oleh, tindakan from jejak order by 1, 2")]


def chains(rows: Rows) -> list[tuple[str, str | None, int | None]]:
    """Every chain by its key, with kecamatan and year where it is that of a meeting; by year and kecamatan."""
    found = rows.rows(
        "select c.kunci, k.nama, r.tahun from rantai c left join rapat r on cast(r.id as varchar) = c.kunci "
        "left join kecamatan k on k.kode = r.kecamatan order by r.tahun desc nulls first, r.kecamatan, c.kunci"
    )
    return [(kunci, nama, tahun) for kunci, nama, tahun in found]


def about_usulan(rows: Rows, rapat: UUID, kode: str, tindakan: Sequence[str]) -> list[BarisJejak]:
    """What tells of one usulan, its object being or ending in the kode, and these `tindakan` of the meeting as a whole;
    oldest first."""
    found = rows.rows(
        f"select {COLUMNS} from jejak where rantai = $1 and (objek = cast($2 as varchar) "
        "or right(objek, length(cast($2 as varchar)) + 1) = ' ' || cast($2 as varchar) "
        "or objek = 'rapat' and tindakan = any($3)) order by nomor",
        str(rapat), kode, list(tindakan),
    )  # fmt: skip
    return [BarisJejak(*row) for row in found]


def place_of(rows: Rows, kode: str) -> TempatUsulan | None:
    """Of an usulan by its kode; the name is the one in the meeting once it is there."""
    inside = rows.rows("select nama, rapat, asal <> 'Kecamatan' from usulan_masuk where kode = $1", kode)
    if inside:
        return TempatUsulan(*inside[0])
    entered = rows.rows(
        "select u.nama, r.id from usulan u join rapat r on r.kecamatan = u.kecamatan and r.tahun = u.tahun "
        "where u.kode = $1",
        kode,
    )
    return TempatUsulan(entered[0][0], entered[0][1], diambil=False) if entered else None


def people(rows: Rows, accounts: Collection[str]) -> dict[str, str]:
    found = rows.rows("select nama_pengguna, nama from akun where nama_pengguna = any($1)", list(accounts))
    return dict(found)


def usulan_names(rows: Rows, kodes: Collection[str]) -> dict[str, str]:
    """Names by kode; what is in a meeting has the name it has there."""
    found: list[tuple[str, str]] = []
    for table in ("usulan", "usulan_masuk"):
        found += [
            (kode, nama)
            for kode, nama in rows.rows(f"select kode, nama from {table} where kode = any($1)", list(kodes))
        ]
    return dict(found)


def kodes(rows: Rows, ids: Collection[str]) -> dict[str, str]:
    """The kode of each usulan in a meeting, by its id as text."""
    found = rows.rows(
        "select cast(id as varchar), kode from usulan_masuk where cast(id as varchar) = any($1)", list(ids)
    )
    return dict(found)


def _where(s: SaringanJejak) -> tuple[str, list[object]]:
    """SQL with its values. What people have typed is a value, never SQL."""
    conditions, values = [], list[object]()

    def add(condition: str, value: object) -> None:
        values.append(value)
        conditions.append(condition.format(len(values)))

    for kata in s.kata.lower().split()[:KATA_MAKS]:
        add(MENTIONS, kata)
    for condition, value in (
        ("rantai = ${}", s.rantai),
        ("oleh = ${}", s.oleh),
        ("tindakan = ${}", s.tindakan),
        ("waktu >= ${}", s.dari and datetime.combine(s.dari, time()) - WIB),
        ("waktu < ${}", s.sampai and datetime.combine(s.sampai, time()) + timedelta(days=1) - WIB),
    ):
        if value is not None:
            add(condition, value)
    return f"where {' and '.join(conditions)}" if conditions else "", values
