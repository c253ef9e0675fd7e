"""Bappeda reads the trail of everything; a camat reads what became of an usulan of the own meeting."""

from datetime import timedelta

import pytest

from musrenbang.actions import baca, jejak, pembukaan_kembali, penutupan, persiapan, skoring, usulan, usulan_desa
from musrenbang.actions.verifikasi import Putusan, verifikasi
from musrenbang.model import Keputusan, Orang, SaringanJejak, SuratPembukaan, Usulan
from musrenbang.riwayat import peristiwa
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import (
    BAPPEDA,
    CAMAT,
    DESA,
    JALAN,
    LAPANGAN,
    NILAI,
    NOW,
    OPD_PUTR,
    ORANG_LAIN,
    PELATIHAN,
    PUTR,
    RAPAT,
    filled,
    seen,
)
from tests.conftest import StoreAt
from tests.witness import refused, rows_of

ALL = SaringanJejak()


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(cast.sent)


def told(store: Store, which: Usulan, who: Orang = CAMAT) -> list[str]:
    return [str(one) for one in peristiwa(jejak.riwayat(store, who, which.kode))]


def test_a_page_holds_the_newest_with_the_names_they_need(store: Store) -> None:
    found = jejak.cari(store, BAPPEDA, ALL, 1, 3)
    assert [row.tindakan for row in found.baris] == ["kirim usulan ke OPD", "isi skor", "isi skor"]
    assert found.banyak == len(rows_of(store))
    assert found.kamus.orang == {"camat.bahorok": "Camat Bahorok"}
    assert found.kamus.rantai[str(RAPAT)] == ("Kecamatan Bahorok 2027", 2027)
    assert jejak.cari(store, BAPPEDA, ALL, 2, 3).baris[0] == list(reversed(rows_of(store)))[3]
    assert jejak.cari(store, BAPPEDA, ALL, 0, 3).baris == found.baris
    assert jejak.cari(store, BAPPEDA, ALL, 10**6, 3).baris == ()


def test_everything_that_fits_is_taken_away_unless_it_is_too_much(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(jejak.seluruhnya(store, BAPPEDA, ALL).baris) == list(reversed(rows_of(store)))
    monkeypatch.setattr(jejak, "PALING_BANYAK", 5)
    with refused(store, "jejak_terlalu_banyak"):
        jejak.seluruhnya(store, BAPPEDA, ALL)


def test_the_choices_are_named(store: Store) -> None:
    found = jejak.pilihan(store, BAPPEDA)
    assert found.rantai == {str(RAPAT): "Kecamatan Bahorok 2027"}
    assert found.oleh == ("camat.bahorok",)
    assert "isi skor" in found.tindakan


def test_a_chain_is_counted_again(store: Store) -> None:
    whole = jejak.periksa_rantai(store, BAPPEDA, str(RAPAT))
    assert (whole.banyak, whole.terakhir, whole.salah) == (len(rows_of(store)), NOW, ())
    store.rows("update jejak set oleh = 'orang.lain' where nomor = 4")
    (fault,) = jejak.periksa_rantai(store, BAPPEDA, str(RAPAT)).salah
    assert fault.startswith("Kecamatan Bahorok 2027, baris 4: isinya tidak sesuai")
    assert jejak.periksa_rantai(store, BAPPEDA, "tidak ada").banyak == 0


@pytest.mark.parametrize("who", [CAMAT, ORANG_LAIN, OPD_PUTR, DESA], ids=lambda who: who.nama_pengguna)
def test_the_trail_of_everything_is_for_bappeda(store: Store, who: Orang) -> None:
    for ask in (
        lambda: jejak.cari(store, who, ALL, 1, 50),
        lambda: jejak.seluruhnya(store, who, ALL),
        lambda: jejak.pilihan(store, who),
        lambda: jejak.periksa_rantai(store, who, str(RAPAT)),
    ):
        with refused(store, "bukan_wewenang"):
            ask()


def test_an_usulan_from_its_desa_to_its_opd_and_back(store_at: StoreAt) -> None:
    store = store_at(cast.waiting)
    hours = iter(NOW + timedelta(hours=n) for n in range(20))
    usulan_desa.ubah(store, DESA, RAPAT, LAPANGAN.id, 1, cast.isi("Lapangan voli", biaya=75_000_000), next(hours))
    usulan_desa.setujui(store, DESA, RAPAT, {LAPANGAN.id: 2}, True, next(hours))
    persiapan.buka(store, CAMAT, RAPAT, "", next(hours))
    sheet = baca.fakta(store, CAMAT, RAPAT).daftar_hadir
    persiapan.isi_daftar_hadir(store, CAMAT, RAPAT, cast.attending(sheet), next(hours))
    persiapan.ambil_usulan(store, CAMAT, RAPAT, next(hours))
    persiapan.ambil_usulan(store, CAMAT, RAPAT, next(hours))  # brings nothing new
    persiapan.mulai(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), next(hours))
    everyone = {u.id: u.versi for u in baca.usulan_masuk(store, CAMAT, RAPAT)}
    verifikasi(store, CAMAT, RAPAT, everyone, Putusan(Keputusan.SESUAI), next(hours))
    rest = {id_: versi + 1 for id_, versi in everyone.items() if id_ != LAPANGAN.id}
    usulan.jadikan_cadangan(store, CAMAT, RAPAT, rest, "Tahun depan", next(hours))
    usulan.pilih_prioritas(store, CAMAT, RAPAT, seen(store, LAPANGAN), 1, PUTR, next(hours))
    skoring.hitung(store, CAMAT, RAPAT, next(hours))
    skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, {LAPANGAN.id: NILAI[JALAN.id]}), next(hours))
    sent = next(hours)
    penutupan.kirim(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), sent)
    surat = SuratPembukaan("OPD keliru", "005", NOW.date())
    pembukaan_kembali.buka_kembali(store, BAPPEDA, RAPAT, sent, surat, next(hours))
    usulan.pilih_opd(store, CAMAT, RAPAT, seen(store, LAPANGAN), cast.DISDIK, next(hours))
    penutupan.kirim(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), next(hours))
    assert told(store, LAPANGAN) == [
        "Senin, 15 Februari 2027 09.00 WIB: diubah oleh Desa Suka Rakyat: "
        "biaya Rp250.000.000 → Rp75.000.000; nama “Perbaikan lapangan” → “Lapangan voli”.",
        "Senin, 15 Februari 2027 10.00 WIB: disetujui oleh Desa Suka Rakyat.",
        "Senin, 15 Februari 2027 13.00 WIB: diambil (Load Data) ke dalam musrenbang oleh Camat Bahorok.",
        "Senin, 15 Februari 2027 16.00 WIB: diverifikasi sesuai oleh Camat Bahorok.",
        "Senin, 15 Februari 2027 18.00 WIB: ditetapkan sebagai usulan prioritas oleh Camat Bahorok: "
        "OPD PUTR; prioritas 1. Pembangunan Infrastruktur.",
        "Senin, 15 Februari 2027 20.00 WIB: diskor oleh Camat Bahorok: Keterdesakan 5; Dampak ekonomi 4; "
        "Potensi lokal 3; Kemiskinan 4; Manfaat (KK) 5; Partisipasi 3; Kemudahan 2; Dokumen pendukung 3.",
        "Senin, 15 Februari 2027 21.00 WIB: dikirim ke OPD PUTR oleh Camat Bahorok.",
        "Senin, 15 Februari 2027 22.00 WIB: musrenbang yang sudah dikirim dibuka kembali oleh "
        "Bappeda Kabupaten Langkat: surat nomor 005; alasan “OPD keliru”.",
        "Senin, 15 Februari 2027 23.00 WIB: dipilih OPD-nya oleh Camat Bahorok: OPD PUTR → DISDIK.",
        "Selasa, 16 Februari 2027 00.00 WIB: dikirim ke OPD DISDIK oleh Camat Bahorok.",
    ]


