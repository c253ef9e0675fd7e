"""The pages of every paper, on both sheets, however many rows and whatever texts there are."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader

from musrenbang.model import BahanCetak, Kertas, UsulanMasuk
from reports import PAPERS
from reports.layout import SHEETS
from tests.reports.bahan import BERITA_ACARA, DAFTAR_HADIR, KOSONG, bahan, left_out, prioritas
from tests.reports.reading import read, read_pages

every_paper = pytest.mark.parametrize("name", PAPERS)
LISTS = ("usulan-masuk", "usulan-terakomodir", "usulan-cadangan", "hasil-skoring", "pertinggal")
LONG = ("Pembangunan jembatan gantung penghubung antardusun " * 6)[:300].strip()
HOSTILE = "{nb} **tebal** \u202ekanan\u202c \U0001f600 a\x00b\ud800 <b>x</b> %s " + "W" * 90
KODE = re.compile(r"BHR-2027-[0-9]{5}")


def rows(count: int) -> tuple[UsulanMasuk, ...]:
    """Half prioritas, half cadangan, so that every list has something to show."""
    made = prioritas(count)
    return tuple(
        replace(u, prioritas=None, alasan_cadangan="Lahan belum siap") if n % 2 else u for n, u in enumerate(made)
    )


def long_names() -> BahanCetak:
    return bahan(
        [replace(u, isi=replace(u.isi, nama=LONG, lokasi=LONG)) for u in rows(12)],
        daftar_hadir=replace(DAFTAR_HADIR, nama_camat=LONG, tempat=LONG, alamat=LONG),
        berita_acara=replace(BERITA_ACARA, pimpinan=LONG, nama_bappeda=LONG, sambutan=(LONG,) * 5),
    )


def hostile() -> BahanCetak:
    return bahan(
        [replace(u, isi=replace(u.isi, nama=HOSTILE, lokasi=HOSTILE, permasalahan=HOSTILE)) for u in rows(6)],
        daftar_hadir=replace(DAFTAR_HADIR, nama_camat=HOSTILE, tempat=HOSTILE),
    )


MATERIAL: dict[str, Callable[[], BahanCetak]] = {
    "0": lambda: bahan(),
    "1": lambda: bahan(rows(1)),
    "12": lambda: bahan(rows(12)),
    "500": lambda: bahan(rows(500)),
    "panjang": long_names,
    "kosong": lambda: bahan(rows(3), **KOSONG),
    "jahat": hostile,
}


@cache
def crest() -> bytes:
    file = BytesIO()
    Image.new("RGBA", (60, 80), (20, 90, 50, 128)).save(file, "PNG")
    return file.getvalue()


@cache
def made(name: str, which: str, kertas: Kertas) -> bytes:
    return PAPERS[name](replace(MATERIAL[which](), kertas=kertas, lambang=crest()))


def places(pdf: bytes) -> Iterator[tuple[float, float, float, float]]:
    """x, y and the size of the page in points, for every text that is drawn."""
    for page in PdfReader(BytesIO(pdf)).pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        found: list[tuple[float, float]] = []

        def note(text: str, _: object, at: list[float], *__: object, found: list[tuple[float, float]] = found) -> None:
            if text.strip():
                found.append((at[4], at[5]))

        page.extract_text(visitor_text=note)
        yield from ((x, y, width, height) for x, y in found)


@every_paper
@pytest.mark.parametrize("kertas", Kertas)
@pytest.mark.parametrize("which", MATERIAL)
def test_pages_are_counted_and_hold_what_is_printed(name: str, which: str, kertas: Kertas) -> None:
    pdf = made(name, which, kertas)
    pages = PdfReader(BytesIO(pdf)).pages
    size = {round(side * 72 / 25.4) for side in SHEETS[kertas]}
    assert all({round(float(side)) for side in page.mediabox[2:]} == size for page in pages)
    counted = [(int(x), int(y)) for x, y in re.findall(r"Halaman ([0-9]+) dari ([0-9]+)", read(pdf))]
    assert len(counted) == len(pages)
    if name != "daftar-opd":
        assert counted == [(n, len(pages)) for n in range(1, len(pages) + 1)]
    assert not any("None" in page for page in read_pages(pdf))


@every_paper
@pytest.mark.parametrize("which", ["12", "panjang", "jahat"])
def test_no_text_begins_outside_the_margins(name: str, which: str) -> None:
    for x, y, width, height in places(made(name, which, Kertas.A4)):
        assert 40 <= x <= width - 40
        assert 25 <= y <= height - 40


@pytest.mark.parametrize("kertas", Kertas)
def test_500_rows_stand_once_in_order_below_a_head_on_every_page(kertas: Kertas) -> None:
    pages = read_pages(made("usulan-terakomodir", "500", kertas))
    assert len(KODE.findall(" ".join(pages))) == 500
    assert all("No Kode Usulan Permasalahan" in page for page in pages)
    left = read(made("usulan-cadangan", "500", kertas))
    assert KODE.findall(left) == [u.kode for u in rows(500) if not u.utama]
    ranked = read(made("hasil-skoring", "500", kertas))
    expected = sorted((u for u in rows(500) if u.utama), key=lambda u: u.peringkat or 0)
    assert KODE.findall(ranked) == [u.kode for u in expected]


@pytest.mark.parametrize(
    "name", ["usulan-masuk", "usulan-terakomodir", "usulan-cadangan", "hasil-skoring", "pertinggal"]
)
@pytest.mark.parametrize("count", range(2, 40, 5))
def test_the_signature_stands_with_rows(name: str, count: int) -> None:
    last = read_pages(PAPERS[name](replace(bahan(prioritas(count) + left_out()), kertas=Kertas.A4)))[-1]
    assert "CAMAT BAHOROK" in last
    assert KODE.search(last)


def test_hostile_texts_are_printed_as_letters() -> None:
    text = read(made("hasil-skoring", "jahat", Kertas.F4))
    assert "{nb} **tebal** kanan ? ab? <b>x</b>" in text


@every_paper
def test_the_archive_copy_is_pdf_a_3b(name: str) -> None:
    facts = replace(bahan(prioritas(5) + left_out()), arsip=True, lambang=crest())
    pdf = PAPERS[name](facts)
    assert pdf == PAPERS[name](facts)
    with pikepdf.open(BytesIO(pdf)) as opened:
        with opened.open_metadata() as meta:
            assert meta.pdfa_status == "3B"
        intent = opened.Root.OutputIntents[0]
        assert intent.S == "/GTS_PDFA1"
        assert len(intent.DestOutputProfile.read_bytes()) > 100
        assert not opened.is_encrypted
        fonts = [font for page in opened.pages for font in page.Resources.Font.values()]
        assert fonts
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts)


@pytest.mark.parametrize(
    ("name", "attached"),
    [
        ("usulan-masuk", ["usulan-masuk.csv"]),
        ("hasil-skoring", ["hasil-skoring.csv"]),
        ("pertinggal", ["daftar-opd.csv"]),
        ("berita-acara", ["hasil-skoring.csv", "usulan-cadangan.csv"]),
        ("daftar-hadir", []),
    ],
)
def test_the_archive_copy_holds_its_rows(name: str, attached: list[str]) -> None:
    facts = replace(bahan(prioritas(5) + left_out()), arsip=True)
    with pikepdf.open(BytesIO(PAPERS[name](facts))) as opened:
        assert sorted(opened.attachments) == attached
        for file in attached:
            content = opened.attachments[file].get_file().read_bytes().decode()
            assert all(u.kode in content for u in facts.usulan if u.utama is not file.startswith("usulan-cadangan"))
            assert opened.attachments[file].obj.AFRelationship == "/Data"
    with pikepdf.open(BytesIO(PAPERS[name](replace(facts, arsip=False)))) as opened:
        assert not opened.attachments


def test_the_crest_stands_on_the_letterhead_alone() -> None:
    with pikepdf.open(BytesIO(made("hasil-skoring", "500", Kertas.F4))) as opened:
        drawn = [b" Do" in page.Contents.read_bytes() for page in opened.pages]
    assert drawn == [True] + [False] * (len(drawn) - 1)
