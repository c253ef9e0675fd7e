"""An empty database made ready for real use."""

from collections.abc import Iterator

import pytest

from musrenbang import passwords, scoring
from musrenbang.actions import baca, masuk, siapkan
from musrenbang.model import Peran
from musrenbang.store.engine import Store
from musrenbang.store.opening import open_store
from tests.cast import BAPPEDA, NOW
from tests.conftest import Engine
from tests.witness import dump, logged, race, refused


@pytest.fixture
def store(engine: Engine) -> Iterator[Store]:
    opened = open_store(engine.empty())
    yield opened
    opened.close()


def test_holds_the_reference_data_and_a_waiting_meeting_for_each_kecamatan(store: Store) -> None:
    siapkan.siapkan(store, NOW)
    facts = baca.semua_rapat(store, BAPPEDA, 2027)
    assert len(facts) == 23
    assert sum(f.kemajuan.desa for f in facts) == 277
    assert {f.rapat.dibuka for f in facts} == {None}
    assert sum(f.kemajuan.masuk for f in facts) == 0
    refs = baca.rujukan(store, BAPPEDA, facts[0].rapat.id)
    assert (len(refs.opd), len(refs.prioritas)) == (31, 8)
    assert tuple(k.kunci for k in refs.bobot.kriteria) == scoring.KUNCI
    assert tuple(k.bobot for k in refs.bobot.kriteria) == scoring.BOBOT_CONTOH
    assert refs.bobot.nomor_penetapan is None


def test_one_account_of_bappeda_with_a_one_time_password(store: Store) -> None:
    kept: list[str] = []
    (entry,) = logged(store, lambda: kept.append(siapkan.siapkan(store, NOW)), masuk.RANTAI)
    assert (entry.tindakan, entry.objek) == ("tambah akun", "bappeda")
    rahasia = masuk.masuk(store, "bappeda", kept[0], "10.0.0.7", NOW)
    who = masuk.siapa(store, passwords.digest(rahasia), NOW)
    assert who is not None
    assert (who.peran, who.harus_ganti_sandi) == (Peran.BAPPEDA, True)
    assert kept[0] not in repr(dump(store))


def test_refused_when_there_is_data_already(store: Store) -> None:
    siapkan.siapkan(store, NOW)
    before = dump(store)
    with pytest.raises(siapkan.NotEmpty):
        siapkan.siapkan(store, NOW)
    assert dump(store) == before


def test_without_its_account_nothing_of_it_stays(store: Store) -> None:
    columns = "nama_pengguna, nama, peran, sandi, aktif, harus_ganti, versi"
    store.rows(f"insert into akun ({columns}) values ('bappeda', 'Lama', 'bappeda', 'x', false, false, 1)")
    with refused(store, "akun_sudah_ada"):
        siapkan.siapkan(store, NOW)


def test_two_at_once_fill_it_once(store: Store) -> None:
    outcomes = race(lambda: siapkan.siapkan(store, NOW), lambda: siapkan.siapkan(store, NOW))
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["NotEmpty", "str"]
    assert len(baca.semua_rapat(store, BAPPEDA, 2027)) == 23
