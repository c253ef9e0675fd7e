"""A kapsul that has come back: its rows in a database of their own, and from there into Bappeda's."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import duckdb

from musrenbang.model import IsiKapsul, Kapsul
from musrenbang.store import kapsul as table
from musrenbang.store import moving
from musrenbang.store.engine import Rows, Store
from musrenbang.store.opening import open_store

# what one meeting ($1) consists of, the meeting itself last, as the usulan of its desa are found by it
ISI_RAPAT = {
    "usulan": "exists (select 1 from rapat r "
    "where r.id = $1 and r.kecamatan = usulan.kecamatan and r.tahun = usulan.tahun)",
    "usulan_masuk": "rapat = $1",
    "skor": "rapat = $1",
    "urutan_seri": "rapat = $1",
    "bobot_rapat": "rapat = $1",
    "daftar_hadir": "rapat = $1",
    "berita_acara": "rapat = $1",
    "rapat": "id = $1",
}
# what a meeting refers to, and nobody changes while it is away
RUJUKAN = {"desa": False, "opd": False, "prioritas": True, "aturan": True}  # whether by year
TENTANG_USULAN = ("usulan", "usulan_masuk")


class Unfit(Exception):
    """Rows that no database of this application takes."""


@contextmanager
def opened(isi: IsiKapsul, dokumen: Path) -> Iterator[Store]:
    """The rows as a database in memory, with the documents in that folder. Raises Unfit."""
    store = open_store(":memory:", str(dokumen))
    try:
        try:
            store.transaction(lambda tx: table.fill(tx, isi))
        except (duckdb.Error, ValueError, LookupError, TypeError) as fault:
            raise Unfit from fault
        yield store
    finally:
        store.close()


def take_in(tx: Rows, brought: Rows, kapsul: Kapsul) -> None:
    """The meeting becomes what was brought, its trail goes on with what was brought. Of the answers of OPD, which stay
    here, those end that the meeting has ended."""
    kept = [id_ for (id_,) in brought.rows("select id from jawaban")]
    own = "usulan in (select id from usulan_masuk where rapat = $1)"
    tx.rows(f"delete from jawaban where {own} and not (id = any($2))", kapsul.rapat, kept)
    for name, where in ISI_RAPAT.items():
        tx.rows(f"delete from {name} where {where}", kapsul.rapat)
    for name, where in ISI_RAPAT.items():
        _bring(tx, brought, name, where, kapsul.rapat)
    ids = [id_ for (id_,) in brought.rows("select id from berkas where jenis <> 'lambang'")]
    tx.rows("delete from berkas where id = any($1)", ids)
    _bring(tx, brought, "berkas", "jenis <> 'lambang'")
    rantai = str(kapsul.rapat)
    _bring(tx, brought, "jejak", "rantai = $1 and nomor > $2", rantai, kapsul.nomor)
    nomor, ujung = brought.rows("select nomor, hash from rantai where kunci = $1", rantai)[0]
    tx.rows("update rantai set nomor = $1, hash = $2 where kunci = $3", nomor, ujung, rantai)


def changed(tx: Rows, brought: Rows, rapat: UUID) -> dict[str, set[str]]:
    """By table, the kode of each usulan that is not the same in both, or in one of them only."""
    return {name: _differing_kodes(tx, brought, name, rapat) for name in TENTANG_USULAN}


def foreign_references(tx: Rows, brought: Rows, tahun: int) -> list[str]:
    """The tables of master data in which what was brought differs from what is here."""
    return [name for name in RUJUKAN if set(_reference(brought, name, tahun)) - set(_reference(tx, name, tahun))]


def foreign_documents(tx: Rows, brought: Rows, rapat: UUID) -> list[str]:
    """Names of documents that are not of this meeting: that stand here already, or belong to something else here."""
    rows = brought.rows("select id, pemilik, nama from berkas where jenis <> 'lambang'")
    ids, owners = [row[0] for row in rows], list({row[1] for row in rows})
    taken = {id_ for (id_,) in tx.rows("select id from berkas where id = any($1)", ids)}
    own = {id_ for (id_,) in tx.rows(f"select id from berkas where {table.BERKAS}", rapat)}
    others = _owners_elsewhere(tx, owners, rapat)
    return [nama for id_, pemilik, nama in rows if (id_ in taken and id_ not in own) or pemilik in others]


def _owners_elsewhere(tx: Rows, owners: list[UUID], rapat: UUID) -> set[UUID]:
    found = tx.rows(
        "select id from rapat where id = any($1) and id <> $2 union all select u.id from usulan u "
        "where u.id = any($1) and not exists (select 1 from rapat r "
        "where r.id = $2 and r.kecamatan = u.kecamatan and r.tahun = u.tahun)",
        owners, rapat,
    )  # fmt: skip
    return {id_ for (id_,) in found}


def _reference(rows: Rows, name: str, tahun: int) -> list[tuple[object, ...]]:
    shown = ", ".join(moving.columns(rows, name))
    if RUJUKAN[name]:
        return rows.rows(f"select {shown} from {name} where tahun = $1", tahun)
    return rows.rows(f"select {shown} from {name}")


def _differing_kodes(tx: Rows, brought: Rows, name: str, rapat: UUID) -> set[str]:
    shown = ", ".join(["kode", *(c for c in moving.columns(tx, name) if c != "kode")])
    sql = f"select {shown} from {name} where {ISI_RAPAT[name]}"
    here, there = ({row[0]: row for row in rows.rows(sql, rapat)} for rows in (tx, brought))
    return {str(kode) for kode in here.keys() | there.keys() if here.get(kode) != there.get(kode)}


def _bring(tx: Rows, brought: Rows, name: str, where: str, *values: object) -> None:
    types = moving.columns(tx, name)
    rows = brought.rows(f"select {', '.join(types)} from {name} where {where}", *values)
    for start in range(0, len(rows), moving.PIECE):
        moving.insert(tx, name, types, rows[start : start + moving.PIECE])
