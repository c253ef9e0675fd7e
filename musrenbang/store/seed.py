"""Filling an empty store with reference data and one waiting meeting for each kecamatan."""

from uuid import NAMESPACE_URL, UUID, uuid5

from musrenbang.intake.reference_files import ReferenceData
from musrenbang.model import Kriteria
from musrenbang.store import meetings
from musrenbang.store.bulk import insert_many
from musrenbang.store.engine import Rows


def meeting_id(kecamatan: str, tahun: int) -> UUID:
    """The same kecamatan and year have the same id in every database, so files can be merged."""
    return uuid5(NAMESPACE_URL, f"musrenbang/{tahun}/{kecamatan}")


def is_empty(rows: Rows) -> bool:
    return not rows.rows("select 1 from tahun limit 1")


def is_sample(rows: Rows) -> bool:
    return bool(rows.rows("select 1 from keterangan where kunci = 'contoh'"))


def mark_sample(tx: Rows) -> None:
    tx.rows("insert into keterangan (kunci, nilai) values ('contoh', 'ya')")


def fill(tx: Rows, data: ReferenceData, tahun: int) -> None:
    insert_many(tx, "tahun", "tahun", [(tahun,)])
    insert_many(tx, "kecamatan", "kode, nama", [(k.kode, k.nama) for k in data.kecamatan])
    insert_many(tx, "desa", "kode, nama, jenis, kecamatan", [(d.kode, d.nama, d.jenis, d.kecamatan) for d in data.desa])
    insert_many(tx, "opd", "kode, nama, singkatan, urusan", [(o.kode, o.nama, o.singkatan, o.urusan) for o in data.opd])
    insert_many(tx, "prioritas", "tahun, nomor, nama", [(tahun, p.nomor, p.nama) for p in data.prioritas])
    rules = [(tahun, a.kunci, a.sikap.value, a.angka, "; ".join(a.kata)) for a in data.aturan]
    insert_many(tx, "aturan", "tahun, kunci, sikap, angka, kata", rules)
    for k in data.kriteria:
        _fill_kriteria(tx, tahun, k)
    for kecamatan in data.kecamatan:
        meetings.create(tx, meeting_id(kecamatan.kode, tahun), tahun, kecamatan.kode)


def _fill_kriteria(tx: Rows, tahun: int, k: Kriteria) -> None:
    columns = "tahun, nomor, kunci, nama, singkat, bobot"
    insert_many(tx, "kriteria", columns, [(tahun, k.nomor, k.kunci, k.nama, k.singkat, k.bobot)])
    lain = k.kata_bidang_lain or ("",) * k.tingkat_maks
    levels = [(tahun, k.nomor, i, kata, other) for i, (kata, other) in enumerate(zip(k.kata, lain, strict=True), 1)]
    insert_many(tx, "tingkat", "tahun, kriteria, tingkat, kata, kata_bidang_lain", levels)
