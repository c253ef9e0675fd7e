"""How far one desa/kelurahan is before Mulai (L01, L08). Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from musrenbang.model import KesiapanDesa

State = tuple[str, str, str]  # look, icon, text of a chip


@dataclass(frozen=True, slots=True)
class Jumlah:
    """All desa/kelurahan together: counts, and `biaya` in rupiah of what is approved."""

    desa: int
    siap: int
    usulan: int
    disetujui: int
    masuk: int
    biaya: int


def total(rows: Sequence[KesiapanDesa]) -> Jumlah:
    return Jumlah(
        len(rows),
        sum(k.disetujui > 0 for k in rows),
        sum(k.usulan for k in rows),
        sum(k.disetujui for k in rows),
        sum(k.masuk for k in rows),
        sum(k.biaya for k in rows),
    )


def waiting_first(rows: Sequence[KesiapanDesa]) -> list[KesiapanDesa]:
    """Who has approved nothing stands on top; otherwise the order stays."""
    return sorted(rows, key=lambda k: k.disetujui > 0)


def readiness(k: KesiapanDesa) -> State:
    """What is missing before the meeting is opened."""
    if not k.usulan:
        return "w", "pending", "Belum memasukkan"
    if not k.disetujui:
        return "w", "pending", "Belum menyetujui"
    if k.disetujui < k.usulan:
        return "p", "edit", f"Siap, {k.usulan - k.disetujui} belum disetujui"
    return "s", "check_circle", "Siap"


def left_out(k: KesiapanDesa) -> State:
    """What Ambil has not brought in, and why."""
    if not k.usulan:
        return "b", "radio_button_unchecked", "Tidak ada: belum memasukkan usulan"
    if k.masuk < k.disetujui:
        return "w", "pending", f"{k.disetujui - k.masuk} disetujui, belum diambil"
    if k.disetujui < k.usulan:
        return "t", "do_not_disturb_on", f"{k.usulan - k.disetujui} belum disetujui di {k.desa.jenis.lower()}"
    return "s", "check_circle", "Tidak ada, semua masuk"
