"""The planned minutes as the hall reads them, and what is on now."""

from datetime import timedelta

from musrenbang.actions import baca, jalannya
from musrenbang.model import Fakta
from musrenbang.sop import SOP
from musrenbang.store.engine import Store
from pages.parts.agenda import Butir, agenda, on_now, planned
from tests import cast
from tests.cast import CAMAT, NOW, RAPAT
from tests.conftest import StoreAt

AKHIR = NOW + timedelta(hours=3)


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


def facts(store: Store) -> Fakta:
    return baca.fakta(store, CAMAT, RAPAT)


def on(store: Store) -> Butir | None:
    return on_now(facts(store), jalannya.terlaksana(store, CAMAT, RAPAT), AKHIR)


def test_nothing_is_on_before_mulai_and_after_kirim(store_at: StoreAt) -> None:
    assert on(store_at(cast.loaded)) is None
    assert on(store_at(cast.sent)) is None


def test_a_point_without_minutes_lasts_until_the_planned_end_of_the_meeting(store_at: StoreAt) -> None:
    assert on(store_at(cast.started)) == Butir("verifikasi", None, NOW, AKHIR)


def test_a_point_with_minutes_has_an_end_of_its_own(store_at: StoreAt) -> None:
    """All is scored: the result is on, since the last score."""
    store = store_at(cast.scored)
    found = on(store)
    assert found == Butir("hasil-skoring", 20, NOW, NOW + timedelta(minutes=20))
    later = dict(jalannya.terlaksana(store, CAMAT, RAPAT))
    late = NOW + timedelta(minutes=42)
    later["L24"] = later["L17"] = jalannya.Rentang(NOW, late)
    found = on_now(facts(store), later, AKHIR)
    assert found == Butir("hasil-skoring", 20, late, late + timedelta(minutes=20))


def test_work_that_is_taken_up_again_has_not_just_begun(store_at: StoreAt) -> None:
    store = store_at(cast.counting)
    spans = dict(jalannya.terlaksana(store, CAMAT, RAPAT))
    spans["L10"] = jalannya.Rentang(NOW, NOW + timedelta(minutes=50))
    found = on_now(facts(store), spans, AKHIR)
    assert found == Butir("skoring", None, NOW, AKHIR)
