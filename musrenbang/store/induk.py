"""Writing what meetings refer to: kriteria and their words of a year."""

from uuid import UUID

from musrenbang.model import Bobot, Kriteria
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
