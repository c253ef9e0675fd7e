"""All master data of a year as sheets, with the heads that are read back when it is imported again."""

from datetime import datetime

from musrenbang.intake.induk_baris import (
    ATURAN,
    BULAT,
    DESA,
    KECAMATAN,
    KRITERIA,
    LEMBAR,
    OPD,
    PAGU,
    PENETAPAN,
    PRIORITAS,
    TINGKAT,
)
from musrenbang.model import IsiInduk, Kriteria
from reports.lists.listing import Field, Row, Sheet

WIDTHS = {"nama": 60, "urusan": 50, "alamat": 60, "kontak": 40, "kata": 40, "kata_bidang_lain": 40, "penetapan": 40}


def sheets(isi: IsiInduk, dicetak: datetime) -> list[Sheet]:
    bobot = isi.bobot
    when = bobot.tanggal_penetapan.isoformat() if bobot.tanggal_penetapan else None
    rows: dict[str, list[Row]] = {
        KRITERIA: [(k.nomor, k.nama, k.singkat, k.bobot) for k in bobot.kriteria],
        TINGKAT: [row for k in bobot.kriteria for row in _levels(k)],
        PENETAPAN: [(bobot.nomor_penetapan, when)],
        PRIORITAS: [(p.nomor, p.nama) for p in isi.prioritas],
        ATURAN: [(a.kunci, a.sikap.value, a.angka, "; ".join(a.kata)) for a in isi.aturan],
        PAGU: [(p.kode, p.nama, p.pagu) for p in isi.pagu],
        OPD: [(o.kode, o.nama, o.singkatan, o.urusan) for o in isi.opd],
        KECAMATAN: [(k.kode, k.nama, k.alamat, k.kontak) for k in isi.kecamatan],
        DESA: [(d.kode, d.nama) for d in isi.desa],
    }
    return [Sheet(nama, _fields(nama), rows[nama], dicetak) for nama in LEMBAR]


def _levels(k: Kriteria) -> list[Row]:
    other = k.kata_bidang_lain or ("",) * k.tingkat_maks
    return [(k.nomor, at, *words) for at, words in enumerate(zip(k.kata, other, strict=True), 1)]


def _fields(nama: str) -> tuple[Field, ...]:
    return tuple(Field(k.judul, WIDTHS.get(k.kunci, 20), "whole" if k.kunci in BULAT else "text") for k in LEMBAR[nama])
