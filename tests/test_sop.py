"""The SOP's 35 rows, and what is derived from them."""

from dataclasses import replace

from musrenbang import sop
from musrenbang.actions import baca, penutupan
from musrenbang.model import Fakta
from musrenbang.sop import Mark
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import CAMAT, DESA, NOW, RAPAT
from tests.conftest import StoreAt

# key, number in the SOP (which repeats 3 and 15 and skips 9 and 18), planned minutes
ROWS = """
L01 1 20, L02 2 10, L03 3 2, L04 3 5, L05 4 5, L06 5 5, L07 6 180, L08 7 2, L09 8 2, L10 10 -, L11 11 10, L12 12 5,
L13 13 60, L14 14 5, L15 15 15, L16 15 -, L17 16 -, L18 17 3, L19 19 2, L20 20 3, L21 21 1, L22 22 -, L23 23 -,
L24 24 -, L25 25 20, L26 26 5, L27 27 1, L28 28 -, L29 29 -, L30 30 3, L31 31 2, L32 32 20, L33 33 30, L34 34 10,
L35 35 -
"""
PAPERS = {
    "L02": "surat-pemberitahuan", "L04": "daftar-hadir", "L06": "daftar-hadir", "L11": "usulan-masuk",
    "L12": "usulan-masuk", "L14": "usulan-terakomodir", "L15": "penjelasan-skoring", "L25": "hasil-skoring",
    "L26": "daftar-opd", "L30": "berita-acara", "L35": "pertinggal",
}  # fmt: skip


def facts(store: Store) -> Fakta:
    return baca.fakta(store, CAMAT, RAPAT)


def test_the_rows_stand_as_in_the_sop() -> None:
    written = [row.split() for row in ROWS.replace("\n", " ").split(",")]
    assert [[row.key, row.nomor, str(row.menit or "-")] for row in sop.SOP] == written
    assert [row.key for row in sop.SOP] == [f"L{n:02d}" for n in range(1, 36)]


def test_every_row_that_is_served_has_a_screen_that_exists() -> None:
    paths = [layar.path for layar in sop.LAYAR]
    assert len(set(paths)) == len(paths)
    for row in sop.SOP:
        assert row.layar in paths, row.key
        assert row.judul


def test_every_paper_of_this_release_hangs_on_its_row() -> None:
    assert {row.key: row.kertas for row in sop.SOP if row.kertas} == PAPERS


def test_the_screens_follow_the_stages() -> None:
    order = list(sop.Stage)
    places = [order.index(layar.stage) for layar in sop.LAYAR]
    assert places == sorted(places)


# stage of the meeting -> the screen where it goes on, and the screens that are done
WALK: list[tuple[cast.Stage, str, set[str]]] = [
    (cast.waiting, "pembukaan", set()),
    (cast.opened, "daftar-hadir", {"pembukaan"}),
    (cast.attended, "ambil-usulan", {"daftar-hadir"}),
    (cast.loaded, "verifikasi", {"ambil-usulan", "usulan-masuk"}),
    (cast.started, "verifikasi", set()),
    (cast.verified, "prioritas-opd", {"verifikasi"}),
    (cast.prioritised, "skoring", {"prioritas-opd"}),
    (cast.counting, "skoring", set()),
    (cast.scored, "hasil-skoring", {"skoring"}),
    (cast.sent, "berita-acara", {"hasil-skoring", "kirim", "usulan-kecamatan", "pertinggal"}),
]


def test_a_meeting_walks_from_screen_to_screen(store_at: StoreAt) -> None:
    done: set[str] = set()
    for stage, screen, newly_done in WALK:
        done |= newly_done
        f = facts(store_at(stage))
        marks = sop.marks(f)
        assert {path for path, mark in marks.items() if mark is Mark.SELESAI} == done, stage.__name__
        assert sop.next_screen(f) == screen, stage.__name__
        assert marks[screen] is Mark.SEDANG


def test_the_last_screen_is_the_archive(store_at: StoreAt) -> None:
    store = store_at(cast.sent)
    minutes = replace(facts(store).berita_acara, laki_laki=40, perempuan=35)
    penutupan.isi_berita_acara(store, CAMAT, RAPAT, minutes, NOW)
    f = facts(store)
    assert sop.next_screen(f) == "dokumen"
    complete = replace(f.kemajuan, pindaian_daftar_hadir=1, pindaian_berita_acara=1, foto=1)
    f = replace(f, kemajuan=complete)
    assert sop.next_screen(f) == "pertinggal"
    assert set(sop.marks(f).values()) == {Mark.SELESAI}


def test_adding_usulan_of_the_kecamatan_is_never_what_a_meeting_waits_for(store_at: StoreAt) -> None:
    assert sop.marks(facts(store_at(cast.scored)))["usulan-kecamatan"] is Mark.BELUM


def test_only_camat_and_bappeda_have_the_screens_of_a_meeting() -> None:
    assert {layar.path for layar in sop.LAYAR} <= sop.ALAMAT[CAMAT.peran]
    assert not sop.ALAMAT[DESA.peran] & {layar.path for layar in sop.LAYAR}


def test_a_screen_without_steps_is_never_done(store_at: StoreAt) -> None:
    f = facts(store_at(cast.sent))
    without = {layar.path for layar in sop.LAYAR if not sop.steps_of(layar.path)}
    assert without == {"impor-usulan", "penjelasan-skoring", "pemandu-sop"}
    for path in without:
        assert not sop.is_done(path, f)
        assert path not in sop.marks(f)
