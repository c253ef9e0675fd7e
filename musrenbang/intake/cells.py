"""What people write into cells: numbers, money, days and words. Each reader returns the value, or the issue with it."""

import re
import unicodedata
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from musrenbang.errors import Issue
from musrenbang.formats import BULAN
from musrenbang.intake.lembar import Nilai

UNSEEN = frozenset({"Cc", "Cf", "Cs"})  # control, format, lone surrogates
LONGEST_NUMBER = 40  # characters
# no thousands begin with a nought: 0.750 may be three quarters
DOTTED = re.compile(r"(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(\d{1,6}))?", re.ASCII)  # 1.250,5 and 1250,5
ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d{1,6})?", re.ASCII)  # 1,250,000.5: two groups, so it is clear
POINT = re.compile(r"\d+\.\d{1,2}", re.ASCII)  # 2.5
MONEY = re.compile(r"(?:rp\.?|idr)?\s*([0-9.,]*\d)\s*(?:,-|\.-)?\s*([a-z]*)\.?", re.ASCII)
UNITS = {
    "": 1, "rupiah": 1, "rb": 10**3, "ribu": 10**3, "jt": 10**6, "juta": 10**6, "m": 10**9, "miliar": 10**9,
    "milyar": 10**9, "t": 10**12, "triliun": 10**12,
}  # fmt: skip
COUNTED = re.compile(r"([0-9.,]*\d)\s*(?:kk|jiwa|orang)?", re.ASCII)
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?", re.ASCII)
DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?", re.ASCII)
NAMED_DAY = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})", re.ASCII)
MONTHS = {name.lower(): number for number, name in enumerate(BULAN, 1)}
FIRST_DAY, SERIALS = date(1899, 12, 30), (20_000, 80_000)  # days as spreadsheets count them: from 1954 to 2119
TRUE, FALSE = frozenset({"ya", "y", "true", "benar", "1", "v", "✓"}), frozenset({"tidak", "t", "false", "salah", "0"})


def text(value: Nilai) -> str:
    """Without outer blanks and what nobody can see; a number as it would be typed."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return _typed(value)
    if value.isascii() and value.isprintable():
        return value.strip()
    value = unicodedata.normalize("NFC", value).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in value if c in "\n\t" or unicodedata.category(c) not in UNSEEN).strip()


def _typed(value: float | bool) -> str:
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    return str(int(value)) if float(value).is_integer() and abs(value) < 10**15 else str(value).replace(".", ",")


def same(value: str) -> str:
    """What two texts have in common when a person would call them the same."""
    return " ".join(unicodedata.normalize("NFKC", value).casefold().split())


def shown(value: Nilai) -> str:
    """What stands in a cell, on one line and not too long."""
    line = " ".join(text(value).split())
    return line if len(line) <= LONGEST_NUMBER else f"{line[:LONGEST_NUMBER]}…"


def rupiah(value: Nilai) -> int | Issue:
    """Whole rupiah: 1500000, "1.500.000", "Rp 2,5 jt", "1,2 miliar". A calculated number is rounded."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return int(Decimal(value).quantize(Decimal(1), ROUND_HALF_UP)) if abs(value) < 10**20 else _money_issue(value)
    found = MONEY.fullmatch(text(value).casefold()[: LONGEST_NUMBER + 1])
    if not found or found[2] not in UNITS:
        return _money_issue(value)
    unit = UNITS[found[2]]
    number = _decimal(found[1], point=True, places=6) if unit > 1 else _decimal(found[1])
    whole = None if number is None else number * unit
    return _money_issue(value) if whole is None or whole != whole.to_integral_value() else int(whole)


def _money_issue(value: Nilai) -> Issue:
    return Issue("sel_rupiah", {"nilai": shown(value)})


def volume(value: Nilai) -> Decimal | Issue:
    """At most two decimals: 1250.5, "1.250,5". A calculated number is rounded."""
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 10**15:
        return Decimal(str(value)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    number = _decimal(text(value)[: LONGEST_NUMBER + 1], point=True)
    if number is None or number != round(number, 2):
        return Issue("sel_volume", {"nilai": shown(value)})
    return number.quantize(Decimal("0.01"))


def whole(value: Nilai) -> int | Issue:
    """40, 40.0, "40", "1.250", "40 KK"."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return (
            int(value) if value == int(value) and abs(value) < 10**15 else Issue("sel_bulat", {"nilai": shown(value)})
        )
    found = COUNTED.fullmatch(text(value).casefold()[: LONGEST_NUMBER + 1])
    number = _decimal(found[1]) if found else None
    if number is None or number != int(number):
        return Issue("sel_bulat", {"nilai": shown(value)})
    return int(number)


def _decimal(typed: str, *, point: bool = False, places: int = 2) -> Decimal | None:
    """`point`: whether "2.5" may be two and a half; "1.250" is always a thousand and more.

    `places` is how many decimals may follow a comma: of three nobody knows whether they are an English thousand.
    """
    typed = typed.strip()
    if len(typed) > LONGEST_NUMBER // 2:
        return None
    if found := DOTTED.fullmatch(typed):
        return None if len(found[1] or "") > places else Decimal(typed.replace(".", "").replace(",", "."))
    if ENGLISH.fullmatch(typed):
        return Decimal(typed.replace(",", ""))
    return Decimal(typed) if point and POINT.fullmatch(typed) else None


def day(value: Nilai) -> date | Issue:
    """ "2027-02-15", "15/02/2027", "15 Februari 2027" or 46068, a day as spreadsheets count them."""
    found = _day_of(value)
    return found or Issue("sel_tanggal", {"nilai": shown(value)})


def _day_of(value: Nilai) -> date | None:
    if isinstance(value, int | float):
        return FIRST_DAY + timedelta(int(value)) if SERIALS[0] <= value <= SERIALS[1] else None
    said = text(value).casefold()
    if found := ISO.fullmatch(said):
        return _date(found[1], found[2], found[3])
    if found := DAY.fullmatch(said):
        return _date(found[3], found[2], found[1])
    found = NAMED_DAY.fullmatch(said)
    month = MONTHS.get(found[2]) if found else None
    return _date(found[3], str(month), found[1]) if found and month else None


def _date(year: str, month: str, day_: str) -> date | None:
    try:
        return date(int(year), int(month), int(day_))
    except ValueError:
        return None


def yes(value: Nilai) -> bool | Issue | None:
    """Ya or Tidak; None when nothing is said."""
    said = text(value).casefold()
    if not said:
        return None
    if said in TRUE or said in FALSE:
        return said in TRUE
    return Issue("sel_ya_tidak", {"nilai": shown(value)})
