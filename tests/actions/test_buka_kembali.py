"""A sent meeting is opened again by Bappeda, changed by its camat, and sent again."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from musrenbang import guards, sop
from musrenbang.actions import (
    baca,
    berkas,
    dokumen,
    jalannya,
    pembukaan_kembali,
    penutupan,
    perbandingan,
    salin,
    usulan,
)
from musrenbang.actions.periksa import periksa
from musrenbang.actions.pulihkan import pulihkan
from musrenbang.errors import ChangedMeanwhile
from musrenbang.model import Fakta, JenisBerkas, Lingkup, Orang, SuratPembukaan, Tahap
from musrenbang.store.engine import Store
from musrenbang.store.opening import open_store
from tests import cast
from tests.cast import (
    BAHOROK,
    BAPPEDA,
    CAMAT,
    DESA,
    JALAN,
    NOW,
    OPD_PUTR,
    ORANG_LAIN,
    PUTR,
    RAPAT,
    TAHUN,
    seen,
)
from tests.conftest import StoreAt
from tests.scans import paper
from tests.witness import assert_row, logged, race, refusals, refused, rows_of

SURAT = SuratPembukaan("Dua usulan tertukar OPD-nya", "005/123/Bappeda", date(2027, 2, 16))
LATER = NOW + timedelta(days=2)


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(cast.sent)


def reopen(store: Store, now: datetime = LATER, *, who: Orang = BAPPEDA, **other: Any) -> None:
    pembukaan_kembali.buka_kembali(store, who, RAPAT, NOW, replace(SURAT, **other), now)


def send(store: Store, now: datetime) -> None:
    penutupan.kirim(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), now)


def facts(store: Store) -> Fakta:
    return baca.fakta(store, CAMAT, RAPAT)


def upload(store: Store, jenis: JenisBerkas, dikirim: datetime = NOW, *, pages: int = 1) -> None:
    """By a screen that was drawn while the meeting stood as it was sent then."""
    unfinished = berkas.receive(store, paper(pages))
    dokumen.unggah(store, CAMAT, RAPAT, jenis, f"{jenis.value}.pdf", unfinished, None, dikirim, dikirim)


def test_the_meeting_is_as_before_kirim(store: Store) -> None:
    reopen(store)
    f = facts(store)
    assert (f.rapat.dikirim, f.rapat.tahap) == (None, Tahap.DIBUKA_KEMBALI)
    assert sop.next_screen(f) == "hasil-skoring"
    assert guards.send(f) == []
    (opened,) = f.pembukaan_kembali
    assert (opened.waktu, opened.oleh, opened.dikirim, opened.surat) == (LATER, "bappeda", NOW, SURAT)
    assert periksa(store) == []


def test_the_camat_changes_it_and_sends_again(store: Store) -> None:
    reopen(store)
    usulan.jadikan_cadangan(store, CAMAT, RAPAT, seen(store, JALAN), "Tahun depan", LATER)
    again = LATER + timedelta(hours=3)
    send(store, again)
    f = facts(store)
    assert (f.rapat.dikirim, f.rapat.tahap) == (again, Tahap.DIKIRIM)
    assert [p.dikirim for p in f.pembukaan_kembali] == [NOW]
    assert JALAN.kode not in [u.kode for _, u in baca.usulan_opd(store, OPD_PUTR, PUTR, TAHUN)]
    with refused(store, "sudah_dikirim"):
        usulan.jadikan_cadangan(store, CAMAT, RAPAT, seen(store, JALAN), "Tahun depan", again)
    assert periksa(store) == []


def test_as_often_as_needed(store: Store) -> None:
    reopen(store)
    send(store, LATER + timedelta(hours=1))
    pembukaan_kembali.buka_kembali(
        store, BAPPEDA, RAPAT, LATER + timedelta(hours=1), replace(SURAT, nomor="006"), LATER + timedelta(hours=2)
    )
    assert [p.surat.nomor for p in facts(store).pembukaan_kembali] == ["005/123/Bappeda", "006"]
    assert facts(store).rapat.tahap is Tahap.DIBUKA_KEMBALI
    send(store, LATER + timedelta(hours=3))
    assert periksa(store) == []


def test_the_hall_was_done_at_the_first_kirim(store: Store) -> None:
    """What is mended later at a desk neither runs the meeting's clock on nor forecasts an end."""
    assert facts(store).usai == NOW
    reopen(store)
    assert (facts(store).usai, facts(store).bersidang) == (NOW, False)
    send(store, LATER)
    assert facts(store).usai == NOW
    assert jalannya.terlaksana(store, CAMAT, RAPAT)["L26"].selesai == LATER


