"""A value changed behind the application, in any table, row and column: periksa says so, or it is listed why not.

Sixty values; 500 with MUSRENBANG_UJI_LAMA=1.
"""

from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import duckdb
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from musrenbang.actions import baca, impor, jawaban, persiapan, skoring, usulan, usulan_desa
from musrenbang.actions.periksa import everything
from musrenbang.actions.verifikasi import Putusan, verifikasi
from musrenbang.model import Keputusan
from musrenbang.store.engine import Rows, Store
from tests import cast
from tests.cast import BAHOROK, BAPPEDA, CAMAT, DESA, DISETUJUI, JALAN, NILAI, NOW, PELATIHAN, PUTR, RAPAT, UTAMA, seen
from tests.conftest import DuckEngine
from tests.deeds import DEEDS, LEMBAR, calls
from tests.long import LAMA
from tests.witness import tables

OUTSIDE = {
    "sesi": "logins, which end by themselves",
    "layar_proyektor": "links of projectors, which can only be read and end by themselves",
    "gagal_masuk": "failed logins, forgotten after thirty days",
    "keterangan": "notes of the application itself",
    "pandangan": "choices of figures, never figures",
    "akun.sandi": "a password is changed without telling anybody which",
    "akun.harus_ganti": "as the password",
    "akun.sandi_berakhir": "as the password",
    "identitas.sidik": "as the password: one identity for another, without telling whose",
    "akun.versi": "counts changes for two who write at once",
    "usulan.versi": "the same",
    "usulan.id": "the trail calls it by its kode; whoever names the id is held by reference",
    "rapat.versi": "the same",
    "berita_acara.versi": "the same",
    "jawaban.versi": "the same",
    "jawaban.id": "named by nothing",
    "jawaban.oleh": "the trail tells who and when",
    "jawaban.waktu": "the trail tells who and when",
    "berkas.nama": "a file is held by its digest; its name, kind, pages and uploader are for reading",
    "berkas.tipe": "as its name",
    "berkas.halaman": "as its name",
    "berkas.oleh": "as its name",
    "berkas.waktu": "as its name",
    "pembukaan_kembali.nomor": "their order alone, which their times tell too",
    "kriteria.kunci": "the name of a kriteria in the code",
}
WRITTEN = {  # what has been written by actions; the cast's other rows were there before any of them
    "akun": "nama_pengguna = 'opd.disdik'",
    "usulan": "nama in ('Sumur', 'Jalan tani')",
    "daftar_hadir": f"rapat = '{RAPAT}'",
    "berita_acara": f"rapat = '{RAPAT}'",
    "rapat": f"id = '{RAPAT}'",
    "opd": f"kode = '{PUTR}'",
    "kecamatan": f"kode = '{BAHOROK}'",
    "desa": f"kode = '{cast.SUKA_RAKYAT}'",
    "pagu": f"kecamatan = '{cast.STABAT}'",
}
MASTER = (
    "induk_kriteria.simpan", "induk_prioritas.simpan", "induk_aturan.simpan", "induk_pagu.simpan", "induk_opd.ubah",
    "induk_wilayah.ubah_kecamatan", "induk_wilayah.ubah_desa", "pengguna.tambah", "lambang.ganti", "pandangan.simpan",
    "masuk.masuk", "identitas.siap_hubungkan", "identitas.hubungkan",
)  # fmt: skip


class Undone(Exception):
    """So that the next value is changed in a database without a fault."""


