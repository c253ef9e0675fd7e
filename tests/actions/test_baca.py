"""What the screens and papers ask."""

from datetime import timedelta

import pytest

from musrenbang.actions import baca, skoring
from musrenbang.model import Peran
from musrenbang.store.engine import Store
from tests.cast import (
    BAHOROK,
    BAPPEDA,
    CAMAT,
    DESA,
    DISETUJUI,
    DRAINASE,
    IRIGASI,
    JALAN,
    LAPANGAN,
    NILAI,
    NOW,
    OPD_PUTR,
    ORANG_LAIN,
    PUTR,
    RAPAT,
    RAPAT_STABAT,
    SUKA_RAKYAT,
    TAHUN,
    filled,
    scored,
    sent,
)
from tests.conftest import StoreAt
from tests.witness import dump, refused


@pytest.fixture
def store(store_at: StoreAt) -> Store:
    return store_at(scored)


def test_the_counts_of_a_meeting(store: Store) -> None:
    k = baca.fakta(store, CAMAT, RAPAT).kemajuan
    assert (k.desa, k.desa_mengisi, k.desa_menyetujui) == (2, 2, 2)
    assert (k.masuk, k.belum_verifikasi, k.diterima, k.utama, k.cadangan) == (5, 0, 5, 4, 1)
    assert (k.tanpa_prioritas, k.tanpa_opd, k.siap_hitung, k.dibuka_skor, k.skor_lengkap) == (0, 0, 0, 4, 4)
    assert k.usulan_kecamatan == 0


def test_finds_the_meeting_by_its_place(store: Store) -> None:
    assert baca.rapat_di(store, CAMAT, BAHOROK, TAHUN).id == RAPAT
    assert baca.tahun_berjalan(store) == TAHUN
    for kecamatan, tahun in [(BAHOROK, 2026), ("12.05.99", TAHUN)]:
        with refused(store, "tidak_ditemukan"):
            baca.rapat_di(store, CAMAT, kecamatan, tahun)


def test_bappeda_sees_the_meetings_side_by_side(store: Store) -> None:
    assert [f.rapat.kecamatan.nama for f in baca.semua_rapat(store, BAPPEDA, TAHUN)] == ["Bahorok", "Stabat"]


def test_a_paper_gets_everything_from_one_moment(store: Store) -> None:
    paper = baca.bahan_cetak(store, BAPPEDA, RAPAT, NOW)
    assert paper.fakta == baca.fakta(store, CAMAT, RAPAT)
    assert [u.id for u in paper.usulan] == [u.id for u in DISETUJUI]
    assert [d.nama for d in paper.desa] == ["Pekan Bahorok", "Suka Rakyat"]
    assert (paper.dicetak, len(paper.bobot.kriteria), set(paper.opd), len(paper.prioritas)) == (
        NOW, 8, {PUTR, "1.01.01"}, 8,
    )  # fmt: skip


def test_the_mark_of_the_data_moves_with_every_write_and_only_then(store: Store) -> None:
    before = baca.tanda_data(store, CAMAT, RAPAT)
    assert baca.tanda_data(store, BAPPEDA, RAPAT) == before
    skoring.simpan_skor(store, CAMAT, RAPAT, filled(store, {JALAN.id: NILAI[JALAN.id]}), NOW)
    assert baca.tanda_data(store, CAMAT, RAPAT) != before
    assert baca.tanda_data(store, ORANG_LAIN, RAPAT_STABAT) == "0" * 64


def test_a_desa_sees_its_own_usulan_in_its_order(store: Store) -> None:
    for who in (DESA, CAMAT, BAPPEDA):
        kode = [u.kode for u in baca.usulan_desa(store, who, SUKA_RAKYAT, TAHUN)]
        assert kode[0] == JALAN.kode
        assert kode[-1] == LAPANGAN.kode
    assert baca.usulan_desa(store, DESA, SUKA_RAKYAT, 2026) == []
    with refused(store, "tidak_ditemukan"):
        baca.usulan_desa(store, BAPPEDA, "12.05.01.2999", TAHUN)


def test_an_opd_sees_the_ranked_usulan_of_sent_meetings(store_at: StoreAt) -> None:
    found = baca.usulan_opd(store_at(sent), OPD_PUTR, PUTR, TAHUN)
    assert [(rapat.id, u.peringkat) for rapat, u in found] == [(RAPAT, 1), (RAPAT, 2), (RAPAT, 2), (RAPAT, 4)]
    assert {u.kode for _, u in found[1:3]} == {IRIGASI.kode, DRAINASE.kode}


def test_the_trail_is_in_order(store: Store) -> None:
    rows = baca.jejak(store, CAMAT, RAPAT)
    assert [row.nomor for row in rows] == list(range(1, len(rows) + 1))
    assert rows[0].tindakan == "buka musrenbang"


def test_the_place_of_an_account(store: Store) -> None:
    assert [baca.nama_wilayah(store, who) for who in (CAMAT, BAPPEDA, OPD_PUTR, DESA)] == [
        "Kecamatan Bahorok", "Bappeda Kabupaten Langkat", "Dinas Pekerjaan Umum dan Tata Ruang", "Desa Suka Rakyat",
    ]  # fmt: skip
    assert CAMAT.peran is Peran.CAMAT


def test_reading_writes_nothing(store: Store) -> None:
    before = dump(store)
    baca.bahan_cetak(store, CAMAT, RAPAT, NOW + timedelta(days=1))
    baca.kesiapan(store, CAMAT, RAPAT)
    assert dump(store) == before
