"""Scores: one wide row an usulan, opened by Hitung."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from musrenbang.model import Tingkat
from musrenbang.store.engine import Rows, insert_many


def open_ready(tx: Rows, rapat: UUID, oleh: str, now: datetime) -> int:
    """Give every usulan that has prioritas and OPD an empty score row. Returns how many were opened now (L23)."""
    opened = tx.rows(
        "insert into skor (usulan, rapat, oleh, diubah, versi) "
        "select u.id, u.rapat, $2, $3, 1 from usulan_masuk u "
        "where u.rapat = $1 and u.prioritas is not null and u.opd is not null "
        "and not exists (select 1 from skor s where s.usulan = u.id) "
        "returning usulan",
        rapat, oleh, now,
    )  # fmt: skip
    return len(opened)


def save(tx: Rows, usulan: UUID, versi: int, tingkat: Tingkat, oleh: str, now: datetime) -> bool:
    """False, and nothing written, when `versi` is no longer the stored one."""
    changed = tx.rows(
        "update skor set k1 = $1, k2 = $2, k3 = $3, k4 = $4, k5 = $5, k6 = $6, k7 = $7, k8 = $8, "
        "oleh = $9, diubah = $10, versi = versi + 1 where usulan = $11 and versi = $12 returning versi",
        *tingkat, oleh, now, usulan, versi,
    )  # fmt: skip
    return bool(changed)


def set_tie_order(tx: Rows, rapat: UUID, putusan: str, usulan: Sequence[UUID], alasan: str) -> None:
    """Replace the meeting's own order for these usulan."""
    tx.rows("delete from urutan_seri where usulan = any($1)", list(usulan))
    rows = [(id_, rapat, putusan, place, alasan) for place, id_ in enumerate(usulan, 1)]
    insert_many(tx, "urutan_seri", "usulan, rapat, putusan, urutan, alasan", rows)
