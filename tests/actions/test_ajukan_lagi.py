"""A desa proposes again what earlier meetings kept in reserve or what no OPD has budgeted."""

import json
from datetime import timedelta
from decimal import Decimal
from functools import partial
from uuid import UUID, uuid4

import pytest

from musrenbang.actions import (
    baca,
    induk_tahun,
    ingatan,
    jawaban,
    jejak,
    pembukaan_kembali,
    penutupan,
    persiapan,
    skoring,
    usulan,
    usulan_desa,
)
from musrenbang.actions.periksa import periksa
from musrenbang.actions.verifikasi import Putusan, verifikasi
from musrenbang.kalimat import told
from musrenbang.model import Keputusan, Orang, Pendahulu, Pengajuan, SaringanJejak, Usulan
from musrenbang.store import moving, seed
from musrenbang.store.engine import Store
from musrenbang.store.opening import open_store
from tests import cast
from tests.actions.test_buka_kembali import LATER, SURAT
from tests.actions.test_jawab import TIDAK, YA, answer, answers
from tests.cast import (
    BAHOROK,
    BAPPEDA,
    BIBIT,
    CAMAT,
    DESA,
    DRAINASE,
    IRIGASI,
    JALAN,
    LAPANGAN,
    LURAH,
    NILAI,
    NOW,
    OPD_PUTR,
    PELATIHAN,
    PUTR,
    RAPAT,
    RAPAT_STABAT,
    SEKDES,
    SUKA_RAKYAT,
    TAHUN,
    filled,
    seen,
)
from tests.conftest import Engine, StoreAt
from tests.witness import assert_row, logged, race, refusals, refused

DEPAN = TAHUN + 1
RAPAT_DEPAN = seed.meeting_id(BAHOROK, DEPAN)
KODE = f"{DEPAN}-{SUKA_RAKYAT}-001"


def decided(store: Store) -> None:
    """JALAN goes to PUTR, smaller than proposed; IRIGASI is cadangan; BIBIT is tidak sesuai."""
    cast.started(store)
    changed = Putusan(Keputusan.DIUBAH, volume=Decimal("1500"), biaya=200_000_000)
    verifikasi(store, CAMAT, RAPAT, seen(store, JALAN), changed, NOW)
    verifikasi(store, CAMAT, RAPAT, seen(store, IRIGASI, DRAINASE, PELATIHAN), Putusan(Keputusan.SESUAI), NOW)
    verifikasi(store, CAMAT, RAPAT, seen(store, BIBIT), Putusan(Keputusan.TIDAK_SESUAI, "Kewenangan desa"), NOW)
    usulan.pilih_prioritas(store, CAMAT, RAPAT, seen(store, JALAN, DRAINASE), 1, PUTR, NOW)
    usulan.jadikan_cadangan(store, CAMAT, RAPAT, seen(store, IRIGASI, PELATIHAN), "Belum mendesak", NOW)
    skoring.hitung(store, CAMAT, RAPAT, NOW)
    skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, {u.id: NILAI[u.id] for u in (JALAN, DRAINASE)}), NOW)
    penutupan.kirim(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), NOW)


def next_year(store: Store) -> None:
    decided(store)
    begin(store, DEPAN)


def begin(store: Store, tahun: int) -> None:
    induk_tahun.siapkan_tahun(store, BAPPEDA, tahun - 1, NOW)
    induk_tahun.jadikan_berjalan(store, BAPPEDA, tahun, NOW)