def all_written(store: Store) -> None:
    """A meeting that has been sent twice, all of it and all that it stands on written by actions."""
    cast.waiting(store)
    usulan_desa.isi(store, DESA, RAPAT, cast.isi("Sumur"), NOW)
    impor.impor(store, BAPPEDA, RAPAT, LEMBAR, setujui=False, dilihat={}, now=NOW)
    for name in MASTER:
        DEEDS[name].act(store)
    persiapan.buka(store, CAMAT, RAPAT, "", NOW)
    calls.fill_sheet(store)
    persiapan.ambil_usulan(store, CAMAT, RAPAT, NOW)
    persiapan.mulai(store, CAMAT, RAPAT, baca.tanda_data(store, CAMAT, RAPAT), NOW)
    changed = Putusan(Keputusan.DIUBAH, volume=Decimal(3), biaya=7)
    verifikasi(store, CAMAT, RAPAT, seen(store, PELATIHAN), changed, NOW)
    others = [u for u in DISETUJUI if u != PELATIHAN]
    verifikasi(store, CAMAT, RAPAT, seen(store, *others), Putusan(Keputusan.SESUAI), NOW)
    usulan.pilih_prioritas(store, CAMAT, RAPAT, seen(store, *UTAMA), 1, PUTR, NOW)
    usulan.jadikan_cadangan(store, CAMAT, RAPAT, seen(store, PELATIHAN), "Belum mendesak", NOW)
    skoring.hitung(store, CAMAT, RAPAT, NOW)
    skoring.simpan_skor(store, CAMAT, RAPAT, cast.filled(store, NILAI), NOW)
    calls.order_tie(store)
    calls.upload(store)
    for name in ("penutupan.kirim", "pembukaan_kembali.buka_kembali", "penutupan.kirim", "jawaban.jawab"):
        DEEDS[name].act(store)
    calls.fill_minutes(store)
    jawaban.isi_anggaran(store, cast.OPD_PUTR, cast.as_sent(store, {JALAN.id: 1}), 1_000, 500, NOW)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return DuckEngine(Path(tmp_path_factory.mktemp("diam-diam"))).lend(all_written)


def columns_of(store: Store, table: str) -> list[str]:
    sql = "select column_name from information_schema.columns where table_name = $1 order by ordinal_position"
    return [name for (name,) in store.rows(sql, table)]


def held(store: Store) -> list[tuple[str, str]]:
    """Every table and column that is not listed as outside."""
    inside = [(t, c) for t in tables(store) if t not in OUTSIDE for c in columns_of(store, t)]
    return [(t, c) for t, c in inside if f"{t}.{c}" not in OUTSIDE]


def other(value: Any, chance: int) -> Any:
    """Another value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, datetime):
        return value + timedelta(microseconds=chance)
    if isinstance(value, date):
        return value + timedelta(days=chance)
    if isinstance(value, UUID):
        return UUID(int=value.int ^ chance)
    if isinstance(value, str):
        at = chance % max(len(value), 1)
        return value[:at] + ("x" if value[at : at + 1] != "x" else "y") + value[at + 1 :]
    return value + chance if isinstance(value, Decimal) or value < 3 else value - 1


def test_all_is_well_before(store: Store) -> None:
    assert store.transaction(lambda tx: everything(tx, store.files)) == []


def test_what_is_outside_exists(store: Store) -> None:
    there = {*tables(store), *(f"{t}.{c}" for t in tables(store) for c in columns_of(store, t))}
    assert set(OUTSIDE) <= there
    assert set(WRITTEN) <= there


@settings(max_examples=500 if LAMA else 60, deadline=None)
@given(st.data(), st.integers(1, 999))
def test_one_changed_value_is_found(store: Store, data: st.DataObject, chance: int) -> None:
    table, column = data.draw(st.sampled_from(held(store)))
    rows = store.rows(f"select rowid, {column} from {table} where {WRITTEN.get(table, 'true')}")
    assume(rows)
    rowid, value = data.draw(st.sampled_from(rows))
    assume(value is not None)

    def work(tx: Rows) -> None:
        tx.rows(f"update {table} set {column} = $1 where rowid = $2", other(value, chance), rowid)
        assert everything(tx, store.files), f"{table}.{column}: {value!r}"
        raise Undone

    try:
        store.transaction(work)
    except Undone:
        return
    except duckdb.Error:  # the table itself refuses such a value
        assume(False)
