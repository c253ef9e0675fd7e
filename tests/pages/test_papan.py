"""What the scoring table's browser sends is checked here, because a browser may send anything (L24)."""

from dataclasses import replace
from uuid import UUID

import pytest

from musrenbang.errors import Refused
from pages.musyawarah import papan
from pages.musyawarah.papan import Sel
from tests.pages.usulan_rows import masuk

SATU, DUA = UUID(int=1), UUID(int=2)
SHOWN = frozenset({SATU, DUA})


def sent(*cells: object, klien: object = "a") -> dict[str, object]:
    return {"klien": klien, "ketikan": list(cells)}


def test_levels_are_dealt_with_in_the_order_they_were_typed() -> None:
    klien, cells = papan.read(sent([2, str(DUA), 7, 3, None], [1, str(SATU), 0, None, 5]), SHOWN)
    assert klien == "a"
    assert cells == [Sel(1, SATU, 0, None, 5), Sel(2, DUA, 7, 3, None)]


@pytest.mark.parametrize(
    "forged",
    [
        None,
        "teks",
        {},
        {"klien": "a"},
        {"ketikan": []},
        sent(klien=5),
        sent(klien="a" * 65),
        sent([1, str(UUID(int=3)), 0, None, 5]),
        sent([1, "bukan id", 0, None, 5]),
        sent([1, 5, 0, None, 5]),
        sent([1, str(SATU), 8, None, 5]),
        sent([1, str(SATU), -1, None, 5]),
        sent([1, str(SATU), 0.0, None, 5]),
        sent([1, str(SATU), True, None, 5]),
        sent(["1", str(SATU), 0, None, 5]),
        sent([1, str(SATU), 0, None, "5"]),
        sent([1, str(SATU), 0, None, 5.0]),
        sent([1, str(SATU), 0, None, True]),
        sent([1, str(SATU), 0, [], 5]),
        sent([1, str(SATU), 0, None]),
        sent([1, str(SATU), 0, None, 5], [2, str(SATU), 9, None, 5]),
    ],
)
def test_what_no_table_of_ours_can_send_is_refused_whole(forged: object) -> None:
    with pytest.raises(Refused):
        papan.read(forged, SHOWN)


def test_of_several_levels_in_one_place_the_first_was_seen_and_the_last_is_wanted() -> None:
    cells = [Sel(1, SATU, 0, None, 5), Sel(2, SATU, 0, 5, 4), Sel(3, DUA, 0, 1, 2), Sel(4, SATU, 1, 3, None)]
    assert papan.by_usulan(cells) == {SATU: {0: (None, 4), 1: (3, None)}, DUA: {0: (1, 2)}}


def test_a_number_is_remembered_for_each_browser_and_the_oldest_is_forgotten() -> None:
    known: dict[str, int] = {}
    for n, klien in enumerate("abcdea", 1):
        known = papan.received(known, klien, [Sel(n, SATU, 0, None, 5)])
    assert known == {"c": 3, "d": 4, "e": 5, "a": 6}
    assert papan.received(known, "e", [])["e"] == 5


def test_a_row_tells_its_levels_what_is_missing_its_rank_and_its_tie() -> None:
    row = masuk("12.05.01.2006", 1, tingkat=(5, 4, None, 3, 4, 3, 2, None))
    whole = replace(row, tingkat=(5, 4, 4, 3, 4, 3, 2, 3), poin=385, peringkat=2, seri=3)
    alone = replace(whole, peringkat=1, seri=1)
    assert papan.levels([row, whole, alone]) == ["54-3432-|kurang 2||", "54434323|3,85|2|3", "54434323|3,85|1|"]


def test_another_order_or_another_list_has_another_key() -> None:
    keys = {papan.key(ids) for ids in ([SATU, DUA], [DUA, SATU], [SATU], [])}
    assert len(keys) == 4


def test_a_number_that_comes_twice_in_one_message_is_no_fault() -> None:
    _, cells = papan.read(sent([1, str(SATU), 0, None, 5], [1, str(SATU), 0, 5, None]), SHOWN)
    assert [c.nomor for c in cells] == [1, 1]
