"""When things happened in a meeting, asked of its trail without reading what was written."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from musrenbang.store.engine import Rows

Saat = tuple[datetime, int]
DONE = """tindakan = $2 and objek not like 'urutan seri %' and sesudah not like '%"tingkat":[%null%'"""


def spans(rows: Rows, rantai: str) -> dict[str, tuple[datetime, datetime]]:
    """First and last time (UTC) of each kind of action in a chain."""
    sql = "select tindakan, min(waktu), max(waktu) from jejak where rantai = $1 group by tindakan"
    return {tindakan: (first, last) for tindakan, first, last in rows.rows(sql, rantai)}


def moments(rows: Rows, rantai: str, tindakan: str, last: int) -> list[Saat]:
    """The last moments (UTC) at which a thing was done by this action for the first time, and how many were; newest
    first. What was written with a gap in it, as a score without all its levels, is not done yet; an order inside a tie
    that a new score ends is nothing done."""
    sql = (
        f"select waktu, count(*) from (select min(waktu) as waktu from jejak where rantai = $1 and {DONE} "
        "group by objek) as pertama group by waktu order by waktu desc limit $3"
    )
    return [(waktu, banyak) for waktu, banyak in rows.rows(sql, rantai, tindakan, last)]


def moments_by_chain(rows: Rows, rantai: Sequence[str], tindakan: str, last: int) -> dict[str, list[Saat]]:
    """The same of many chains in one question; a chain without any is not in it."""
    sql = (
        "select rantai, waktu, banyak from (select rantai, waktu, count(*) as banyak, "
        "row_number() over (partition by rantai order by waktu desc) as ke from ("
        f"select rantai, min(waktu) as waktu from jejak where rantai = any(cast($1 as varchar[])) and {DONE} "
        "group by rantai, objek) as pertama "
        "group by rantai, waktu) as saat where ke <= $3 order by rantai, ke"
    )
    found = defaultdict[str, list[Saat]](list)
    for chain, waktu, banyak in rows.rows(sql, list(rantai), tindakan, last):
        found[chain].append((waktu, banyak))
    return dict(found)
