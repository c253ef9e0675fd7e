"""What Bappeda's screen is told of kapsul, and the file that lies on the server while one is out."""

import os
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from musrenbang.actions import berkas, kapsul, kapsul_layar
from musrenbang.actions.periksa import periksa
from musrenbang.errors import ChangedMeanwhile
from musrenbang.intake import kapsul as wadah
from musrenbang.model import KapsulTercatat, KeadaanKapsul, Orang, Tahap
from musrenbang.store import kapsul as table
from musrenbang.store.engine import Store
from musrenbang.words import sentence
from tests import cast
from tests.away import PULANG, go_out, hand_over, laptop, take_in, whole_meeting
from tests.cast import BAHOROK, BAPPEDA, CAMAT, DESA, NOW, OPD_PUTR, ORANG_LAIN, RAPAT, RAPAT_STABAT, TAHUN
from tests.conftest import StoreAt
from tests.witness import dump, race, refusals, refused


def out(store: Store) -> UUID:
    away = table.away(store, RAPAT)
    assert away
    return away.id


def make(store: Store) -> str:
    return kapsul.buat(store, BAPPEDA, RAPAT, None, NOW)


def lying(store: Store) -> list[str]:
    """What is in the folder of kapsul, of any name."""
    folder = store.files.folder / "kapsul"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_it_lies_where_only_the_owner_of_the_server_may_look(store: Store) -> None:
    kode = make(store)
    path, name = kapsul_layar.berkas_kapsul(store, BAPPEDA, out(store))
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert (name, lying(store)) == ("bahorok-2027.kapsul", [path.name])
    with wadah.opened(path) as bungkus:
        assert (bungkus.kode, bungkus.tentang.kecamatan) == (kode, BAHOROK)
    assert periksa(store) == []


def test_tells_where_each_went_and_the_kode_of_its_file(store: Store) -> None:
    kode = make(store)
    assert kapsul_layar.daftar(store, BAPPEDA) == [
        KapsulTercatat(out(store), RAPAT, "Bahorok", TAHUN, KeadaanKapsul.KELUAR, NOW, "bappeda", kode)
    ]


def test_one_that_a_command_has_written_has_no_file_here(store: Store, tmp_path: Path) -> None:
    go_out(store, tmp_path)
    assert [(one.oleh, one.kode) for one in kapsul_layar.daftar(store, BAPPEDA)] == [("administrator", None)]
    with refused(store, "kapsul_tidak_di_server"):
        kapsul_layar.berkas_kapsul(store, BAPPEDA, out(store))


def test_the_latest_stands_first(store: Store) -> None:
    make(store)
    kapsul.batal(store, BAPPEDA, RAPAT, NOW + timedelta(hours=1))
    kapsul.buat(store, BAPPEDA, RAPAT, None, NOW + timedelta(hours=2))
    assert [one.keadaan for one in kapsul_layar.daftar(store, BAPPEDA)] == [
        KeadaanKapsul.KELUAR, KeadaanKapsul.DIBATALKAN,
    ]  # fmt: skip


def test_called_off_its_file_is_gone(store: Store) -> None:
    make(store)
    id_ = out(store)
    kapsul.batal(store, BAPPEDA, RAPAT, NOW)
    assert lying(store) == []
    with refused(store, "kapsul_tidak_di_server"):
        kapsul_layar.berkas_kapsul(store, BAPPEDA, id_)


def test_taken_in_its_file_is_gone(store: Store, tmp_path: Path) -> None:
    make(store)
    with laptop(store.files.kapsul(out(store))) as there:
        whole_meeting(there)
        back = hand_over(there, tmp_path / "kembali.kapsul")
    take_in(store, back)
    assert lying(store) == ["laptop.duckdb"]  # this test has put it there
    assert [(one.keadaan, one.waktu) for one in kapsul_layar.daftar(store, BAPPEDA)] == [
        (KeadaanKapsul.DITERIMA, PULANG)
    ]


def test_refused_nothing_is_left_in_the_folder(store_at: StoreAt) -> None:
    store = store_at(cast.sent)
    with refused(store, "kapsul_sudah_dikirim"):
        make(store)
    assert lying(store) == []


