"""L01: a desa takes one of its usulan away again."""

import json
from datetime import timedelta
from functools import partial
from uuid import uuid4

from musrenbang.actions import usulan_desa
from musrenbang.actions.periksa import periksa
from musrenbang.model import Berkas, JenisBerkas
from musrenbang.store import berkas
from musrenbang.store.engine import Store
from tests.cast import BIBIT, DESA, IRIGASI, JALAN, LAPANGAN, NOW, PELATIHAN, RAPAT, SEKDES, loaded, own
from tests.conftest import StoreAt
from tests.witness import assert_row, logged, race, refusals, refused


def unapproved(store: Store) -> None:
    """IRIGASI, the second, is taken back."""
    usulan_desa.setujui(store, DESA, RAPAT, {IRIGASI.id: 1}, setuju=False, now=NOW)


def test_it_is_gone_and_those_after_it_move_up(store: Store) -> None:
    unapproved(store)
    usulan_desa.hapus(store, DESA, RAPAT, IRIGASI.id, 2, NOW)
    assert [(u.id, u.urutan) for u in own(store)] == [(JALAN.id, 1), (BIBIT.id, 2), (LAPANGAN.id, 3)]
    assert [u.disetujui for u in own(store)] == [True, True, False]
    assert periksa(store) == []


def test_logs_what_was_there_and_what_moved(store: Store) -> None:
    unapproved(store)
    gone, *moved = logged(store, lambda: usulan_desa.hapus(store, DESA, RAPAT, IRIGASI.id, 2, NOW))
    assert_row(gone, DESA.nama_pengguna, "isi usulan desa/kelurahan", f"usulan {IRIGASI.kode}")
    assert (json.loads(gone.sebelum)["nama"], gone.sesudah) == (IRIGASI.isi.nama, "null")
    assert [row.objek for row in moved] == [f"usulan {BIBIT.kode}", f"usulan {LAPANGAN.kode}"]


def test_its_attachments_are_taken_away_with_it(store: Store) -> None:
    photo = Berkas(
        uuid4(), LAPANGAN.id, JenisBerkas.FOTO_USULAN, "lapangan.jpg", "image/jpeg", 9, "0" * 64, None,
        DESA.nama_pengguna, NOW, None,
    )  # fmt: skip
    store.transaction(lambda tx: berkas.add(tx, photo))
    later = NOW + timedelta(hours=1)
    usulan_desa.hapus(store, DESA, RAPAT, LAPANGAN.id, 1, later)
    assert [one.diganti for one in berkas.of_owner(store, LAPANGAN.id)] == [later]


def test_what_is_approved_stays(store: Store) -> None:
    with refused(store, "usulan_disetujui"):
        usulan_desa.hapus(store, DESA, RAPAT, JALAN.id, 1, NOW)


def test_refused_when_it_was_changed_meanwhile(store: Store) -> None:
    usulan_desa.ubah(store, SEKDES, RAPAT, LAPANGAN.id, 1, BIBIT.isi, NOW)
    with refused(store, "berubah"):
        usulan_desa.hapus(store, DESA, RAPAT, LAPANGAN.id, 1, NOW)


def test_an_usulan_of_another_desa_cannot_be_reached_by_its_id(store: Store) -> None:
    with refused(store, "tidak_ditemukan"):
        usulan_desa.hapus(store, DESA, RAPAT, PELATIHAN.id, 1, NOW)


def test_refused_once_the_camat_has_loaded_the_desa(store_at: StoreAt) -> None:
    store = store_at(loaded)
    with refused(store, "usulan_ditutup"):
        usulan_desa.hapus(store, DESA, RAPAT, LAPANGAN.id, 1, NOW)


def test_of_two_at_once_one_finds_nothing_any_more(store: Store) -> None:
    outcomes = race(*(partial(usulan_desa.hapus, store, who, RAPAT, LAPANGAN.id, 1, NOW) for who in (DESA, SEKDES)))
    assert refusals(outcomes) == ["tidak_ditemukan"]
    assert len(own(store)) == 3
