"""Moving a whole store into an empty one, from either engine to either: all of it and the same, or nothing."""

import shutil

import pytest

from musrenbang.actions import lambang, masuk
from musrenbang.actions.periksa import periksa
from musrenbang.actions.pindahkan import pindahkan
from musrenbang.actions.siapkan import NotEmpty
from musrenbang.errors import Refused
from musrenbang.store import berkas, moving
from musrenbang.store.engine import Rows, Store
from tests import cast
from tests.actions.conftest import Target
from tests.actions.test_ganti_lambang import picture
from tests.actions.test_salin import content
from tests.cast import BAPPEDA, CAMAT, NOW, SANDI
from tests.conftest import StoreAt
from tests.witness import dump, refused

EITHER = ["duckdb", pytest.param("postgresql", marks=pytest.mark.postgres)]
UNFAITHFUL = (
    "create function besar() returns trigger language plpgsql as 'begin new.nama := upper(new.nama); return new; end'",
    "create trigger besar before insert on desa for each row when (new.nama = 'Suka Rakyat') execute function besar()",
)


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    source = store_at(cast.sent)
    lambang.ganti(source, BAPPEDA, picture("red"), "lama.png", NOW)
    lambang.ganti(source, BAPPEDA, picture("blue"), "baru.png", NOW)
    masuk.masuk(source, CAMAT.nama_pengguna, SANDI, "127.0.0.1", NOW)
    return source


def documents(store: Store) -> dict[object, bytes]:
    return {id_: store.files.read(id_) for id_ in berkas.ids(store)}


def assert_untouched(store: Store) -> None:
    assert moving.is_empty(store)
    assert list(store.files.folder.iterdir() if store.files.folder.exists() else []) == []


@pytest.mark.parametrize("name", EITHER)
def test_all_is_there_and_the_same(store: Store, target_on: Target, name: str) -> None:
    target, before, told = target_on(name), dump(store), list[float]()
    moved = pindahkan(store, target, told.append)
    assert {table: sorted(rows) for table, rows in content(target).items()} == content(store)
    assert moved.tabel == {table: len(rows) for table, rows in content(store).items()}
    assert (documents(target), moved.dokumen) == (documents(store), 2)
    assert (moved.kesalahan, periksa(target), dump(store)) == ([], [], before)
    assert target.rows("select 1 from sesi") == []
    assert told == sorted(told)
    assert told[-1] == 1


@pytest.mark.parametrize("name", EITHER)
def test_the_meeting_goes_on_there(store: Store, target_on: Target, name: str) -> None:
    target = target_on(name)
    pindahkan(store, target)
    lambang.ganti(target, BAPPEDA, picture("green"), "terbaru.png", NOW)
    assert periksa(target) == []


def test_one_folder_for_both_is_left_as_it_is(store: Store, target_on: Target) -> None:
    target, before = target_on("duckdb"), documents(store)
    target.files = store.files
    moved = pindahkan(store, target)
    assert (moved.kesalahan, moved.folder, documents(target)) == ([], store.files.folder, before)


def test_what_holds_anything_is_not_touched(store: Store, target_on: Target) -> None:
    target = target_on("duckdb")
    pindahkan(store, target)
    before = dump(target)
    with pytest.raises(NotEmpty):
        pindahkan(store, target)
    assert (dump(target), documents(target)) == (before, documents(store))


def test_documents_of_somebody_else_are_not_mixed_with(store: Store, target_on: Target) -> None:
    target = target_on("duckdb")
    target.files.folder.mkdir()
    (target.files.folder / "lain").write_bytes(b"lain")
    with refused(target, "dokumen_sudah_ada"):
        pindahkan(store, target)
    assert list(target.files.names()) == ["lain"]


def test_nothing_comes_from_nothing(target_on: Target) -> None:
    target = target_on("duckdb")
    with refused(target, "asal_kosong"):
        pindahkan(target_on("duckdb"), target)


@pytest.mark.parametrize("name", EITHER)
def test_a_damaged_document_stops_all_by_its_name(store: Store, target_on: Target, name: str) -> None:
    target, found = target_on(name), lambang.berlaku(store)
    assert found
    store.files.path(found.id).write_bytes(b"rusak")
    with pytest.raises(Refused) as caught:
        pindahkan(store, target)
    [issue] = caught.value.issues
    assert (issue.key, issue.facts["dokumen"]) == ("pindahan_dokumen_rusak", "baru.png")
    assert_untouched(target)


@pytest.mark.postgres
def test_one_row_that_arrives_otherwise_stops_all(store: Store, target_on: Target) -> None:
    target = target_on("postgresql")
    for sql in UNFAITHFUL:
        target.rows(sql)
    with pytest.raises(Refused) as caught:
        pindahkan(store, target)
    [issue] = caught.value.issues
    assert (issue.key, issue.facts) == ("pindahan_berbeda", {"tabel": "desa", "baris": 1})
    assert_untouched(target)


def test_a_move_that_is_broken_off_leaves_nothing(store: Store, target_on: Target) -> None:
    for at in (0.2, 0.6, 0.79):

        def stop(part: float, at: float = at) -> None:
            if part >= at:
                raise KeyboardInterrupt

        target = target_on("duckdb")
        with pytest.raises(KeyboardInterrupt):
            pindahkan(store, target, stop)
        assert_untouched(target)
        shutil.rmtree(target.files.folder, ignore_errors=True)


CHANGES = (
    ("update desa set nama = nama || '.' where kode = '12.05.01.2006'", "desa"),
    ("delete from desa where kode = '12.05.01.2006'", "desa"),
    ("update jejak set sesudah = 'x' where rantai = 'pengguna' and nomor = 1", "jejak"),
    ("update rantai set hash = 'x' where kunci = 'pengguna'", "rantai"),
    ("update usulan_masuk set biaya = biaya + 1 where kode = (select min(kode) from usulan_masuk)", "usulan_masuk"),
    ("insert into keterangan (kunci, nilai) values ('lebih', '1')", "keterangan"),
)


@pytest.mark.parametrize("name", EITHER)
def test_any_one_difference_is_found(store: Store, target_on: Target, name: str) -> None:
    target, found = target_on(name), list[dict[str, int]]()
    pindahkan(store, target)
    for change, _ in (("select 1", ""), *CHANGES):

        def compare(tx: Rows, change: str = change) -> None:
            tx.rows(change)
            found.append(moving.differing(store, tx))
            raise ZeroDivisionError  # takes the change back

        with pytest.raises(ZeroDivisionError):
            target.transaction(compare)
    assert found == [{}, *({table: 1} for _, table in CHANGES)]
