"""Rows of the trail as a sheet, in words: newest first, each with the hash that the next one holds."""

from datetime import datetime

from musrenbang.formats import wib
from musrenbang.kalimat import told
from musrenbang.model import BarisJejak, HalamanJejak, Kamus
from reports.lists.listing import Field, Row, Sheet

FIELDS = (
    Field("Rapat", 26), Field("Nomor", 9, "whole"), Field("Waktu (WIB)", 20), Field("Akun", 22), Field("Nama", 30),
    Field("Tindakan", 26), Field("Kode Usulan", 24), Field("Yang Terjadi", 60), Field("Perubahan", 80),
    Field("Hash", 66),
)  # fmt: skip
SEL_MAKS = 32_000  # characters: what a cell of a workbook holds


def sheet(found: HalamanJejak, dicetak: datetime) -> Sheet:
    return Sheet("Jejak", FIELDS, [_row(row, found.kamus) for row in found.baris], dicetak)


def _row(row: BarisJejak, kamus: Kamus) -> Row:
    k = told(row, kamus)
    return (
        kamus.rantai.get(row.rantai, (row.rantai, None))[0], row.nomor, f"{wib(row.waktu):%Y-%m-%d %H:%M:%S}",
        row.oleh, kamus.orang.get(row.oleh, ""), row.tindakan, k.kode, f"{k.subyek} {k.predikat}",
        "; ".join(k.perubahan)[:SEL_MAKS], row.hash,
    )  # fmt: skip
