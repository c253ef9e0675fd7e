"""PostgreSQL is started again under an open store: nothing acknowledged is lost, nothing is done twice."""

import threading
from collections.abc import Iterator
from typing import cast as typed

import pytest

from musrenbang.actions import skoring, usulan_desa
from musrenbang.actions.periksa import periksa
from musrenbang.store.engine import Rows, Store, StoreGone, StoreUnsure
from musrenbang.store.postgres import PostgresStore
from musrenbang.words import sentence
from tests import cast
from tests.cast import CAMAT, DESA, JALAN, NOW, RAPAT
from tests.conftest import PostgresEngine, running_postgresql
from tests.witness import race, rows_of

pytestmark = pytest.mark.postgres
ADD = "insert into keterangan (kunci, nilai) values ($1, '')"
ENDS_ITSELF = (
    "create function putus() returns trigger language plpgsql as "
    "'begin perform pg_terminate_backend(pg_backend_pid()); return new; end'",
    "create constraint trigger putus after insert on keterangan deferrable initially deferred for each row "
    "execute function putus()",
)


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresEngine]:
    with running_postgresql() as engine:
        yield engine


@pytest.fixture
def store(server: PostgresEngine) -> Iterator[Store]:
    lent = server.lend(cast.counting)
    yield lent
    lent.close()


def restart(server: PostgresEngine) -> None:
    server.switch_off()
    server.switch_on()


def save(store: Store, level: int = 3) -> None:
    skoring.simpan_skor(store, CAMAT, RAPAT, cast.filled(store, {JALAN.id: (level,) * 8}), NOW)


def known(store: Store) -> list[str]:
    return [kunci for (kunci,) in store.rows("select kunci from keterangan order by 1")]


def test_between_two_actions_nobody_notices(server: PostgresEngine, store: Store) -> None:
    race(*[lambda: store.rows("select pg_sleep(0.2)")] * 6)  # so that several lines are open, and all are cut
    save(store)
    restart(server)
    save(store, 2)
    assert cast.row(store, JALAN).tingkat == (2,) * 8
    assert periksa(store) == []


def test_in_the_middle_of_an_action_it_is_done_again_and_once(server: PostgresEngine, store: Store) -> None:
    tries = []

    def work(tx: Rows) -> None:
        tx.rows(ADD, f"percobaan {len(tries)}")
        tries.append(1)
        if len(tries) == 1:
            restart(server)
        tx.rows(ADD, "selesai")

    store.transaction(work)
    assert known(store) == ["percobaan 1", "selesai"]


def test_a_commit_whose_answer_is_lost_is_not_done_again(store: Store) -> None:
    """Whether it was stored only the database knows; a person is told to look before pressing again."""
    for sql in ENDS_ITSELF:
        store.rows(sql)
    tries, version = [], store.hall.version(str(RAPAT))

    def work(tx: Rows) -> None:
        tries.append(1)
        tx.rows(ADD, "sekali")

    with pytest.raises(StoreUnsure) as caught:
        store.transaction(work)
    assert store.hall.version(str(RAPAT)) > version  # so every screen reads again what is stored
    assert "lihat dahulu sebelum mengulangi" in sentence(caught.value.issues[0])
    assert tries == [1]
    assert known(store) == []
    store.rows("drop trigger putus on keterangan")
    store.rows("drop function putus")


def test_while_it_is_away_an_action_is_refused_in_words(server: PostgresEngine, store: Store) -> None:
    typed(PostgresStore, store)._pool.timeout = 0.3
    before = len(rows_of(store))
    server.switch_off()
    with pytest.raises(StoreGone) as caught:
        usulan_desa.isi(store, DESA, RAPAT, cast.isi("Sumur"), NOW)
    server.switch_on()
    assert sentence(caught.value.issues[0]).startswith("Server basis data tidak menjawab")
    typed(PostgresStore, store)._pool.timeout = 30
    save(store)
    assert len(rows_of(store)) == before + 1
    assert periksa(store) == []


def test_of_writers_under_restarts_each_save_is_there_once(server: PostgresEngine, store: Store) -> None:
    saved, unsure, over = [], [], threading.Event()

    def write() -> None:
        while not over.is_set():
            try:
                save(store, 1 + len(saved) % 3)
                saved.append(1)
            except StoreUnsure:
                unsure.append(1)

    writer = threading.Thread(target=write)
    writer.start()
    for _ in range(3):
        restart(server)
    over.set()
    writer.join(60)
    assert not writer.is_alive()
    assert saved
    stored = sum(row.objek == f"skor {JALAN.kode}" for row in rows_of(store))
    assert len(saved) <= stored <= len(saved) + len(unsure)
    assert cast.row(store, JALAN).versi_skor == stored + 1
    assert periksa(store) == []
