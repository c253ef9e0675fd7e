"""Berita Acara (L30-L32): its text, its four lampiran, its signatures."""

from dataclasses import replace
from functools import cache

from musrenbang.model import Asal
from reports import PAPERS
from tests.reports.bahan import BERITA_ACARA, DAFTAR_HADIR, KOSONG, bahan, left_out, prioritas, usulan
from tests.reports.reading import read, read_pages

berita_acara = PAPERS["berita-acara"]


@cache
def whole() -> str:
    own = usulan(77, asal=Asal.KECAMATAN, desa=None, nama_desa="", prioritas=None, alasan_cadangan="Belum mendesak")
    return read(berita_acara(bahan((*prioritas(12), *left_out(), own))))


def test_the_day_is_the_meetings_in_words() -> None:
    assert "Nomor : 050/12/BA-MUSRENBANG/2027" in whole()
    assert "Senin tanggal lima belas bulan Februari tahun dua ribu dua puluh tujuh (15-02-2027)" in whole()
    assert "Waktu : 09.00 s.d. 15.30 WIB" in whole()


def test_participants_are_counted_in_figures_and_words() -> None:
    assert "dihadiri oleh 87 (delapan puluh tujuh) orang" in whole()
    assert "60 (enam puluh) orang laki-laki dan 27 (dua puluh tujuh) orang perempuan" in whole()


def test_who_spoke_is_listed() -> None:
    assert "a. Camat Bahorok b. Ketua DPRD Kabupaten Langkat 2. pemaparan materi" in whole()
    assert "a. Tim Bappeda Kabupaten Langkat 3. tanggapan dan saran" in whole()


def test_the_decisions_carry_numbers_and_amounts_in_words() -> None:
    assert "Dari 15 (lima belas) usulan desa/kelurahan dan 1 (satu) usulan kecamatan" in whole()
    assert "menetapkan 12 (dua belas) usulan sebagai kegiatan prioritas" in whole()
    assert "Rp78.000.000 (tujuh puluh delapan juta rupiah)" in whole()
    assert "Menetapkan 4 (empat) usulan yang belum dapat diakomodasi" in whole()
    assert "(RKPD) Kabupaten Langkat Tahun 2028." in whole()


def test_every_kelompok_that_signs_has_its_place() -> None:
    assert "Tim Bappeda Kabupaten Langkat, Ir. Contoh Nama, M.T. NIP 19720202 199803 1 002" in whole()
    assert "Pimpinan Sidang, Rudi Hartono, S.Sos. Sekretaris Kecamatan" in whole()
    assert "CAMAT BAHOROK, Drs. Ahmad Contoh, M.Si." in whole()
    assert "1 H. M. Yusuf Nasution, S.E. Dewan dapil Anggota DPRD 1." in whole()


def test_without_wakil_the_three_kelompok_get_rows_to_sign() -> None:
    text = read(berita_acara(bahan(**KOSONG)))
    assert "1 Dewan dapil 1. 2 Stakeholder 2. 3 Tim kabupaten 3." in text
    assert "…" * 10 + " orang pemangku kepentingan" in text


def test_a_camat_who_led_the_meeting_signs_once() -> None:
    minutes = replace(BERITA_ACARA, pimpinan=DAFTAR_HADIR.nama_camat)
    text = read(berita_acara(bahan(berita_acara=minutes)))
    assert text.count("Drs. Ahmad Contoh, M.Si.") == 1
    assert "Pimpinan Sidang, CAMAT BAHOROK, Drs. Ahmad Contoh, M.Si." in text


def test_the_signatures_stand_with_the_closing_paragraph() -> None:
    for speakers in range(1, 30, 4):
        minutes = replace(BERITA_ACARA, sambutan=("Kepala Desa",) * speakers)
        pages = read_pages(berita_acara(bahan(berita_acara=minutes)))
        signed = next(page for page in pages if "Pimpinan Sidang," in page)
        assert "Demikian Berita Acara ini" in signed
        assert "CAMAT BAHOROK, Drs. Ahmad Contoh" in signed


def test_lampiran_i_leaves_the_kelompok_open_and_prints_the_sum() -> None:
    assert "1 Dewan dapil 2 Tim kabupaten 3 OPD 4 Desa/kelurahan 5 Stakeholder JUMLAH 60 27 87" in whole()


def test_lampiran_ii_is_tabel_t_d_4_by_opd() -> None:
    head = (
        "No Prioritas Daerah Sasaran Daerah Program Kegiatan Prioritas Sasaran Kegiatan Lokasi Volume "
        "Pagu (Rp) OPD Penanggung Jawab"
    )
    assert head in whole()
    assert "Jumlah Dinas Pendidikan (4 usulan) 26.000.000" in whole()
    assert "JUMLAH SELURUHNYA (12 usulan) 78.000.000" in whole()


def test_lampiran_iii_gives_the_reason_of_everything_left_out() -> None:
    third = whole().split("LAMPIRAN III")[1].split("LAMPIRAN IV")[0]
    assert "Usulan cadangan (2 usulan) 1 BHR-2027-00901" in third
    assert "Menunggu kesiapan lahan" in third
    assert "Usulan Kecamatan 527 meter Belum mendesak" in third
    assert "Kewenangan desa" in third
    assert "Digabung dengan usulan BHR-2027-00000" in third
    assert "belum ditetapkan" not in third


def test_lampiran_iv_ranks_by_kriteria() -> None:
    fourth = whole().split("LAMPIRAN IV BERITA")[1]
    assert "K7 K8 Total Skor Urutan Prioritas" in fourth
    first = next(u for u in prioritas(12) if u.peringkat == 1)
    assert f"1 {first.kode} {first.isi.nama}" in fourth
    assert all(u.kode in fourth for u in prioritas(12))
