"""Rules of verification of a year: what they say from the next verification on."""

import json
from dataclasses import replace

import pytest

from musrenbang.actions import induk_aturan
from musrenbang.actions.lambang import RANTAI
from musrenbang.actions.verifikasi import Putusan, verifikasi
from musrenbang.model import AturanTahun, Keputusan, Orang, Sikap
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import BAPPEDA, CAMAT, DESA, DRAINASE, JALAN, NOW, OPD_PUTR, RAPAT, TAHUN
from tests.conftest import StoreAt
from tests.witness import assert_row, logged, race, refusals, refused, rows_of


def shown(store: Store) -> AturanTahun:
    return induk_aturan.aturan(store, BAPPEDA, TAHUN)


def changed(isi: AturanTahun, which: str, /, **other: object) -> AturanTahun:
    rows = tuple(replace(a, **other) if a.kunci == which else a for a in isi.aturan)
    return replace(isi, aturan=rows)


def save(store: Store, isi: AturanTahun, who: Orang = BAPPEDA) -> None:
    induk_aturan.simpan(store, who, isi, NOW)


def test_saves_attitude_number_and_words(store: Store) -> None:
    isi = changed(shown(store), "maks_desa", sikap=Sikap.TOLAK, angka=16)
    save(store, changed(isi, "larangan", sikap=Sikap.INGATKAN, kata=(" rumah  ibadah ", "", "gamelan")))
    now = {a.kunci: a for a in shown(store).aturan}
    assert (now["maks_desa"].sikap, now["maks_desa"].angka) == (Sikap.TOLAK, 16)
    assert now["larangan"].kata == ("rumah ibadah", "gamelan")


def test_logs_it_and_tells_the_meetings_that_still_verify(store_at: StoreAt) -> None:
    store = store_at(cast.sent)
    sent = rows_of(store)
    (row,) = logged(store, lambda: save(store, changed(shown(store), "maks_desa", angka=16)), RANTAI)
    assert_row(row, "bappeda", "ubah aturan verifikasi", "aturan 2027")
    assert json.loads(row.sesudah)["maks_desa"]["angka"] == 16
    assert rows_of(store) == sent
    assert_row(rows_of(store, cast.RAPAT_STABAT)[-1], "bappeda", "data induk diubah", "aturan 2027")


def test_a_running_meeting_goes_by_it_from_now_on(store_at: StoreAt) -> None:
    store = store_at(cast.started)
    one, other = cast.seen(store, JALAN), cast.seen(store, DRAINASE)
    verifikasi(store, CAMAT, RAPAT, one, Putusan(Keputusan.SESUAI), NOW)
    save(store, changed(shown(store), "larangan", sikap=Sikap.TOLAK, kata=("drainase",)))
    with refused(store, "aturan_menolak"):
        verifikasi(store, CAMAT, RAPAT, other, Putusan(Keputusan.SESUAI), NOW)
    assert cast.row(store, JALAN).diterima


@pytest.mark.parametrize(
    ("kunci", "other", "keys"),
    [
        ("maks_desa", {"sikap": Sikap.TOLAK, "angka": None}, ("aturan_kosong",)),
        ("larangan", {"sikap": Sikap.TOLAK, "kata": ("  ",)}, ("aturan_kosong",)),
        ("larangan", {"kata": ("a;b",)}, ("kata_titik_koma",)),
        ("larangan", {"kata": ("x" * 401,)}, ("isian_panjang",)),
        ("maks_desa", {"angka": 0}, ("isian_angka",)),
        ("maks_desa", {"angka": 100_001}, ("isian_angka",)),
        ("maks_desa", {}, ("induk_sama",)),
        ("maks_desa", {"kunci": "lain"}, ("tidak_ditemukan",)),
    ],
)
def test_refuses(store: Store, kunci: str, other: dict[str, object], keys: tuple[str, ...]) -> None:
    with refused(store, *keys):
        save(store, changed(shown(store), kunci, **other))


def test_of_two_at_once_the_slower_is_told(store: Store) -> None:
    isi = shown(store)
    outcomes = race(*(lambda n=n: save(store, changed(isi, "maks_desa", angka=n)) for n in (11, 12)))
    assert refusals(outcomes) == ["berubah"]


@pytest.mark.parametrize("who", [CAMAT, OPD_PUTR, DESA], ids=lambda who: who.peran)
def test_only_bappeda(store: Store, who: Orang) -> None:
    with refused(store, "bukan_wewenang"):
        save(store, changed(shown(store), "maks_desa", angka=16), who)
    with refused(store, "bukan_wewenang"):
        induk_aturan.aturan(store, who, TAHUN)
