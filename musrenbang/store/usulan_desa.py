"""Usulan as desa/kelurahan keep them, before a meeting has loaded them: the table usulan (L01)."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple
from uuid import UUID

from musrenbang.model import Asal, Bidang, Desa, IsiUsulan, KesiapanDesa, Kewenangan, Usulan
from musrenbang.store.bulk import insert_many, update_many
from musrenbang.store.engine import Row, Rows

ISI = "nama, permasalahan, lokasi, volume, satuan, biaya, penerima, bidang, kewenangan, opd"
SUMBER = f"id, kode, tahun, kecamatan, asal, desa, urutan, {ISI}, disetujui, versi, pendahulu"
TYPES = {
    "id": "uuid", "urutan": "integer", "nama": "varchar", "permasalahan": "varchar", "lokasi": "varchar",
    "volume": "decimal(14, 2)", "satuan": "varchar", "biaya": "bigint", "penerima": "integer", "bidang": "varchar",
    "kewenangan": "varchar", "opd": "varchar", "disetujui": "boolean",
}  # fmt: skip


def of_desa(rows: Rows, desa: str, tahun: int) -> list[Usulan]:
    found = rows.rows(f"select {SUMBER} from usulan where desa = $1 and tahun = $2 order by urutan, kode", desa, tahun)
    return [_usulan(row) for row in found]


def of_kecamatan(rows: Rows, kecamatan: str, tahun: int) -> list[Usulan]:
    found = rows.rows(
        f"select {SUMBER} from usulan where kecamatan = $1 and tahun = $2 order by desa, urutan, kode", kecamatan, tahun
    )
    return [_usulan(row) for row in found]


def next_number(rows: Rows, rapat: UUID, desa: str, tahun: int) -> int:
    """The next for the kode of an usulan. A number that was ever used, as the trail knows, does not come back."""
    prefix = f"{tahun}-{desa}-"
    found = rows.rows(
        "select kode from usulan where desa = $1 and tahun = $2 "
        "union select substr(objek, length('usulan ') + 1) from jejak where rantai = $3 and objek like $4",
        desa, tahun, str(rapat), f"usulan {prefix}%",
    )  # fmt: skip
    numbers = (kode.removeprefix(prefix) for (kode,) in found)
    return 1 + max((int(n) for n in numbers if n.isdecimal()), default=0)


def used(rows: Rows, rapat: Sequence[UUID]) -> dict[str, int]:
    """Every kode that an usulan of these meetings ever had, as the trail knows, and how many rows it has of each."""
    found = rows.rows(
        "select substr(objek, length('usulan ') + 1), count(*) from jejak "
        "where rantai = any($1) and objek like 'usulan %' group by objek",
        [str(id_) for id_ in rapat],
    )
    return dict(found)


def elsewhere(rows: Rows, kodes: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Which of these kode an usulan has, of whichever meeting: the name of its kecamatan, and its year."""
    found = rows.rows(
        "select u.kode, k.nama, u.tahun from (select unnest(cast($1 as varchar[])) as kode) w "
        "join usulan u on u.kode = w.kode join kecamatan k on k.kode = u.kecamatan",
        list(kodes),
    )
    return {kode: (kecamatan, tahun) for kode, kecamatan, tahun in found}


def changed_since(rows: Rows, rapat: UUID, kecamatan: str, tahun: int) -> list[tuple[str, str, str]]:
    """What Ambil would bring or take out now (L08): (desa, "baru", "berubah" or "ditarik", nama)."""
    found = rows.rows(
        """
        select u.desa as desa, u.urutan as urutan, case when m.id is null then 'baru' else 'berubah' end, u.nama
        from usulan u
        left join usulan_masuk m on m.id = u.id and m.rapat = $1
        where u.kecamatan = $2 and u.tahun = $3 and u.disetujui and (m.id is null or u.versi > m.versi_sumber)
        union all
        select m.desa, m.urutan, 'ditarik', m.nama
        from usulan_masuk m
        where m.rapat = $1 and m.desa is not null
          and not exists (select 1 from usulan u where u.id = m.id and u.disetujui)
        order by desa, urutan
        """,
        rapat, kecamatan, tahun,
    )  # fmt: skip
    return [(desa, change, nama) for desa, _, change, nama in found]


def desa_of(rows: Rows, usulan: Sequence[UUID]) -> list[str]:
    """The kode of each desa/kelurahan that any of these usulan is of."""
    found = rows.rows("select distinct desa from usulan where id = any($1) order by desa", list(usulan))
    return [kode for (kode,) in found]


def add(tx: Rows, usulan: Sequence[Usulan]) -> None:
    insert_many(tx, "usulan", SUMBER, [_flat(u) for u in usulan])


def save(tx: Rows, usulan: Sequence[Usulan], dilihat: Mapping[UUID, int]) -> set[object]:
    """Write content, place in the order and approval. Returns the ids that were still at the versi that was seen."""
    values = [(u.urutan, *isi_values(u.isi), u.disetujui) for u in usulan]
    return update_many(tx, "usulan", TYPES, [(u.id, dilihat[u.id]) for u in usulan], values)


def remove(tx: Rows, id_: UUID, versi: int) -> bool:
    """False when `versi` is not the stored one."""
    return bool(tx.rows("delete from usulan where id = $1 and versi = $2 returning id", id_, versi))


def loaded_desa(rows: Rows, rapat: UUID) -> frozenset[str]:
    """The kode of every desa/kelurahan of which something is in the meeting: their usulan are closed (L08)."""
    return frozenset(
        row[0]
        for row in rows.rows("select distinct desa from usulan_masuk where rapat = $1 and desa is not null", rapat)
    )


def readiness(rows: Rows, rapat: UUID, kecamatan: str, tahun: int) -> list[KesiapanDesa]:
    found = rows.rows(
        """
        select
            d.kode, d.nama, d.jenis, d.kecamatan,
            count(u.id), count(u.id) filter (where u.disetujui),
            cast(coalesce(sum(u.biaya) filter (where u.disetujui), 0) as bigint), count(m.id)
        from desa d
        left join usulan u on u.desa = d.kode and u.tahun = $2
        left join usulan_masuk m on m.id = u.id and m.rapat = $3
        where d.kecamatan = $1
        group by d.kode, d.nama, d.jenis, d.kecamatan
        order by d.kode
        """,
        kecamatan, tahun, rapat,
    )  # fmt: skip
    return [KesiapanDesa(Desa(*row[:4]), *row[4:]) for row in found]


def _flat(u: Usulan) -> tuple[object, ...]:
    head = (u.id, u.kode, u.tahun, u.kecamatan, u.asal.value, u.desa, u.urutan)
    return (*head, *isi_values(u.isi), u.disetujui, u.versi, u.pendahulu)


def isi_values(isi: IsiUsulan) -> tuple[object, ...]:
    """In the order of ISI."""
    *plain, bidang, kewenangan, opd = astuple(isi)
    return (*plain, str(bidang), str(kewenangan), opd)


def _usulan(row: Row) -> Usulan:
    id_, kode, tahun, kecamatan, asal, desa, urutan = row[:7]
    return Usulan(id_, kode, tahun, kecamatan, Asal(asal), desa, urutan, isi_of(row[7:17]), *row[17:])


def isi_of(row: Row) -> IsiUsulan:
    """From the ten columns of ISI."""
    return IsiUsulan(*(*row[:7], Bidang(row[7]), Kewenangan(row[8]), row[9]))
