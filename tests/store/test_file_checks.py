"""periksa names each stored file that is lost, changed, without an owner or without a row."""

from uuid import uuid4

import pytest

from musrenbang.actions import lambang
from musrenbang.actions.periksa import periksa
from musrenbang.store import berkas
from musrenbang.store.engine import Store
from tests.actions.test_ganti_lambang import picture
from tests.cast import BAPPEDA, NOW

NAMED = "Berkas lambang “lambang.png” milik kabupaten"
NOBODY = "00000000-0000-0000-0000-000000000009"


@pytest.fixture
def with_crest(store: Store) -> Store:
    lambang.ganti(store, BAPPEDA, picture(), "lambang.png", NOW)
    assert periksa(store) == []
    return store


def test_a_lost_or_changed_file_is_named(with_crest: Store) -> None:
    [id_] = berkas.ids(with_crest)
    content = with_crest.files.read(id_)
    with_crest.files.path(id_).write_bytes(content[:-1] + b"x")
    assert periksa(with_crest) == [f"{NAMED}: isinya tidak sama dengan saat disimpan."]
    with_crest.files.path(id_).unlink()
    assert periksa(with_crest) == [f"{NAMED}: tidak ada di folder dokumen."]


def test_a_file_without_a_row_is_named(with_crest: Store) -> None:
    stray = uuid4()
    with_crest.files.path(stray).write_bytes(b"?")
    assert periksa(with_crest) == [f"Folder dokumen: berkas {stray} tidak dikenal basis data."]


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (f"update berkas set pemilik = '{NOBODY}'", "Lambang “lambang.png”: pemiliknya bukan kabupaten"),
        ("update berkas set jenis = 'foto'", "Berkas foto “lambang.png”: rapat pemiliknya"),
        ("update berkas set jenis = 'foto usulan'", "Berkas foto usulan “lambang.png”: usulan pemiliknya"),
        ("update berkas set diganti = timestamp '2020-01-01 00:00:00'", "waktu diganti mendahului waktu diunggah"),
        (
            "insert into berkas select cast('00000000-0000-0000-0000-000000000009' as uuid), pemilik, jenis, nama, "
            "tipe, ukuran, sidik, halaman, oleh, waktu, diganti from berkas",
            "Lambang: ada 2 yang berlaku",
        ),
        ("update jejak set sesudah = '{}' where rantai = 'data induk'", "Jejak data induk, baris 1: isinya"),
    ],
)
def test_a_row_that_cannot_be_is_named(with_crest: Store, fault: str, told: str) -> None:
    with_crest.transaction(lambda tx: tx.rows(fault))
    assert any(told in sentence for sentence in periksa(with_crest)), periksa(with_crest)
