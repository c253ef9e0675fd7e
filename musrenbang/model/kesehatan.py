"""What tells whether a server can serve, and what its keeper must look after."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Kesehatan:
    """`terpasang` is the newest migration in the database, `skema` the one this application wants.

    `ruang` counts the free bytes where database, documents and copies lie, by the fullest of those disks; `salinan` is
    when the newest copy was made, None where there is none.
    """

    terpasang: int
    skema: int
    ruang: int
    salinan: datetime | None

    @property
    def mutakhir(self) -> bool:
        return self.terpasang == self.skema
