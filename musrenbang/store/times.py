"""When things happened in a meeting, asked of its trail without reading what was written."""

from datetime import datetime

from musrenbang.store.engine import Rows


def spans(rows: Rows, rantai: str) -> dict[str, tuple[datetime, datetime]]:
    """First and last time (UTC) of each kind of action in a chain."""
    sql = "select tindakan, min(waktu), max(waktu) from jejak where rantai = $1 group by tindakan"
    return {tindakan: (first, last) for tindakan, first, last in rows.rows(sql, rantai)}


def moments(rows: Rows, rantai: str, tindakan: str, last: int) -> list[tuple[datetime, int]]:
    """The last moments (UTC) at which a thing was done by this action for the first time, and how many were; newest
    first. What was written with a gap in it, as a score without all its levels, is not done yet."""
    sql = (
        "select waktu, count(*) from (select min(waktu) as waktu from jejak where rantai = $1 and tindakan = $2 "
        """and (sesudah is null or sesudah not like '%"tingkat":[%null%') group by objek) as pertama """
        "group by waktu order by waktu desc limit $3"
    )
    return [(waktu, banyak) for waktu, banyak in rows.rows(sql, rantai, tindakan, last)]
