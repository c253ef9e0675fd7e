"""Reference data of a year: kecamatan, desa, OPD, prioritas, kriteria, aturan."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from musrenbang.model import Aturan, Bobot, Desa, Kecamatan, Kriteria, Opd, Prioritas, Rapat, Rujukan, Sikap
from musrenbang.store.bulk import insert_many
from musrenbang.store.engine import Row, Rows


def kecamatan(rows: Rows) -> list[Kecamatan]:
    return [Kecamatan(*row) for row in rows.rows("select kode, nama, alamat, kontak from kecamatan order by kode")]


def desa(rows: Rows, kode_kecamatan: str) -> list[Desa]:
    found = rows.rows(
        "select kode, nama, jenis, kecamatan from desa where kecamatan = $1 order by kode", kode_kecamatan
    )
    return [Desa(*row) for row in found]


def every_desa(rows: Rows) -> list[Desa]:
    return [Desa(*row) for row in rows.rows("select kode, nama, jenis, kecamatan from desa order by kode")]


def find_desa(rows: Rows, kode: str) -> Desa | None:
    found = rows.rows("select kode, nama, jenis, kecamatan from desa where kode = $1", kode)
    return Desa(*found[0]) if found else None


def opd(rows: Rows) -> dict[str, Opd]:
    found = rows.rows("select kode, nama, singkatan, urusan from opd order by kode")
    return {row[0]: Opd(*row) for row in found}


def prioritas(rows: Rows, tahun: int) -> dict[int, Prioritas]:
    found = rows.rows("select nomor, nama from prioritas where tahun = $1 order by nomor", tahun)
    return {row[0]: Prioritas(*row) for row in found}


def aturan(rows: Rows, tahun: int) -> list[Aturan]:
    found = rows.rows("select kunci, sikap, angka, kata from aturan where tahun = $1 order by kunci", tahun)
    return [
        Aturan(kunci, Sikap(sikap), angka, tuple(k.strip() for k in kata.split(";") if k.strip()))
        for kunci, sikap, angka, kata in found
    ]


def of_meeting(rows: Rows, rapat: Rapat) -> Rujukan:
    return Rujukan(
        bobot(rows, rapat),
        opd(rows),
        prioritas(rows, rapat.tahun),
        tuple(desa(rows, rapat.kecamatan.kode)),
        tuple(aturan(rows, rapat.tahun)),
    )


def bobot(rows: Rows, rapat: Rapat) -> Bobot:
    """The frozen kriteria of a meeting; before Mulai those of its year."""
    return bobot_of_meeting(rows, rapat.id) or bobot_of_year(rows, rapat.tahun)


def bobot_of_year(rows: Rows, tahun: int) -> Bobot:
    """Kriteria as Bappeda keeps them now: for a meeting that has not started."""
    found = rows.rows("select nomor, kunci, nama, singkat, bobot from kriteria where tahun = $1 order by nomor", tahun)
    words = rows.rows(
        "select kriteria, kata, kata_bidang_lain from tingkat where tahun = $1 order by kriteria, tingkat", tahun
    )
    approval = rows.rows("select nomor_penetapan, tanggal_penetapan from tahun where tahun = $1", tahun)
    return Bobot(tuple(_kriteria(row, words) for row in found), *(approval[0] if approval else (None, None)))


def _kriteria(row: Row, words: Sequence[Row]) -> Kriteria:
    own = [w for w in words if w[0] == row[0]]
    lain = tuple(str(w[2]) for w in own if w[2])
    return Kriteria(*(*row[:5], tuple(str(w[1]) for w in own), lain))


def bobot_of_meeting(rows: Rows, rapat: UUID) -> Bobot | None:
    """The frozen kriteria of a meeting, None before it has started."""
    found = rows.rows(
        "select kriteria, nomor_penetapan, tanggal_penetapan, b1, b2, b3, b4, b5, b6, b7, b8 "
        "from bobot_rapat where rapat = $1",
        rapat,
    )
    if not found:
        return None
    text, nomor, tanggal, *bobot = found[0]
    kriteria = tuple(_thaw(item, b) for item, b in zip(json.loads(text), bobot, strict=True))
    return Bobot(kriteria, nomor, tanggal)


def freeze_bobot(tx: Rows, rapat: UUID, bobot: Bobot) -> None:
    text = json.dumps([_freeze(k) for k in bobot.kriteria], ensure_ascii=False)
    values = (rapat, *(k.bobot for k in bobot.kriteria), text, bobot.nomor_penetapan, bobot.tanggal_penetapan)
    columns = "rapat, b1, b2, b3, b4, b5, b6, b7, b8, kriteria, nomor_penetapan, tanggal_penetapan"
    insert_many(tx, "bobot_rapat", columns, [values])


def _freeze(k: Kriteria) -> dict[str, object]:
    return {
        "nomor": k.nomor, "kunci": k.kunci, "nama": k.nama, "singkat": k.singkat,
        "kata": k.kata, "kata_bidang_lain": k.kata_bidang_lain,
    }  # fmt: skip


def _thaw(item: dict[str, Any], bobot: int) -> Kriteria:
    words = {name: tuple(item[name]) for name in ("kata", "kata_bidang_lain")}
    return Kriteria(**{**item, **words, "bobot": bobot})
