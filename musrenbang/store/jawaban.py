"""What OPD have answered to the usulan that were sent to them."""

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid5

from musrenbang.model import IsiJawaban, Jawab, Jawaban
from musrenbang.store.bulk import insert_many, update_many
from musrenbang.store.engine import Row, Rows

ISI = "j.jawab, j.alasan, j.volume, j.biaya, j.anggaran, j.realisasi, j.waktu, j.versi"
SHOWN = f"""
select j.usulan, {ISI}
from jawaban j
join usulan_masuk u on u.id = j.usulan and u.opd = j.opd
join rapat r on r.id = u.rapat
where u.prioritas is not null
  and r.dikirim is not null
"""
TYPES = {
    "id": "uuid", "jawab": "varchar", "alasan": "varchar", "volume": "decimal(14, 2)", "biaya": "bigint",
    "anggaran": "bigint", "realisasi": "bigint", "oleh": "varchar", "waktu": "timestamp",
}  # fmt: skip
KEYS = "id, usulan, opd, versi"


def in_meeting(rows: Rows, rapat: UUID) -> dict[UUID, Jawaban]:
    """Answers by usulan; these three give those that are shown: of usulan that stand sent to the very OPD."""
    return _shown(rows.rows(f"{SHOWN} and u.rapat = $1", rapat))


def of_opd(rows: Rows, opd: str, tahun: int) -> dict[UUID, Jawaban]:
    return _shown(rows.rows(f"{SHOWN} and u.opd = $1 and r.tahun = $2", opd, tahun))


def of_usulan(rows: Rows, usulan: Sequence[UUID]) -> dict[UUID, Jawaban]:
    return _shown(rows.rows(f"{SHOWN} and u.id = any($1)", list(usulan)))


def given(rows: Rows, opd: str, usulan: Sequence[UUID]) -> dict[UUID, Jawaban]:
    """All that this OPD has ever answered to these usulan, by usulan."""
    sql = f"select j.usulan, {ISI} from jawaban j where j.opd = $1 and j.usulan = any($2)"
    return _shown(rows.rows(sql, opd, list(usulan)))


def all_of_meeting(rows: Rows, rapat: UUID) -> dict[tuple[str, str], Jawaban]:
    """Every answer that is kept, by kode of the usulan and of the OPD."""
    sql = f"select u.kode, j.opd, {ISI} from jawaban j join usulan_masuk u on u.id = j.usulan where u.rapat = $1"
    return {(row[0], row[1]): _jawaban(row[2:]) for row in rows.rows(sql, rapat)}


def save(tx: Rows, opd: str, after: Mapping[UUID, Jawaban], oleh: str) -> None:
    """Writes each answer over the one whose `versi` it still carries; 0 stands for none. The caller holds the chain."""
    new = [(_id(usulan, opd), usulan, opd, 1, *_values(j, oleh)) for usulan, j in after.items() if not j.versi]
    insert_many(tx, "jawaban", f"{KEYS}, {', '.join(list(TYPES)[1:])}", new)
    old = {usulan: j for usulan, j in after.items() if j.versi}
    if old:
        seen = [(_id(usulan, opd), j.versi) for usulan, j in old.items()]
        update_many(tx, "jawaban", TYPES, seen, [_values(j, oleh) for j in old.values()])


def end(tx: Rows, rapat: UUID, kodes: Sequence[str]) -> None:
    """Of whatever OPD the answers to these usulan are."""
    tx.rows(
        "delete from jawaban where usulan in (select id from usulan_masuk where rapat = $1 and kode = any($2))",
        rapat, list(kodes),
    )  # fmt: skip


def _id(usulan: UUID, opd: str) -> UUID:
    return uuid5(usulan, opd)


def _values(j: Jawaban, oleh: str) -> tuple[object, ...]:
    isi = j.isi
    return (isi.jawab.value, isi.alasan, isi.volume, isi.biaya, j.anggaran, j.realisasi, oleh, j.waktu)


def _shown(rows: Sequence[Row]) -> dict[UUID, Jawaban]:
    return {row[0]: _jawaban(row[1:]) for row in rows}


def _jawaban(row: Row) -> Jawaban:
    return Jawaban(IsiJawaban(Jawab(row[0]), *row[1:4]), *row[4:])
