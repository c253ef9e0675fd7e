"""Kapsul: which meetings are away, what goes out with one, and filling a database from that."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from musrenbang.model import IsiKapsul, Kapsul, KapsulTercatat, KeadaanKapsul, Rapat
from musrenbang.store import moving
from musrenbang.store.bulk import insert_many
from musrenbang.store.copying import Named
from musrenbang.store.engine import Rows

KOLOM = "id, rapat, keadaan, kunci, nomor, pangkal, ujung, waktu, oleh"
RAPAT = "in (select id from rapat where kecamatan = $1)"
RANTAI = "in (select cast(id as varchar) from rapat where kecamatan = $1)"
UTUH = ("tahun", "prioritas", "kriteria", "tingkat", "aturan", "opd")  # of these all rows go out
# and of these what is of one kecamatan ($1); earlier years go along, as usulan name their pendahulu
DI_KECAMATAN = {
    "kecamatan": "kode = $1",
    "desa": "kecamatan = $1",
    "pagu": "kecamatan = $1",
    "akun": "peran in ('camat', 'desa') and (wilayah = $1 or wilayah in (select kode from desa where kecamatan = $1))",
    "usulan": "kecamatan = $1",
    "rapat": "kecamatan = $1",
    "daftar_hadir": f"rapat {RAPAT}",
    "berita_acara": f"rapat {RAPAT}",
    "bobot_rapat": f"rapat {RAPAT}",
    "pembukaan_kembali": f"rapat {RAPAT}",
    "usulan_masuk": f"rapat {RAPAT}",
    "skor": f"rapat {RAPAT}",
    "urutan_seri": f"rapat {RAPAT}",
    "jawaban": f"usulan in (select id from usulan_masuk where rapat {RAPAT})",
    "rantai": f"kunci {RANTAI}",
    "jejak": f"rantai {RANTAI}",
}
# documents of one meeting ($1) and of its usulan; those of earlier years stay
BERKAS = (
    "(pemilik = $1 or pemilik in "
    "(select u.id from usulan u join rapat r on r.kecamatan = u.kecamatan and r.tahun = u.tahun where r.id = $1))"
)
# what is of one machine alone, or Bappeda's own
TIDAK_IKUT = frozenset(
    {"skema", "sesi", "gagal_masuk", "layar_proyektor", "keterangan", "pandangan", "kapsul", "identitas"}
)
AKUN = "pengguna"  # the chain of all accounts
HANYA_KELUAR = frozenset({"akun"})  # passwords that were changed on the laptop are nobody's business


def find(rows: Rows, id_: UUID) -> Kapsul | None:
    return _one(rows, "id = $1", id_)


def away(rows: Rows, rapat: UUID) -> Kapsul | None:
    """The kapsul that holds this meeting now."""
    return _one(rows, "rapat = $1 and keadaan = 'keluar'", rapat)


def here(rows: Rows) -> Kapsul | None:
    """The kapsul that this database was filled from; None at Bappeda."""
    return _one(rows, "keadaan in ('di sini', 'diserahkan')")


def out(rows: Rows) -> set[UUID]:
    """All that are away."""
    return {id_ for (id_,) in rows.rows("select id from kapsul where keadaan = 'keluar'")}


def told(rows: Rows) -> list[KapsulTercatat]:
    """All that this database has let out, the latest first."""
    found = rows.rows(
        "select c.id, c.rapat, k.nama, r.tahun, c.keadaan, c.waktu, c.oleh "
        "from kapsul c join rapat r on r.id = c.rapat join kecamatan k on k.kode = r.kecamatan "
        "where c.keadaan in ('keluar', 'diterima', 'dibatalkan') order by c.waktu desc, k.kode, c.id"
    )
    return [
        KapsulTercatat(id_, rapat, nama, tahun, KeadaanKapsul(keadaan), waktu, oleh)
        for id_, rapat, nama, tahun, keadaan, waktu, oleh in found
    ]


def add(tx: Rows, kapsul: Kapsul) -> None:
    insert_many(tx, "kapsul", KOLOM, [astuple(kapsul)])


def change(tx: Rows, kapsul: Kapsul) -> None:
    """Its keadaan, ujung, waktu and oleh become these."""
    tx.rows(
        "update kapsul set keadaan = $1, ujung = $2, waktu = $3, oleh = $4 where id = $5",
        kapsul.keadaan, kapsul.ujung, kapsul.waktu, kapsul.oleh, kapsul.id,
    )  # fmt: skip


def going_out(rows: Rows, rapat: Rapat) -> IsiKapsul:
    """All that the meeting needs to be held elsewhere."""
    wheres: dict[str, tuple[str, Sequence[object]]] = dict.fromkeys(UTUH, ("true", ()))
    wheres |= {table: (where, (rapat.kecamatan.kode,)) for table, where in DI_KECAMATAN.items()}
    wheres["berkas"] = f"{BERKAS} or (jenis = 'lambang' and diganti is null)", (rapat.id,)
    return _content(rows, wheres)


def going_back(rows: Rows) -> IsiKapsul:
    """All that there is where the meeting was held, but the accounts and what was done to them there."""
    left_out = TIDAK_IKUT | HANYA_KELUAR
    wheres: dict[str, tuple[str, Sequence[object]]]
    wheres = {table: ("true", ()) for table in moving.tables(rows) if table not in left_out}
    return _content(rows, wheres | {"rantai": ("kunci <> $1", (AKUN,)), "jejak": ("rantai <> $1", (AKUN,))})


def documents(isi: IsiKapsul) -> list[Named]:
    """Each document that a row names."""
    at = [isi.kolom["berkas"].index(name) for name in ("id", "nama", "ukuran", "sidik")]
    rows = ([row[place] for place in at] for row in isi.baris["berkas"])
    return [Named(UUID(id_), str(nama), int(ukuran), str(sidik)) for id_, nama, ukuran, sidik in rows]


def fill(tx: Rows, isi: IsiKapsul) -> None:
    """Into an empty database. Raises ValueError for a table or column that no kapsul has."""
    known = set(moving.tables(tx)) - TIDAK_IKUT
    for table, rows in isi.baris.items():
        types = moving.columns(tx, table) if table in known else {}
        if not types or set(isi.kolom[table]) != set(types):
            raise ValueError(table)
        if rows:
            moving.insert(tx, table, {name: types[name] for name in isi.kolom[table]}, rows)


def _one(rows: Rows, where: str, *values: object) -> Kapsul | None:
    found = rows.rows(f"select {KOLOM} from kapsul where {where}", *values)
    if not found:
        return None
    id_, rapat, keadaan, *rest = found[0]
    return Kapsul(id_, rapat, KeadaanKapsul(keadaan), *rest)


def _content(rows: Rows, wheres: Mapping[str, tuple[str, Sequence[object]]]) -> IsiKapsul:
    kolom = {table: list(moving.columns(rows, table)) for table in wheres}
    baris = {
        table: [
            [_plain(value) for value in row]
            for row in rows.rows(f"select {', '.join(kolom[table])} from {table} where {where}", *values)
        ]
        for table, (where, values) in wheres.items()
    }
    return IsiKapsul(kolom, baris)


def _plain(value: Any) -> Any:
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    return str(value) if isinstance(value, UUID | Decimal) else value
