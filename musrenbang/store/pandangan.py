"""Choices of Perbandingan saved under a name."""

import json
from uuid import UUID

from musrenbang.model import Asal, Bidang, Lingkup, Pandangan
from musrenbang.store.bulk import insert_many
from musrenbang.store.engine import Row, Rows

COLUMNS = "id, nama, tahun, pilihan, oleh, disimpan, versi"
KINDS = {"kecamatan": str, "prioritas": int, "opd": str, "bidang": Bidang, "asal": Asal}


def all_views(rows: Rows) -> list[Pandangan]:
    """By name."""
    found = [_view(row) for row in rows.rows(f"select {COLUMNS} from pandangan")]
    return sorted(found, key=lambda view: view.nama.casefold())


def find(rows: Rows, id_: UUID) -> Pandangan | None:
    found = rows.rows(f"select {COLUMNS} from pandangan where id = $1", id_)
    return _view(found[0]) if found else None


def add(tx: Rows, view: Pandangan) -> None:
    pilihan = json.dumps(choices(view.lingkup), ensure_ascii=False)
    values = (view.id, view.nama, view.lingkup.tahun, pilihan, view.oleh, view.disimpan, view.versi)
    insert_many(tx, "pandangan", COLUMNS, [values])


def rename(tx: Rows, id_: UUID, nama: str) -> None:
    tx.rows("update pandangan set nama = $1, versi = versi + 1 where id = $2", nama, id_)


def remove(tx: Rows, id_: UUID) -> None:
    tx.rows("delete from pandangan where id = $1", id_)


def choices(lingkup: Lingkup) -> dict[str, list[str | int]]:
    """Plain values by field of Lingkup; a field without a choice is left out."""
    chosen = {field: [getattr(one, "value", one) for one in getattr(lingkup, field)] for field in KINDS}
    return {field: options for field, options in chosen.items() if options}


def _view(row: Row) -> Pandangan:
    id_, nama, tahun, pilihan, *rest = row
    chosen = {field: tuple(map(KINDS[field], options)) for field, options in json.loads(pilihan).items()}
    return Pandangan(id_, nama, Lingkup(tahun, **chosen), *rest)
