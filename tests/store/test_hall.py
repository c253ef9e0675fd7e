"""The hall is told of every commit about its meeting, and of nothing that was not committed."""

import pytest

from musrenbang.actions.skoring import simpan_skor
from musrenbang.errors import Refused
from musrenbang.store.engine import Inside, Rows, Store
from musrenbang.store.hall import SEMUA, Bahasan, Hall
from tests.cast import CAMAT, JALAN, NILAI, NOW, RAPAT, counting, filled
from tests.conftest import StoreAt

KEY = str(RAPAT)


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(counting)


def save(store: Store) -> None:
    simpan_skor(store, CAMAT, RAPAT, filled(store, {JALAN.id: NILAI[JALAN.id]}), NOW)


def test_a_save_moves_its_meeting_and_tells_who_listens(store: Store) -> None:
    before, heard = store.hall.version(KEY), list[int]()
    with store.hall.listening(KEY, lambda: heard.append(store.hall.version(KEY))):
        save(store)
    save(store)
    assert heard == [before + 1]
    assert store.hall.version(KEY) == before + 2


def test_who_listens_already_finds_what_was_saved(store: Store) -> None:
    found = list[object]()
    with store.hall.listening(KEY, lambda: found.extend(store.rows("select k1 from skor where usulan = $1", JALAN.id))):
        save(store)
    assert found == [(NILAI[JALAN.id][0],)]


def test_a_refusal_moves_nothing(store: Store) -> None:
    before = store.hall.version(KEY)
    with pytest.raises(Refused):
        simpan_skor(store, CAMAT, RAPAT, filled(store, {JALAN.id: (9,) * 8}), NOW)
    assert store.hall.version(KEY) == before


def test_a_transaction_around_an_action_tells_when_all_is_committed(store: Store) -> None:
    before = store.hall.version(KEY)

    def work(tx: Rows) -> int:
        save(Inside(store, tx))
        return store.hall.version(KEY)

    assert store.transaction(work) == before
    assert store.hall.version(KEY) == before + 1


def test_another_meeting_is_not_told() -> None:
    hall, heard = Hall(), list[str]()
    before = hall.version("a")
    with hall.listening("a", lambda: heard.append("a")):
        hall.moved("b")
        hall.discuss("b", Bahasan("skoring"))
    assert (heard, hall.version("a"), hall.version("b")) == ([], before, before + 1)


def test_what_is_discussed_is_told_once_and_is_no_move() -> None:
    hall, heard = Hall(), list[Bahasan | None]()
    before = hall.version("a")
    with hall.listening("a", lambda: heard.append(hall.bahasan("a"))):
        hall.discuss("a", Bahasan("skoring", usulan=JALAN.id))
        hall.discuss("a", Bahasan("skoring", usulan=JALAN.id))
    assert heard == [Bahasan("skoring", usulan=JALAN.id)]
    assert hall.version("a") == before


def test_who_listens_to_all_meetings_hears_of_each() -> None:
    hall, heard = Hall(), list[int]()
    before = hall.version(SEMUA)
    with hall.listening(SEMUA, lambda: heard.append(hall.version(SEMUA))):
        hall.moved("a")
        hall.moved("b")
    assert heard == [before + 1, before + 2]


def test_a_server_that_is_started_again_does_not_count_on_from_the_same_number() -> None:
    """A tab would take what it shows for the newest, and the new server knows nothing of what that tab has drawn."""
    assert Hall().version(KEY) != Hall().version(KEY)
