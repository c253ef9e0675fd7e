"""OPD: added, changed, taken out while nothing names them; every meeting shows the new name at once."""

import json
from dataclasses import replace

import pytest

from musrenbang.actions import baca, induk_opd
from musrenbang.actions.lambang import RANTAI
from musrenbang.actions.periksa import periksa
from musrenbang.model import Opd, Orang, Tercatat
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import BAHOROK, BAPPEDA, CAMAT, DESA, DISDIK, JALAN, NOW, OPD_PUTR, PUTR, RAPAT
from tests.conftest import StoreAt
from tests.witness import assert_row, logged, race, refusals, refused, rows_of

BARU = Opd("5.01.05", "Badan Riset dan Inovasi", "BRIDA", "5.01 Perencanaan")


def shown(store: Store, kode: str) -> Tercatat[Opd]:
    return next(t for t in induk_opd.opd(store, BAPPEDA) if t.isi.kode == kode)


def change(store: Store, which: str = PUTR, who: Orang = BAPPEDA, /, **other: str) -> None:
    found = shown(store, which)
    induk_opd.ubah(store, who, replace(found.isi, **other), found.versi, NOW)


def test_adds_changes_and_takes_out(store: Store) -> None:
    induk_opd.tambah(store, BAPPEDA, replace(BARU, nama=" Badan  Riset dan Inovasi"), NOW)
    assert shown(store, BARU.kode) == Tercatat(BARU, 1, dipakai=False)
    change(store, BARU.kode, nama="Badan Riset", singkatan="BRIN")
    assert shown(store, BARU.kode).isi.singkatan == "BRIN"
    induk_opd.hapus(store, BAPPEDA, BARU.kode, shown(store, BARU.kode).versi, NOW)
    assert BARU.kode not in {t.isi.kode for t in induk_opd.opd(store, BAPPEDA)}
    assert periksa(store) == []


def test_logs_each(store: Store) -> None:
    def all_three() -> None:
        induk_opd.tambah(store, BAPPEDA, BARU, NOW)
        change(store, BARU.kode, nama="Badan Riset")
        induk_opd.hapus(store, BAPPEDA, BARU.kode, shown(store, BARU.kode).versi, NOW)

    added, renamed, removed = logged(store, all_three, RANTAI)
    assert_row(added, "bappeda", "tambah OPD", "opd 5.01.05")
    assert_row(renamed, "bappeda", "ubah OPD", "opd 5.01.05")
    assert_row(removed, "bappeda", "hapus OPD", "opd 5.01.05")
    assert json.loads(added.sebelum) is None is json.loads(removed.sesudah)
    assert json.loads(renamed.sesudah)["nama"] == "Badan Riset"


def test_meetings_in_memory_show_the_new_name(store_at: StoreAt) -> None:
    store = store_at(cast.sent)
    _, tanda, _ = baca.rapat_berjalan(store, CAMAT, BAHOROK)
    assert baca.rujukan(store, CAMAT, RAPAT, tanda).opd[PUTR].nama != "Dinas Jalan"
    before = baca.tanda_data(store, CAMAT, RAPAT)
    change(store, nama="Dinas Jalan")
    _, tanda, _ = baca.rapat_berjalan(store, CAMAT, BAHOROK)
    assert baca.rujukan(store, CAMAT, RAPAT, tanda).opd[PUTR].nama == "Dinas Jalan"
    assert baca.tanda_data(store, CAMAT, RAPAT) != before  # so papers are made anew
    assert_row(rows_of(store)[-1], "bappeda", "data induk diubah", f"opd {PUTR}")
    assert periksa(store) == []


def test_what_usulan_or_accounts_name_stays(store: Store) -> None:
    for kode in (PUTR, DISDIK):
        assert shown(store, kode).dipakai
        with refused(store, "masih_dipakai"):
            induk_opd.hapus(store, BAPPEDA, kode, shown(store, kode).versi, NOW)


def test_what_has_answered_stays_too(store: Store) -> None:
    """Its answer may be all that is left, once a meeting that was opened again has chosen another OPD."""
    induk_opd.tambah(store, BAPPEDA, BARU, NOW)
    store.rows(
        "insert into jawaban (id, usulan, opd, versi, jawab, alasan, oleh, waktu) values "
        f"('{JALAN.id}', '{JALAN.id}', '{BARU.kode}', 1, 'diterima', '', 'opd.putr', timestamp '2027-02-15 00:00:00')"
    )
    with refused(store, "masih_dipakai"):
        induk_opd.hapus(store, BAPPEDA, BARU.kode, 1, NOW)


@pytest.mark.parametrize(
    ("other", "keys"),
    [
        ({"nama": "\n"}, ("isian_wajib",)),
        ({"singkatan": ""}, ("isian_wajib",)),
        ({"singkatan": "x" * 41}, ("isian_panjang",)),
        ({"urusan": "x" * 401}, ("isian_panjang",)),
        ({"singkatan": "disdik"}, ("nama_ganda",)),
        ({"nama": "dinas pendidikan"}, ("nama_ganda",)),
        ({}, ("induk_sama",)),
        ({"kode": "9.99"}, ("tidak_ditemukan",)),
    ],
)
def test_refuses_a_change(store: Store, other: dict[str, str], keys: tuple[str, ...]) -> None:
    with refused(store, *keys):
        change(store, PUTR, **other)


def test_refuses_a_kode_that_is_taken_or_none(store: Store) -> None:
    with refused(store, "kode_sudah_ada"):
        induk_opd.tambah(store, BAPPEDA, replace(BARU, kode=PUTR), NOW)
    for kode in ("", "1.a", "1" * 21):
        with refused(store, "kode_opd"):
            induk_opd.tambah(store, BAPPEDA, replace(BARU, kode=kode), NOW)


def test_of_two_at_once_the_slower_is_told(store: Store) -> None:
    found = shown(store, PUTR)
    acts = [
        lambda n=n: induk_opd.ubah(store, BAPPEDA, replace(found.isi, nama=n), found.versi, NOW)
        for n in ("Dinas Jalan", "Dinas Air")
    ]
    assert refusals(race(*acts)) == ["berubah"]
    assert refusals(race(*[lambda: induk_opd.tambah(store, BAPPEDA, BARU, NOW)] * 2)) == ["kode_sudah_ada"]


@pytest.mark.parametrize("who", [CAMAT, OPD_PUTR, DESA], ids=lambda who: who.peran)
def test_only_bappeda(store: Store, who: Orang) -> None:
    for act in (
        lambda: induk_opd.opd(store, who),
        lambda: induk_opd.tambah(store, who, BARU, NOW),
        lambda: change(store, PUTR, who, nama="Dinas Jalan"),
        lambda: induk_opd.hapus(store, who, PUTR, 0, NOW),
    ):
        with refused(store, "bukan_wewenang"):
            act()
