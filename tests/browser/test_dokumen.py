"""L33, L34 at a real browser: scans, photos of pages, photos, a replacement, a refusal."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Sit
from tests.browser.hall import Operator
from tests.intake.corpus_videos import mp4
from tests.scans import paper, picture

pytestmark = pytest.mark.browser


def upload(operator: Operator, part: str, *files: Path) -> None:
    operator.page.locator(f".st-key-bagian_{part} .unggah input").set_input_files([str(file) for file in files])


def written(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def test_the_camat_uploads_replaces_and_joins(sit: Sit, tmp_path: Path) -> None:
    operator = sit("camat.tanjungpura")
    operator.open("dokumen")
    operator.sees("Pindaian Daftar Hadir yang sudah ditandatangani belum diunggah.")
    upload(operator, "daftar_hadir", written(tmp_path, "salah.pdf", b"bukan"))
    operator.sees("salah.pdf: Berkas ini bukan PDF.")
    upload(operator, "daftar_hadir", written(tmp_path, "hadir.pdf", paper(3)))
    operator.sees("3 halaman")
    upload(operator, "daftar_hadir", written(tmp_path, "hadir2.pdf", paper(5)))
    operator.sees("Yang diganti atau dikeluarkan (1)")
    photos = [written(tmp_path, f"{colour}.jpg", picture(colour=colour)) for colour in ("red", "blue")]
    upload(operator, "foto", *photos)
    operator.sees("2 dari paling banyak 20")
    operator.press("Gabungkan foto halaman menjadi PDF")
    operator.page.locator(".st-key-pindaian input[type=file]").set_input_files([str(photo) for photo in photos])
    operator.sees("Halaman 2 dari 2")
    operator.press("Gabungkan menjadi PDF")
    operator.sees("Pindaian Daftar Hadir dengan 2 halaman sudah disimpan.")
    assert operator.faults() == []
    serious = [
        v["id"] for v in Axe().run(operator.page).response["violations"] if v["impact"] in ("serious", "critical")
    ]
    assert serious == []


def test_a_video_is_given_in_pieces_and_a_playlist_is_refused(sit: Sit, tmp_path: Path) -> None:
    operator = sit("camat.hinai")
    operator.open("dokumen")
    upload(operator, "video", written(tmp_path, "daftar.mp4", b"#EXTM3U\nfile:///etc/passwd\n"))
    operator.sees("daftar.mp4: Berkas ini bukan video MP4 atau MOV.")
    upload(operator, "video", written(tmp_path, "rapat.mp4", mp4()))
    operator.sees("1 dari paling banyak 3")
    source = operator.page.locator("video").get_attribute("src")
    piece = operator.page.request.get(f"{operator.address}{source}", headers={"Range": "bytes=4-7"})
    assert (piece.status, piece.body(), piece.headers["content-type"]) == (206, b"ftyp", "video/mp4")
    operator.press("Keluarkan")
    operator.sees("0 dari paling banyak 3")
    operator.sees("Yang diganti atau dikeluarkan (1)")


def test_the_berita_acara_names_the_sending_that_was_seen(sit: Sit, tmp_path: Path) -> None:
    operator = sit("camat.binjai")
    operator.open("dokumen")
    upload(operator, "berita_acara", written(tmp_path, "acara.pdf", paper(7)))
    operator.sees("7 halaman")


def test_the_berita_acara_waits_and_bappeda_only_reads(sit: Sit) -> None:
    operator = sit("camat.wampu")
    operator.open("dokumen")
    expect(operator.page.locator(".st-key-bagian_berita_acara .unggah")).to_have_count(0)
    operator.sees("Pindaian Berita Acara baru dapat diunggah setelah usulan dikirim ke OPD.")
    other = sit("bappeda")
    other.open("dokumen")
    expect(other.page.locator(".unggah")).to_have_count(0)
