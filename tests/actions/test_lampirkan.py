"""L01, L24: what a desa attaches to one of its usulan, and takes off again."""

import json
from functools import partial
from uuid import UUID, uuid4

from musrenbang.actions import lampiran
from musrenbang.actions.berkas import file_for
from musrenbang.actions.periksa import periksa
from musrenbang.model import Berkas, JenisBerkas, Orang
from musrenbang.store.engine import Store
from tests.cast import (
    BAPPEDA,
    CAMAT,
    DESA,
    DRAINASE,
    JALAN,
    LAPANGAN,
    LURAH,
    NOW,
    OPD_PUTR,
    ORANG_LAIN,
    RAPAT,
    SEKDES,
    loaded,
    own,
)
from tests.conftest import StoreAt
from tests.intake.corpus_documents import paper
from tests.intake.corpus_pictures import picture, saved
from tests.witness import assert_row, logged, race, refusals, refused

FOTO, DOKUMEN = JenisBerkas.FOTO_USULAN, JenisBerkas.DOKUMEN_USULAN
GAMBAR, KERTAS = saved(picture()), paper()


def attach(store: Store, jenis: JenisBerkas = FOTO, content: bytes = GAMBAR, usulan: UUID = JALAN.id) -> UUID:
    return lampiran.lampirkan(store, DESA, RAPAT, usulan, jenis, "jalan rusak.png", content, NOW)


def attached(store: Store, who: Orang = DESA) -> list[Berkas]:
    return lampiran.daftar(store, who, [JALAN.id])[JALAN.id]


def files(store: Store) -> list[str]:
    return list(store.files.names())


def test_a_photo_is_kept_as_jpeg_beside_its_row(store: Store) -> None:
    id_ = attach(store)
    (found,) = attached(store)
    assert (found.id, found.pemilik, found.jenis, found.tipe) == (id_, JALAN.id, FOTO, "image/jpeg")
    assert (found.nama, found.oleh, found.waktu) == ("jalan rusak.jpg", DESA.nama_pengguna, NOW)
    assert files(store) == [str(id_)]
    assert store.files.read(id_).startswith(b"\xff\xd8")


def test_three_photos_and_one_pdf_find_room_photos_first(store: Store) -> None:
    attach(store, DOKUMEN, KERTAS)
    for _ in range(3):
        attach(store)
    assert [b.jenis for b in attached(store)] == [FOTO, FOTO, FOTO, DOKUMEN]
    for jenis, content in ((FOTO, GAMBAR), (DOKUMEN, KERTAS)):
        with refused(store, "lampiran_penuh"):
            attach(store, jenis, content)
    assert len(files(store)) == 4


def test_leaves_the_usulan_and_its_approval_as_they_are(store: Store) -> None:
    attach(store)
    assert own(store)[0] == JALAN
    assert periksa(store) == []


def test_logs_what_was_attached(store: Store) -> None:
    (entry,) = logged(store, lambda: attach(store))
    assert_row(entry, DESA.nama_pengguna, "lampirkan berkas usulan", f"lampiran usulan {JALAN.kode}")
    after = json.loads(entry.sesudah)
    assert (after["nama"], after["jenis"], entry.sebelum) == ("jalan rusak.jpg", "foto usulan", "null")


def test_content_that_is_not_what_it_should_be_is_refused_and_leaves_no_file(store: Store) -> None:
    with refused(store, "foto_bukan"):
        attach(store, FOTO, KERTAS)
    with refused(store, "pdf_bukan"):
        attach(store, DOKUMEN, GAMBAR)
    assert files(store) == []
    assert list(store.files.folder.glob("*")) == []


def test_only_what_belongs_to_an_usulan_is_attached(store: Store) -> None:
    for jenis in set(JenisBerkas) - {FOTO, DOKUMEN}:
        with refused(store, "tidak_ditemukan"):
            attach(store, jenis)


def test_an_usulan_of_another_desa_cannot_be_reached_by_its_id(store: Store) -> None:
    for usulan in (DRAINASE.id, uuid4()):
        with refused(store, "tidak_ditemukan"):
            attach(store, usulan=usulan)


def test_taking_one_off_leaves_its_row_and_file(store: Store) -> None:
    id_ = attach(store)
    (entry,) = logged(store, lambda: lampiran.lepas(store, DESA, RAPAT, id_, NOW))
    assert_row(entry, DESA.nama_pengguna, "lampirkan berkas usulan", f"lampiran usulan {JALAN.kode}")
    assert (json.loads(entry.sebelum)["id"], entry.sesudah) == (str(id_), "null")
    assert attached(store) == []
    assert files(store) == [str(id_)]
    with refused(store, "tidak_ditemukan"):
        lampiran.lepas(store, DESA, RAPAT, id_, NOW)


def test_nobody_takes_off_what_another_desa_has_attached(store: Store) -> None:
    id_ = attach(store)
    with refused(store, "tidak_ditemukan"):
        lampiran.lepas(store, LURAH, RAPAT, id_, NOW)


def test_refused_once_the_camat_has_loaded_the_desa(store_at: StoreAt) -> None:
    store = store_at(loaded)
    with refused(store, "usulan_ditutup"):
        attach(store, usulan=LAPANGAN.id)
    with refused(store, "usulan_ditutup"):
        lampiran.lepas(store, DESA, RAPAT, uuid4(), NOW)


def test_its_camat_and_bappeda_see_it_and_nobody_else(store: Store) -> None:
    id_ = attach(store)
    for who in (DESA, CAMAT, BAPPEDA):
        assert [b.id for b in attached(store, who)] == [id_]
        assert file_for(store, who, id_)[0].id == id_
    for who in (LURAH, ORANG_LAIN, OPD_PUTR):
        with refused(store, "bukan_wewenang"):
            attached(store, who)


def test_two_at_once_take_the_last_room_once(store: Store) -> None:
    outcomes = race(
        *(
            partial(lampiran.lampirkan, store, who, RAPAT, JALAN.id, DOKUMEN, "surat.pdf", KERTAS, NOW)
            for who in (DESA, SEKDES)
        )
    )
    assert refusals(outcomes) == ["lampiran_penuh"]
    assert len(files(store)) == len(attached(store)) == 1
