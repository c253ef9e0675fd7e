"""A scan made of photos: one page each, nothing drawn anew that need not be."""

import io

from PIL import Image
from pypdf import PdfReader

from musrenbang.model import Kertas
from reports.pindaian import Halaman, drawn, gabungan
from tests.cast import NOW
from tests.scans import picture


def test_each_photo_is_a_page_as_wide_as_it_lies() -> None:
    photos = [picture(300, 400), picture(400, 300, "red")]
    made = gabungan([Halaman(p) for p in photos], "Pindaian", NOW)
    reader = PdfReader(io.BytesIO(made))
    sizes = [
        (round(float(p.mediabox.width) * 25.4 / 72), round(float(p.mediabox.height) * 25.4 / 72)) for p in reader.pages
    ]
    assert sizes == [(215, 330), (330, 215)]
    assert all(photo in made for photo in photos)
    assert reader.metadata
    assert reader.metadata.title == "Pindaian"
    assert b"/Lang (id-ID)" in made


def test_the_same_photos_give_the_same_bytes_on_either_sheet() -> None:
    pages = [Halaman(picture())]
    assert gabungan(pages, "a", NOW, Kertas.A4) == gabungan(pages, "a", NOW, Kertas.A4) != gabungan(pages, "a", NOW)


def test_turning_goes_to_the_right_and_cutting_follows_it() -> None:
    with Image.new("RGB", (100, 50), "white") as photo:
        photo.paste("red", (0, 0, 20, 50))  # the left fifth
        out = io.BytesIO()
        photo.save(out, "JPEG", quality=95)
    page = Image.open(io.BytesIO(drawn(Halaman(out.getvalue(), putar=1))))
    assert page.size == (50, 100)
    assert page.getpixel((25, 5))[0] > 200 > page.getpixel((25, 5))[1]
    cut = Image.open(io.BytesIO(drawn(Halaman(out.getvalue(), 1, (0, 30, 10, 0)))))
    assert cut.size == (45, 70)
    assert cut.getpixel((20, 2))[1] > 200
