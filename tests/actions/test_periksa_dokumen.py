"""Periksa Dokumen: what a code leads to, and that nothing behind it can be changed unseen."""

from datetime import timedelta

import pytest

from musrenbang.actions import baca, jawaban, pembukaan_kembali, penutupan, usulan
from musrenbang.actions import periksa_dokumen as checking
from musrenbang.actions.masuk import GAGAL_ALAMAT, JENDELA, masuk
from musrenbang.errors import Refused
from musrenbang.kode_periksa import HURUF
from musrenbang.model import IsiJawaban, Jawab, Pemeriksaan, SuratPembukaan
from musrenbang.store.engine import Store
from reports.kabar_periksa import Putusan, of_code
from tests import cast
from tests.cast import BAPPEDA, CAMAT, JALAN, NOW, OPD_PUTR, RAPAT, SANDI
from tests.conftest import StoreAt
from tests.witness import refused

LATER = NOW + timedelta(hours=2)
SURAT = SuratPembukaan("Keliru", "005/1", NOW.date())


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(cast.sent)


def printed(store: Store) -> str:
    """The code that papers bear now."""
    return baca.bahan_cetak(store, CAMAT, RAPAT, NOW).kode


def checked(store: Store, kode: str) -> Pemeriksaan:
    return checking.periksa_kode(store, kode)


def reopen(store: Store) -> None:
    pembukaan_kembali.buka_kembali(store, BAPPEDA, RAPAT, NOW, SURAT, LATER)


def test_the_printed_code_is_right(store: Store) -> None:
    found = checked(store, printed(store))
    assert (found.cocok, found.rusak, found.utama) == (True, (), 4)
    assert found.pengiriman.dikirim == NOW
    kabar = of_code(found)
    assert kabar.putusan is Putusan.COCOK
    assert "Musrenbang Kecamatan Bahorok tahun 2027, dikirim 15 Februari 2027 pukul 09.00 WIB" in kabar.rincian[0]
    assert "4 usulan prioritas, perkiraan biaya Rp840.000.000" in kabar.rincian[2]


def test_papers_before_kirim_bear_none(store_at: StoreAt) -> None:
    assert printed(store_at(cast.scored)) == ""


def test_what_is_written_after_kirim_leaves_the_code_right(store: Store) -> None:
    kode = printed(store)
    minutes = baca.fakta(store, CAMAT, RAPAT).berita_acara
    penutupan.isi_berita_acara(store, CAMAT, RAPAT, minutes, LATER)
    jawaban.jawab(
        store, OPD_PUTR, cast.as_sent(store, {JALAN.id: 0}), IsiJawaban(Jawab.DITERIMA, "", None, None), LATER
    )
    assert printed(store) == kode
    assert checked(store, kode).cocok


