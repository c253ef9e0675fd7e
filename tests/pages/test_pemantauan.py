"""What Pemantauan says of a meeting: what is missing and where it is mended, and how late it is."""

from dataclasses import replace

import pytest

from musrenbang.actions import baca
from pages.bappeda.pemantauan import late_words, missing
from tests import cast
from tests.cast import BAPPEDA, RAPAT
from tests.conftest import StoreAt


@pytest.mark.parametrize(
    ("stage", "path"),
    [
        (cast.waiting, "pembukaan"), (cast.attended, "ambil-usulan"), (cast.loaded, "verifikasi"),
        (cast.started, "verifikasi"), (cast.counting, "skoring"), (cast.scored, "kirim"), (cast.sent, "berita-acara"),
    ],
)  # fmt: skip
def test_the_first_thing_missing_leads_to_its_screen(store_at: StoreAt, stage: cast.Stage, path: str) -> None:
    assert missing(baca.fakta(store_at(stage), BAPPEDA, RAPAT))[0][1] == path


def test_after_kirim_the_scans_are_missing_until_they_are_there(store_at: StoreAt) -> None:
    f = baca.fakta(store_at(cast.sent), BAPPEDA, RAPAT)
    assert [words for words, path in missing(f) if path == "dokumen"] == [
        "Pindaian Daftar Hadir belum diunggah.", "Pindaian Berita Acara belum diunggah.", "Foto belum diunggah.",
    ]  # fmt: skip
    whole = replace(f.kemajuan, pindaian_daftar_hadir=1, pindaian_berita_acara=1, foto=1)
    there = replace(f, kemajuan=whole, berita_acara=replace(f.berita_acara, laki_laki=20, perempuan=12))
    assert missing(there) == []


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (None, "–"), (-5, "dalam rencana"), (0, "dalam rencana"), (20, "terlambat 20 menit"),
        (125, "terlambat 2 jam 5 menit"), (1440, "terlambat 1 hari"), (3 * 1440 + 61, "terlambat 3 hari 1 jam"),
    ],
)  # fmt: skip
def test_lateness_in_words(minutes: int | None, words: str) -> None:
    assert late_words(minutes) == words