def test_no_opd_sees_it_while_it_is_open(store: Store) -> None:
    reopen(store)
    assert baca.usulan_opd(store, OPD_PUTR, PUTR, TAHUN) == []
    with refused(store, "belum_dikirim_opd"):
        baca.bahan_cetak(store, OPD_PUTR, RAPAT, LATER)
    assert BAHOROK not in perbandingan.bandingkan(store, BAPPEDA, Lingkup(TAHUN)).dikirim


def test_logs_the_letter_and_what_had_been_sent(store: Store) -> None:
    sent = [u.kode for _, u in baca.usulan_opd(store, BAPPEDA, PUTR, TAHUN)]
    (entry,) = logged(store, lambda: reopen(store))
    assert_row(entry, "bappeda", "buka kembali rapat", "rapat", LATER)
    before, after = json.loads(entry.sebelum), json.loads(entry.sesudah)
    assert before["dikirim"] == NOW.isoformat(timespec="microseconds")
    assert [u["kode"] for u in before["terkirim"]] == sent
    assert before["terkirim"][0] == {"kode": JALAN.kode, "opd": PUTR, "prioritas": 1, "poin": 395, "peringkat": 1}
    assert (after["alasan"], after["nomor_surat"], after["tanggal_surat"]) == (SURAT.alasan, SURAT.nomor, "2027-02-16")


def test_the_scan_of_the_signed_minutes_waits_for_a_new_one_and_the_others_stay(store: Store) -> None:
    upload(store, JenisBerkas.DAFTAR_HADIR)
    upload(store, JenisBerkas.BERITA_ACARA)
    _, scan = logged(store, lambda: reopen(store))
    assert_row(scan, "bappeda", "buka kembali rapat", "dokumen berita acara", LATER)
    kept = {b.jenis: b.diganti for b in dokumen.daftar(store, CAMAT, RAPAT)}
    assert kept == {JenisBerkas.DAFTAR_HADIR: None, JenisBerkas.BERITA_ACARA: LATER}
    assert "tanpa_pindaian_berita_acara" in [i.key for i in guards.documents_missing(facts(store))]
    with refused(store, "pindaian_belum_dikirim"):
        upload(store, JenisBerkas.BERITA_ACARA)
    send(store, LATER)
    upload(store, JenisBerkas.BERITA_ACARA, LATER, pages=2)
    assert periksa(store) == []


def test_minutes_signed_for_an_earlier_sending_are_not_taken(store: Store) -> None:
    upload(store, JenisBerkas.BERITA_ACARA, pages=2)
    reopen(store)
    send(store, LATER)
    with refused(store, "pindaian_dikirim_ulang"):
        upload(store, JenisBerkas.BERITA_ACARA, NOW)
    with refused(store, "pindaian_terdahulu"):
        upload(store, JenisBerkas.BERITA_ACARA, LATER, pages=2)
    upload(store, JenisBerkas.DAFTAR_HADIR, NOW)
    assert "tanpa_pindaian_berita_acara" in [i.key for i in guards.documents_missing(facts(store))]


def test_the_minutes_are_filled_in_after_the_next_kirim(store: Store) -> None:
    filled = replace(facts(store).berita_acara, laki_laki=40, perempuan=35)
    penutupan.isi_berita_acara(store, CAMAT, RAPAT, filled, NOW)
    reopen(store)
    assert not sop.is_done("berita-acara", facts(store))
    with refused(store, "belum_dikirim"):
        penutupan.isi_berita_acara(store, CAMAT, RAPAT, facts(store).berita_acara, LATER)
    send(store, LATER)
    assert sop.is_done("berita-acara", facts(store))
    assert facts(store).berita_acara.peserta == 75


