"""A list as data: its columns and what gives its rows. XLSX, CSV and JSON are written from this alone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Generic, Literal, NamedTuple, TypeVar

Value = str | int | Decimal | None
Row = Sequence[Value]
Kind = Literal["text", "whole", "decimal", "rupiah"]
M = TypeVar("M")


class Field(NamedTuple):
    """One column: `width` in characters, `kind` how its numbers look; `summed` adds them below the list."""

    head: str
    width: int
    kind: Kind = "text"
    summed: bool = False


KECAMATAN = Field("Kecamatan", 20)
BIAYA = Field("Perkiraan Biaya (Rp)", 20, "rupiah", summed=True)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list with its rows, ready to be written. `dicetak` is the only time in the file (UTC).

    `document` is what JSON holds instead of the rows; `for_programs`: its CSV is read by programs, not by spreadsheets.
    """

    judul: str
    fields: tuple[Field, ...]
    rows: Sequence[Row]
    dicetak: datetime
    document: object = None
    for_programs: bool = False


@dataclass(frozen=True, slots=True)
class Listing(Generic[M]):
    """One list. `fields` are its columns over the material of all meetings in it, `rows` the rows of one meeting."""

    judul: str
    fields: Callable[[Sequence[M]], tuple[Field, ...]]
    rows: Callable[[M], Iterable[Row]]
    document: Callable[[M], object] | None = None
    for_programs: bool = False

    def of_one(self, material: M, dicetak: datetime) -> Sheet:
        """The list of one meeting."""
        document = self.document and self.document(material)
        return Sheet(
            self.judul, self.fields([material]), list(self.rows(material)), dicetak, document, self.for_programs
        )

    def of_all(self, materials: Mapping[str, M], dicetak: datetime) -> Sheet:
        """The lists of several meetings in one, given by name of kecamatan, which becomes the first column."""
        document = [self.document(m) for m in materials.values()] if self.document else None
        fields = self.fields(list(materials.values()))
        rows: list[Row] = [(name, *row) for name, m in materials.items() for row in self.rows(m)]
        if any(f.head.lower() == KECAMATAN.head.lower() for f in fields):  # the list names it itself
            rows = [row[1:] for row in rows]
        else:
            fields = (KECAMATAN, *fields)
        return Sheet(self.judul, fields, rows, dicetak, document, self.for_programs)


def always(*fields: Field) -> Callable[[Sequence[object]], tuple[Field, ...]]:
    """Columns that are the same for every meeting."""
    return lambda _: fields
