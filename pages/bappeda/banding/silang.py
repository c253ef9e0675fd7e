"""Usulan prioritas by two fields at once: a heat map, and a table that opens to them; who has got most stands first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from typing import Any, NamedTuple

import plotly.graph_objects as go

from musrenbang.formats import rupiah_ringkas
from musrenbang.model import TANPA_OPD, Jumlah
from pages.bappeda.banding import gambar
from pages.bappeda.banding.tautan import UTAMA, Tautan
from pages.parts.table import table

MILIAR = 10**9


class Sumbu(NamedTuple):
    """One side: a field of Lingkup, what a title calls it, and its keys with their names. The key None of an OPD
    stands for those without any.
    """

    field: str
    kata: str
    names: Mapping[Any, str]

    def at(self, key: Any) -> dict[str, Any]:
        return {self.field: TANPA_OPD if key is None else key}


@dataclass(frozen=True)
class Silang:
    """`isi` by (row, column), all of it at one option of the fields in `di`. `rupiah`: it shows what the usulan cost,
    else how many there are.
    """

    tautan: Tautan
    baris: Sumbu
    kolom: Sumbu
    isi: Mapping[tuple[Any, Any], Jumlah]
    rupiah: bool
    di: Mapping[str, Any] = field(default_factory=dict)

    def at(self, row: Any, column: Any) -> Jumlah:
        return self.isi.get((row, column), Jumlah())

    @cached_property
    def totals(self) -> dict[Any, Jumlah]:
        """Of the rows that have got anything, the most first."""
        columns = self.kolom.names
        sums = {row: sum((self.at(row, column) for column in columns), Jumlah()) for row in self.baris.names}
        got = sorted((row for row in sums if sums[row].usulan), key=lambda row: -self.shown(sums[row]))
        return {row: sums[row] for row in got}

    def shown(self, jumlah: Jumlah) -> int:
        return jumlah.biaya if self.rupiah else jumlah.usulan

    def title(self) -> str:
        what = "Biaya usulan prioritas (Rp miliar)" if self.rupiah else "Banyak usulan prioritas"
        first, most = next(iter(self.totals.items()))
        told = rupiah_ringkas(most.biaya) if self.rupiah else f"{most.usulan} usulan"
        return (
            f"{what} menurut {self.baris.kata} dan {self.kolom.kata}. Paling banyak: {self.baris.names[first]}, {told}"
        )

    def figure(self) -> go.Figure:
        values = [[self.shown(self.at(row, column)) for column in self.kolom.names] for row in self.totals]
        said = [[_billions(n) if self.rupiah else str(n) for n in row] for row in values]
        names = [self.baris.names[row] for row in self.totals]
        return gambar.heat_map(names, list(self.kolom.names.values()), values, said)

    def opened(self, place: int) -> str:
        """The address of a field of the heat map, counted row by row."""
        row, column = divmod(place, len(self.kolom.names))
        key, other = list(self.totals)[row], list(self.kolom.names)[column]
        return self.tautan.to(UTAMA, **self._where(key), **self.kolom.at(other))

    def table(self) -> str:
        heads = ("", "Usulan", "Biaya", *map(escape, self.kolom.names.values()))
        return table(heads, map(self._row, self.totals), numbers=range(1, len(heads)))

    def _row(self, row: Any) -> tuple[str, ...]:
        at, total = self._where(row), self.totals[row]
        fields = (self._linked(self.at(row, column), at | self.kolom.at(column)) for column in self.kolom.names)
        sums = (self.tautan.number(total.usulan, UTAMA, **at), self.tautan.amount(total, UTAMA, **at))
        return (f"<b>{escape(self.baris.names[row])}</b>", *sums, *fields)

    def _where(self, row: Any) -> dict[str, Any]:
        return {**self.di, **self.baris.at(row)}

    def _linked(self, jumlah: Jumlah, at: dict[str, Any]) -> str:
        if self.rupiah:
            return self.tautan.amount(jumlah, UTAMA, **at)
        return self.tautan.number(jumlah.usulan, UTAMA, **at)


def _billions(biaya: int) -> str:
    return f"{biaya // MILIAR},{biaya * 10 // MILIAR % 10}"
