"""L01, L08: usulan from a spreadsheet, all of its rows or none."""

import json
import threading
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from musrenbang.actions import baca, impor, persiapan, usulan_desa
from musrenbang.actions.periksa import periksa
from musrenbang.intake import lembar
from musrenbang.intake.bahan_templat import BahanTemplat
from musrenbang.intake.lembar import Baris, Lembar
from musrenbang.intake.rencana import HasilImpor
from musrenbang.model import Orang, Usulan
from musrenbang.store import usulan_desa as table
from musrenbang.store.engine import Inside, Rows, Store
from reports import WORKBOOKS
from reports.templat import templat
from tests.cast import (
    BAHOROK,
    BAPPEDA,
    BIBIT,
    CAMAT,
    DESA,
    JALAN,
    LAPANGAN,
    NOW,
    RAPAT,
    SEKDES,
    SUKA_RAKYAT,
    TAHUN,
    isi,
    loaded,
    opened,
    started,
)  # fmt: skip
from tests.conftest import PostgresEngine, StoreAt
from tests.intake.sheets import ROW, SIPD_ROW, saved
from tests.intake.sheets import table as rows_of
from tests.witness import assert_row, both, dump, logged, race, refusals, refused
from tests.witness import rows_of as trail_of


def sheet(*rows: Mapping[str, object], sipd: bool = False) -> Lembar:
    made = rows_of(*({**(SIPD_ROW if sipd else ROW), **row} for row in rows), sipd=sipd)
    return Lembar("Usulan", tuple(Baris(n, tuple(row)) for n, row in enumerate(made, 1)))


def do(store: Store, who: Orang, read: Lembar, *, setujui: bool = False) -> HasilImpor:
    seen = impor.pratinjau(store, who, RAPAT, read, setujui=setujui).dilihat
    return impor.impor(store, who, RAPAT, read, setujui=setujui, dilihat=seen, now=NOW)


def stored(store: Store) -> dict[str, Usulan]:
    return {u.kode: u for u in table.of_kecamatan(store, BAHOROK, TAHUN)}


def test_enters_what_is_new_and_leaves_the_rest(store: Store) -> None:
    before = stored(store)
    assert do(store, CAMAT, sheet({}, {"nama": "Jembatan", "disetujui": "Ya"})) == HasilImpor(2, 0, 0)
    after = stored(store)
    assert {kode: after[kode] for kode in before} == before
    new = after[f"{TAHUN}-{SUKA_RAKYAT}-005"]
    assert (new.isi.nama, new.urutan, new.disetujui, new.versi) == ("Jalan tani", 5, False, 1)
    assert after[f"{TAHUN}-{SUKA_RAKYAT}-006"].disetujui


def test_importing_again_changes_nothing_and_leaves_no_trace(store: Store) -> None:
    do(store, CAMAT, sheet({}))
    before = dump(store)
    assert do(store, CAMAT, sheet({})) == HasilImpor(0, 0, 1)
    assert dump(store) == before


def test_a_changed_cell_is_one_change_and_is_logged(store: Store) -> None:
    read = sheet({"kode": JALAN.kode, "nama": JALAN.isi.nama, "urutan": 1, "permasalahan": JALAN.isi.permasalahan,
                  "lokasi": JALAN.isi.lokasi, "volume": 2000, "biaya": 99, "disetujui": "Ya"})  # fmt: skip
    change = impor.pratinjau(store, CAMAT, RAPAT, read, setujui=False).berubah[0]
    assert (change.lama, change.isian) == (JALAN, ("biaya",))
    entries = logged(store, lambda: do(store, CAMAT, read))
    assert_row(entries[0], CAMAT.nama_pengguna, "impor usulan", f"usulan {JALAN.kode}")
    assert (json.loads(entries[0].sebelum), json.loads(entries[0].sesudah)) == ({"biaya": 250_000_000}, {"biaya": 99})
    assert json.loads(entries[1].sesudah) == {"baru": 0, "berubah": 1, "tetap": 0}
    assert stored(store)[JALAN.kode] == replace(JALAN, isi=replace(JALAN.isi, biaya=99), versi=2)


def test_one_fault_refuses_every_row(store: Store) -> None:
    with refused(store, "sel_salah", "sel_salah"):
        do(store, CAMAT, sheet({}, {"nama": "Jembatan", "biaya": "banyak", "volume": -1}))


def test_a_template_as_it_comes_changes_nothing(store: Store, tmp_path: Path) -> None:
    bahan: BahanTemplat = impor.bahan_templat(store, CAMAT, RAPAT)
    read = lembar.read(saved(tmp_path, templat(bahan)))
    assert impor.pratinjau(store, CAMAT, RAPAT, read, setujui=False).hasil == HasilImpor(0, 0, len(stored(store)))


