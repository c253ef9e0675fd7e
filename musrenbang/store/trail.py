"""The append-only trail: one hash chain per meeting, and one for accounts."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from musrenbang.model import BarisJejak
from musrenbang.store.bulk import insert_many
from musrenbang.store.engine import Rows

START = "0" * 64
COLUMNS = "rantai, nomor, waktu, oleh, tindakan, objek, sebelum, sesudah, hash_sebelumnya, hash"


class Chain:
    """The end of one chain, held for the length of a transaction. `close` writes what `write` collected.

    `before` is its head as it was found, `head` with all that was written since.
    """

    def __init__(self, tx: Rows, rantai: str, oleh: str, now: datetime) -> None:
        self._tx, self._rantai, self._oleh, self._now = tx, rantai, oleh, now
        self._nomor, self._hash = _hold(tx, rantai)
        self.before = self._hash
        self._pending: list[tuple[object, ...]] = []

    @property
    def head(self) -> str:
        return self._hash

    def write(self, tindakan: str, objek: str, sebelum: object = None, sesudah: object = None) -> None:
        self._nomor += 1
        body = (self._rantai, self._nomor, self._now, self._oleh, tindakan, objek, _json(sebelum), _json(sesudah))
        digest = row_hash(body, self._hash)
        self._pending.append((*body, self._hash, digest))
        self._hash = digest

    def close(self) -> None:
        insert_many(self._tx, "jejak", COLUMNS, self._pending)
        self._tx.rows("update rantai set nomor = $1, hash = $2 where kunci = $3", self._nomor, self._hash, self._rantai)
        self._tx.moved(self._rantai, self._hash)
        self._pending.clear()


def row_hash(body: tuple[object, ...], before: str) -> str:
    """SHA-256 over the row as canonical JSON and the hash of the row before it."""
    return digest([*body, before])


def digest(value: object) -> str:
    """SHA-256 over a value as canonical JSON, the same on both engines."""
    return hashlib.sha256(_json(value).encode()).hexdigest()


def plain(value: object) -> Any:
    """As it can be read back from a row of the trail."""
    return json.loads(_json(value))


def of_chain(rows: Rows, rantai: str) -> list[BarisJejak]:
    found = rows.rows(f"select {COLUMNS} from jejak where rantai = $1 order by nomor", rantai)
    return [BarisJejak(*row) for row in found]


def last_writer(rows: Rows, rantai: str, objek: Sequence[str]) -> tuple[str, datetime] | None:
    """Who wrote last about any of these objects, and when."""
    found = rows.rows(
        "select oleh, waktu from jejak where rantai = $1 and objek = any($2) order by nomor desc limit 1",
        rantai, list(objek),
    )  # fmt: skip
    return (found[0][0], found[0][1]) if found else None


def last_number(rows: Rows, rantai: str, objek: str) -> int:
    """Of the newest row about this object, 0 when there is none."""
    sql = "select coalesce(max(nomor), 0) from jejak where rantai = $1 and objek = $2"
    return int(rows.rows(sql, rantai, objek)[0][0])


def last_numbers(rows: Rows, rantai: str, kind: str) -> dict[str, int]:
    """The same for all objects whose name begins so, by name."""
    sql = "select objek, max(nomor) from jejak where rantai = $1 and objek like $2 group by objek"
    return dict(rows.rows(sql, rantai, f"{kind}%"))


def newest(rows: Rows, rantai: str) -> BarisJejak | None:
    found = rows.rows(f"select {COLUMNS} from jejak where rantai = $1 order by nomor desc limit 1", rantai)
    return BarisJejak(*found[0]) if found else None


def newest_of(rows: Rows, rantai: str, tindakan: str, objek: str) -> str | None:
    """Hash of the newest row that tells of this."""
    sql = "select hash from jejak where rantai = $1 and tindakan = $2 and objek = $3 order by nomor desc limit 1"
    found = rows.rows(sql, rantai, tindakan, objek)
    return str(found[0][0]) if found else None


def head(rows: Rows, rantai: str) -> str:
    """Hash of the newest row: it moves with every write to that chain."""
    found = rows.rows("select hash from rantai where kunci = $1", rantai)
    return str(found[0][0]) if found else START


def chains(rows: Rows) -> list[str]:
    """The keys of all chains that have a head or rows, of meetings or otherwise."""
    return [row[0] for row in rows.rows("select kunci from rantai union select rantai from jejak order by 1")]


def chain_head(rows: Rows, rantai: str) -> tuple[int, str] | None:
    heads = rows.rows("select nomor, hash from rantai where kunci = $1", rantai)
    return (heads[0][0], heads[0][1]) if heads else None


def heads(rows: Rows) -> dict[str, str]:
    """Hash of the last row of each chain."""
    found = rows.rows(
        "select j.rantai, j.hash from jejak j join (select rantai, max(nomor) as nomor from jejak group by rantai) e "
        "on e.rantai = j.rantai and e.nomor = j.nomor order by j.rantai"
    )
    return dict(found)


def lacking(rows: Rows, known: Collection[tuple[str, str]]) -> list[str]:
    """The chains in which any of these rows, each by chain and hash, is not there."""
    rantai, hashes = zip(*known, strict=True) if known else ((), ())
    found = rows.rows(
        "select distinct w.rantai from (select unnest(cast($1 as varchar[])) as rantai, "
        "unnest(cast($2 as varchar[])) as hash) w "
        "where not exists (select 1 from jejak j where j.rantai = w.rantai and j.hash = w.hash) order by 1",
        list(rantai), list(hashes),
    )  # fmt: skip
    return [name for (name,) in found]


def latest(rows: Rows) -> datetime | None:
    """The latest time (UTC) in any chain."""
    found: datetime | None = rows.rows("select max(waktu) from jejak")[0][0]
    return found


def length(rows: Rows) -> int:
    """Of all chains together: it grows with every write that is logged, to whichever chain."""
    return int(rows.rows("select coalesce(sum(nomor), 0) from rantai")[0][0])


def _hold(tx: Rows, rantai: str) -> tuple[int, str]:
    found = tx.rows(f"select nomor, hash from rantai where kunci = $1{tx.for_update}", rantai)
    if not found:
        tx.rows("insert into rantai (kunci, nomor, hash) values ($1, 0, $2)", rantai, START)
        return 0, START
    return found[0][0], found[0][1]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> object:
    if isinstance(value, datetime):
        return value.isoformat(timespec="microseconds")
    if isinstance(value, date | UUID):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value))
