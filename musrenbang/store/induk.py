"""Writing what meetings refer to: kriteria with their words, prioritas and rules of a year, OPD, places, and years."""

from collections.abc import Sequence
from uuid import UUID

from musrenbang.model import Aturan, Bobot, Desa, Kecamatan, Kriteria, Opd, Prioritas
from musrenbang.store import meetings, reference, seed
from musrenbang.store.bulk import insert_many
from musrenbang.store.engine import Rows


def save_bobot(tx: Rows, tahun: int, bobot: Bobot) -> None:
    """Names, weights, words and approval of a year; number and levels of the kriteria stay as they are."""
    tx.rows(
        "update tahun set nomor_penetapan = $2, tanggal_penetapan = $3 where tahun = $1",
        tahun, bobot.nomor_penetapan, bobot.tanggal_penetapan,
    )  # fmt: skip
    for k in bobot.kriteria:
        _save_kriteria(tx, tahun, k)


def _save_kriteria(tx: Rows, tahun: int, k: Kriteria) -> None:
    tx.rows(
        "update kriteria set nama = $3, singkat = $4, bobot = $5 where tahun = $1 and nomor = $2",
        tahun, k.nomor, k.nama, k.singkat, k.bobot,
    )  # fmt: skip
    other = k.kata_bidang_lain or ("",) * k.tingkat_maks
    for tingkat, (kata, lain) in enumerate(zip(k.kata, other, strict=True), 1):
        tx.rows(
            "update tingkat set kata = $4, kata_bidang_lain = $5 "
            "where tahun = $1 and kriteria = $2 and tingkat = $3",
            tahun, k.nomor, tingkat, kata, lain,
        )  # fmt: skip


def is_started(tx: Rows, rapat: UUID) -> bool:
    return bool(tx.rows("select 1 from rapat where id = $1 and dimulai is not null", rapat))


def save_prioritas(tx: Rows, tahun: int, before: Sequence[Prioritas], after: Sequence[Prioritas]) -> None:
    """Names by number; a number that is new is added, one that is gone is taken out."""
    old, new = {p.nomor: p.nama for p in before}, {p.nomor: p.nama for p in after}
    for nomor in old:
        if nomor in new:
            sql = "update prioritas set nama = $3 where tahun = $1 and nomor = $2"
            tx.rows(sql, tahun, nomor, new[nomor])
        else:
            tx.rows("delete from prioritas where tahun = $1 and nomor = $2", tahun, nomor)
    insert_many(tx, "prioritas", "tahun, nomor, nama", [(tahun, n, new[n]) for n in new if n not in old])


def prioritas_in_use(rows: Rows, tahun: int) -> frozenset[int]:
    """The numbers that a meeting of the year has chosen for an usulan."""
    found = rows.rows(
        "select distinct u.prioritas from usulan_masuk u join rapat r on r.id = u.rapat "
        "where r.tahun = $1 and u.prioritas is not null",
        tahun,
    )
    return frozenset(nomor for (nomor,) in found)


def save_aturan(tx: Rows, tahun: int, aturan: Sequence[Aturan]) -> None:
    for a in aturan:
        tx.rows(
            "update aturan set sikap = $3, angka = $4, kata = $5 where tahun = $1 and kunci = $2",
            tahun, a.kunci, a.sikap.value, a.angka, "; ".join(a.kata),
        )  # fmt: skip


def add_opd(tx: Rows, opd: Opd) -> None:
    insert_many(tx, "opd", "kode, nama, singkatan, urusan", [(opd.kode, opd.nama, opd.singkatan, opd.urusan)])


def save_opd(tx: Rows, opd: Opd) -> None:
    sql = "update opd set nama = $2, singkatan = $3, urusan = $4 where kode = $1"
    tx.rows(sql, opd.kode, opd.nama, opd.singkatan, opd.urusan)


def remove_opd(tx: Rows, kode: str) -> None:
    tx.rows("delete from opd where kode = $1", kode)


def opd_in_use(rows: Rows) -> frozenset[str]:
    """Those that an usulan, an answer or an account names."""
    found = rows.rows(
        "select opd from usulan union select opd from usulan_masuk union select opd_usul from usulan_masuk "
        "union select opd from jawaban union select wilayah from akun where peran = 'opd'"
    )
    return frozenset(kode for (kode,) in found if kode)


def save_kecamatan(tx: Rows, kecamatan: Kecamatan) -> None:
    sql = "update kecamatan set nama = $2, alamat = $3, kontak = $4 where kode = $1"
    tx.rows(sql, kecamatan.kode, kecamatan.nama, kecamatan.alamat, kecamatan.kontak)


def add_desa(tx: Rows, desa: Desa) -> None:
    insert_many(tx, "desa", "kode, nama, jenis, kecamatan", [(desa.kode, desa.nama, desa.jenis, desa.kecamatan)])


def save_desa(tx: Rows, desa: Desa) -> None:
    tx.rows("update desa set nama = $2 where kode = $1", desa.kode, desa.nama)


def remove_desa(tx: Rows, kode: str) -> None:
    tx.rows("delete from desa where kode = $1", kode)


def desa_in_use(rows: Rows) -> frozenset[str]:
    """Those that an usulan or an account names."""
    found = rows.rows(
        "select desa from usulan union select desa from usulan_masuk "
        "union select wilayah from akun where peran = 'desa'"
    )
    return frozenset(kode for (kode,) in found if kode)


COPIED = {
    "prioritas": "nomor, nama",
    "kriteria": "nomor, kunci, nama, singkat, bobot",
    "tingkat": "kriteria, tingkat, kata, kata_bidang_lain",
    "aturan": "kunci, sikap, angka, kata",
}


def copy_year(tx: Rows, dari: int, tahun: int) -> int:
    """All that belongs to a year but the approval of its weights, and a waiting meeting for each kecamatan. Returns how
    many meetings."""
    insert_many(tx, "tahun", "tahun", [(tahun,)])
    for table, columns in COPIED.items():
        tx.rows(
            f"insert into {table} (tahun, {columns}) select cast($2 as integer), {columns} from {table} "
            "where tahun = $1",
            dari, tahun,
        )  # fmt: skip
    places = reference.kecamatan(tx)
    for each in places:
        meetings.create(tx, seed.meeting_id(each.kode, tahun), tahun, each.kode)
    return len(places)
