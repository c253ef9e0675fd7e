"""What L01 and L08 say of one desa/kelurahan, and of all together."""

import pytest

from musrenbang.model import Desa, KesiapanDesa
from pages.persiapan.readiness import left_out, readiness, total, waiting_first


def desa(usulan: int, disetujui: int, masuk: int = 0, jenis: str = "Desa") -> KesiapanDesa:
    return KesiapanDesa(Desa("12.05.01.2001", "Lau Damak", jenis, "12.05.01"), usulan, disetujui, disetujui * 10, masuk)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (desa(0, 0), "Belum memasukkan"),
        (desa(5, 0), "Belum menyetujui"),
        (desa(5, 3), "Siap, 2 belum disetujui"),
        (desa(5, 5), "Siap"),
    ],
)
def test_before_opening(row: KesiapanDesa, said: str) -> None:
    assert readiness(row)[2] == said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (desa(0, 0), "Tidak ada: belum memasukkan usulan"),
        (desa(5, 5, 3), "2 disetujui, belum diambil"),
        (desa(5, 3, 3), "2 belum disetujui di desa"),
        (desa(5, 3, 3, "Kelurahan"), "2 belum disetujui di kelurahan"),
        (desa(5, 5, 5), "Tidak ada, semua masuk"),
    ],
)
def test_after_ambil(row: KesiapanDesa, said: str) -> None:
    assert left_out(row)[2] == said


def test_who_has_approved_nothing_stands_on_top() -> None:
    first, second, third = desa(5, 5), desa(0, 0), desa(5, 1)
    assert waiting_first([first, second, third]) == [second, first, third]


def test_total_counts_the_ready_and_adds_the_rest() -> None:
    all_ = total([desa(5, 3, 2), desa(4, 0), desa(0, 0)])
    assert (all_.desa, all_.siap, all_.usulan, all_.disetujui, all_.masuk, all_.biaya) == (3, 1, 9, 3, 2, 30)
