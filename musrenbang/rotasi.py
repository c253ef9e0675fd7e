"""Which copies that were made on a timer may go, because newer ones stand for them."""

from collections.abc import Sequence

from musrenbang.formats import wib
from musrenbang.model import Salinan, Simpan


def berlebih(copies: Sequence[Salinan], simpan: Simpan) -> list[Salinan]:
    """All but the newest of each of the last days and weeks that have one, by the calendar of Langkat.

    Days without a copy do not count, so a timer that stood still for months takes nothing away.
    """
    newest_first = sorted(copies, key=lambda copy: copy.waktu, reverse=True)
    days, weeks = dict[object, Salinan](), dict[object, Salinan]()
    for copy in newest_first:
        day = wib(copy.waktu).date()
        days.setdefault(day, copy)
        weeks.setdefault(day.isocalendar()[:2], copy)
    kept = [*list(days.values())[: simpan.harian], *list(weeks.values())[: simpan.mingguan]]
    return [copy for copy in newest_first if copy not in kept]
