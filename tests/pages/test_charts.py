"""The distribution beside the ranking: whole names over their bars, also those of two lines."""

import pytest

from pages.musyawarah.charts import distribution

PANJANG = "Pelayanan Administrasi Kependudukan Gratis"


def test_a_long_name_has_two_lines_and_the_room_for_them() -> None:
    short = distribution([("PUTR", 4, 10), ("DISDIK", 2, 5)])
    long = distribution([("PUTR", 4, 10), (PANJANG, 2, 5)])
    assert [a.text for a in long.layout.annotations] == ["PUTR", "Pelayanan Administrasi Kependudukan<br>Gratis"]
    assert list(short.data[0].y) == [0, 1]
    further = long.data[0].y[1] - 1
    assert further > 0
    assert long.layout.yaxis.range[0] - short.layout.yaxis.range[0] == pytest.approx(further)
    assert long.layout.height > short.layout.height