def hold(store: Store, rapat: UUID) -> None:
    """A whole meeting: the first usulan goes to PUTR, all others are cadangan."""
    persiapan.buka(store, CAMAT, rapat, "Kelurahan menyusul", NOW)
    sheet = baca.fakta(store, CAMAT, rapat).daftar_hadir
    persiapan.isi_daftar_hadir(store, CAMAT, rapat, cast.attending(sheet), NOW)
    persiapan.ambil_usulan(store, CAMAT, rapat, NOW)
    persiapan.mulai(store, CAMAT, rapat, baca.tanda_data(store, CAMAT, rapat), NOW)
    verifikasi(store, CAMAT, rapat, versions(store, rapat), Putusan(Keputusan.SESUAI), NOW)
    (first, versi), *rest = versions(store, rapat).items()
    usulan.pilih_prioritas(store, CAMAT, rapat, {first: versi}, 1, PUTR, NOW)
    if rest:
        usulan.jadikan_cadangan(store, CAMAT, rapat, dict(rest), "Tahun depan lagi", NOW)
    skoring.hitung(store, CAMAT, rapat, NOW)
    skoring.simpan_skor(store, CAMAT, rapat, {first: skoring.Isian(1, NILAI[JALAN.id])}, NOW)
    penutupan.kirim(store, CAMAT, rapat, baca.tanda_data(store, CAMAT, rapat), NOW)


def versions(store: Store, rapat: UUID) -> dict[UUID, int]:
    return {u.id: u.versi for u in baca.usulan_masuk(store, CAMAT, rapat)}


def again(store: Store, which: UUID = IRIGASI.id, who: Orang = DESA, rapat: UUID = RAPAT_DEPAN) -> UUID:
    return usulan_desa.ajukan_lagi(store, who, rapat, which, NOW)


def approve(store: Store, id_: UUID, rapat: UUID = RAPAT_DEPAN) -> None:
    usulan_desa.setujui(store, DESA, rapat, {id_: 1}, setuju=True, now=NOW)


def own(store: Store, tahun: int = DEPAN) -> list[Usulan]:
    return baca.usulan_desa(store, DESA, SUKA_RAKYAT, tahun)


def offered(store: Store, tahun: int = DEPAN, who: Orang = DESA) -> list[str]:
    return [one.kode for one in ingatan.dapat_diajukan_lagi(store, who, tahun)]


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(next_year)


def test_offers_cadangan_and_what_is_not_budgeted_and_not_what_was_tidak_sesuai(store: Store) -> None:
    jalan, irigasi = ingatan.dapat_diajukan_lagi(store, DESA, DEPAN)
    assert (jalan.id, jalan.kode, jalan.tahun, jalan.opd, jalan.jawaban) == (JALAN.id, JALAN.kode, TAHUN, PUTR, None)
    assert (jalan.isi.volume, jalan.isi.biaya, jalan.alasan_cadangan) == (Decimal("1500.00"), 200_000_000, None)
    assert (irigasi.isi, irigasi.alasan_cadangan, irigasi.opd) == (IRIGASI.isi, "Belum mendesak", None)
    assert irigasi.pengajuan == Pengajuan(1, TAHUN)
    assert offered(store, who=LURAH) == [DRAINASE.kode, PELATIHAN.kode]


def test_what_the_opd_has_budgeted_is_not_offered_and_rp0_is_no_budget(store: Store) -> None:
    answer(store, TIDAK, JALAN)
    assert ingatan.dapat_diajukan_lagi(store, DESA, DEPAN)[0].jawaban == answers(store)[JALAN.id]
    answer(store, YA, JALAN)
    assert offered(store) == [JALAN.kode, IRIGASI.kode]
    jawaban.isi_anggaran(store, OPD_PUTR, cast.as_sent(store, {JALAN.id: 2}), 0, None, NOW)
    assert offered(store) == [JALAN.kode, IRIGASI.kode]
    jawaban.isi_anggaran(store, OPD_PUTR, cast.as_sent(store, {JALAN.id: 3}), 1_000, None, NOW)
    assert offered(store) == [IRIGASI.kode]


def test_nothing_is_offered_of_a_meeting_that_has_not_sent_nor_of_this_year(store_at: StoreAt) -> None:
    store = store_at(cast.scored)
    assert offered(store) == []
    sent = store_at(decided)
    assert offered(sent, TAHUN) == []


