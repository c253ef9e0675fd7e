"""Months in which something is held, as tables that a screen reader can follow."""

import re
from dataclasses import replace
from datetime import date

from musrenbang.model import Jadwal
from pages.parts.kalender import calendar

PLAIN = Jadwal("Bahorok", date(2027, 2, 15), "09.00", "12.00", "Aula <1>", "", False, None)


def test_only_months_with_a_meeting_are_drawn_in_their_order() -> None:
    rows = [PLAIN, replace(PLAIN, tanggal=date(2027, 1, 31)), replace(PLAIN, tanggal=date(2026, 12, 1))]
    captions = re.findall(r"<caption>(.*?)</caption>", calendar([*rows, replace(PLAIN, tanggal=None)]))
    assert captions == ["Desember 2026", "Januari 2027", "Februari 2027"]


def test_a_month_has_each_of_its_days_once_under_its_weekday() -> None:
    cells = re.findall(r"<td[^>]*>(.*?)</td>", calendar([replace(PLAIN, tanggal=date(2027, 1, 15))]))
    days = [re.sub("<.*?>", "", found[1]) if (found := re.search(r"<span[^>]*>(\d+)</span>", c)) else "" for c in cells]
    assert [day for day in days if day] == [str(n) for n in range(1, 32)]
    assert days.index("15") % 7 == 4  # a Friday


def test_a_meeting_stands_on_its_day_in_words_with_hour_and_place() -> None:
    (cell,) = [cell for cell in re.findall(r"<td>(.*?)</td>", calendar([PLAIN])) if "<li>" in cell]
    assert "Senin, 15 Februari 2027" in cell
    assert "<b>Bahorok</b><span>09.00–12.00 WIB</span><small>Aula &lt;1&gt;</small>" in cell


def test_two_on_one_day_stand_together() -> None:
    made = calendar([PLAIN, replace(PLAIN, kecamatan="Stabat", tempat="")])
    (cell,) = [cell for cell in re.findall(r"<td>(.*?)</td>", made) if "<li>" in cell]
    assert cell.count("<li>") == 2
    assert "Tempat belum ditetapkan" in cell


def test_without_any_day_there_is_none() -> None:
    assert calendar([replace(PLAIN, tanggal=None)]) == ""
