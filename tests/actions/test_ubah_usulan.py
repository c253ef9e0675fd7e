"""L13: correcting an usulan of the kecamatan."""

import json
from decimal import Decimal
from uuid import UUID

import pytest

from musrenbang import kalimat
from musrenbang.actions import jejak, usulan
from musrenbang.actions.periksa import periksa
from musrenbang.actions.verifikasi import Putusan, verifikasi
from musrenbang.model import Bidang, IsiUsulan, Keputusan, Kewenangan, UsulanMasuk
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import CAMAT, DISDIK, JALAN, NOW, PASAR, RAPAT, isi, row, seen
from tests.conftest import StoreAt
from tests.witness import assert_one_is_told, assert_row, both, logged, refused

KODE = "2027-12.05.01-K001"
GAPURA = isi("Gapura kecamatan", biaya=5)


def with_tugu(store: Store) -> None:
    cast.started(store)
    usulan.tambah_usulan(store, CAMAT, RAPAT, isi("Tugu"), NOW)


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(with_tugu)


def tugu(store: Store) -> UUID:
    found: UUID = store.rows("select id from usulan_masuk where kode = $1", KODE)[0][0]
    return found


def edit(store: Store, new: IsiUsulan) -> None:
    usulan.ubah_usulan(store, CAMAT, RAPAT, tugu(store), row(store, tugu(store)).versi, new, NOW)


def test_writes_the_new_content(store: Store) -> None:
    edit(store, GAPURA)
    assert (row(store, tugu(store)).isi, row(store, tugu(store)).versi) == (GAPURA, 3)


def test_logs_before_and_after(store: Store) -> None:
    (entry,) = logged(store, lambda: edit(store, GAPURA))
    assert_row(entry, CAMAT.nama_pengguna, "ubah usulan kecamatan", KODE)
    assert json.loads(entry.sebelum)["nama"] == "Tugu"
    assert (json.loads(entry.sesudah)["nama"], json.loads(entry.sesudah)["biaya"]) == ("Gapura kecamatan", 5)


ALL_ELSE = isi(
    "Tugu", permasalahan="Batas belum jelas.", satuan="unit", penerima=9, bidang=Bidang.SOSIAL,
    kewenangan=Kewenangan.DESA, opd=DISDIK,
)  # fmt: skip


def test_the_trail_tells_each_field_that_was_changed(store: Store) -> None:
    (entry,) = logged(store, lambda: edit(store, ALL_ELSE))
    told = kalimat.told(entry, store.snapshot(lambda tx: jejak.names(tx, [entry]))).perubahan
    assert sorted(t for t in told if not t.startswith("catatan aturan")) == [
        "OPD yang diusulkan PUTR → DISDIK", "bidang “Fisik dan Prasarana” → “Sosial Budaya”",
        "kewenangan Kabupaten → Desa", "penerima manfaat 40 → 9",
        "permasalahan “Jalan rusak berat.” → “Batas belum jelas.”", "satuan meter → unit",
    ]  # fmt: skip


@pytest.mark.parametrize("column", ["permasalahan", "satuan", "penerima", "bidang", "kewenangan", "opd_usul"])
def test_each_field_changed_past_the_trail_is_found(store: Store, column: str) -> None:
    edit(store, ALL_ELSE)
    verifikasi(store, CAMAT, RAPAT, {tugu(store): row(store, tugu(store)).versi}, Putusan(Keputusan.SESUAI), NOW)
    assert periksa(store) == []
    store.rows(f"update usulan_masuk set {column} = (select {column} from usulan_masuk where id = $1) where kode = $2",
               JALAN.id, KODE)  # fmt: skip
    field = column.replace("_", " ")
    assert periksa(store) == [f"Usulan masuk {KODE}: {field} tidak sama dengan yang terakhir tercatat di jejak."]


def test_the_rules_look_again(store: Store) -> None:
    edit(store, isi("Tugu", kewenangan=Kewenangan.PROVINSI))
    assert row(store, tugu(store)).catatan_aturan == ("Kewenangan provinsi, bukan kewenangan kabupaten.",)
    store.rows("update aturan set sikap = 'tolak' where kunci = 'larangan'")
    with refused(store, "aturan_menolak"):
        edit(store, isi("Pengadaan alat musik"))


def change_and_edit(store: Store, new: IsiUsulan) -> UsulanMasuk:
    """Verification lowers the cost of TUGU, then the kecamatan corrects it."""
    putusan = Putusan(Keputusan.DIUBAH, "Harga disesuaikan", biaya=100)
    verifikasi(store, CAMAT, RAPAT, {tugu(store): row(store, tugu(store)).versi}, putusan, NOW)
    edit(store, new)
    return row(store, tugu(store))


def test_a_correction_of_words_leaves_what_verification_has_changed(store: Store) -> None:
    changed = change_and_edit(store, isi("Tugu batas", biaya=100))
    assert (changed.isi.nama, changed.keputusan) == ("Tugu batas", Keputusan.DIUBAH)
    assert (changed.biaya_asal, changed.volume_asal) == (250_000_000, changed.isi.volume)
    assert changed.alasan_verifikasi == "Harga disesuaikan"


def test_a_new_cost_or_volume_takes_the_place_of_what_verification_has_changed(store_at: StoreAt) -> None:
    for new in (isi("Tugu", biaya=70), isi("Tugu", biaya=100, volume=Decimal(3))):
        store = store_at(with_tugu)
        changed = change_and_edit(store, new)
        assert (changed.isi, changed.keputusan) == (new, Keputusan.SESUAI)
        assert (changed.biaya_asal, changed.volume_asal, changed.alasan_verifikasi) == (None, None, None)
        verifikasi(store, CAMAT, RAPAT, {changed.id: changed.versi}, Putusan(Keputusan.SESUAI), NOW)
        assert row(store, changed.id).isi == new
        assert periksa(store) == []


def test_refuses_content_out_of_bounds(store: Store) -> None:
    with refused(store, "isian_wajib", "isian_angka"):
        edit(store, isi("", biaya=-1))


def test_refuses_an_usulan_of_a_desa(store: Store) -> None:
    with refused(store, "bukan_usulan_kecamatan"):
        usulan.ubah_usulan(store, CAMAT, RAPAT, JALAN.id, seen(store, JALAN)[JALAN.id], GAPURA, NOW)


def test_refuses_an_usulan_of_another_kecamatan(store: Store) -> None:
    with refused(store, "tidak_ditemukan"):
        usulan.ubah_usulan(store, CAMAT, RAPAT, PASAR.id, 1, GAPURA, NOW)


def test_refused_before_mulai(store_at: StoreAt) -> None:
    store = store_at(cast.loaded)
    with refused(store, "belum_mulai"):
        usulan.ubah_usulan(store, CAMAT, RAPAT, JALAN.id, 1, GAPURA, NOW)


def test_of_two_at_once_the_second_is_told(store: Store) -> None:
    id_, versi = tugu(store), row(store, tugu(store)).versi
    outcomes = both(lambda who: usulan.ubah_usulan(store, who, RAPAT, id_, versi, isi(who.nama), NOW))
    faster = assert_one_is_told(outcomes, lambda who: f"sesuai; nama “{who.nama}”")
    assert row(store, id_).isi.nama == faster.nama