def test_it_stands_last_and_unapproved_with_what_the_meeting_agreed_on(store: Store) -> None:
    first, second = again(store), again(store, JALAN.id)
    irigasi, jalan = own(store)
    assert (irigasi.id, irigasi.kode, irigasi.urutan, irigasi.disetujui) == (first, KODE, 1, False)
    assert (irigasi.isi, irigasi.pendahulu, irigasi.tahun) == (IRIGASI.isi, IRIGASI.id, DEPAN)
    assert (jalan.id, jalan.urutan, jalan.pendahulu, jalan.isi.biaya) == (second, 2, JALAN.id, 200_000_000)
    assert offered(store) == []
    assert ingatan.pengajuan_desa(store, DESA, DEPAN) == dict.fromkeys((first, second), Pengajuan(2, TAHUN))
    assert periksa(store) == []


def test_logs_it_in_the_chain_of_this_years_meeting(store: Store) -> None:
    (entry,) = logged(store, lambda: again(store), RAPAT_DEPAN)
    assert_row(entry, DESA.nama_pengguna, "ajukan lagi usulan", f"usulan {KODE}")
    after = json.loads(entry.sesudah)
    assert entry.sebelum == "null"
    assert (after["nama"], after["disetujui"], after["pendahulu"]) == (IRIGASI.isi.nama, False, IRIGASI.kode)
    found = jejak.cari(store, BAPPEDA, SaringanJejak(rantai=str(RAPAT_DEPAN)), 1, 1)
    sentence = str(told(found.baris[0], found.kamus))
    assert sentence.startswith(f"Usulan “{IRIGASI.isi.nama}” ({KODE}) diajukan lagi: ")
    assert f"; usulan pendahulu {IRIGASI.kode}; " in sentence


def test_it_can_be_changed_and_stays_the_same_work(store: Store) -> None:
    id_ = again(store)
    usulan_desa.ubah(store, DESA, RAPAT_DEPAN, id_, 1, cast.isi("Irigasi tersier"), NOW)
    assert [(u.isi.nama, u.pendahulu) for u in own(store)] == [("Irigasi tersier", IRIGASI.id)]
    assert ingatan.pengajuan_desa(store, DESA, DEPAN)[id_].kali == 2


def test_what_is_taken_away_is_offered_again(store: Store) -> None:
    id_ = again(store)
    usulan_desa.hapus(store, DESA, RAPAT_DEPAN, id_, 1, NOW)
    assert offered(store) == [JALAN.kode, IRIGASI.kode]
    again(store)
    assert [u.kode[-3:] for u in own(store)] == ["002"]


def test_refuses_what_is_not_offered(store: Store) -> None:
    for which, key in (
        (BIBIT, "tidak_dapat_diajukan_lagi"), (LAPANGAN, "tidak_dapat_diajukan_lagi"), (PELATIHAN, "tidak_ditemukan"),
    ):  # fmt: skip
        with refused(store, key):
            again(store, which.id)
    new = again(store)
    for id_, key in ((IRIGASI.id, "sudah_diajukan_lagi"), (new, "tidak_ditemukan"), (uuid4(), "tidak_ditemukan")):
        with refused(store, key):
            again(store, id_)


def test_refuses_content_that_no_longer_holds(store: Store) -> None:
    store.rows("update usulan_masuk set opd_usul = '9.99.99' where id = $1", IRIGASI.id)
    with refused(store, "isian_pilihan"):
        again(store)


def test_refused_once_the_camat_has_loaded_it_and_elsewhere(store: Store) -> None:
    with refused(store, "bukan_wilayah"):
        again(store, rapat=RAPAT_STABAT)
    approve(store, again(store))
    persiapan.buka(store, CAMAT, RAPAT_DEPAN, "Kelurahan menyusul", NOW)
    persiapan.ambil_usulan(store, CAMAT, RAPAT_DEPAN, NOW)
    with refused(store, "usulan_ditutup"):
        again(store, JALAN.id)


def test_two_at_once_propose_it_once(store: Store) -> None:
    outcomes = race(*(partial(again, store, IRIGASI.id, who) for who in (DESA, SEKDES)))
    assert refusals(outcomes) == ["sudah_diajukan_lagi"]
    assert [u.pendahulu for u in own(store)] == [IRIGASI.id]