def test_an_earlier_sending_is_told_with_its_dates(store: Store) -> None:
    first = printed(store)
    reopen(store)
    assert printed(store) == ""
    open_ = of_code(checked(store, first))
    assert open_.judul == "Tidak berlaku lagi: rapat ini dibuka kembali"
    assert open_.rincian[1] == "Sesudah itu dibuka kembali 15 Februari 2027 pukul 11.00 WIB dan belum dikirim lagi."
    usulan.jadikan_cadangan(store, CAMAT, RAPAT, cast.seen(store, JALAN), "Tahun depan", LATER)
    again = LATER + timedelta(hours=1)
    penutupan.kirim(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), again)
    told = of_code(checked(store, first))
    assert (told.putusan, told.judul) == (Putusan.TIDAK, "Tidak berlaku lagi: rapat ini sudah dikirim kembali")
    assert told.rincian[1].endswith("pukul 11.00 WIB, dikirim kembali 15 Februari 2027 pukul 12.00 WIB.")
    assert printed(store) != first
    assert checked(store, printed(store)).cocok


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("update usulan_masuk set nama = 'Jalan lain' where id = '{}'", "isinya di basis data tidak sama"),
        ("update usulan_masuk set biaya = 1 where id = '{}'", "biaya tidak sama dengan yang terakhir"),
        ("update skor set k1 = 1 where usulan = '{}'", "skor tidak sama"),
        ("delete from usulan_masuk where id = '{}'", "isinya di basis data tidak sama"),
        ("update bobot_rapat set b1 = b1 - 1, b2 = b2 + 1", "Rapat ini: bobot di basis data tidak sama"),
        ("update daftar_hadir set tempat = 'Aula lain'", "Rapat ini: Daftar Hadir di basis data tidak sama"),
        ("update rapat set dikirim = timestamp '2027-02-15 03:00:00' where dikirim is not null", "Waktu dikirim"),
        ("update rapat set dikirim = null", "Waktu dikirim tidak sama"),
        ("update jejak set oleh = 'orang.lain' where nomor = 2", "Rantai jejak, baris 2: isinya tidak sesuai"),
        ("update jejak set sesudah = '{{}}' where tindakan = 'kirim usulan ke OPD'", "isinya tidak sesuai"),
        ("delete from jejak where nomor = 3", "Rantai jejak: baris nomor 3 tidak ada"),
        ("delete from rantai", "Rantai jejak: kepala rantai tidak sama"),
    ],
)
def test_what_was_changed_past_the_actions_is_told(store: Store, change: str, told: str) -> None:
    kode = printed(store)
    store.transaction(lambda tx: tx.rows(change.format(JALAN.id)))
    found = checked(store, kode)
    assert any(told in fault for fault in found.rusak), found.rusak
    kabar = of_code(found)
    assert kabar.putusan is Putusan.TIDAK
    assert "orang.lain" not in " ".join(kabar.rincian)


def test_a_chain_that_is_written_anew_does_not_have_the_code(store: Store) -> None:
    """Whoever recounts every hash after a change gets a chain without a fault, but no paper's code leads to it."""
    kode = printed(store)
    anew = store.rows("select hash from jejak where tindakan = 'kirim usulan ke OPD'")[0][0][::-1]
    store.transaction(lambda tx: tx.rows("update jejak set hash = $1 where tindakan = 'kirim usulan ke OPD'", anew))
    with refused(store, "kode_periksa_rantai_rusak"):
        checked(store, kode)


@pytest.mark.parametrize("place", [0, 7, 19])
def test_another_letter_is_no_code_of_this_meeting(store: Store, place: int) -> None:
    head, letters = printed(store)[:14], list(printed(store)[14:].replace("-", ""))
    letters[place] = HURUF[HURUF.index(letters[place]) ^ 1]
    with refused(store, "kode_periksa_tak_dikenal"):
        checked(store, head + "".join(letters))


@pytest.mark.parametrize("swap", [("12.05.01", "12.05.07"), ("12.05.01", "12.05.99"), ("2027", "2031")])
def test_a_code_of_another_meeting_is_unknown(store: Store, swap: tuple[str, str]) -> None:
    with refused(store, "kode_periksa_tak_dikenal"):
        checked(store, printed(store).replace(*swap))


@pytest.mark.parametrize("typed", ["", "apa saja", "12.05.01-2027", "'; drop table jejak; --"])
def test_what_is_no_code_is_refused(store: Store, typed: str) -> None:
    with refused(store, "kode_periksa_salah"):
        checked(store, typed)


def test_who_guesses_is_slowed_down_and_logins_are_not(store: Store) -> None:
    def guess(alamat: str = "10.0.0.9") -> str:
        with pytest.raises(Refused) as caught:
            checking.dengan_jatah(store, alamat, NOW, lambda: checked(store, printed(store)[:-1] + "0X"))
        return caught.value.issues[0].key

    assert [guess() for _ in range(GAGAL_ALAMAT)] == ["kode_periksa_salah"] * GAGAL_ALAMAT
    assert guess() == "periksa_terlalu_sering"
    assert guess("10.0.0.8") == "kode_periksa_salah"
    assert masuk(store, "camat.bahorok", SANDI, "10.0.0.9", NOW)
    after = NOW + JENDELA
    assert checking.dengan_jatah(store, "10.0.0.9", after, lambda: checked(store, printed(store))).cocok
