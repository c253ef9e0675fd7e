"""L33, L34: signed papers, photos and video are kept with the meeting."""

import json
from functools import partial
from uuid import UUID

import pytest

from musrenbang.actions import baca, berkas, dokumen
from musrenbang.model import JenisBerkas, Orang
from musrenbang.store.engine import Store
from tests.cast import CAMAT, NOW, ORANG_LAIN, RAPAT, SEKCAM, opened, sent, waiting
from tests.conftest import StoreAt
from tests.scans import paper, picture
from tests.witness import assert_one_is_told, assert_row, both, logged, refused

HADIR, ACARA, FOTO = JenisBerkas.DAFTAR_HADIR, JenisBerkas.BERITA_ACARA, JenisBerkas.FOTO


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(opened)


def put(
    store: Store, jenis: JenisBerkas, content: bytes, lama: UUID | None = None, who: Orang = CAMAT, nama: str = "a.pdf"
) -> UUID:
    return dokumen.unggah(store, who, RAPAT, jenis, nama, berkas.receive(store, content), lama, NOW, NOW)


def names(store: Store) -> list[str]:
    """All files in the folder, unfinished ones too."""
    return sorted(p.name for p in store.files.folder.iterdir()) if store.files.folder.is_dir() else []


def test_keeps_the_scan_with_its_pages_size_and_sum(store: Store) -> None:
    content = paper(3)
    id_ = put(store, HADIR, content, nama="C:\\pindaian\\hadir\x00.PDF")
    (b,) = dokumen.daftar(store, CAMAT, RAPAT)
    assert (b.id, b.nama, b.tipe, b.halaman, b.ukuran) == (id_, "hadir.pdf", "application/pdf", 3, len(content))
    assert store.files.read(id_) == content
    assert baca.fakta(store, CAMAT, RAPAT).kemajuan.pindaian_daftar_hadir == 1
    assert not [name for name in names(store) if name.endswith(".setengah-jadi")]


def test_a_photo_is_drawn_anew_as_jpeg(store: Store) -> None:
    id_ = put(store, FOTO, picture(kind="PNG"), nama="foto.png")
    (b,) = dokumen.daftar(store, CAMAT, RAPAT)
    assert (b.nama, b.tipe) == ("foto.jpg", "image/jpeg")
    assert store.files.read(id_).startswith(b"\xff\xd8\xff")


def test_logs_both_the_new_one_and_the_one_it_replaces(store: Store) -> None:
    old = put(store, HADIR, paper(1))
    (row,) = logged(store, lambda: put(store, HADIR, paper(2), old))
    assert_row(row, CAMAT.nama_pengguna, "unggah dokumen", "dokumen daftar hadir")
    before, after = json.loads(row.sebelum), json.loads(row.sesudah)
    assert before["id"] == str(old)
    assert after["jenis"] == "daftar hadir"
    assert len(after["sidik"]) == 64
    assert after["ukuran"] == len(paper(2))


def test_what_was_replaced_stays(store: Store) -> None:
    old = put(store, HADIR, paper(1))
    new = put(store, HADIR, paper(2), old)
    kept = {b.id: b.diganti for b in dokumen.daftar(store, CAMAT, RAPAT)}
    assert kept == {old: NOW, new: None}
    assert store.files.read(old) == paper(1)


def test_refuses_what_is_no_pdf_and_leaves_no_file(store: Store) -> None:
    before = names(store)
    with refused(store, "pdf_bukan"):
        put(store, HADIR, b"halo")
    assert names(store) == before


def test_refuses_the_same_content_again(store: Store) -> None:
    old = put(store, HADIR, paper(1))
    before = names(store)
    with refused(store, "dokumen_sama"):
        put(store, HADIR, paper(1), old)
    assert names(store) == before


def test_refuses_a_replacement_of_another_than_was_seen(store: Store) -> None:
    put(store, HADIR, paper(1), who=SEKCAM)
    with refused(store, "berubah"):
        put(store, HADIR, paper(2))


def test_the_berita_acara_waits_for_kirim(store_at: StoreAt) -> None:
    store = store_at(opened)
    with refused(store, "pindaian_belum_dikirim"):
        put(store, ACARA, paper())
    later = store_at(sent)
    put(later, ACARA, paper())
    assert baca.fakta(later, CAMAT, RAPAT).kemajuan.pindaian_berita_acara == 1


def test_refused_before_the_meeting_is_opened(store_at: StoreAt) -> None:
    store = store_at(waiting)
    with refused(store, "belum_dibuka"):
        put(store, HADIR, paper())


def test_refuses_the_twenty_first_photo(store: Store) -> None:
    for n in range(20):
        store.rows(
            "insert into berkas (id, pemilik, jenis, nama, tipe, ukuran, sidik, oleh, waktu) "
            "values (gen_random_uuid(), $1, 'foto', 'f.jpg', 'image/jpeg', 1, $2, 'camat.bahorok', $3)",
            RAPAT, f"{n:064d}", NOW,
        )  # fmt: skip
    with refused(store, "dokumen_penuh"):
        put(store, FOTO, picture())


def test_the_access_is_asked_before_the_content_and_the_upload_is_gone(store: Store) -> None:
    before = names(store)
    with refused(store, "bukan_wilayah"):
        put(store, HADIR, b"bukan pdf", who=ORANG_LAIN)
    with refused(store, "tidak_ditemukan"):
        put(store, JenisBerkas.LAMBANG, b"bukan gambar")
    assert names(store) == before


def test_of_two_at_once_the_second_is_told_and_its_file_is_gone(store: Store) -> None:
    before = names(store)
    content = {CAMAT: paper(1), SEKCAM: paper(2)}
    outcomes = both(lambda who: partial(put, store, HADIR, content[who], None, who, f"{who.nama}.pdf")())
    assert_one_is_told(outcomes, lambda who: who.nama)
    assert len(names(store)) == len(before) + 1


def test_a_photographed_page_is_given_back_and_not_kept(store: Store) -> None:
    before = names(store)
    assert dokumen.foto_halaman(store, CAMAT, RAPAT, picture(kind="WEBP")).startswith(b"\xff\xd8\xff")
    with refused(store, "bukan_wilayah"):
        dokumen.foto_halaman(store, ORANG_LAIN, RAPAT, picture())
    assert names(store) == before