def test_sipd_is_never_an_approval_but_the_own_tick_is(store: Store) -> None:
    do(store, BAPPEDA, sheet({}, sipd=True))
    new = stored(store)["SIPD-7001"]
    assert (new.desa, new.disetujui, new.isi.biaya, new.isi.penerima) == (SUKA_RAKYAT, False, 2_500_000, 0)
    assert do(store, BAPPEDA, sheet({}, sipd=True), setujui=True) == HasilImpor(0, 1, 0)
    assert stored(store)["SIPD-7001"].disetujui
    assert do(store, BAPPEDA, sheet({}, sipd=True)) == HasilImpor(0, 0, 1)


def test_what_was_exported_as_sipd_comes_in_as_the_usulan_that_it_is(store_at: StoreAt, tmp_path: Path) -> None:
    store = store_at(opened)
    do(store, BAPPEDA, sheet({}, sipd=True), setujui=True)
    persiapan.ambil_usulan(store, CAMAT, RAPAT, NOW)
    made = WORKBOOKS["sipd"](baca.bahan_cetak(store, CAMAT, RAPAT, NOW))
    read = lembar.read(saved(tmp_path, made))
    told = impor.pratinjau(store, BAPPEDA, RAPAT, read, setujui=False)
    assert (told.hasil, told.salah) == (HasilImpor(0, 0, 6), ())


def test_a_desa_imports_into_itself_alone(store: Store) -> None:
    assert do(store, DESA, sheet({"desa": None})) == HasilImpor(1, 0, 0)
    with refused(store, "sel_salah"):
        do(store, DESA, sheet({"desa": "Pekan Bahorok"}))


def test_a_deleted_usulan_gives_its_kode_and_id_to_no_other(store: Store) -> None:
    """Else a list that is open at a colleague's would approve, change or delete the other one."""
    gone = usulan_desa.isi(store, DESA, RAPAT, isi("Gapura desa"), NOW)
    kode = next(u.kode for u in stored(store).values() if u.id == gone)
    usulan_desa.hapus(store, DESA, RAPAT, gone, 1, NOW)
    do(store, DESA, sheet({"nama": "Posyandu"}))
    new = next(u for u in stored(store).values() if u.isi.nama == "Posyandu")
    assert (kode, new.kode) == (f"{TAHUN}-{SUKA_RAKYAT}-005", f"{TAHUN}-{SUKA_RAKYAT}-006")
    with refused(store, "tidak_ditemukan"):
        usulan_desa.setujui(store, SEKDES, RAPAT, {gone: 1}, True, NOW)
    with refused(store, "sel_salah"):
        do(store, DESA, sheet({"nama": "Gapura desa", "kode": kode}))


def test_an_id_of_sipd_belongs_to_one_usulan(store: Store) -> None:
    there = sheet({"kecamatan": "Stabat", "desa": "Stabat Baru"}, sipd=True)
    impor.impor_semua(store, BAPPEDA, TAHUN, there, setujui=False, now=NOW)
    (fault,) = impor.pratinjau(store, CAMAT, RAPAT, sheet({}, sipd=True), setujui=False).salah
    told = f"ID SIPD-7001 sudah dipakai usulan di Kecamatan Stabat tahun {TAHUN}. Periksa ID-nya di SIPD."
    assert (fault.sel, fault.kalimat) == ("Baris 2, kolom A (ID Usulan)", told)
    with refused(store, "sel_salah"):
        do(store, CAMAT, sheet({}, sipd=True))


def test_an_usulan_of_sipd_that_was_deleted_comes_back_as_another(store: Store) -> None:
    ids = set[UUID]()
    for _ in range(3):
        assert do(store, CAMAT, sheet({}, sipd=True)) == HasilImpor(1, 0, 0)
        found = stored(store)["SIPD-7001"]
        usulan_desa.hapus(store, DESA, RAPAT, found.id, 1, NOW)
        ids.add(found.id)
    assert (len(ids), periksa(store)) == (3, [])


def test_closed_for_the_desa_after_ambil_and_for_all_after_mulai(store_at: StoreAt) -> None:
    store = store_at(loaded)
    with refused(store, "usulan_ditutup"):
        do(store, DESA, sheet({}))
    assert do(store, CAMAT, sheet({})) == HasilImpor(1, 0, 0)
    store = store_at(started)
    for who in (CAMAT, BAPPEDA):
        with refused(store, "usulan_ditutup_mulai"):
            do(store, who, sheet({}))


