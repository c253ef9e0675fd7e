"""No room left on the disk: refused in a sentence, nothing half written, and it goes on when there is room again."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from musrenbang.actions import berkas, dokumen, skoring
from musrenbang.actions.periksa import periksa
from musrenbang.model import JenisBerkas
from musrenbang.store import recent
from musrenbang.store.engine import Store, StoreFull, StoreUnsure
from musrenbang.words import sentence
from tests import cast
from tests.cast import CAMAT, IRIGASI, JALAN, NILAI, NOW, RAPAT
from tests.conftest import Engine
from tests.scans import paper
from tests.witness import dump


@contextmanager
def room_up_to(size: int) -> Iterator[None]:
    """No file of this process may grow beyond so many bytes, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def store(duckdb_engine: Engine) -> Iterator[Store]:
    opened = duckdb_engine.lend(cast.counting)
    yield opened
    opened.close()


def save(store: Store, *which: cast.Usulan) -> None:
    skoring.simpan_skor(store, CAMAT, RAPAT, cast.filled(store, {u.id: NILAI[u.id] for u in which}), NOW)


def test_an_action_without_room_is_refused_and_can_be_done_afterwards(store: Store) -> None:
    save(store, JALAN)
    before = dump(store)
    with room_up_to(1_000), pytest.raises(StoreFull) as caught:
        save(store, IRIGASI)
    assert sentence(caught.value.issues[0]).startswith("Penyimpanan server penuh")
    assert dump(store) == before
    save(store, IRIGASI)
    assert cast.row(store, IRIGASI).tingkat == NILAI[IRIGASI.id]
    assert periksa(store) == []


def test_a_database_that_has_given_up_is_opened_again(store: Store, duckdb_engine: Engine) -> None:
    """While it tidies its file up, DuckDB answers nothing more after a fault. Nobody has to start the server again."""
    save(store, JALAN)
    before, shown = dump(store), recent.head(store, RAPAT)
    with room_up_to(1_000), pytest.raises(StoreUnsure) as caught:
        store.rows("force checkpoint")
    assert "belum pasti" in sentence(caught.value.issues[0])
    assert store.hall.head(str(RAPAT)) == ""
    assert recent.head(store, RAPAT) == shown
    assert dump(store) == before
    save(store, IRIGASI)
    assert periksa(store) == []


def test_a_document_without_room_leaves_nothing(store: Store) -> None:
    with room_up_to(100), pytest.raises(StoreFull):
        berkas.receive(store, paper())
    assert list(store.files.folder.iterdir()) == []
    content = berkas.receive(store, paper())
    dokumen.unggah(store, CAMAT, RAPAT, JenisBerkas.DAFTAR_HADIR, "hadir.pdf", content, None, NOW)
    assert periksa(store) == []
