"""The line of the pagu on Hasil Skoring: on one page alone, in words, and never where nothing is to be divided."""

import pytest

from musrenbang.pagu import Jangkauan
from pages.musyawarah import charts, garis_pagu
from pages.musyawarah.charts import BARIS, KEPALA
from tests.pages.usulan_rows import masuk


def j(termuat: int, *, seri: bool = False) -> Jangkauan:
    return Jangkauan(5_000_000_000, termuat, 4_923_000_000, 20, 12_345_000_000, seri)


@pytest.mark.parametrize(
    ("termuat", "first", "shown", "above"),
    [(3, 0, 8, 3), (8, 0, 8, 8), (8, 8, 8, 0), (9, 8, 8, 1), (9, 0, 8, 0), (0, 0, 8, 0), (20, 16, 4, 0)],
)
def test_it_stands_below_the_last_that_is_held(termuat: int, first: int, shown: int, above: int) -> None:
    assert garis_pagu.rows_above(j(termuat), first, shown) == above


def test_it_says_the_sum_and_the_pagu() -> None:
    assert "Sampai di sini Rp4,92 miliar dari pagu Rp5,00 miliar" in garis_pagu.line(j(3))


def test_the_sums_are_said_in_whole_rupiah() -> None:
    said = garis_pagu.sums(j(3))
    assert "Pagu indikatif Rp5.000.000.000 memuat 3 usulan teratas, Rp4.923.000.000." in said
    assert "Semua 20 usulan berperingkat Rp12.345.000.000." in said
    assert "Pagu tidak mengubah peringkat" in said
    assert "seri" not in said
    assert "Garisnya jatuh di antara usulan seri." in garis_pagu.sums(j(3, seri=True))


def test_all_and_none_are_said_in_words() -> None:
    assert "memuat semua 20 usulan berperingkat, Rp12.345.000.000." in garis_pagu.sums(j(20))
    assert "belum memuat usulan teratas. Semua 20" in garis_pagu.sums(j(0))


def test_the_chart_leaves_the_same_room_between_its_bars() -> None:
    rows = [masuk("d", at, poin=300, tingkat=(3,) * 8) for at in range(1, 4)]
    plain, lined = (charts.ranking(rows, (), 300, above) for above in (0, 2))
    assert plain.layout.height == KEPALA + 3 * BARIS
    assert lined.layout.height == KEPALA + 3 * BARIS + BARIS // 2
    assert list(lined.data[-1].y) == [0, 1, 2.5]
    assert [shape.y0 for shape in lined.layout.shapes] == [1.75]
    assert not plain.layout.shapes
