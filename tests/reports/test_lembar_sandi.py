"""Slips with one-time passwords: each can be read and cut out whole."""

import io
import re
from datetime import timedelta

import pypdf
import pytest

from musrenbang.model import Akun, Orang, Peran, SandiBaru
from reports.lembar_sandi import lembar_sandi
from tests.cast import NOW

ALAMAT = "https://musrenbang.example.go.id"


def slip(name: str, tempat: str = "Desa Suka Rakyat", kecamatan: str = "Bahorok", sandi: str = "abc") -> SandiBaru:
    berakhir = NOW + timedelta(days=30)
    return SandiBaru(Akun(Orang(name, "Nama", Peran.DESA, "x"), True, 1, berakhir, tempat, kecamatan, False), sandi)


def pages(*slips: SandiBaru) -> list[str]:
    made = lembar_sandi(slips, ALAMAT, NOW)
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages]


def test_a_slip_says_where_to_go_with_what_and_to_change_it() -> None:
    (page,) = pages(slip("desa.sukarakyat", sandi="k7mnp2qrs4tu"))
    assert re.search(r"Desa Suka Rakyat\nAlamat\n?\s*https://musrenbang\.example\.go\.id", page)
    assert re.search(r"Nama pengguna\s*desa\.sukarakyat\s*Kata sandi\s*k7mnp2qrs4tu", page)
    assert re.search(r"Berlaku sampai\s*17 Maret 2027 pukul 09\.00 WIB", page)
    assert "lalu ganti kata" in page


def test_each_kecamatan_begins_a_page_and_opd_and_bappeda_share_the_last() -> None:
    first, second, last = pages(
        slip("desa.a"), slip("desa.b"), slip("camat.c", "Kecamatan Stabat", "Stabat"),
        slip("opd.d", "Dinas D", ""), slip("bappeda.e", "", ""),
    )  # fmt: skip
    assert first.startswith("Kecamatan Bahorok")
    assert "desa.b" in first
    assert second.startswith("Kecamatan Stabat")
    assert last.startswith("OPD dan Bappeda")
    assert "opd.d" in last
    assert "bappeda.e" in last


def test_no_slip_is_parted_by_the_end_of_a_page() -> None:
    found = pages(*(slip(f"desa.ke{n}", "Desa " + "panjang " * (n % 30), sandi=f"sandi{n}x") for n in range(60)))
    assert len(found) > 5
    for n in range(60):
        (page,) = [page for page in found if f"desa.ke{n}\n" in page]
        assert f"sandi{n}x" in page


@pytest.mark.parametrize("name", ["a" * 64, "desa.perkebunanpulorambung.bahorok"])
def test_a_long_name_is_printed_whole(name: str) -> None:
    (page,) = pages(slip(name))
    assert name in page.replace("\n", "")
