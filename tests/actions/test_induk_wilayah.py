"""Kecamatan and desa/kelurahan: names change, desa come, and go while nothing names them."""

import json

import pytest

from musrenbang.actions import baca, induk_wilayah
from musrenbang.actions.lambang import RANTAI
from musrenbang.actions.periksa import periksa
from musrenbang.model import Desa, Kecamatan, Orang, Tercatat
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import BAHOROK, BAPPEDA, CAMAT, DESA, NOW, OPD_PUTR, RAPAT, RAPAT_STABAT, STABAT, SUKA_RAKYAT
from tests.conftest import StoreAt
from tests.witness import assert_row, logged, race, refusals, refused, rows_of

BARU = Desa(f"{BAHOROK}.2099", "Mekar Baru", "Desa", BAHOROK)


def shown(store: Store, kode: str) -> Tercatat[Desa]:
    return next(t for t in induk_wilayah.desa(store, BAPPEDA, kode[:8]) if t.isi.kode == kode)


def rename(store: Store, kode: str, nama: str, who: Orang = BAPPEDA) -> None:
    induk_wilayah.ubah_desa(store, who, kode, nama, shown(store, kode).versi, NOW)


def rename_kecamatan(store: Store, kode: str, nama: str, who: Orang = BAPPEDA) -> None:
    found = next(t for t in induk_wilayah.kecamatan(store, BAPPEDA) if t.isi.kode == kode)
    induk_wilayah.ubah_kecamatan(store, who, Kecamatan(kode, nama), found.versi, NOW)


def letterhead(store: Store, alamat: str, kontak: str) -> None:
    found = next(t for t in induk_wilayah.kecamatan(store, BAPPEDA) if t.isi.kode == BAHOROK)
    isi = Kecamatan(BAHOROK, found.isi.nama, alamat, kontak)
    induk_wilayah.ubah_kecamatan(store, BAPPEDA, isi, found.versi, NOW)


def test_a_desa_comes_is_renamed_and_goes(store: Store) -> None:
    induk_wilayah.tambah_desa(store, BAPPEDA, BARU, NOW)
    assert shown(store, BARU.kode) == Tercatat(BARU, 1, dipakai=False)
    rename(store, BARU.kode, " Mekar\tJaya ")
    assert shown(store, BARU.kode).isi.nama == "Mekar Jaya"
    induk_wilayah.hapus_desa(store, BAPPEDA, BARU.kode, shown(store, BARU.kode).versi, NOW)
    assert BARU.kode not in {t.isi.kode for t in induk_wilayah.desa(store, BAPPEDA, BAHOROK)}
    assert periksa(store) == []


def test_logs_each_and_tells_the_meetings_of_its_kecamatan_alone(store: Store) -> None:
    elsewhere = rows_of(store, RAPAT_STABAT)

    def all_four() -> None:
        induk_wilayah.tambah_desa(store, BAPPEDA, BARU, NOW)
        rename(store, BARU.kode, "Mekar Jaya")
        induk_wilayah.hapus_desa(store, BAPPEDA, BARU.kode, shown(store, BARU.kode).versi, NOW)
        rename_kecamatan(store, BAHOROK, "Bohorok")

    rows = logged(store, all_four, RANTAI)
    objek = [f"desa {BARU.kode}"] * 3 + [f"kecamatan {BAHOROK}"]
    tindakan = ("tambah desa/kelurahan", "ubah desa/kelurahan", "hapus desa/kelurahan", "ubah kecamatan")
    for row, what, name in zip(rows, tindakan, objek, strict=True):
        assert_row(row, "bappeda", what, name)
    assert (json.loads(rows[1].sebelum)["nama"], json.loads(rows[1].sesudah)["nama"]) == ("Mekar Baru", "Mekar Jaya")
    assert [row.objek for row in rows_of(store)[-4:]] == objek
    assert rows_of(store, RAPAT_STABAT) == elsewhere


def test_the_letterhead_of_a_kecamatan_reaches_its_papers(store_at: StoreAt) -> None:
    store = store_at(cast.scored)
    _, tanda, _ = baca.rapat_berjalan(store, CAMAT, BAHOROK)
    baca.fakta(store, CAMAT, RAPAT, tanda)
    letterhead(store, " Jalan  Merdeka 1 ", "Telepon (061) 123")
    expected = Kecamatan(BAHOROK, "Bahorok", "Jalan Merdeka 1", "Telepon (061) 123")
    assert baca.bahan_cetak(store, CAMAT, RAPAT, NOW).fakta.rapat.kecamatan == expected
    rapat, tanda, _ = baca.rapat_berjalan(store, CAMAT, BAHOROK)
    assert rapat.kecamatan == baca.fakta(store, CAMAT, RAPAT, tanda).rapat.kecamatan == expected
    letterhead(store, "", "")
    assert baca.bahan_cetak(store, CAMAT, RAPAT, NOW).fakta.rapat.kecamatan == Kecamatan(BAHOROK, "Bahorok")


