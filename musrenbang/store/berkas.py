"""Rows about stored files; the bytes are in the folder of documents."""

from collections.abc import Sequence
from dataclasses import astuple
from datetime import datetime
from uuid import UUID

from musrenbang.model import Berkas, JenisBerkas
from musrenbang.store.bulk import insert_many
from musrenbang.store.engine import Row, Rows

KOLOM = "id, pemilik, jenis, nama, tipe, ukuran, sidik, halaman, oleh, waktu, diganti"


def of_owner(rows: Rows, pemilik: UUID) -> list[Berkas]:
    """All files of one meeting or usulan, those that were replaced too, oldest first."""
    return [
        _berkas(row) for row in rows.rows(f"select {KOLOM} from berkas where pemilik = $1 order by waktu, id", pemilik)
    ]


def of_owners(rows: Rows, pemilik: Sequence[UUID]) -> list[Berkas]:
    """The files in force of several usulan, oldest first."""
    found = rows.rows(
        f"select {KOLOM} from berkas where pemilik = any($1) and diganti is null order by waktu, id", list(pemilik)
    )
    return [_berkas(row) for row in found]


def find(rows: Rows, id_: UUID) -> Berkas | None:
    found = rows.rows(f"select {KOLOM} from berkas where id = $1", id_)
    return _berkas(found[0]) if found else None


def add(tx: Rows, berkas: Berkas) -> None:
    insert_many(tx, "berkas", KOLOM, [tuple(str(v) if isinstance(v, JenisBerkas) else v for v in astuple(berkas))])


def retire(tx: Rows, id_: UUID, now: datetime) -> bool:
    """Mark as replaced or taken away. False when it already was."""
    return bool(tx.rows("update berkas set diganti = $1 where id = $2 and diganti is null returning id", now, id_))


def ids(rows: Rows) -> set[UUID]:
    """Of every file that a row names, replaced or not."""
    return {row[0] for row in rows.rows("select id from berkas")}


def sent_to(rows: Rows, usulan: UUID) -> str | None:
    """The OPD that a sent meeting has given this usulan to."""
    found = rows.rows(
        "select u.opd from usulan_masuk u join rapat r on r.id = u.rapat "
        "where u.id = $1 and r.dikirim is not null and u.prioritas is not null",
        usulan,
    )
    return found[0][0] if found else None


def desa_and_opd(rows: Rows, usulan: UUID) -> tuple[str | None, str | None]:
    """The desa/kelurahan that an usulan comes from, and the OPD that its meeting has sent it to. None where none."""
    found = rows.rows(
        """
        select u.desa, case when r.dikirim is not null and m.prioritas is not null then m.opd end
        from usulan u
        left join usulan_masuk m on m.id = u.id
        left join rapat r on r.id = m.rapat
        where u.id = $1
        """,
        usulan,
    )
    return (found[0][0], found[0][1]) if found else (None, None)


def _berkas(row: Row) -> Berkas:
    id_, pemilik, jenis, *rest = row
    return Berkas(id_, pemilik, JenisBerkas(jenis), *rest)
