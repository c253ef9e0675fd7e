"""Uploaded videos: only a whole film of its own; no frame of it is decoded, no other file is opened."""

import contextlib
from pathlib import Path

import pytest

from musrenbang.errors import Refused
from musrenbang.intake import video
from tests.intake import refusal
from tests.intake.corpus_videos import GOOD, VIDEOS, mp4


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "unggahan"


@pytest.mark.parametrize("name", VIDEOS)
def test_a_hostile_video_gets_one_sentence(name: str, path: Path) -> None:
    made, key = VIDEOS[name]
    path.write_bytes(made())
    most = refusal.limit()
    assert refusal.key_of(lambda: video.check(path)) == key
    assert refusal.memory() <= most


@pytest.mark.parametrize("name", GOOD)
def test_a_good_video_has_its_type(name: str, path: Path) -> None:
    made, kind = GOOD[name]
    path.write_bytes(made())
    assert video.check(path) == kind


def test_a_video_that_is_cut_anywhere_is_refused(path: Path) -> None:
    whole = mp4()
    for end in range(1, 700):
        path.write_bytes(whole[:end])
        assert refusal.key_of(lambda: video.check(path)) in {"video_bukan", "video_rusak"}


def test_a_video_with_any_wrong_byte_is_refused_or_a_video(path: Path) -> None:
    whole = mp4()
    for place in range(700):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        with contextlib.suppress(Refused):
            assert video.check(path) == "video/mp4"


def test_a_video_of_200_mb_is_read_by_its_boxes_only(path: Path) -> None:
    film = mp4().partition(b"\0\0\x13\x90mdat")[0]
    size = (200 << 20) - len(film)
    with path.open("wb") as file:
        file.write(film + size.to_bytes(4, "big") + b"mdat")
        file.truncate(200 << 20)
    before = refusal.memory()
    assert video.check(path) == "video/mp4"
    assert refusal.memory() - before < 20 * 1024
    with path.open("ab") as file:
        file.write(b"x")
    assert refusal.key_of(lambda: video.check(path)) == "video_terlalu_besar"
