"""The crest of the kabupaten: put in place, replaced, taken away, and printed by every paper from then on."""

import io
import json

import pytest
from PIL import Image

from musrenbang.actions import baca, lambang
from musrenbang.actions.periksa import periksa
from musrenbang.model import KABUPATEN, JenisBerkas
from musrenbang.store import berkas
from musrenbang.store.engine import Store
from tests import cast
from tests.cast import BAPPEDA, CAMAT, DESA, NOW, OPD_PUTR, RAPAT
from tests.conftest import StoreAt
from tests.witness import assert_row, logged, race, refused


def picture(colour: str = "red", size: tuple[int, int] = (60, 80)) -> bytes:
    made = io.BytesIO()
    Image.new("RGBA", size, colour).save(made, "PNG")
    return made.getvalue()


def colour_of(png: bytes | None) -> object:
    assert png
    return Image.open(io.BytesIO(png)).convert("RGB").getpixel((5, 5))


def test_the_crest_is_what_papers_are_given(store: Store) -> None:
    assert baca.bahan_cetak(store, CAMAT, RAPAT, NOW).lambang is None
    lambang.ganti(store, BAPPEDA, picture(), "lambang langkat.png", NOW)
    given = baca.bahan_cetak(store, CAMAT, RAPAT, NOW).lambang
    assert given == lambang.sekarang(store)
    assert colour_of(given) == (255, 0, 0)
    assert periksa(store) == []


def test_a_new_crest_retires_the_old_one_and_keeps_it(store: Store) -> None:
    lambang.ganti(store, BAPPEDA, picture("red"), "lama.png", NOW)
    first = lambang.tanda(store)
    lambang.ganti(store, BAPPEDA, picture("blue"), "baru.png", NOW)
    assert colour_of(lambang.sekarang(store)) == (0, 0, 255)
    assert lambang.tanda(store) != first
    kept = {b.nama: b for b in berkas.of_owner(store, KABUPATEN)}
    assert {b.jenis for b in kept.values()} == {JenisBerkas.LAMBANG}
    assert (kept["lama.png"].diganti, kept["baru.png"].diganti) == (NOW, None)
    assert colour_of(store.files.read(kept["lama.png"].id)) == (255, 0, 0)


def test_each_change_is_in_the_trail_of_master_data(store: Store) -> None:
    def change() -> None:
        lambang.ganti(store, BAPPEDA, picture("red"), "lama.png", NOW)
        lambang.ganti(store, BAPPEDA, picture("blue"), "baru.png", NOW)
        lambang.lepas(store, BAPPEDA, NOW)

    first, second, third = logged(store, change, lambang.RANTAI)
    assert_row(first, "bappeda", "ganti lambang", "lambang")
    assert json.loads(first.sebelum) is None
    assert json.loads(second.sebelum)["nama"] == "lama.png"
    assert json.loads(second.sesudah)["nama"] == "baru.png"
    assert_row(third, "bappeda", "lepas lambang", "lambang")
    assert json.loads(third.sebelum)["nama"] == "baru.png"
    assert periksa(store) == []


def test_taken_away_papers_have_none(store: Store) -> None:
    lambang.ganti(store, BAPPEDA, picture(), "lambang.png", NOW)
    lambang.lepas(store, BAPPEDA, NOW)
    assert baca.bahan_cetak(store, CAMAT, RAPAT, NOW).lambang is None
    with refused(store, "tanpa_lambang"):
        lambang.lepas(store, BAPPEDA, NOW)


@pytest.mark.parametrize("who", [CAMAT, OPD_PUTR, DESA], ids=lambda who: who.peran)
def test_only_bappeda_changes_it(store: Store, who: cast.Orang) -> None:
    with refused(store, "bukan_wewenang"):
        lambang.ganti(store, who, picture(), "lambang.png", NOW)
    with refused(store, "bukan_wewenang"):
        lambang.lepas(store, who, NOW)
    assert list(store.files.names()) == []


def test_what_is_no_picture_is_refused_and_leaves_no_file(store: Store) -> None:
    with refused(store, "lambang_bukan"):
        lambang.ganti(store, BAPPEDA, b"%PDF-1.7 bukan gambar", "lambang.png", NOW)
    assert list(store.files.folder.iterdir()) == []


def test_of_two_at_once_one_is_in_force(store: Store) -> None:
    outcomes = race(
        lambda: lambang.ganti(store, BAPPEDA, picture("red"), "merah.png", NOW),
        lambda: lambang.ganti(store, BAPPEDA, picture("blue"), "biru.png", NOW),
    )
    assert outcomes == [None, None]
    assert [b.diganti for b in berkas.of_owner(store, KABUPATEN)].count(None) == 1
    assert periksa(store) == []


def test_a_paper_without_the_lost_file_is_still_a_paper(store_at: StoreAt) -> None:
    store = store_at(cast.loaded)
    lambang.ganti(store, BAPPEDA, picture(), "lambang.png", NOW)
    found = lambang.berlaku(store)
    assert found
    store.files.path(found.id).unlink()
    assert baca.bahan_cetak(store, CAMAT, RAPAT, NOW).lambang is None
