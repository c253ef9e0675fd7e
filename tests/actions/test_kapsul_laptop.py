"""A kapsul becomes a database that the application runs on, and what became of the meeting is handed back."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from musrenbang.actions import baca, kapsul, kapsul_laptop, lambang, lampiran, masuk, persiapan
from musrenbang.actions.periksa import periksa
from musrenbang.actions.siapkan import NotEmpty
from musrenbang.errors import Refused
from musrenbang.intake.kapsul import opened
from musrenbang.model import ADMIN, JenisBerkas
from musrenbang.store import berkas, moving
from musrenbang.store.engine import Store
from musrenbang.store.opening import open_store
from tests import cast
from tests.actions.test_ganti_lambang import colour_of, picture
from tests.away import go_out, hand_over, laptop, upload
from tests.cast import BAPPEDA, CAMAT, DESA, JALAN, NOW, RAPAT, SANDI, TAHUN
from tests.conftest import StoreAt
from tests.scans import paper
from tests.witness import assert_row, content, logged, race, refused

LATER = NOW + timedelta(hours=3)


@pytest.fixture
def file(store: Store, tmp_path: Path) -> Path:
    return go_out(store, tmp_path)


@pytest.fixture
def there(file: Path) -> Iterator[Store]:
    with laptop(file) as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    store = open_store(str(tmp_path / "kosong.duckdb"))
    yield store
    store.close()


def test_the_meeting_stands_there_as_it_stood_here(store: Store, there: Store) -> None:
    assert baca.fakta(there, CAMAT, RAPAT).kemajuan == baca.fakta(store, CAMAT, RAPAT).kemajuan
    assert baca.jejak(there, CAMAT, RAPAT) == baca.jejak(store, CAMAT, RAPAT)
    assert baca.rujukan(there, CAMAT, RAPAT) == baca.rujukan(store, CAMAT, RAPAT)
    assert cast.own(there) == cast.own(store)
    assert baca.tahun_berjalan(there) == TAHUN
    assert periksa(there) == []


def test_its_own_people_log_in_with_their_passwords(there: Store) -> None:
    assert {name for (name,) in there.rows("select nama_pengguna from akun")} == {
        CAMAT.nama_pengguna, cast.SEKCAM.nama_pengguna, DESA.nama_pengguna,
    }  # fmt: skip
    assert masuk.masuk(there, CAMAT.nama_pengguna, SANDI, "127.0.0.1", NOW)
    for stranger in (BAPPEDA, cast.ORANG_LAIN, cast.OPD_PUTR):
        with pytest.raises(Refused, match="masuk_gagal"):
            masuk.masuk(there, stranger.nama_pengguna, SANDI, "127.0.0.1", NOW)


def test_a_one_time_password_ends_there_when_it_ends_here(store: Store, tmp_path: Path) -> None:
    sekali = cast.reset(store, CAMAT)
    with laptop(go_out(store, tmp_path)) as there:
        assert masuk.masuk(there, CAMAT.nama_pengguna, sekali, "10.0.0.7", NOW + timedelta(days=29))
        with refused(there, "sandi_kedaluwarsa"):
            masuk.masuk(there, CAMAT.nama_pengguna, sekali, "10.0.0.7", NOW + timedelta(days=30))


def test_nothing_of_another_kecamatan_goes_along(there: Store) -> None:
    assert [row for rows in content(there).values() for row in rows if cast.STABAT in repr(row)] == []


def test_documents_and_the_crest_go_along(store: Store, tmp_path: Path) -> None:
    persiapan.buka(store, CAMAT, RAPAT, "", NOW)
    lambang.ganti(store, BAPPEDA, picture("red"), "lama.png", NOW)
    lambang.ganti(store, BAPPEDA, picture("blue"), "baru.png", NOW)
    upload(store, JenisBerkas.DAFTAR_HADIR, paper(1), "hadir.pdf")
    lampiran.lampirkan(store, DESA, RAPAT, JALAN.id, JenisBerkas.DOKUMEN_USULAN, "jalan.pdf", paper(2), NOW)
    with laptop(go_out(store, tmp_path)) as there:
        assert colour_of(lambang.sekarang(there)) == (0, 0, 255)
        names = {found.nama: there.files.read(id_) for id_ in berkas.ids(there) if (found := berkas.find(there, id_))}
        assert names.keys() == {"baru.png", "hadir.pdf", "jalan.pdf"}
        assert (names["hadir.pdf"], names["jalan.pdf"]) == (paper(1), paper(2))
        assert periksa(there) == []


def test_earlier_years_go_along_without_their_documents(store_at: StoreAt, tmp_path: Path) -> None:
    """An usulan may name one of last year as its pendahulu."""
    store = store_at(cast.waiting)
    store.rows("insert into tahun (tahun) values (2026)")
    store.rows("update usulan set tahun = 2026, kode = '2026-x' where id = $1", cast.LAPANGAN.id)
    store.rows("update usulan set pendahulu = $1 where id = $2", cast.LAPANGAN.id, JALAN.id)
    with laptop(go_out(store, tmp_path)) as there:
        assert there.rows("select kode from usulan where id = $1", cast.LAPANGAN.id) == [("2026-x",)]
        assert not [fault for fault in periksa(there) if "pendahulu" in fault]


def assert_refused(store: Store, file: Path, key: str, now: datetime = NOW) -> None:
    """And nothing is left behind."""
    with refused(store, key):
        kapsul_laptop.buka(store, ADMIN, file, now)
    assert moving.is_empty(store)
    assert list(store.files.folder.iterdir() if store.files.folder.exists() else []) == []


def test_refused_when_the_clock_of_the_laptop_is_behind(file: Path, empty: Store) -> None:
    assert_refused(empty, file, "kapsul_jam_laptop", NOW - timedelta(minutes=1))


def test_refused_for_what_is_no_kapsul(empty: Store, tmp_path: Path) -> None:
    for content_ in (b"", b"PK", paper()):
        (tmp_path / "lain").write_bytes(content_)
        assert_refused(empty, tmp_path / "lain", "kapsul_bukan")


def test_refused_for_a_result_and_for_a_database_that_is_none(file: Path, empty: Store, tmp_path: Path) -> None:
    with laptop(file) as there:
        back = hand_over(there, tmp_path / "kembali")
    assert_refused(empty, back, "kapsul_kembali")
    with refused(empty, "kapsul_bukan_laptop"):
        kapsul_laptop.serahkan(empty, ADMIN, tmp_path / "x", NOW)
    assert not (tmp_path / "x").exists()


def test_what_holds_anything_is_not_touched(store: Store, file: Path, there: Store) -> None:
    for full in (store, there):
        before = content(full)
        with pytest.raises(NotEmpty):
            kapsul_laptop.buka(full, ADMIN, file, NOW)
        assert content(full) == before


def test_documents_of_somebody_else_are_not_mixed_with(file: Path, empty: Store) -> None:
    empty.files.folder.mkdir()
    (empty.files.folder / "lain").write_bytes(b"lain")
    with refused(empty, "dokumen_sudah_ada"):
        kapsul_laptop.buka(empty, ADMIN, file, NOW)
    assert list(empty.files.names()) == ["lain"]


def test_refused_by_another_version_of_the_application(store: Store, file: Path, empty: Store, tmp_path: Path) -> None:
    empty.rows("insert into skema (nomor, berkas) values (9999, 'depan')")
    assert_refused(empty, file, "kapsul_versi_lama")
    kapsul.batal(store, ADMIN, RAPAT, NOW)
    store.rows("insert into skema (nomor, berkas) values (9999, 'depan')")
    newer = go_out(store, tmp_path, "baru.kapsul")
    store.rows("delete from skema where nomor = 9999")
    empty.rows("delete from skema where nomor = 9999")
    assert_refused(empty, newer, "kapsul_versi_baru")


# handing over --------------------------------------------------------------------------------------------------------


def test_handed_over_it_is_locked_there(there: Store, tmp_path: Path) -> None:
    (row,) = logged(there, partial(hand_over, there, tmp_path / "kembali", LATER))
    assert_row(row, "administrator", "kapsul diserahkan", "rapat", LATER)
    with refused(there, "dibawa_kapsul"):
        persiapan.buka(there, CAMAT, RAPAT, "", LATER)
    assert periksa(there) == []


def test_handed_over_again_it_is_the_same(there: Store, tmp_path: Path) -> None:
    first = hand_over(there, tmp_path / "satu", LATER)
    assert logged(there, partial(hand_over, there, tmp_path / "dua", LATER + timedelta(days=1))) == []
    assert first.read_bytes() == (tmp_path / "dua").read_bytes()


def test_two_at_once_hand_the_same_over(there: Store, tmp_path: Path) -> None:
    files = [tmp_path / "satu", tmp_path / "dua"]
    assert race(*(partial(hand_over, there, file) for file in files)) == files
    assert files[0].read_bytes() == files[1].read_bytes()
    assert [row.tindakan for row in baca.jejak(there, CAMAT, RAPAT)].count("kapsul diserahkan") == 1


def test_passwords_stay_on_the_laptop_and_the_secret_of_the_seal_too(there: Store, tmp_path: Path) -> None:
    with opened(hand_over(there, tmp_path / "kembali")) as back:
        assert back.tentang.kunci == ""
        assert back.is_sealed_with(there.rows("select kunci from kapsul")[0][0])
        assert not {"akun", "kapsul", "sesi"} & back.isi().baris.keys()


def test_where_a_file_is_none_is_written(there: Store, tmp_path: Path) -> None:
    (tmp_path / "ada").write_bytes(b"ada")
    with refused(there, "kapsul_berkas_ada"):
        hand_over(there, tmp_path / "ada")


def test_a_kapsul_of_a_kapsul_is_not_made(there: Store, tmp_path: Path) -> None:
    with refused(there, "kapsul_dari_laptop"):
        go_out(there, tmp_path, "lagi")
