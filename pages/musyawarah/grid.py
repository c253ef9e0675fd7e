"""From what the scoring grid sends to what is to be saved. Pure. The grid checks nothing, so it is all checked here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from musrenbang.actions.skoring import Isian
from musrenbang.model import Tingkat, UsulanMasuk

Edited = Mapping[int, Mapping[str, int | None]]  # row position -> column -> value, as the grid keeps its pending edits


@dataclass(frozen=True, slots=True)
class GridRow:
    usulan: UUID
    versi: int
    tingkat: Tingkat


@dataclass(frozen=True, slots=True)
class Grid:
    """One generation of the grid: the rows it was drawn with, and what is stored by now.

    The grid sends its whole overlay over `base` each time, and drops a cell that returns to its base value; so rows
    that were `touched` before are compared as well.
    """

    generation: int
    base: tuple[GridRow, ...]
    saved: tuple[GridRow, ...]
    touched: frozenset[int] = frozenset()

    @property
    def key(self) -> str:
        return f"skor_{self.generation}"


def draw(usulan: Sequence[UsulanMasuk], generation: int) -> Grid:
    rows = tuple(GridRow(u.id, u.versi_skor, u.tingkat) for u in usulan if u.tingkat and u.versi_skor is not None)
    return Grid(generation, rows, rows)


def changes(grid: Grid, edited: Edited, columns: Sequence[str], maks: Sequence[int]) -> dict[UUID, Isian] | None:
    """What differs from the store, by usulan; None when the grid sent something that no grid of ours can send."""
    if not _possible(grid, edited, columns, maks):
        return None
    wanted: dict[UUID, Isian] = {}
    for position in sorted(set(edited) | grid.touched):
        cells = edited.get(position, {})
        base, saved = grid.base[position], grid.saved[position]
        tingkat = tuple(cells.get(c, level) for c, level in zip(columns, base.tingkat, strict=True))
        if tingkat != saved.tingkat:
            wanted[saved.usulan] = Isian(saved.versi, tingkat)
    return wanted


def after(grid: Grid, edited: Edited, isian: Mapping[UUID, Isian], versi: Mapping[UUID, int]) -> Grid:
    """The same generation once `isian` is stored under its new `versi`."""
    saved = tuple(
        GridRow(row.usulan, versi[row.usulan], isian[row.usulan].tingkat) if row.usulan in versi else row
        for row in grid.saved
    )
    return replace(grid, saved=saved, touched=grid.touched | frozenset(edited))


def _possible(grid: Grid, edited: Edited, columns: Sequence[str], maks: Sequence[int]) -> bool:
    scale = dict(zip(columns, maks, strict=True))
    return all(
        0 <= position < len(grid.base) and all(c in scale and _level(value, scale[c]) for c, value in cells.items())
        for position, cells in edited.items()
    )


def _level(value: object, maks: int) -> bool:
    return value is None or (type(value) is int and 1 <= value <= maks)
