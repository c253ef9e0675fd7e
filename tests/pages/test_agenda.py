"""The planned minutes as the hall reads them."""

from musrenbang.sop import SOP
from pages.parts.agenda import agenda, planned


def test_signatures_take_no_time_of_the_meeting() -> None:
    plan = dict(agenda())
    assert plan["Daftar Hadir"] == "15 menit"
    assert plan["Berita Acara"] == "5 menit"


def test_whole_meeting_or_not_given() -> None:
    plan = dict(agenda())
    assert (plan["Verifikasi"], plan["Skoring"], plan["Pertinggal"]) == ("sepanjang rapat", "sepanjang rapat", "–")
    assert "Pemandu SOP" not in plan
    by_key = {row.key: planned(row) for row in SOP}
    assert (by_key["L07"], by_key["L10"], by_key["L29"]) == ("180 menit", "sepanjang rapat", "–")