@pytest.mark.parametrize("who", [CAMAT, ORANG_LAIN, OPD_PUTR, DESA], ids=lambda who: who.nama_pengguna)
def test_bappeda_alone(store: Store, who: Orang) -> None:
    with refused(store, "bukan_wewenang"):
        reopen(store, who=who)


def test_only_what_was_sent(store_at: StoreAt) -> None:
    store = store_at(cast.scored)
    with refused(store, "belum_dikirim_dibuka"):
        reopen(store)


def test_the_reason_and_the_letter_are_required(store: Store) -> None:
    with refused(store, "alasan_wajib"):
        reopen(store, alasan=" \u200b x")
    with refused(store, "isian_wajib"):
        reopen(store, nomor="  ")
    with refused(store, "isian_panjang"):
        reopen(store, nomor="9" * 101)
    reopen(store, nomor=" 005 ", alasan=" Keliru ")
    assert facts(store).pembukaan_kembali[0].surat == replace(SURAT, nomor="005", alasan="Keliru")


def test_the_letter_is_written_by_the_day_in_langkat(store: Store) -> None:
    evening = datetime(2027, 2, 17, 17, 0)  # the 18th has begun in Langkat
    with refused(store, "tanggal_surat_depan"):
        reopen(store, evening, tanggal=date(2027, 2, 19))
    reopen(store, evening, tanggal=date(2027, 2, 18))


def test_who_saw_an_earlier_sending_is_told(store: Store) -> None:
    reopen(store)
    send(store, LATER + timedelta(hours=1))
    with refused(store, "berubah"):
        reopen(store, LATER + timedelta(hours=2))
    with pytest.raises(ChangedMeanwhile) as told:
        reopen(store, LATER + timedelta(hours=2))
    assert told.value.issues[0].facts["oleh"] == CAMAT.nama_pengguna
    assert told.value.issues[0].facts["sekarang"] == "dikirim kembali 17 Februari 2027 pukul 10.00 WIB"


def test_two_at_once_open_it_once(store: Store) -> None:
    outcomes = race(lambda: reopen(store), lambda: reopen(store))
    assert refusals(outcomes) == ["belum_dikirim_dibuka"]
    assert [row.tindakan for row in rows_of(store)].count("buka kembali rapat") == 1


def test_everybody_who_looks_on_is_told(store: Store) -> None:
    """The screens of the meeting follow a number in memory."""
    before, kept = baca.versi(store, CAMAT, RAPAT), facts(store)
    reopen(store)
    assert baca.versi(store, CAMAT, RAPAT) != before
    assert kept.rapat.dikirim
    assert facts(store).rapat.dikirim is None


def test_a_copy_brings_it_along(store: Store, tmp_path: Path) -> None:
    reopen(store)
    salin.salin(store, BAPPEDA, tmp_path / "salinan", LATER)
    copy = open_store(str(tmp_path / "pulih.duckdb"))
    try:
        assert pulihkan(copy, tmp_path / "salinan")[1] == []
        assert baca.fakta(copy, CAMAT, RAPAT).pembukaan_kembali == facts(store).pembukaan_kembali
    finally:
        copy.close()


def test_what_was_changed_past_the_trail_is_found(store: Store) -> None:
    reopen(store)
    store.rows("update pembukaan_kembali set nomor_surat = '007'")
    assert periksa(store) == [
        "Kecamatan Bahorok tahun 2027: pembukaan kembali tidak sama dengan yang tercatat di jejak."
    ]
    store.rows("delete from pembukaan_kembali")
    store.rows("update rapat set dikirim = $1 where id = $2", NOW, RAPAT)
    assert "Kecamatan Bahorok tahun 2027: waktu dikirim tidak sama dengan yang tercatat di jejak." in periksa(store)
