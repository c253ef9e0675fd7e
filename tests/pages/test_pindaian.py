"""The table for photographed pages: order, turning, removing."""

from datetime import timedelta

from musrenbang.model import JenisBerkas
from pages.penutupan.pindaian import lowered, outdated, raised, removed, turned
from reports.pindaian import Halaman
from tests.cast import NOW

A, B, C = (Halaman(name) for name in (b"a", b"b", b"c"))


def test_pages_move_up_and_down_and_stay_at_the_ends() -> None:
    assert raised([A, B, C], 2) == [A, C, B]
    assert lowered([A, B, C], 0) == [B, A, C]
    assert raised([A, B, C], 0) == lowered([A, B, C], 2) == [A, B, C]
    assert removed([A, B, C], 1) == [A, C]


def test_four_turns_bring_a_page_back_with_what_was_cut() -> None:
    page = [A, Halaman(b"x", 0, (1, 2, 3, 4))]
    assert turned(page, 1)[1] == Halaman(b"x", 1, (4, 1, 2, 3))
    for _ in range(4):
        page = turned(page, 1)
    assert page == [A, Halaman(b"x", 0, (1, 2, 3, 4))]


def test_pages_of_the_minutes_end_with_their_sending() -> None:
    assert outdated(JenisBerkas.BERITA_ACARA, NOW, NOW + timedelta(hours=1))
    assert not outdated(JenisBerkas.BERITA_ACARA, NOW, NOW)
    assert not outdated(JenisBerkas.DAFTAR_HADIR, None, NOW)