def test_an_usulan_that_was_changed_meanwhile_is_not_overwritten(store: Store) -> None:
    read = sheet({"kode": BIBIT.kode, "biaya": 5})
    with refused(store, "berubah"):
        impor.impor(store, CAMAT, RAPAT, read, setujui=False, dilihat={BIBIT.id: 0}, now=NOW)


def test_an_usulan_that_was_deleted_after_the_preview_is_not_entered_anew(store: Store) -> None:
    read = sheet({"nama": LAPANGAN.isi.nama, "lokasi": LAPANGAN.isi.lokasi, "biaya": 5})
    seen = impor.pratinjau(store, SEKDES, RAPAT, read, setujui=False).dilihat
    assert seen == {LAPANGAN.id: 1}
    usulan_desa.hapus(store, DESA, RAPAT, LAPANGAN.id, 1, NOW)
    with refused(store, "impor_berubah"):
        impor.impor(store, SEKDES, RAPAT, read, setujui=False, dilihat=seen, now=NOW)


def test_pressing_twice_changes_it_once(store: Store) -> None:
    read = sheet({"nama": LAPANGAN.isi.nama, "lokasi": LAPANGAN.isi.lokasi, "biaya": 5})
    seen = impor.pratinjau(store, DESA, RAPAT, read, setujui=False).dilihat
    twice = [impor.impor(store, DESA, RAPAT, read, setujui=False, dilihat=seen, now=NOW) for _ in range(2)]
    assert twice == [HasilImpor(0, 1, 0), HasilImpor(0, 0, 1)]


def test_two_at_once_enter_it_once(store: Store) -> None:
    outcomes = both(lambda who: impor.impor(store, who, RAPAT, sheet({}), setujui=False, dilihat={}, now=NOW))
    assert {HasilImpor(0, 0, 1), HasilImpor(1, 0, 0)} == set(outcomes)
    assert len(outcomes) == 2


def test_several_kecamatan_all_or_nothing(store: Store) -> None:
    other = {"desa": "Stabat Baru"}
    assert impor.impor_semua(store, BAPPEDA, TAHUN, sheet({}, other), setujui=False, now=NOW) == HasilImpor(2, 0, 0)
    with refused(store, "sel_salah"):
        impor.impor_semua(store, BAPPEDA, TAHUN, sheet({"nama": "Baru"}, {"desa": "x"}), setujui=False, now=NOW)
    with refused(store, "bukan_wewenang"):
        impor.impor_semua(store, CAMAT, TAHUN, sheet({}), setujui=False, now=NOW)


@pytest.mark.postgres
def test_a_file_of_several_kecamatan_overwrites_nothing_that_a_desa_saves_meanwhile(
    postgresql_engine: PostgresEngine,
) -> None:
    """It is compared before it has its turn in each meeting; DuckDB would begin it anew."""
    store = postgresql_engine.lend(opened)
    read = sheet({"nama": JALAN.isi.nama, "lokasi": JALAN.isi.lokasi, "biaya": 99})
    outcome = list[object]()

    def bring_in() -> None:
        outcome.extend(race(lambda: impor.impor_semua(store, BAPPEDA, TAHUN, read, setujui=False, now=NOW)))

    def save(tx: Rows) -> threading.Thread:
        usulan_desa.ubah(Inside(store, tx), DESA, RAPAT, JALAN.id, 1, replace(JALAN.isi, biaya=111), NOW)
        importing = threading.Thread(target=bring_in)
        importing.start()
        until_somebody_waits(store)
        return importing

    store.transaction(save).join(30)
    assert refusals(outcome) == ["impor_berubah"]
    assert stored(store)[JALAN.kode].isi.biaya == 111
    assert trail_of(store)[-1].oleh == DESA.nama_pengguna
    postgresql_engine.take_back(store)


def until_somebody_waits(store: Store) -> None:
    waiting_now = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
    for _ in range(500):
        if store.rows(waiting_now):
            return
        time.sleep(0.01)
    raise AssertionError


@pytest.mark.parametrize("nama", ["=cmd|' /C calc'!A0", "=HYPERLINK(1)", "+62 jalan", "@SUM(A1)"])
def test_a_text_that_looks_like_a_formula_stays_a_text(store: Store, tmp_path: Path, nama: str) -> None:
    do(store, CAMAT, sheet({"nama": nama}))
    read = lembar.read(saved(tmp_path, templat(impor.bahan_templat(store, CAMAT, RAPAT))))
    assert nama in {value for row in read.baris for value in row.isi}
    assert read.rumus == frozenset()
