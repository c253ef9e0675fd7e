"""After any saves of scores, what was kept on of a meeting is what its database says (L24, L25)."""

from datetime import timedelta
from itertools import count
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musrenbang.actions import baca, jalannya, proyektor, skoring
from musrenbang.errors import Refused
from musrenbang.model import Tingkat
from musrenbang.pace import Kerja
from musrenbang.store import recent
from musrenbang.store.engine import Store
from musrenbang.store.hall import Hall
from tests.cast import BIBIT, CAMAT, DRAINASE, IRIGASI, JALAN, NOW, RAPAT, UTAMA, counting, filled, scored
from tests.conftest import StoreAt

LEVEL = st.integers(1, 3)  # few, so that ties are frequent
LEVELS = st.tuples(*[LEVEL] * 8) | st.tuples(*[LEVEL | st.none()] * 8)  # all of them, or hardly ever all
MINUTES = count()  # no example is earlier than the one before it, as they share their store
SAVE = st.dictionaries(st.sampled_from([u.id for u in UTAMA]), LEVELS, min_size=1)


def read(store: Store) -> tuple[object, ...]:
    return (
        baca.usulan_masuk(store, CAMAT, RAPAT), baca.fakta(store, CAMAT, RAPAT), baca.rujukan(store, CAMAT, RAPAT),
        proyektor.keadaan_layar(store, RAPAT, NOW), *(jalannya.saat(store, CAMAT, RAPAT, kerja) for kerja in Kerja),
    )  # fmt: skip


def assert_kept_is_stored(store: Store) -> None:
    kept, ours, store.hall = read(store), store.hall, Hall()  # a memory of nothing reads all anew
    assert kept == read(store)
    store.hall = ours


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(counting)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(saves=st.lists(SAVE, min_size=1, max_size=4))
def test_after_any_saves(store: Store, saves: list[dict[UUID, Tingkat]]) -> None:
    read(store)
    for minute, nilai in zip(MINUTES, saves, strict=False):
        skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, nilai), NOW + timedelta(minutes=minute))
        assert_kept_is_stored(store)


def test_the_trail_is_asked_for_the_pace_only_when_an_usulan_is_complete_now(store: Store) -> None:
    def kept(nilai: dict[UUID, Tingkat]) -> object:
        read(store)
        skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, nilai), NOW)
        return store.hall.kept(str(RAPAT), f"saat {Kerja.SKOR}", recent.head(store, RAPAT))

    assert kept({JALAN.id: (3,) * 7 + (None,)}) == []
    assert kept({JALAN.id: (3,) * 8}) is None
    assert kept({JALAN.id: (2,) * 8}) == [(NOW, 1)]


def test_a_save_that_is_refused_keeps_nothing_of_it(store: Store) -> None:
    before = read(store)
    with pytest.raises(Refused):
        skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, {JALAN.id: (3,) * 8, IRIGASI.id: (9,) * 8}), NOW)
    assert read(store) == before
    assert_kept_is_stored(store)


def test_with_an_order_inside_a_tie(store_at: StoreAt) -> None:
    """IRIGASI and DRAINASE tie to the end of the chain, and the meeting orders them; a new score ends that."""
    store = store_at(scored)
    shown = {u.id: u.versi_skor or 0 for u in baca.usulan_masuk(store, CAMAT, RAPAT)}
    order = {u.id: shown[u.id] for u in (DRAINASE, IRIGASI)}
    skoring.urutkan_seri(store, CAMAT, RAPAT, order, "Lebih mendesak", NOW)
    for nilai in ({BIBIT.id: (4,) * 7 + (3,)}, {DRAINASE.id: (2,) * 8}, {DRAINASE.id: (3,) * 7 + (2,)}):
        read(store)
        skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, nilai), NOW)
        assert_kept_is_stored(store)
