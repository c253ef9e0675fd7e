"""What the scoring grid sends is checked here, because the grid itself checks nothing (L24)."""

from uuid import UUID

import pytest

from musrenbang.actions.skoring import Isian
from pages.musyawarah import grid
from pages.musyawarah.grid import Grid, GridRow

KOLOM = tuple(f"K{i}" for i in range(1, 9))
MAKS = (5, 5, 5, 5, 5, 5, 5, 3)
SATU, DUA = UUID(int=1), UUID(int=2)
KOSONG = (None,) * 8
PENUH = (1, 2, 3, 4, 5, 1, 2, 3)


@pytest.fixture
def drawn() -> Grid:
    rows = (GridRow(SATU, 1, KOSONG), GridRow(DUA, 4, PENUH))
    return Grid(1, rows, rows)


def test_a_typed_level_goes_to_its_own_usulan_with_the_version_that_was_seen(drawn: Grid) -> None:
    wanted = grid.changes(drawn, {1: {"K1": 5}}, KOLOM, MAKS)
    assert wanted == {DUA: Isian(4, (5, 2, 3, 4, 5, 1, 2, 3))}


def test_what_is_stored_already_is_not_saved_again(drawn: Grid) -> None:
    edited = {0: {"K8": 3}}
    wanted = grid.changes(drawn, edited, KOLOM, MAKS)
    assert wanted
    stored = grid.after(drawn, edited, wanted, {SATU: 2})
    assert stored.saved[0] == GridRow(SATU, 2, (*KOSONG[:7], 3))
    assert grid.changes(stored, edited, KOLOM, MAKS) == {}


def test_a_cell_put_back_to_its_first_value_is_saved_though_the_grid_forgets_it(drawn: Grid) -> None:
    edited = {1: {"K1": 5}}
    stored = grid.after(drawn, edited, grid.changes(drawn, edited, KOLOM, MAKS) or {}, {DUA: 5})
    assert grid.changes(stored, {}, KOLOM, MAKS) == {DUA: Isian(5, PENUH)}


def test_a_cleared_cell_is_saved_as_missing(drawn: Grid) -> None:
    assert grid.changes(drawn, {1: {"K2": None}}, KOLOM, MAKS) == {DUA: Isian(4, (1, None, *PENUH[2:]))}


@pytest.mark.parametrize(
    "forged",
    [
        {2: {"K1": 1}},
        {-1: {"K1": 1}},
        {0: {"Skor": 5}},
        {0: {"K9": 1}},
        {0: {"K1": 0}},
        {0: {"K1": 6}},
        {0: {"K8": 4}},
        {0: {"K1": True}},
        {0: {"K1": 2.0}},
        {0: {"K1": "5"}},
        {0: {"K1": 5}, 1: {"K1": 9}},
    ],
)
def test_what_no_grid_of_ours_can_send_is_refused_whole(drawn: Grid, forged: grid.Edited) -> None:
    assert grid.changes(drawn, forged, KOLOM, MAKS) is None