def test_a_letterhead_has_room_for_so_much(store: Store) -> None:
    with refused(store, "isian_panjang", "isian_panjang"):
        letterhead(store, "x" * 201, "x" * 101)


def test_a_meeting_in_memory_has_the_new_names_and_counts(store_at: StoreAt) -> None:
    store = store_at(cast.scored)
    _, tanda, _ = baca.rapat_berjalan(store, CAMAT, BAHOROK)
    assert baca.fakta(store, CAMAT, RAPAT, tanda).kemajuan.desa == 2
    baca.usulan_masuk(store, CAMAT, RAPAT, tanda)
    induk_wilayah.tambah_desa(store, BAPPEDA, BARU, NOW)
    rename(store, SUKA_RAKYAT, "Suka Jaya")
    rename_kecamatan(store, BAHOROK, "Bohorok")
    rapat, tanda, _ = baca.rapat_berjalan(store, CAMAT, BAHOROK)
    assert rapat.kecamatan.nama == "Bohorok"
    assert baca.fakta(store, CAMAT, RAPAT, tanda).kemajuan.desa == 3
    assert "Suka Jaya" in {u.nama_desa for u in baca.usulan_masuk(store, CAMAT, RAPAT, tanda)}
    assert {d.nama for d in baca.rujukan(store, CAMAT, RAPAT, tanda).desa} >= {"Suka Jaya", "Mekar Baru"}


def test_what_usulan_or_accounts_name_stays(store: Store) -> None:
    assert shown(store, SUKA_RAKYAT).dipakai
    with refused(store, "masih_dipakai"):
        induk_wilayah.hapus_desa(store, BAPPEDA, SUKA_RAKYAT, 0, NOW)
    store.rows("delete from usulan where desa = $1", SUKA_RAKYAT)
    assert shown(store, SUKA_RAKYAT).dipakai  # its account alone


@pytest.mark.parametrize(
    ("desa", "key"),
    [
        (Desa(SUKA_RAKYAT, "Lain", "Desa", BAHOROK), "kode_sudah_ada"),
        (Desa(f"{BAHOROK}.3001", "Lain", "Desa", BAHOROK), "kode_desa"),
        (Desa(f"{BAHOROK}.1002", "Lain", "Desa", BAHOROK), "kode_desa"),
        (Desa(f"{STABAT}.2001", "Lain", "Desa", BAHOROK), "kode_desa"),
        (Desa(f"{BAHOROK}.2099", "suka rakyat", "Desa", BAHOROK), "nama_ganda"),
        (Desa(f"{BAHOROK}.2099", " ", "Desa", BAHOROK), "isian_wajib"),
        (Desa("99.99.99.2001", "Lain", "Desa", "99.99.99"), "tidak_ditemukan"),
    ],
)
def test_refuses_a_new_desa(store: Store, desa: Desa, key: str) -> None:
    with refused(store, key):
        induk_wilayah.tambah_desa(store, BAPPEDA, desa, NOW)


def test_refuses_a_name(store: Store) -> None:
    with refused(store, "isian_panjang"):
        rename(store, SUKA_RAKYAT, "x" * 101)
    with refused(store, "induk_sama"):
        rename(store, SUKA_RAKYAT, " Suka Rakyat")
    with refused(store, "nama_ganda"):
        rename_kecamatan(store, BAHOROK, "stabat")
    with refused(store, "isian_wajib"):
        rename_kecamatan(store, BAHOROK, "")
    with refused(store, "tidak_ditemukan"):
        induk_wilayah.ubah_kecamatan(store, BAPPEDA, Kecamatan("99.99.99", "Lain"), 0, NOW)


def test_of_two_at_once_the_slower_is_told(store: Store) -> None:
    acts = [
        lambda n=n: induk_wilayah.ubah_desa(store, BAPPEDA, SUKA_RAKYAT, n, 0, NOW) for n in ("Suka Jaya", "Suka Maju")
    ]
    assert refusals(race(*acts)) == ["berubah"]


@pytest.mark.parametrize("who", [CAMAT, OPD_PUTR, DESA], ids=lambda who: who.peran)
def test_only_bappeda(store: Store, who: Orang) -> None:
    for act in (
        lambda: induk_wilayah.kecamatan(store, who),
        lambda: induk_wilayah.desa(store, who, BAHOROK),
        lambda: induk_wilayah.tambah_desa(store, who, BARU, NOW),
        lambda: rename(store, SUKA_RAKYAT, "Lain", who),
        lambda: rename_kecamatan(store, BAHOROK, "Lain", who),
        lambda: induk_wilayah.hapus_desa(store, who, SUKA_RAKYAT, 0, NOW),
    ):
        with refused(store, "bukan_wewenang"):
            act()
