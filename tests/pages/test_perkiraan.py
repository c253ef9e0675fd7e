"""The pace of the hall as the hall reads it, and the end that the Daftar Hadir plans (L17, L24)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from musrenbang.model import DaftarHadir
from musrenbang.pace import Kerja, Perkiraan, planned_end
from pages.parts.perkiraan import in_words

LEMBAR = DaftarHadir("Aula", "", "", "", date(2027, 2, 15), "09.00", "13.20", (1, 1, 1, 1, 1), 1)
MULAI = datetime(2027, 2, 15, 2, 5)  # 09.05 WIB
RENCANA = datetime(2027, 2, 15, 6, 20)  # 13.20 WIB
PERKIRAAN = Perkiraan(Kerja.SKOR, 84, 55, datetime(2027, 2, 15, 6, 40))


def test_late_or_in_time_or_without_a_plan() -> None:
    start = "55 usulan belum diskor. Laju 84 detik per usulan, selesai sekitar 13.40 WIB"
    assert in_words(PERKIRAAN, RENCANA) == f"{start}, 20 menit lewat dari rencana."
    assert in_words(PERKIRAAN, PERKIRAAN.selesai) == f"{start}, masih dalam rencana."
    assert in_words(PERKIRAAN, None) == f"{start}."
    assert in_words(PERKIRAAN, RENCANA - timedelta(hours=1)) == f"{start}, 1 jam 20 menit lewat dari rencana."


def test_a_slow_pace_is_told_in_minutes() -> None:
    assert "Laju 2,5 menit per usulan" in in_words(replace(PERKIRAAN, detik=152), None)


def test_it_says_what_is_still_to_be_done() -> None:
    assert in_words(replace(PERKIRAAN, kerja=Kerja.VERIFIKASI), None).startswith("55 usulan belum diverifikasi.")


@pytest.mark.parametrize("written", ["13.20", "13:20"])
def test_the_plan_is_the_end_on_the_attendance_sheet(written: str) -> None:
    assert planned_end(replace(LEMBAR, jam_selesai=written), MULAI) == RENCANA


def test_without_an_end_or_on_another_day_there_is_no_plan() -> None:
    assert planned_end(replace(LEMBAR, jam_selesai=""), MULAI) is None
    assert planned_end(replace(LEMBAR, tanggal=None), MULAI) is None
    assert planned_end(replace(LEMBAR, tanggal=date(2027, 2, 16)), MULAI) is None
    assert planned_end(LEMBAR, None) is None


def test_a_meeting_early_in_the_morning_is_on_the_day_of_langkat() -> None:
    assert planned_end(LEMBAR, datetime(2027, 2, 14, 23, 30)) == RENCANA
