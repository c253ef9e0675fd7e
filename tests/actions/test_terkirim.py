"""What was sent cannot be changed past the actions: any column of it, written straight into the database, is told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from musrenbang.actions import baca, pembukaan_kembali, penutupan, skoring, usulan
from musrenbang.actions.periksa import periksa
from musrenbang.actions.terkirim import changed_since
from musrenbang.model import SuratPembukaan
from musrenbang.store import sent
from musrenbang.store.engine import Store
from tests import cast, witness
from tests.cast import BAPPEDA, CAMAT, JALAN, NOW, RAPAT
from tests.conftest import StoreAt

KODE = JALAN.kode
LAIN = "'00000000-0000-0000-0000-000000000009'"
BAGIAN = f"where id = '{JALAN.id}'"
USULAN = {
    "id": LAIN, "rapat": f"'{cast.RAPAT_STABAT}'", "kode": "'2027-X'", "asal": "'Kelurahan'", "desa": "null",
    "urutan": "7", "nama": "'Hotmix jalan lain'", "permasalahan": "'Jalan rusak berat'", "lokasi": "'Dusun l'",
    "volume": "2000.01", "satuan": "'Meter'", "biaya": "biaya + 1", "penerima": "41", "bidang": "'Ekonomi'",
    "kewenangan": "'Pusat'", "opd_usul": "null", "versi_sumber": "9", "keputusan": "'sesuai dengan perubahan'",
    "alasan_verifikasi": "'x'", "digabung_ke": f"{LAIN}, prioritas = null, keputusan = 'digabung'",
    "volume_asal": "1", "biaya_asal": "1", "catatan_aturan": "'[ ]'", "prioritas": "2",
    "alasan_cadangan": "'x', prioritas = null", "opd": "'1.01.01'", "versi": "versi + 1",
}  # fmt: skip
SKOR = {
    "usulan": LAIN, "rapat": LAIN, **{f"k{i}": f"k{i} - 1" for i in range(1, 9)}, "oleh": "'orang.lain'",
    "diubah": "diubah + interval '1' second", "versi": "versi + 1",
}  # fmt: skip
SERI = {"usulan": LAIN, "rapat": LAIN, "putusan": "'x'", "urutan": "9", "alasan": "'alasan lain'"}
BOBOT = {
    "rapat": LAIN, **{f"b{i}": f"b{i} + 1, b{i % 8 + 1} = b{i % 8 + 1} - 1" for i in range(1, 9)},
    "kriteria": "'[]'", "nomor_penetapan": "'1'", "tanggal_penetapan": "date '2027-01-01'",
}  # fmt: skip
HADIR = {
    "rapat": LAIN, "tempat": "'Aula Lain'", "alamat": "'Jalan Kecil'", "nama_camat": "'Abdl'", "nip_camat": "'1'",
    "tanggal": "date '2027-02-16'", "jam_mulai": "'08.00'", "jam_selesai": "'15.00'",
    **{f"baris_{kind}": "99" for kind in ("dewan", "tim", "opd", "desa", "stakeholder")}, "versi": "versi + 1",
}  # fmt: skip
COLUMNS = [
    *(("usulan_masuk", name, value) for name, value in USULAN.items()),
    *(("skor", name, value) for name, value in SKOR.items()),
    *(("urutan_seri", name, value) for name, value in SERI.items()),
    *(("bobot_rapat", name, value) for name, value in BOBOT.items()),
    *(("daftar_hadir", name, value) for name, value in HADIR.items()),
]
WHICH = {"usulan_masuk": f"id = '{JALAN.id}'", "skor": f"usulan = '{JALAN.id}'", "urutan_seri": "urutan = 1"}


def ordered(store: Store) -> None:
    """Sent with an order that the meeting has set inside a tie."""
    cast.scored(store)
    places = cast.seen_scores(store, cast.IRIGASI, cast.DRAINASE)
    skoring.urutkan_seri(store, CAMAT, RAPAT, places, "Lebih banyak warga", NOW)
    send(store)


def send(store: Store) -> None:
    penutupan.kirim(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), NOW)


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(ordered)


def test_every_column_is_tried(store: Store) -> None:
    """A column that is added later belongs into the digest, and here."""
    tried = {(table, name) for table, name, _ in COLUMNS}
    tables = {table for table, _ in tried}
    assert tried == {(table, name) for table in tables for name in witness.columns(store, table).split(", ")}


@pytest.mark.parametrize(("table", "column", "value"), COLUMNS, ids=lambda text: text.split(",")[0])
def test_a_column_that_is_changed_is_told(store: Store, table: str, column: str, value: str) -> None:
    before = sent.digests(store, RAPAT)
    which = WHICH.get(table, f"rapat = '{RAPAT}'")
    store.transaction(lambda tx: tx.rows(f"update {table} set {column} = {value} where {which}"))
    assert sent.digests(store, RAPAT) != before
    assert any("tidak sama dengan saat dikirim." in fault for fault in _faults(store))


def _faults(store: Store) -> list[str]:
    return store.snapshot(lambda tx: list(changed_since(tx, RAPAT, "Rapat", witness.rows_of(store))))


def test_the_usulan_is_named(store: Store) -> None:
    store.transaction(lambda tx: tx.rows("update usulan_masuk set penerima = 41 where kode = $1", KODE))
    assert periksa(store) == [f"Usulan masuk {KODE}: isinya di basis data tidak sama dengan saat dikirim."]


ACARA = {
    "nomor": "'1'", "laki_laki": "1", "perempuan": "1", "jam_selesai": "'16.00'", "pimpinan": "'Orang Lain'",
    "jabatan_pimpinan": "'Ketua'", "nama_bappeda": "'Orang Lain'", "nip_bappeda": "'1'", "sambutan": "'[\"x\"]'",
    "pemateri": "'[\"x\"]'", "wakil": "'rusak'",
}  # fmt: skip


@pytest.mark.parametrize("filled", [False, True])
@pytest.mark.parametrize("column", ACARA)
def test_a_field_of_the_minutes_that_is_changed_is_told(store: Store, column: str, filled: bool) -> None:
    if filled:
        minutes = baca.fakta(store, CAMAT, RAPAT).berita_acara
        minutes = replace(minutes, nomor="050/1", laki_laki=5, perempuan=7, pimpinan="Abdi", sambutan=("Camat",))
        penutupan.isi_berita_acara(store, CAMAT, RAPAT, minutes, NOW)
    assert periksa(store) == []
    store.transaction(lambda tx: tx.rows(f"update berita_acara set {column} = {ACARA[column]} where rapat = $1", RAPAT))
    assert any("Berita Acara tidak" in fault for fault in periksa(store))


def test_what_is_open_again_may_change_until_it_is_sent_again(store: Store) -> None:
    surat = SuratPembukaan("Keliru", "005/1", NOW.date())
    pembukaan_kembali.buka_kembali(store, BAPPEDA, RAPAT, NOW, surat, NOW + timedelta(hours=1))
    usulan.jadikan_cadangan(store, CAMAT, RAPAT, cast.seen(store, JALAN), "Tahun depan", NOW + timedelta(hours=2))
    assert periksa(store) == []
    penutupan.kirim(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), NOW + timedelta(hours=3))
    assert periksa(store) == []
    store.transaction(lambda tx: tx.rows("update usulan_masuk set penerima = 41 where kode = $1", KODE))
    assert periksa(store) != []
