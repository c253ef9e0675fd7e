"""The agenda for the hall: what comes after what, with the minutes that the SOP plans for it. Pure."""

from musrenbang.sop import LAYAR, SOP, Langkah, P, Stage

SEPANJANG = "sepanjang rapat"
STAGE = {layar.path: layar.stage for layar in LAYAR}


def planned(row: Langkah) -> str:
    """The time of one row in words. Only within the Musyawarah does a row without minutes take the whole meeting."""
    if row.menit:
        return f"{row.menit} menit"
    return SEPANJANG if STAGE.get(row.layar or "") is Stage.MUSYAWARAH else "–"


def agenda() -> list[tuple[str, str]]:
    """(part, planned time) in the order of the screens. Signatures go round beside the meeting and take no time."""
    return [(layar.judul, _together(rows)) for layar in LAYAR if (rows := _rows(layar.path))]


def _rows(path: str) -> list[Langkah]:
    return [row for row in SOP if row.layar == path and row.pelaku != P]


def _together(rows: list[Langkah]) -> str:
    if any(planned(row) == SEPANJANG for row in rows):
        return SEPANJANG
    menit = sum(row.menit or 0 for row in rows)
    return f"{menit} menit" if menit else "–"
