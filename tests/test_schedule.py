"""What a schedule is warned of, and what not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from musrenbang.model import Jadwal
from musrenbang.schedule import concerns
from musrenbang.words import sentence

SENIN = date(2027, 2, 15)
TODAY = date(2027, 1, 4)
PLAIN = Jadwal("Bahorok", SENIN, "09.00", "12.00", "Gedung PKK", "Jalan Besar 1, Stabat", False, None)


def keys(*rows: Jadwal, today: date = TODAY) -> dict[str, list[str]]:
    return {kecamatan: [issue.key for issue in issues] for kecamatan, issues in concerns(rows, today).items()}


def other(**fields: object) -> Jadwal:
    return replace(PLAIN, kecamatan="Stabat", **fields)


def test_a_full_plan_on_a_working_day_is_left_alone() -> None:
    assert keys(PLAIN) == {}


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (replace(PLAIN, tanggal=None), ["jadwal_tanpa_tanggal"]),
        (replace(PLAIN, tanggal=None, tempat=""), ["jadwal_kosong"]),
        (replace(PLAIN, tempat=""), ["jadwal_tanpa_tempat"]),
        (replace(PLAIN, tanggal=SENIN + timedelta(5)), ["jadwal_akhir_pekan"]),
        (replace(PLAIN, tanggal=SENIN + timedelta(6)), ["jadwal_akhir_pekan"]),
        (replace(PLAIN, tanggal=None, dimulai=True), None),
    ],
)
def test_what_is_missing_or_on_a_weekend(row: Jadwal, found: list[str] | None) -> None:
    assert keys(row).get("Bahorok") == found


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (7, None),
        (6, "Tinggal 6 hari: undangan kurang dari 7 hari sebelum musyawarah."),
        (0, "Hari ini: undangan kurang dari 7 hari sebelum musyawarah."),
        (-1, "Tanggalnya sudah lewat, tetapi musyawarah belum dimulai."),
    ],
)
def test_the_notice(days: int, words: str | None) -> None:
    found = concerns([PLAIN], SENIN - timedelta(days))
    assert [sentence(issue) for issue in found.get("Bahorok", [])] == ([words] if words else [])


@pytest.mark.parametrize(
    "row",
    [
        other(),
        other(tempat="gedung  PKK"),
        other(alamat="jalan besar 1 Stabat"),
        other(alamat=""),
        other(jam_mulai="11.59", jam_selesai="13.00"),
        other(jam_mulai="10:00", jam_selesai=""),
        other(jam_mulai="", jam_selesai=""),
    ],
)
def test_one_place_at_one_time(row: Jadwal) -> None:
    assert keys(PLAIN, row) == {"Bahorok": ["jadwal_bentrok"], "Stabat": ["jadwal_bentrok"]}


@pytest.mark.parametrize(
    "row",
    [
        other(tanggal=SENIN + timedelta(1)),
        other(tempat="Gedung Nasional"),
        other(alamat="Jalan Lain 2"),
        other(jam_mulai="12.00", jam_selesai="15.00"),
        other(jam_mulai="07.00", jam_selesai="09.00"),
    ],
)
def test_another_place_or_another_time(row: Jadwal) -> None:
    assert keys(PLAIN, row) == {}


def test_the_hall_of_each_camat_is_its_own_until_the_address_says_otherwise() -> None:
    hall = replace(PLAIN, tempat="Aula Kantor Camat", alamat="")
    assert keys(hall, replace(hall, kecamatan="Stabat")) == {}
    known = replace(hall, alamat="Jalan Besar 1")
    assert set(keys(known, replace(known, kecamatan="Stabat"))) == {"Bahorok", "Stabat"}


def test_a_running_meeting_holds_its_place_and_is_told_nothing() -> None:
    assert keys(PLAIN, other(dimulai=True)) == {"Bahorok": ["jadwal_bentrok"]}


hours = some.tuples(some.integers(0, 22), some.integers(1, 23)).filter(lambda pair: pair[0] < pair[1])


@given(some.lists(some.tuples(some.integers(0, 2), some.sampled_from("AB"), hours), max_size=6))
def test_clashes_are_mutual_and_counted_by_the_hour(planned: list[tuple[int, str, tuple[int, int]]]) -> None:
    rows = [
        replace(PLAIN, kecamatan=str(n), tanggal=SENIN + timedelta(day), tempat=place,
                jam_mulai=f"{begin:02d}.00", jam_selesai=f"{end:02d}.00")
        for n, (day, place, (begin, end)) in enumerate(planned)
    ]  # fmt: skip
    told = {
        (kecamatan, issue.facts["kecamatan"])
        for kecamatan, issues in concerns(rows, TODAY).items()
        for issue in issues
        if issue.key == "jadwal_bentrok"
    }
    held = [{(day, place, hour) for hour in range(*span)} for day, place, span in planned]
    assert told == {
        (str(a), str(b)) for a in range(len(held)) for b in range(len(held)) if a != b and held[a] & held[b]
    }
