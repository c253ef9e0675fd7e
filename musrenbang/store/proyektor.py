"""The read-only sessions of projectors, and what was scored last."""

from datetime import datetime
from uuid import UUID

from musrenbang.store import accounts
from musrenbang.store.engine import Rows

SKOR = "skor "  # how the trail names the score of an usulan, before its kode


def add(tx: Rows, sidik: str, rapat: UUID, oleh: str, now: datetime, berakhir: datetime) -> None:
    """Also forgets the sessions of all meetings that are over."""
    tx.rows("delete from layar_proyektor where berakhir <= $1", now)
    tx.rows(
        "insert into layar_proyektor (sidik, rapat, dibuat, dibuat_oleh, berakhir) values ($1, $2, $3, $4, $5)",
        sidik, rapat, now, oleh, berakhir,
    )  # fmt: skip


def end_all(tx: Rows, rapat: UUID, now: datetime) -> int:
    """Returns how many were still open."""
    ended = tx.rows("delete from layar_proyektor where rapat = $1 returning berakhir", rapat)
    return sum(berakhir > now for (berakhir,) in ended)


def count(rows: Rows, rapat: UUID, now: datetime) -> int:
    found = rows.rows("select count(*) from layar_proyektor where rapat = $1 and berakhir > $2", rapat, now)
    return int(found[0][0])


def of_digest(rows: Rows, sidik: str, now: datetime) -> tuple[UUID, datetime] | None:
    """Its meeting and its end (UTC); None when it is over, or the account that has opened it is disabled."""
    found = rows.rows(
        "select rapat, berakhir, dibuat_oleh from layar_proyektor where sidik = $1 and berakhir > $2", sidik, now
    )  # no join, which costs DuckDB memory: it is asked again each time the hall is shown something
    return (found[0][0], found[0][1]) if found and accounts.person(rows, found[0][2]) else None


def last_scored(rows: Rows, rantai: str, tindakan: str) -> str | None:
    """The kode of the usulan that this action has scored last."""
    found = rows.rows(
        "select objek from jejak where rantai = $1 and tindakan = $2 and objek like $3 order by nomor desc limit 1",
        rantai, tindakan, f"{SKOR}%",
    )  # fmt: skip
    return str(found[0][0]).removeprefix(SKOR) if found else None
