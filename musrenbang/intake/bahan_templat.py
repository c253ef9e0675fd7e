"""What a template to fill in holds."""

from dataclasses import dataclass

from musrenbang.model import Desa, Opd, Rapat, Usulan


@dataclass(frozen=True, slots=True)
class BahanTemplat:
    """The places and OPD to choose from, and the usulan that are there already: of one desa, or a whole kecamatan."""

    rapat: Rapat
    desa: tuple[Desa, ...]
    opd: tuple[Opd, ...]
    usulan: tuple[Usulan, ...]
