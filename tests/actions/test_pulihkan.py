"""Filling an empty database from a copy, on either engine from either."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from musrenbang.actions import baca, lambang, salin
from musrenbang.actions.periksa import periksa
from musrenbang.actions.pulihkan import pulihkan
from musrenbang.actions.siapkan import NotEmpty
from musrenbang.errors import Refused
from musrenbang.model import Salinan
from musrenbang.store import berkas
from musrenbang.store.engine import Store
from tests import cast
from tests.actions.conftest import Target
from tests.actions.test_ganti_lambang import colour_of, picture
from tests.actions.test_salin import content
from tests.cast import BAPPEDA, NOW
from tests.conftest import StoreAt
from tests.witness import dump, refused


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    source = store_at(cast.sent)
    lambang.ganti(source, BAPPEDA, picture("red"), "lama.png", NOW)
    lambang.ganti(source, BAPPEDA, picture("blue"), "baru.png", NOW)
    return source


@pytest.fixture
def made(store: Store, tmp_path: Path) -> Salinan:
    return salin.salin(store, BAPPEDA, tmp_path / "salinan", NOW)


@pytest.fixture
def target(target_on: Target) -> Store:
    return target_on("duckdb")


@pytest.mark.parametrize("name", ["duckdb", pytest.param("postgresql", marks=pytest.mark.postgres)])
def test_all_is_as_it_was_on_either_engine(store: Store, made: Salinan, target_on: Target, name: str) -> None:
    target = target_on(name)
    restored, faults = pulihkan(target, made.folder)
    assert (restored, faults) == (made, [])
    assert {table: sorted(rows) for table, rows in content(target).items()} == content(store)
    assert baca.semua_rapat(target, BAPPEDA, cast.TAHUN) == baca.semua_rapat(store, BAPPEDA, cast.TAHUN)
    assert colour_of(lambang.sekarang(target)) == (0, 0, 255)
    assert {id_: target.files.read(id_) for id_ in berkas.ids(target)} == {
        id_: store.files.read(id_) for id_ in berkas.ids(store)
    }


def test_what_was_restored_goes_on(made: Salinan, target: Store, tmp_path: Path) -> None:
    """The chains are continued where they stood, and a copy of it is a copy like any other."""
    pulihkan(target, made.folder)
    lambang.ganti(target, BAPPEDA, picture("green"), "terbaru.png", NOW)
    assert periksa(target) == []
    again = salin.salin(target, BAPPEDA, tmp_path / "lagi", NOW)
    assert again.dokumen == made.dokumen + 1


def test_of_several_the_newest_is_taken(store: Store, made: Salinan, target: Store) -> None:
    newest = salin.salin(store, BAPPEDA, made.folder.parent, NOW + timedelta(minutes=1))
    assert pulihkan(target, made.folder.parent)[0] == newest


def test_the_copy_stays_as_it_was(made: Salinan, target: Store) -> None:
    before = {path: path.read_bytes() for path in made.folder.rglob("*") if path.is_file()}
    pulihkan(target, made.folder)
    assert {path: path.read_bytes() for path in made.folder.rglob("*") if path.is_file()} == before


def test_a_store_with_anything_in_it_is_not_touched(store: Store, made: Salinan) -> None:
    before = dump(store)
    with pytest.raises(NotEmpty):
        pulihkan(store, made.folder)
    assert dump(store) == before


def test_documents_of_somebody_else_are_not_mixed_with(made: Salinan, target: Store) -> None:
    target.files.folder.mkdir()
    (target.files.folder / "lain").write_bytes(b"lain")
    with refused(target, "dokumen_sudah_ada"):
        pulihkan(target, made.folder)
    assert list(target.files.names()) == ["lain"]


def assert_refused(target: Store, folder: Path, key: str) -> None:
    """And nothing is left behind."""
    with refused(target, key):
        pulihkan(target, folder)
    assert list(target.files.folder.iterdir() if target.files.folder.exists() else []) == []


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def test_one_flipped_bit_in_the_database_is_refused(made: Salinan, target: Store) -> None:
    path = made.folder / "musrenbang.duckdb"
    for at in (0, path.stat().st_size // 2, -1):
        flip(path, at)
        assert_refused(target, made.folder, "salinan_rusak")
        flip(path, at)
    path.unlink()
    assert_refused(target, made.folder, "salinan_rusak")


def test_one_flipped_bit_in_a_document_is_refused(made: Salinan, target: Store) -> None:
    last = sorted((made.folder / "dokumen").iterdir())[-1]
    flip(last, 40)
    assert_refused(target, made.folder, "salinan_dokumen_rusak")
    flip(last, 40)
    assert pulihkan(target, made.folder)[1] == []


def test_a_missing_document_is_refused_by_its_name(made: Salinan, target: Store, store: Store) -> None:
    [current] = [id_ for id_ in berkas.ids(store) if id_ == lambang.tanda(store)]
    (made.folder / "dokumen" / str(current)).unlink()
    with pytest.raises(Refused) as caught:
        pulihkan(target, made.folder)
    assert caught.value.issues[0].facts["dokumen"] == "baru.png"
    assert_refused(target, made.folder, "salinan_dokumen_rusak")


def test_a_folder_without_a_whole_copy_is_refused(made: Salinan, target: Store, tmp_path: Path) -> None:
    assert_refused(target, tmp_path, "salinan_tidak_ada")
    assert_refused(target, tmp_path / "tidak ada", "salinan_tidak_ada")
    for text in ("", "[]", "{}", '{"waktu": 1}', "null"):
        (made.folder / "keterangan.json").write_text(text)
        assert_refused(target, made.folder, "salinan_tidak_ada")


def test_a_copy_of_a_newer_application_is_refused(made: Salinan, target: Store) -> None:
    about = made.folder / "keterangan.json"
    about.write_text(json.dumps({**json.loads(about.read_text()), "skema": made.skema + 1}))
    assert_refused(target, made.folder, "salinan_lebih_baru")


def test_faults_of_what_was_copied_are_told(store: Store, target: Store, tmp_path: Path) -> None:
    """A document that was lost before the copy was made stops no restore; periksa names it."""
    found = lambang.berlaku(store)
    assert found
    store.files.path(found.id).unlink()
    made = salin.salin(store, BAPPEDA, tmp_path / "salinan", NOW)
    _, faults = pulihkan(target, made.folder)
    assert faults == ["Berkas lambang “baru.png” milik kabupaten: tidak ada di folder dokumen."]
