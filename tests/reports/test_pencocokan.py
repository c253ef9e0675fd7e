"""An archive copy against the database: the right one is right, and no byte of it can be another unseen."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musrenbang.errors import Refused
from musrenbang.intake import arsip as intake
from musrenbang.intake.arsip import Arsip
from musrenbang.model import BahanCetak, Pemeriksaan, Pengiriman
from reports import PAPERS
from reports.arsip import DAFTAR
from reports.kabar_periksa import Kabar, Putusan, of_file
from tests.reports.bahan import DIKIRIM, bahan, left_out, prioritas

KODE = "12.05.01-2027-9T3K-7QW2-DFA1-H8PZ-M4XN"
CSV = ("hasil-skoring.csv", "usulan-cadangan.csv")


def material() -> BahanCetak:
    return replace(bahan(prioritas(6) + left_out()), kode=KODE, arsip=True)


@cache
def printed(name: str = "berita-acara") -> bytes:
    return PAPERS[name](material())


def inside(content: bytes) -> Arsip:
    """What the child process would read, without starting one for each of hundreds of files."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "unggahan"
        path.write_bytes(content)
        files = intake.inspect(path)
        about = json.loads(files.pop(intake.TENTANG, "null"))
        return intake._understood(about, files)


def verdict(content: bytes, bahan_: BahanCetak | None = None) -> Kabar:
    now = bahan_ or material()
    hasil = Pemeriksaan(KODE, now.fakta.rapat, Pengiriman(9, DIKIRIM, None), (), (), 6, 21_000_000)
    return of_file(hasil, inside(content), content, now, "")


def edited(change: Callable[[pikepdf.Pdf], None], content: bytes | None = None) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(content or printed())) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def with_rows(name: str, change: Callable[[bytes], bytes], paper: str = "berita-acara") -> bytes:
    """The same paper with other rows in it, packed anew as a forger would."""

    def work(pdf: pikepdf.Pdf) -> None:
        stream = pdf.attachments[name].get_file().obj
        stream.write(change(stream.read_bytes()))

    return edited(work, printed(paper))


@pytest.mark.parametrize("name", DAFTAR)
def test_the_right_one_is_right(name: str) -> None:
    kabar = verdict(printed(name))
    assert (kabar.putusan, kabar.judul) == (Putusan.COCOK, "Cocok: seluruh berkas sama dengan cetakan aplikasi")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_byte_of_the_rows_that_is_another_is_told(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(CSV))

    def flip(rows: bytes) -> bytes:
        place = data.draw(st.integers(0, len(rows) - 1))
        return rows[:place] + bytes([rows[place] ^ data.draw(st.integers(1, 255))]) + rows[place + 1 :]

    assert_not_proven(with_rows(name, flip), Putusan.TIDAK)


@settings(max_examples=300, deadline=None)
@given(place=st.integers(0, len(printed()) - 1), mask=st.integers(1, 255))
def test_a_byte_of_the_file_that_is_another_is_never_right(place: int, mask: int) -> None:
    content = printed()
    assert_not_proven(content[:place] + bytes([content[place] ^ mask]) + content[place + 1 :])


@settings(max_examples=60, deadline=None)
@given(st.integers(1, len(printed()) - 1))
def test_a_cut_file_is_never_right(length: int) -> None:
    assert_not_proven(printed()[:length])


def assert_not_proven(content: bytes, *allowed: Putusan) -> None:
    try:
        inside(content)
    except (Refused, ValueError, TypeError, LookupError, AttributeError):  # all that `intake.read` refuses as broken
        return
    try:
        found = verdict(content).putusan
    except Refused:
        return
    assert found in (allowed or (Putusan.TIDAK, Putusan.RAGU))


def test_the_changed_cell_is_named() -> None:
    kabar = verdict(with_rows("hasil-skoring.csv", lambda rows: re.sub(rb";6000000;", b";9000000;", rows)))
    assert kabar.judul == "Tidak cocok: 1 isian berbeda"
    assert kabar.rincian[-1].startswith("Usulan BHR-2027-00005 “")
    assert "Perkiraan Biaya (Rp) di dokumen “9000000”, di basis data “6000000”." in kabar.rincian[-1]