def test_two_at_once_make_one(store: Store) -> None:
    outcomes = race(partial(make, store), partial(make, store))
    assert refusals(outcomes) == ["dibawa_kapsul"]
    assert lying(store) == [f"{out(store)}.kapsul"]


def test_refused_where_no_folder_can_be(store: Store) -> None:
    store.files.folder.mkdir(parents=True, exist_ok=True)
    (store.files.folder / "kapsul").write_bytes(b"")
    with refused(store, "kapsul_gagal"):
        make(store)


def test_another_kapsul_than_the_one_that_was_seen_is_not_called_off(store: Store) -> None:
    make(store)
    seen = out(store)
    kapsul.batal(store, BAPPEDA, RAPAT, NOW, seen)
    make(store)
    before = dump(store)
    with pytest.raises(ChangedMeanwhile) as caught:
        kapsul.batal(store, BAPPEDA, RAPAT, NOW, seen)
    assert sentence(caught.value.issues[0]).startswith("Kapsul yang Anda lihat sudah diganti bappeda dengan")
    assert dump(store) == before
    kapsul.batal(store, BAPPEDA, RAPAT, NOW, out(store))


def test_offers_what_may_go(store_at: StoreAt) -> None:
    store = store_at(cast.started)
    offered = {one.id: one.tahap for one in kapsul_layar.dapat_dibawa(store, BAPPEDA)}
    assert (offered[RAPAT], offered[RAPAT_STABAT]) == (Tahap.BERLANGSUNG, Tahap.MENUNGGU)
    make(store)
    assert RAPAT not in {one.id for one in kapsul_layar.dapat_dibawa(store, BAPPEDA)}


def test_offers_nothing_that_is_sent(store_at: StoreAt) -> None:
    assert RAPAT not in {one.id for one in kapsul_layar.dapat_dibawa(store_at(cast.sent), BAPPEDA)}


@pytest.mark.parametrize("who", [CAMAT, DESA, OPD_PUTR, ORANG_LAIN])
def test_refused_for_everybody_but_bappeda(store: Store, who: Orang) -> None:
    make(store)
    id_ = out(store)
    for ask in (
        partial(kapsul_layar.daftar, store, who),
        partial(kapsul_layar.dapat_dibawa, store, who),
        partial(kapsul_layar.berkas_kapsul, store, who, id_),
        partial(kapsul_layar.siap_menerima, who),
    ):
        with refused(store, "bukan_wewenang"):
            ask()


def test_there_is_no_file_of_an_id_that_is_none(store: Store) -> None:
    make(store)
    stray = uuid4()
    store.files.kapsul(stray).write_bytes(b"bukan kapsul")
    with refused(store, "kapsul_tidak_di_server"):
        kapsul_layar.berkas_kapsul(store, BAPPEDA, stray)


def test_a_start_removes_what_is_not_out(store: Store) -> None:
    """A kill may have come between the row and the file."""
    make(store)
    half, gone = store.files.kapsul(uuid4()).with_suffix(".setengah-jadi"), store.files.kapsul(uuid4())
    for path in (half, gone):
        path.write_bytes(b"x")
        os.utime(path, (0, 0))
    assert set(berkas.sweep(store, NOW)) == {half.name, gone.name}
    assert lying(store) == [f"{out(store)}.kapsul"]


def test_a_laptop_knows_how_far_it_is(store: Store, tmp_path: Path) -> None:
    assert kapsul_layar.di_laptop(store, CAMAT, RAPAT) is None
    with laptop(go_out(store, tmp_path)) as there:
        assert kapsul_layar.di_laptop(there, CAMAT, RAPAT) is KeadaanKapsul.DI_SINI
        hand_over(there, tmp_path / "kembali.kapsul")
        assert kapsul_layar.di_laptop(there, CAMAT, RAPAT) is KeadaanKapsul.DISERAHKAN
    with refused(store, "bukan_wilayah"):
        kapsul_layar.di_laptop(store, ORANG_LAIN, RAPAT)
