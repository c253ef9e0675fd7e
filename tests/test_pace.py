"""The pace of the hall and when it will be done (L10, L17, L24)."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from musrenbang.model import BeritaAcara, DaftarHadir, Fakta, Kecamatan, Kemajuan, Rapat
from musrenbang.pace import JENDELA, Kerja, Perkiraan, Saat, forecast, minutes_behind, minutes_late, work_left

MULAI = datetime(2027, 2, 15, 3, 0)
LENGAH = Kemajuan(*[0] * len(Kemajuan.__dataclass_fields__))
RAPAT = Rapat(UUID(int=1), 2027, Kecamatan("12.05.01", "Bahorok"), 1, MULAI, None, None, None, None, None)
ACARA = BeritaAcara("", None, None, "", "", "", "", "", (), (), (), 1)


def at(*seconds: int) -> list[Saat]:
    return [(MULAI + timedelta(seconds=s), 1) for s in seconds]


def test_the_pace_is_the_time_between_the_last_ones() -> None:
    now = MULAI + timedelta(minutes=10)
    found = forecast(Kerja.SKOR, at(0, 60, 180, 240), 55, now)
    assert found == Perkiraan(Kerja.SKOR, 80, 55, now + timedelta(seconds=80 * 55))


def test_several_at_once_count_as_several() -> None:
    desa = [(MULAI, 12), (MULAI + timedelta(minutes=10), 9), (MULAI + timedelta(minutes=20), 11)]
    found = forecast(Kerja.VERIFIKASI, desa, 40, MULAI)
    assert found == Perkiraan(Kerja.VERIFIKASI, 60, 40, MULAI + timedelta(minutes=40))


def test_only_the_last_ones_count() -> None:
    slow = [600 * i for i in range(10)]
    quick = [6000 + 30 * i for i in range(JENDELA)]
    found = forecast(Kerja.SKOR, at(*slow, *quick), 10, MULAI)
    assert found
    assert found.detik == 30


def test_a_break_counts_as_a_quarter_of_an_hour() -> None:
    found = forecast(Kerja.SKOR, at(0, 60, 60 + 2 * 3600), 10, MULAI)
    assert found
    assert found.detik == (60 + 15 * 60) // 2


def test_too_few_moments_or_nothing_left_is_no_forecast() -> None:
    assert forecast(Kerja.SKOR, at(0, 60), 10, MULAI) is None
    assert forecast(Kerja.SKOR, [(MULAI, 300)], 10, MULAI) is None
    assert forecast(Kerja.SKOR, at(0, 60, 120), 0, MULAI) is None


def test_verification_comes_first_and_then_the_scoring() -> None:
    half = replace(LENGAH, masuk=10, belum_verifikasi=4, utama=5, skor_lengkap=1)
    assert work_left(half) == (Kerja.VERIFIKASI, 4)
    assert work_left(replace(half, belum_verifikasi=0)) == (Kerja.SKOR, 4)


@given(st.sets(st.integers(0, 20_000), min_size=3, max_size=60), st.integers(1, 600), st.integers(1, 40))
def test_the_end_is_after_now_and_never_slower_than_a_break_each(seconds: set[int], sisa: int, banyak: int) -> None:
    found = forecast(Kerja.SKOR, [(waktu, banyak) for waktu, _ in at(*seconds)], sisa, MULAI)
    assert found
    assert MULAI < found.selesai <= MULAI + timedelta(minutes=15) * sisa


def test_late_is_counted_in_whole_minutes() -> None:
    assert minutes_late(MULAI + timedelta(minutes=20, seconds=10), MULAI) == 20
    assert minutes_late(MULAI - timedelta(minutes=5), MULAI) == -5


def test_behind_the_plan_before_mulai_while_it_runs_and_never_after_kirim() -> None:
    """Planned from 09.00 to 13.00 on 15 February, told in minutes."""
    plan = DaftarHadir("Aula", "", "", "", date(2027, 2, 15), "09.00", "13.00", (1, 1, 1, 1, 1), 1)
    waiting = Fakta(RAPAT, plan, ACARA, LENGAH)
    running = replace(waiting, rapat=replace(RAPAT, dimulai=datetime(2027, 2, 15, 2, 0)))
    sent = replace(running, rapat=replace(running.rapat, dikirim=datetime(2027, 2, 15, 9, 0)))
    now, done = datetime(2027, 2, 15, 2, 20), datetime(2027, 2, 15, 6, 45)
    assert minutes_behind(waiting, None, now) == 20
    assert minutes_behind(running, None, now) == -220
    assert minutes_behind(running, Perkiraan(Kerja.SKOR, 60, 9, done), now) == 45
    assert minutes_behind(sent, None, now) is None
    assert minutes_behind(replace(waiting, daftar_hadir=replace(plan, tanggal=None)), None, now) is None