def test_the_third_time_it_counts_three_and_only_the_last_is_offered(store: Store) -> None:
    jalan, irigasi = again(store, JALAN.id), again(store)
    usulan_desa.setujui(store, DESA, RAPAT_DEPAN, {jalan: 1, irigasi: 1}, setuju=True, now=NOW)
    hold(store, RAPAT_DEPAN)
    begin(store, DEPAN + 1)
    assert [(one.id, one.tahun, one.pengajuan) for one in ingatan.dapat_diajukan_lagi(store, DESA, DEPAN + 1)] == [
        (jalan, DEPAN, Pengajuan(2, TAHUN)), (irigasi, DEPAN, Pengajuan(2, TAHUN)),
    ]  # fmt: skip
    third = again(store, irigasi, rapat=seed.meeting_id(BAHOROK, DEPAN + 1))
    assert ingatan.pengajuan_desa(store, DESA, DEPAN + 1) == {third: Pengajuan(3, TAHUN)}
    riwayat = jejak.riwayat(store, CAMAT, own(store, DEPAN + 1)[0].kode)
    assert riwayat.pendahulu == (
        Pendahulu(f"{DEPAN}-{SUKA_RAKYAT}-002", IRIGASI.isi.nama, DEPAN),
        Pendahulu(IRIGASI.kode, IRIGASI.isi.nama, TAHUN),
    )
    assert periksa(store) == []


def test_what_its_desa_never_brought_to_the_meeting_is_offered_from_where_it_was_decided(store: Store) -> None:
    again(store)
    approve(store, again(store, JALAN.id))
    hold(store, RAPAT_DEPAN)
    begin(store, DEPAN + 1)
    assert offered(store, DEPAN + 1) == [f"{DEPAN}-{SUKA_RAKYAT}-002", IRIGASI.kode]


def test_the_meeting_knows_it_from_ambil_on_and_also_what_comes_later(store: Store) -> None:
    assert ingatan.pengajuan_rapat(store, CAMAT, RAPAT_DEPAN) == {}
    approve(store, again(store))
    persiapan.buka(store, CAMAT, RAPAT_DEPAN, "Kelurahan menyusul", NOW)
    persiapan.ambil_usulan(store, CAMAT, RAPAT_DEPAN, NOW)
    (inside,) = versions(store, RAPAT_DEPAN)
    assert ingatan.pengajuan_rapat(store, CAMAT, RAPAT_DEPAN) == {inside: Pengajuan(2, TAHUN)}
    usulan_desa.ajukan_lagi(store, LURAH, RAPAT_DEPAN, PELATIHAN.id, NOW + timedelta(hours=1))
    assert len(ingatan.pengajuan_rapat(store, BAPPEDA, RAPAT_DEPAN)) == 2


@pytest.mark.parametrize("who", [CAMAT, BAPPEDA, OPD_PUTR], ids=lambda who: who.nama_pengguna)
def test_what_can_be_proposed_again_is_asked_by_the_desa_alone(store: Store, who: Orang) -> None:
    for ask in (ingatan.dapat_diajukan_lagi, ingatan.pengajuan_desa):
        with refused(store, "bukan_wewenang"):
            ask(store, who, DEPAN)


def test_of_a_meeting_that_is_open_again_nothing_is_offered(store: Store) -> None:
    induk_tahun.jadikan_berjalan(store, BAPPEDA, TAHUN, LATER)
    pembukaan_kembali.buka_kembali(store, BAPPEDA, RAPAT, NOW, SURAT, LATER)
    assert offered(store) == []


def test_a_copy_carries_it(store: Store, engine: Engine) -> None:
    id_ = again(store)
    copy = open_store(engine.empty())
    store.snapshot(lambda rows: copy.transaction(lambda tx: moving.copy_rows(rows, tx, lambda _: None)))
    assert ingatan.pengajuan_desa(copy, DESA, DEPAN) == {id_: Pengajuan(2, TAHUN)}
    copy.close()
