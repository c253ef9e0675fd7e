"""Uploaded photos and the crest: drawn anew, upright, with nothing behind them; the broken ones refused."""

from pathlib import Path

import pytest
from PIL import Image

from musrenbang.errors import Refused
from musrenbang.intake import photo
from musrenbang.words import sentence
from tests.intake import refusal
from tests.intake.corpus_pictures import BEHIND, CRESTS, GOOD, PICTURES, held, picture, saved

RED, BLUE, WHITE = (254, 0, 0), (0, 0, 254), (255, 255, 255)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "unggahan"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "hasil"


def near(found: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) <= 40 for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize("name", PICTURES)
def test_a_hostile_photo_gets_one_sentence_and_leaves_nothing(name: str, path: Path, out: Path) -> None:
    made, key = PICTURES[name]
    path.write_bytes(made())
    out.write_bytes(b"what a child left that was ended while it wrote")
    most = refusal.limit()
    assert refusal.key_of(lambda: photo.normalise(path, out)) == key
    assert not out.exists()
    assert refusal.memory() <= most


@pytest.mark.parametrize("name", CRESTS)
def test_a_hostile_crest_gets_one_sentence_and_leaves_nothing(name: str, path: Path, out: Path) -> None:
    made, key = CRESTS[name]
    path.write_bytes(made())
    assert refusal.key_of(lambda: photo.crest(path, out)) == key
    assert not out.exists()


@pytest.mark.parametrize("name", GOOD)
def test_a_good_photo_is_drawn_anew(name: str, path: Path, out: Path) -> None:
    path.write_bytes(GOOD[name]())
    assert photo.normalise(path, out) == (40, 30)
    data = out.read_bytes()
    assert not [trace for trace in (b"Exif", b"ICC_PROFILE", b"PK\3\4", b"<?php", b"rahasia") if trace in data]
    with Image.open(out) as made:
        assert (made.format, made.mode, made.size) == ("JPEG", "RGB", (40, 30))
        assert dict(made.getexif()) == {}


@pytest.mark.parametrize("name", sorted(set(GOOD) - {"grey jpeg", "png with 16 bits", "png of 1 bit"}))
def test_colours_stay(name: str, path: Path, out: Path) -> None:
    path.write_bytes(GOOD[name]())
    photo.normalise(path, out)
    with Image.open(out) as made:
        assert near(made.getpixel((5, 15)), RED)
        assert near(made.getpixel((35, 15)), BLUE)


def test_16_bits_of_grey_keep_their_shades(path: Path, out: Path) -> None:
    row = b"".join(value.to_bytes(2, "little") * 30 for value in (0, 32_768, 65_535))
    shades = Image.frombytes("I;16", (90, 30), row * 30)
    path.write_bytes(saved(shades, "PNG"))
    photo.normalise(path, out)
    with Image.open(out) as made:
        assert all(near(made.getpixel((x, 15)), (v, v, v)) for x, v in ((15, 0), (45, 128), (75, 255)))


@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [
        (1, (40, 30), (5, 15)), (2, (40, 30), (35, 15)), (3, (40, 30), (35, 15)), (4, (40, 30), (5, 15)),
        (5, (30, 40), (15, 5)), (6, (30, 40), (15, 5)), (7, (30, 40), (15, 35)), (8, (30, 40), (15, 35)),
    ],
)  # fmt: skip
def test_a_photo_is_turned_upright(
    orientation: int, size: tuple[int, int], red: tuple[int, int], path: Path, out: Path
) -> None:
    path.write_bytes(held(orientation))
    assert photo.normalise(path, out) == size
    with Image.open(out) as made:
        assert near(made.getpixel(red), RED)


def test_a_large_photo_becomes_smaller_and_keeps_its_shape(path: Path, out: Path) -> None:
    path.write_bytes(saved(picture(size=(4000, 3000))))
    assert photo.normalise(path, out) == (2560, 1920)


def test_40_million_pixels_are_read_within_the_limits(path: Path, out: Path) -> None:
    path.write_bytes(saved(Image.new("RGBA", (8000, 5000), (255, 0, 0, 128)), "PNG", compress_level=1))
    most = refusal.limit()
    assert photo.normalise(path, out) == (2560, 1600)
    assert refusal.memory() <= most


def test_a_transparent_photo_lies_on_white(path: Path, out: Path) -> None:
    path.write_bytes(saved(Image.new("RGBA", (40, 30)), "PNG"))
    photo.normalise(path, out)
    with Image.open(out) as made:
        assert near(made.getpixel((5, 5)), WHITE)


def test_a_crest_stays_transparent_and_becomes_small(path: Path, out: Path) -> None:
    crest = Image.new("RGBA", (900, 1200))
    crest.paste("red", (0, 0, 450, 1200))
    path.write_bytes(saved(crest, "PNG") + BEHIND)
    assert photo.crest(path, out) == (450, 600)
    with Image.open(out) as made:
        assert (made.format, made.mode) == ("PNG", "RGBA")
        assert made.getpixel((100, 300)) == (255, 0, 0, 255)
        assert made.getpixel((400, 300)) == (0, 0, 0, 0)
    assert BEHIND not in out.read_bytes()


def test_a_jpeg_may_be_the_crest(path: Path, out: Path) -> None:
    path.write_bytes(held(6))
    assert photo.crest(path, out) == (30, 40)
    with Image.open(out) as made:
        assert (made.format, set(made.info)) == ("PNG", set())


def test_a_photo_over_20_mb_is_weighed_and_not_read(path: Path, out: Path) -> None:
    with path.open("wb") as file:
        file.truncate((20 << 20) + 1)
    assert refusal.key_of(lambda: photo.normalise(path, out)) == "foto_terlalu_besar"


def test_heic_says_how_the_phone_is_set(path: Path, out: Path) -> None:
    path.write_bytes(PICTURES["heic"][0]())
    with pytest.raises(Refused) as refused:
        photo.normalise(path, out)
    assert "Pengaturan > Kamera > Format > Paling kompatibel" in sentence(refused.value.issues[0])
