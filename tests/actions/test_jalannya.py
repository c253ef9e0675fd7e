"""How a meeting really went: the times of the rows of the SOP, and of each usulan done (L01 to L35)."""

from datetime import timedelta
from uuid import UUID

from musrenbang.actions import baca, jalannya, skoring
from musrenbang.actions.jalannya import KERJA, TINDAKAN, Rentang
from musrenbang.actions.verifikasi import Putusan, verifikasi
from musrenbang.model import Keputusan, Tingkat, Usulan
from musrenbang.pace import Kerja
from musrenbang.sop import SOP
from musrenbang.store import times
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import CAMAT, DRAINASE, IRIGASI, JALAN, NOW, ORANG_LAIN, RAPAT, filled
from tests.conftest import StoreAt
from tests.witness import refused

TIGA: Tingkat = (3,) * 8
LATER = NOW + timedelta(minutes=3)


def verify(store: Store, minutes: int, *usulan: Usulan) -> None:
    now = NOW + timedelta(minutes=minutes)
    verifikasi(store, CAMAT, RAPAT, cast.seen(store, *usulan), Putusan(Keputusan.SESUAI), now)


def save(store: Store, minutes: int, levels: dict[UUID, Tingkat]) -> None:
    skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, levels), NOW + timedelta(minutes=minutes))


def test_every_key_is_a_row_of_the_sop() -> None:
    assert set(TINDAKAN) <= {row.key for row in SOP}
    assert set(KERJA) == set(Kerja)


def test_a_row_runs_from_its_first_to_its_last_action(store_at: StoreAt) -> None:
    store = store_at(cast.started)
    assert "L10" not in jalannya.terlaksana(store, CAMAT, RAPAT)
    verify(store, 2, JALAN)
    verify(store, 7, IRIGASI)
    found = jalannya.terlaksana(store, CAMAT, RAPAT)
    assert found["L10"] == Rentang(NOW + timedelta(minutes=2), NOW + timedelta(minutes=7))
    assert {"L01", "L08", "L09"} < set(found)
    assert "L24" not in found


def test_a_second_decision_on_the_same_usulan_is_no_progress(store_at: StoreAt) -> None:
    store = store_at(cast.started)
    verify(store, 2, JALAN, IRIGASI)
    verify(store, 7, JALAN)
    assert jalannya.saat(store, CAMAT, RAPAT, Kerja.VERIFIKASI) == [(NOW + timedelta(minutes=2), 2)]


def test_an_usulan_is_scored_when_it_has_all_its_levels_for_the_first_time(store_at: StoreAt) -> None:
    store = store_at(cast.counting)
    save(store, 0, {JALAN.id: (None, *TIGA[1:])})
    assert jalannya.saat(store, CAMAT, RAPAT, Kerja.SKOR) == []
    save(store, 1, {IRIGASI.id: TIGA})
    save(store, 3, {JALAN.id: TIGA, IRIGASI.id: (2,) * 8})
    assert jalannya.saat(store, CAMAT, RAPAT, Kerja.SKOR) == [(LATER, 1), (NOW + timedelta(minutes=1), 1)]


def test_an_order_that_a_new_score_ends_is_no_progress(store_at: StoreAt) -> None:
    """IRIGASI and DRAINASE tie to the end of the chain."""
    store = store_at(cast.scored)
    shown = {u.id: u.versi_skor or 0 for u in baca.usulan_masuk(store, CAMAT, RAPAT)}
    before = jalannya.saat(store, CAMAT, RAPAT, Kerja.SKOR)
    skoring.urutkan_seri(store, CAMAT, RAPAT, {u.id: shown[u.id] for u in (DRAINASE, IRIGASI)}, "Lebih mendesak", NOW)
    save(store, 9, {DRAINASE.id: (2,) * 8})
    assert jalannya.saat(store, CAMAT, RAPAT, Kerja.SKOR) == before


def test_only_the_last_moments_are_told_and_only_to_those_who_may_look(store_at: StoreAt) -> None:
    store = store_at(cast.counting)
    for u in cast.UTAMA:
        save(store, cast.UTAMA.index(u), {u.id: TIGA})
    told = times.moments(store, str(RAPAT), KERJA[Kerja.SKOR].value, 2)
    assert told == [(LATER, 1), (NOW + timedelta(minutes=2), 1)]
    with refused(store, "bukan_wilayah"):
        jalannya.terlaksana(store, ORANG_LAIN, RAPAT)
