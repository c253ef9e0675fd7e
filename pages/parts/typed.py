"""Numbers as people type them in Indonesia: dots between thousands, a comma before decimals."""

import re
from decimal import Decimal

from musrenbang.errors import Issue, Refused
from musrenbang.formats import bulat

# no thousands begin with a nought: 0.750 may be three quarters
BULAT = r"(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)"
RUPIAH = re.compile(rf"(?:rp\.?\s*)?({BULAT})(?:,(?:0{{1,2}}|-))?", re.IGNORECASE | re.ASCII)
VOLUME = re.compile(rf"({BULAT})(?:,(\d{{1,2}}))?", re.ASCII)
BANYAK_ANGKA = 20  # longer than any amount that is accepted; keeps what is typed from growing without end


def read_whole(typed: str) -> int | None:
    """ "1.500.000", "1500000", "Rp1.500.000" or "Rp 1.500.000,00" -> 1500000; anything else None."""
    found = RUPIAH.fullmatch(typed.strip()) if len(typed) <= 2 * BANYAK_ANGKA else None
    return int(found[1].replace(".", "")) if found else None


def read_volume(typed: str) -> Decimal | None:
    """ "1.250,5" -> 1250.5; at most two decimals; anything else None."""
    found = VOLUME.fullmatch(typed.strip()) if len(typed) <= BANYAK_ANGKA else None
    return Decimal(f"{found[1].replace('.', '')}.{found[2] or 0}") if found else None


def whole(isian: str, typed: str, maks: int) -> int:
    """Raises Refused with the sentence that names the field."""
    value = read_whole(typed)
    if value is None or value > maks:
        raise Refused([Issue("isian_angka", {"isian": isian, "min": "0", "maks": bulat(maks)})])
    return value


def volume(typed: str) -> Decimal:
    """Raises Refused with the sentence that says how to write it."""
    value = read_volume(typed)
    if value is None:
        raise Refused([Issue("isian_volume")])
    return value
