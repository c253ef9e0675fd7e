"""L34: a photo or a video is taken out again; its row and file stay."""

import json
from uuid import uuid4

import pytest

from musrenbang.actions import berkas, dokumen
from musrenbang.model import JenisBerkas
from musrenbang.store.engine import Store
from tests.cast import BAPPEDA, CAMAT, NOW, ORANG_LAIN, RAPAT, opened
from tests.conftest import StoreAt
from tests.scans import paper, picture
from tests.witness import assert_one_is_told, assert_row, both, logged, refused


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(opened)


def test_takes_the_photo_out_and_logs_it(store: Store) -> None:
    content = berkas.receive(store, picture())
    id_ = dokumen.unggah(store, CAMAT, RAPAT, JenisBerkas.FOTO, "a.jpg", content, None, NOW)
    (row,) = logged(store, lambda: dokumen.tarik(store, CAMAT, RAPAT, id_, NOW))
    assert_row(row, CAMAT.nama_pengguna, "unggah dokumen", "dokumen foto")
    assert json.loads(row.sebelum)["id"] == str(id_)
    assert [b.diganti for b in dokumen.daftar(store, CAMAT, RAPAT)] == [NOW]
    assert store.files.path(id_).is_file()


def test_refuses_a_scan_strangers_and_what_is_not_there(store: Store) -> None:
    content = berkas.receive(store, paper())
    scan = dokumen.unggah(store, CAMAT, RAPAT, JenisBerkas.DAFTAR_HADIR, "a.pdf", content, None, NOW)
    with refused(store, "pindaian_hanya_diganti"):
        dokumen.tarik(store, CAMAT, RAPAT, scan, NOW)
    with refused(store, "tidak_ditemukan"):
        dokumen.tarik(store, CAMAT, RAPAT, uuid4(), NOW)
    with refused(store, "bukan_wilayah"):
        dokumen.tarik(store, ORANG_LAIN, RAPAT, scan, NOW)
    with refused(store, "bukan_wewenang"):
        dokumen.tarik(store, BAPPEDA, RAPAT, scan, NOW)


def test_of_two_at_once_the_second_is_told(store: Store) -> None:
    content = berkas.receive(store, picture())
    id_ = dokumen.unggah(store, CAMAT, RAPAT, JenisBerkas.FOTO, "a.jpg", content, None, NOW)
    assert_one_is_told(both(lambda who: dokumen.tarik(store, who, RAPAT, id_, NOW)), lambda _: "dikeluarkan")