def test_the_other_way_round_too() -> None:
    usulan = [replace(u, isi=replace(u.isi, lokasi="Dusun lain")) if u.kode.endswith("3") else u for u in prioritas(6)]
    kabar = verdict(printed(), replace(material(), usulan=(*usulan, *left_out())))
    assert kabar.judul == "Tidak cocok: 1 isian berbeda"
    assert "Lokasi di dokumen “Dusun 4, RT 05/RW 03”, di basis data “Dusun lain”." in kabar.rincian[-1]


def test_a_row_that_is_missing_and_one_that_is_more() -> None:
    kabar = verdict(printed(), replace(material(), usulan=(*prioritas(6)[:5], *left_out())))
    assert any("00005" in text and "ada di dokumen, tidak ada di basis data." in text for text in kabar.rincian)


def test_rows_in_another_order_are_told() -> None:
    def swapped(rows: bytes) -> bytes:
        head, *lines = rows.splitlines(keepends=True)
        return head + b"".join(reversed(lines))

    assert verdict(with_rows("hasil-skoring.csv", swapped)).putusan is Putusan.TIDAK
    kabar = verdict(with_rows("daftar-opd.csv", swapped, "pertinggal"))
    assert kabar.rincian[-1] == "Susunan baris di dalam berkas tidak sama dengan basis data."


def test_pages_that_are_others_over_the_right_rows_are_in_doubt() -> None:
    def repaint(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(b"BT ET", prepend=False)

    kabar = verdict(edited(repaint))
    assert (kabar.putusan, kabar.judul) == (Putusan.RAGU, "Data cocok, halaman belum dipastikan")


def test_minutes_that_were_filled_in_after_printing_leave_doubt_alone() -> None:
    now = material()
    minutes = replace(now.fakta.berita_acara, nomor="051/BA")
    assert verdict(printed(), replace(now, fakta=replace(now.fakta, berita_acara=minutes))).putusan is Putusan.RAGU


def test_what_is_not_on_the_minutes_is_not_shown() -> None:
    def guess(rows: bytes) -> bytes:
        return rows.replace(b"Jalan rusak", b"Jalan bagus")

    kabar = verdict(with_rows("usulan-masuk.csv", guess, "usulan-masuk"))
    assert kabar.putusan is Putusan.TIDAK
    assert kabar.rincian[-1].endswith(": Permasalahan berbeda.")


def test_lists_of_another_paper_do_not_pass_for_it() -> None:
    def claim(pdf: pikepdf.Pdf) -> None:
        stream = pdf.attachments["dokumen.json"].get_file().obj
        stream.write(stream.read_bytes().replace(b'"hasil-skoring"', b'"berita-acara"'))

    with pytest.raises(Refused):
        verdict(edited(claim, printed("hasil-skoring")))


def read(content: bytes, tmp_path: Path) -> str:
    path = tmp_path / "unggahan"
    path.write_bytes(content)
    try:
        intake.read(path)
    except Refused as refused:
        return refused.issues[0].key
    return "dibaca"


def test_in_the_child_process(tmp_path: Path) -> None:
    plain = PAPERS["berita-acara"](replace(material(), arsip=False))
    unsent = PAPERS["hasil-skoring"](replace(bahan(prioritas(2), dikirim=None), arsip=True))
    assert read(printed(), tmp_path) == "dibaca"
    assert read(plain, tmp_path) == read(unsent, tmp_path) == "dokumen_tanpa_data"
    assert read(printed()[:-500], tmp_path) == "dokumen_rusak"
    assert read(b"bukan PDF", tmp_path) == "dokumen_bukan"
    assert read(b"", tmp_path) == "berkas_kosong"
    assert read(bytes((10 << 20) + 1), tmp_path) == "dokumen_terlalu_besar"


@pytest.mark.parametrize(
    "about",
    [b"[]", b"{}", b"1", b"[" * 9000, b'{"dokumen": 1}', b"\xff", b'{"dicetak": "9999-12-31T23:59:59"}'],
)
def test_what_says_something_odd_of_itself(about: bytes, tmp_path: Path) -> None:
    def say(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["dokumen.json"].get_file().obj.write(about)

    assert read(edited(say), tmp_path) in ("dokumen_rusak", "berkas_terlalu_berat")


def test_a_bomb_in_it_is_too_heavy(tmp_path: Path) -> None:
    def swell(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["hasil-skoring.csv"].get_file().obj.write(bytes(70 << 20))

    assert read(edited(swell), tmp_path) == "berkas_terlalu_berat"


def test_the_time_of_printing_is_plain_utc() -> None:
    assert inside(printed()).dicetak == datetime(2027, 3, 9, 1, 5)