def test_what_was_not_sent_says_why(store: Store) -> None:
    assert told(store, PELATIHAN)[-1].endswith(
        "tidak ikut dikirim ke OPD oleh Camat Bahorok: cadangan, Belum mendesak."
    )


def test_what_the_desa_withdrew_left_the_meeting_again(store_at: StoreAt) -> None:
    store = store_at(cast.opened)
    persiapan.ambil_usulan(store, CAMAT, RAPAT, NOW)
    store.rows("update usulan set disetujui = false where id = $1", JALAN.id)
    persiapan.ambil_usulan(store, CAMAT, RAPAT, NOW)
    assert [line.split(": ")[1] for line in told(store, JALAN)] == [
        "dikeluarkan lagi dari musrenbang, karena desa/kelurahan menarik persetujuannya oleh Camat Bahorok."
    ]


def test_an_usulan_of_the_kecamatan_was_never_fetched(store_at: StoreAt) -> None:
    store = store_at(cast.verified)
    usulan.tambah_usulan(store, CAMAT, RAPAT, cast.isi("Tugu"), NOW)
    found = peristiwa(jejak.riwayat(store, CAMAT, "2027-12.05.01-K001"))
    assert [one.apa for one in found] == ["dimasukkan sebagai usulan kecamatan"]


def test_what_nobody_has_loaded_has_only_its_own_rows(store_at: StoreAt) -> None:
    store = store_at(cast.sent)
    assert told(store, LAPANGAN) == []


def test_the_history_is_for_the_camat_of_that_meeting_and_bappeda(store: Store) -> None:
    assert told(store, JALAN, BAPPEDA) == told(store, JALAN)
    with refused(store, "bukan_wilayah"):
        jejak.riwayat(store, ORANG_LAIN, JALAN.kode)
    for who in (DESA, OPD_PUTR):
        with refused(store, "bukan_wewenang"):
            jejak.riwayat(store, who, JALAN.kode)
    for kode in ("", "2027-99", "\x00", "' or 1=1 --", f"{JALAN.kode}%"):
        with refused(store, "usulan_tidak_ada"):
            jejak.riwayat(store, CAMAT, kode)
