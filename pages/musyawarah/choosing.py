"""Prioritas pembangunan and OPD of an usulan: which OPD is suggested, and where an usulan stands. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from musrenbang.model import UsulanMasuk
from musrenbang.suggest import Saran

T = TypeVar("T")


class Status(StrEnum):
    SEMUA = "Semua"
    BELUM = "Belum dipilih"
    UTAMA = "Prioritas"
    CADANGAN = "Cadangan"
    TANPA_OPD = "Tanpa OPD"


def has_status(u: UsulanMasuk, status: Status) -> bool:
    return {
        Status.SEMUA: True,
        Status.BELUM: not u.utama and not u.cadangan,
        Status.UTAMA: u.utama,
        Status.CADANGAN: u.cadangan,
        Status.TANPA_OPD: u.utama and u.opd is None,
    }[status]


def suggested_opd(u: UsulanMasuk) -> str | None:
    """The OPD already chosen, else the one that its desa has named."""
    return u.opd or u.isi.opd


def shared_opd(chosen: Iterable[UsulanMasuk]) -> str | None:
    """The suggestion that all of `chosen` have in common."""
    return _only({suggested_opd(u) for u in chosen})


def shared_prioritas(chosen: Iterable[UsulanMasuk]) -> int | None:
    return _only({u.prioritas for u in chosen})


def by_suggestion(chosen: Sequence[UsulanMasuk]) -> dict[str, list[UsulanMasuk]]:
    """`chosen` by the OPD suggested for each; those without a suggestion are left out."""
    grouped: dict[str, list[UsulanMasuk]] = {}
    for u in chosen:
        if opd := suggested_opd(u):
            grouped.setdefault(opd, []).append(u)
    return grouped


def undecided(u: UsulanMasuk) -> bool:
    """Neither prioritas nor cadangan yet: only then a prioritas is suggested."""
    return has_status(u, Status.BELUM)


def taken_over(
    chosen: Sequence[UsulanMasuk], found: Mapping[UUID, Saran]
) -> dict[tuple[int, str | None], list[UsulanMasuk]]:
    """The undecided of `chosen` by the prioritas and the OPD suggested for each; who has no suggestion is left out."""
    grouped: dict[tuple[int, str | None], list[UsulanMasuk]] = {}
    for u in filter(undecided, chosen):
        saran = found.get(u.id)
        if saran and saran.prioritas is not None:
            grouped.setdefault((saran.prioritas, saran.opd), []).append(u)
    return grouped


def _only(values: set[T | None]) -> T | None:
    return next(iter(values)) if len(values) == 1 else None
