"""The schedule that anybody may read (L02)."""

from datetime import date, datetime

import pytest

from musrenbang.actions import umum
from musrenbang.model import Jadwal
from musrenbang.store.engine import Store
from pages.parts.kalender import hours
from pages.web.jadwal import state
from tests.cast import NOW, RAPAT, TAHUN, opened, sent
from tests.conftest import StoreAt
from tests.web.door import Server, Visitor


def planned(**facts: object) -> Jadwal:
    plain = {
        "kecamatan": "Bahorok", "tanggal": date(2027, 2, 3), "jam_mulai": "09.00", "jam_selesai": "", "tempat": "",
        "alamat": "", "dimulai": False, "dikirim": None,
    }  # fmt: skip
    return Jadwal(**{**plain, **facts})


def test_a_visitor_without_login_reads_it(server: Server) -> None:
    answer = Visitor(server.port).get("/jadwal")
    assert answer.status == 200
    assert "Jadwal Musrenbang Kecamatan" in answer.text
    assert "<b>Bahorok</b>" in answer.text


def test_the_login_page_leads_to_it(server: Server) -> None:
    assert '<a href="/jadwal">' in Visitor(server.port).get("/masuk").text


def test_it_tells_day_place_and_how_far_a_meeting_is(store_at: StoreAt) -> None:
    before, after = of(store_at(opened)), of(store_at(sent))
    assert (before.dimulai, before.dikirim) == (False, None)
    assert (after.dimulai, after.dikirim) == (True, NOW)
    assert after.tanggal is not None
    assert after.tempat


def of(store: Store) -> Jadwal:
    found = store.rows("select k.nama from rapat r join kecamatan k on k.kode = r.kecamatan where r.id = $1", RAPAT)
    return next(row for row in umum.jadwal(store, TAHUN) if row.kecamatan == found[0][0])


def test_what_has_a_day_comes_first(store_at: StoreAt) -> None:
    days = [row.tanggal for row in umum.jadwal(store_at(sent), TAHUN)]
    known = [day for day in days if day]
    assert days == sorted(known) + [None] * (len(days) - len(known))


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (planned(jam_selesai="15.00"), "09.00–15.00 WIB"),
        (planned(), "09.00 WIB"),
        (planned(tanggal=None), "–"),
        (planned(jam_mulai="<b>"), "&lt;b&gt; WIB"),
    ],
)
def test_hours(row: Jadwal, words: str) -> None:
    assert hours(row) == words


def test_state() -> None:
    assert state(planned()) == "Akan datang"
    assert state(planned(dimulai=True)) == "Sedang berlangsung"
    assert state(planned(dimulai=True, dikirim=datetime(2027, 2, 3, 20))) == "Selesai, dikirim 4 Februari 2027"
