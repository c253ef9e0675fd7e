"""Scores: one wide row an usulan, opened by Hitung."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from musrenbang.model import Dinilai, Tingkat
from musrenbang.store.bulk import insert_many, update_many
from musrenbang.store.engine import Rows

TYPES = {"usulan": "uuid", **{f"k{i}": "integer" for i in range(1, 9)}, "oleh": "varchar", "diubah": "timestamp"}


SENT = """
select k.nama, u.kode, u.nama, coalesce(d.nama, ''), p.peringkat, t.putusan, t.urutan,
    s.k1, s.k2, s.k3, s.k4, s.k5, s.k6, s.k7, s.k8
from peringkat p
join usulan_masuk u on u.id = p.usulan
join skor s on s.usulan = p.usulan
join rapat r on r.id = p.rapat
join kecamatan k on k.kode = r.kecamatan
left join desa d on d.kode = u.desa
left join urutan_seri t on t.usulan = p.usulan
where r.tahun = $1 and r.dikirim is not null
order by r.kecamatan, p.peringkat, u.kode
"""


def latest_sent(rows: Rows) -> int | None:
    """The latest year that has a sent meeting."""
    found: int | None = rows.rows("select max(tahun) from rapat where dikirim is not null")[0][0]
    return found


def sent(rows: Rows, tahun: int) -> list[Dinilai]:
    """What the sent meetings of a year have ranked, meeting by meeting, by rank."""
    return [
        Dinilai(kecamatan, kode, nama, desa, tuple(levels), peringkat, putusan, urutan)
        for kecamatan, kode, nama, desa, peringkat, putusan, urutan, *levels in rows.rows(SENT, tahun)
    ]


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


def save(
    tx: Rows, tingkat: Mapping[UUID, Tingkat], dilihat: Mapping[UUID, int], oleh: str, now: datetime
) -> set[object]:
    """Write the eight levels of each usulan. Returns the ids that were still at the versi that was seen."""
    values = [(*levels, oleh, now) for levels in tingkat.values()]
    return update_many(tx, "skor", TYPES, [(id_, dilihat[id_]) for id_ in tingkat], values)


def tie_orders(rows: Rows, rapat: UUID) -> dict[UUID, int]:
    """The place of each usulan inside its tie, where an order of the meeting covers the whole of it (L25)."""
    return dict(rows.rows("select usulan, urutan from peringkat where rapat = $1 and urutan is not null", rapat))


def ordered(rows: Rows, rapat: UUID) -> bool:
    """Whether the meeting has set an order of its own inside any tie. Nearly always not, which is cheaper to see."""
    return bool(rows.rows("select 1 from urutan_seri where rapat = $1 limit 1", rapat))


def set_tie_order(tx: Rows, rapat: UUID, usulan: Sequence[UUID], alasan: str) -> None:
    """Replace the meeting's own order for these usulan. Their scores get a new version, so that nobody who has seen
    them without this order orders or scores them unawares."""
    tx.rows("delete from urutan_seri where usulan = any($1)", list(usulan))
    moved = tx.rows("update skor set versi = versi + 1 where usulan = any($1) returning usulan, versi", list(usulan))
    versi = next(versi for id_, versi in moved if id_ == usulan[0])
    putusan = f"{usulan[0]}/{versi}"  # each version of a score is ordered at most once, so no two orders share it
    rows = [(id_, rapat, putusan, place, alasan) for place, id_ in enumerate(usulan, 1)]
    insert_many(tx, "urutan_seri", "usulan, rapat, putusan, urutan, alasan", rows)


def end_tie_orders(tx: Rows, usulan: Sequence[UUID]) -> list[UUID]:
    """Remove every order that one of these usulan has a place in. Returns all usulan that had a place in one."""
    ended = tx.rows(
        "delete from urutan_seri where putusan in (select putusan from urutan_seri where usulan = any($1)) "
        "returning usulan",
        list(usulan),
    )
    return sorted(row[0] for row in ended)
