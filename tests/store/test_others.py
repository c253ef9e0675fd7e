"""Two servers on one PostgreSQL: what is committed at one is known at the other within two seconds."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from typing import cast as typed

import pytest

from musrenbang.actions import baca, masuk, pengguna, proyektor, skoring
from musrenbang.errors import Refused
from musrenbang.passwords import digest
from musrenbang.store import hall, others
from musrenbang.store.engine import Store
from musrenbang.store.hall import SEMUA, Bahasan, Hall, Tampilan
from musrenbang.store.opening import open_store
from musrenbang.store.postgres import PostgresStore
from tests import cast
from tests.cast import BAPPEDA, CAMAT, JALAN, NILAI, NOW, RAPAT, RAPAT_STABAT, SANDI, UTAMA
from tests.conftest import PostgresEngine, running_postgresql

pytestmark = pytest.mark.postgres
End = Callable[[Store, str], None]
KEY = str(RAPAT)
WITHIN = 2.0  # seconds
LISTENERS = "from pg_stat_activity where query in ('listen musrenbang', 'select 1') and datname = current_database()"


@pytest.fixture
def address(postgresql_engine: PostgresEngine) -> Iterator[str]:
    store = postgresql_engine.lend(cast.counting)
    yield typed(PostgresStore, store)._address
    postgresql_engine.take_back(store)


@pytest.fixture
def here(address: str) -> Iterator[Store]:
    yield from _server(address)


@pytest.fixture
def there(address: str) -> Iterator[Store]:
    yield from _server(address)


def _server(address: str) -> Iterator[Store]:
    store = open_store(address)
    store.listen()
    yield store
    store.close()


def save(store: Store, level: int | None = None) -> None:
    nilai = NILAI[JALAN.id] if level is None else (level,) * 8
    skoring.simpan_skor(store, CAMAT, RAPAT, cast.filled(store, {JALAN.id: nilai}), NOW)


def heard(store: Store, rantai: str, act: Callable[[], object], within: float = WITHIN) -> bool:
    """Whether who listens here is told of what `act` does."""
    told = threading.Event()
    with store.hall.listening(rantai, told.set):
        act()
        return told.wait(within)


def test_a_save_at_one_is_known_at_the_other(here: Store, there: Store) -> None:
    assert cast.row(there, JALAN).poin is None
    before = there.hall.version(KEY)
    assert heard(there, KEY, lambda: save(here))
    assert there.hall.version(KEY) == before + 1
    assert cast.row(there, JALAN).poin is not None
    assert baca.rapat_berjalan(there, CAMAT, cast.BAHOROK)[2] == before + 1
    assert heard(there, SEMUA, lambda: save(here, 2))


def test_one_s_own_save_is_counted_once_and_another_meeting_not_at_all(here: Store, there: Store) -> None:
    before, others = here.hall.version(KEY), [store.hall.version(str(RAPAT_STABAT)) for store in (here, there)]
    assert heard(there, KEY, lambda: save(here))
    assert heard(here, KEY, lambda: save(there, 2))
    assert here.hall.version(KEY) == before + 2
    assert [store.hall.version(str(RAPAT_STABAT)) for store in (here, there)] == others


def test_what_was_refused_or_taken_back_is_told_to_nobody(here: Store, there: Store) -> None:
    def refused() -> None:
        with pytest.raises(Refused):
            save(here, 9)
        with pytest.raises(ZeroDivisionError):
            here.transaction(lambda tx: (tx.moved(KEY), 1 / 0))

    assert not heard(there, KEY, refused, within=0.5)


def test_the_hall_follows_the_operator_to_the_other_server(here: Store, there: Store) -> None:
    bahasan = Bahasan("verifikasi", usulan=JALAN.id, desa=cast.SUKA_RAKYAT, halaman=3, bagian="rinci")
    before = there.hall.version(KEY)
    assert heard(there, KEY, lambda: proyektor.bahas(here, CAMAT, RAPAT, bahasan))
    assert there.hall.bahasan(KEY) == bahasan
    assert heard(here, KEY, lambda: proyektor.tampilkan(there, CAMAT, RAPAT, Tampilan.AGENDA))
    assert here.hall.tampilan(KEY) is Tampilan.AGENDA
    assert there.hall.version(KEY) == before


def log_out(store: Store, sidik: str) -> None:
    masuk.keluar(store, sidik, NOW)


def disable(store: Store, sidik: str) -> None:
    pengguna.nonaktifkan(store, BAPPEDA, pengguna.versi(store, BAPPEDA, CAMAT.nama_pengguna), NOW)


@pytest.mark.parametrize("end", [log_out, disable])
def test_a_login_is_good_at_both_and_over_at_both(here: Store, there: Store, end: End) -> None:
    sidik = digest(masuk.masuk(here, CAMAT.nama_pengguna, SANDI, "127.0.0.1", NOW))
    assert masuk.siapa(there, sidik, NOW) == CAMAT
    assert heard(there, masuk.RANTAI, lambda: end(here, sidik))
    assert masuk.siapa(there, sidik, NOW) is None


def test_a_projector_s_link_is_over_at_both(here: Store, there: Store) -> None:
    sidik = digest(proyektor.buka_layar(here, CAMAT, RAPAT, NOW))
    assert proyektor.tamu(there, sidik, NOW)
    assert heard(there, KEY, lambda: proyektor.akhiri_layar(here, CAMAT, RAPAT, NOW))
    assert proyektor.tamu(there, sidik, NOW) is None


def on_screen(store: Store) -> object:
    rapat, tanda, _ = baca.rapat_berjalan(store, CAMAT, cast.BAHOROK)
    return baca.usulan_masuk(store, CAMAT, rapat.id, tanda), baca.fakta(store, CAMAT, rapat.id, tanda)


def test_what_is_kept_is_never_older_than_the_database_even_for_the_deaf(address: str) -> None:
    chance, deaf = random.Random(2027), (open_store(address), open_store(address))
    for _ in range(40):
        writer, usulan = chance.choice(deaf), chance.choice(UTAMA)
        levels = {k: chance.randint(1, 3) for k in chance.sample(range(8), chance.randint(1, 3))}
        now = cast.row(writer, usulan).tingkat or (None,) * 8
        skoring.ketik_skor(writer, CAMAT, RAPAT, {usulan.id: {k: (now[k], v) for k, v in levels.items()}}, NOW)
        shown, (kept, writer.hall) = [on_screen(store) for store in deaf], (writer.hall, Hall())
        assert shown == [on_screen(writer)] * 2
        writer.hall = kept
    for store in deaf:
        store.close()


def test_what_nobody_tells_is_seen_a_little_later(here: Store, there: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = on_screen(there)
    monkeypatch.setattr(others, "CHANNEL", "tidak didengar")
    monkeypatch.setattr(hall, "BARU", 60.0)
    save(here)
    assert on_screen(here) != before
    assert on_screen(there) == before  # and the database was not asked
    monkeypatch.setattr(hall, "BARU", 0.0)
    assert on_screen(there) == on_screen(here)


def test_a_line_that_was_cut_is_opened_again_and_nothing_is_missed(here: Store, there: Store) -> None:
    before = there.hall.version(KEY), there.hall.version(str(RAPAT_STABAT))

    def cut() -> None:
        assert len(here.rows(f"select pg_terminate_backend(pid) {LISTENERS}")) == 2
        save(here)  # nobody listens at this moment

    assert heard(there, KEY, cut)
    assert there.hall.version(KEY) > before[0]
    assert there.hall.version(str(RAPAT_STABAT)) > before[1]
    assert heard(there, KEY, lambda: save(here, 2))


def test_nonsense_is_heard_by_nobody_and_stops_nothing(here: Store, there: Store) -> None:
    nonsense = ["", "{}", "3", "[]", '["x", "maju"]', '["x", "lain", "y"]', '["x", "bahasan", "y", "z", "bukan"]',
                '["x", "tampilan", "y", "bukan"]', '["x", "bahasan", "y"]']  # fmt: skip
    here.rows(others.SAY, others.CHANNEL, nonsense)
    assert heard(there, KEY, lambda: save(here))


def test_waiting_costs_no_processor(here: Store, there: Store) -> None:
    used = time.process_time()
    time.sleep(1)
    assert time.process_time() - used < 0.1


def test_a_silent_line_is_asked_whether_it_lives(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(others, "BEAT", 0.1)
    for store in _server(address):
        time.sleep(0.5)
        assert store.rows(f"select query {LISTENERS}") == [("select 1",)]
        assert heard(store, KEY, lambda: [save(other) for other in _server(address)])


def test_a_restart_of_postgresql_is_survived_without_asking_like_mad() -> None:
    with running_postgresql() as engine:
        address = typed(PostgresStore, engine.lend(cast.counting))._address
        for store in _server(address):
            engine.switch_off()
            used = time.process_time()
            time.sleep(1)
            assert time.process_time() - used < 0.3
            assert heard(store, KEY, engine.switch_on, within=others.LATEST + WITHIN)
            assert cast.row(store, JALAN).poin is None
            assert heard(store, KEY, lambda: [save(other) for other in _server(address)])
