"""What a list holds when only some usulan are asked for, and how it says so (L11, L12, L14, L26)."""

import re
from dataclasses import replace
from uuid import UUID

import pytest

from musrenbang.model import Asal, BahanCetak, Desa, Keputusan, Kertas, Saringan
from reports import PAPERS
from tests.reports.bahan import DESA, bahan, left_out, prioritas, usulan
from tests.reports.reading import read, read_pages

KODE = re.compile(r"BHR-2027-[0-9]{5}")
LAU_DAMAK, KELURAHAN, PENDIDIKAN = (
    Saringan(desa="12.05.01.2000"),
    Saringan(asal=Asal.KELURAHAN),
    Saringan(opd="1.01.01"),
)


def filtered(saringan: Saringan, count: int = 12) -> BahanCetak:
    desa = tuple(Desa(f"12.05.01.200{n}", name, "Desa", "12.05.01") for n, name in enumerate(DESA))
    return replace(bahan(prioritas(count) + left_out()), saringan=saringan, desa=desa)


@pytest.mark.parametrize("name", ["usulan-masuk", "usulan-terakomodir", "hasil-skoring", "pertinggal"])
@pytest.mark.parametrize(
    ("saringan", "title"),
    [(LAU_DAMAK, "DESA LAU DAMAK"), (KELURAHAN, "USULAN KELURAHAN"), (PENDIDIKAN, "DINAS PENDIDIKAN")],
)
def test_a_list_holds_what_is_asked_for_and_says_so(name: str, saringan: Saringan, title: str) -> None:
    facts = replace(filtered(saringan), usulan=prioritas(12))
    text = read(PAPERS[name](facts))
    assert title in text
    asked = {u.kode for u in facts.terpilih}
    assert 0 < len(asked) < 12
    assert set(KODE.findall(text)) == asked


def test_what_was_merged_names_an_usulan_that_is_not_in_the_list() -> None:
    merged = usulan(903, keputusan=Keputusan.DIGABUNG, digabung_ke=UUID(int=1000), desa="12.05.01.2001")
    facts = replace(bahan((*prioritas(1), merged)), saringan=Saringan(desa="12.05.01.2001"))
    assert "Digabung dengan usulan BHR-2027-00000" in read(PAPERS["usulan-masuk"](facts))


def test_the_berita_acara_is_always_about_the_whole_meeting() -> None:
    whole, part = filtered(Saringan()), filtered(LAU_DAMAK)
    assert PAPERS["berita-acara"](whole) == PAPERS["berita-acara"](part)


def test_the_accommodated_are_those_accepted_and_those_of_the_kecamatan() -> None:
    own = usulan(77, asal=Asal.KECAMATAN, desa=None, nama_desa="")
    text = read(PAPERS["usulan-terakomodir"](bahan((*prioritas(3), *left_out(), own))))
    assert sorted(set(KODE.findall(text))) == [f"BHR-2027-{n:05d}" for n in (0, 1, 2, 77, 901)]
    assert "Desa/kelurahan : 4 (empat) usulan Kecamatan : 1 (satu) usulan" in text


def test_the_list_of_reserves_gives_reasons() -> None:
    text = read(PAPERS["usulan-cadangan"](bahan(prioritas(3) + left_out())))
    assert KODE.findall(text)[:1] == ["BHR-2027-00901"]
    assert "Menunggu kesiapan lahan" in text
    assert "Tidak sesuai : 1 (satu) usulan" in text


@pytest.mark.parametrize("count", [3, 100])
def test_every_opd_gets_a_letter_and_a_list_with_pages_of_its_own(count: int) -> None:
    facts = bahan(prioritas(count))
    pages = read_pages(PAPERS["daftar-opd"](facts))
    numbers = [re.search(r"Halaman ([0-9]+) dari ([0-9]+)", page) for page in pages]
    counted = [(int(n[1]), int(n[2])) for n in numbers if n]
    starts = [at for at, (number, _) in enumerate(counted) if number == 1]
    assert len(starts) == 3
    for start, opd in zip(starts, ("Dinas Pendidikan", "Dinas Pekerjaan", "Dinas Perumahan"), strict=True):
        letter, most = pages[start], counted[start][1]
        assert f"Kepada Yth. Kepala {opd}" in letter
        assert [number for number, _ in counted[start : start + most]] == list(range(1, most + 1))
        listed = KODE.findall(" ".join(pages[start : start + most]))
        group = [u for u in facts.usulan if (facts.opd[u.opd or ""].nama).startswith(opd)]
        assert listed == [u.kode for u in sorted(group, key=lambda u: u.peringkat or 0)]
        assert f"{len(group)} (" in letter


def test_one_opd_alone_and_none_at_all() -> None:
    text = read(PAPERS["daftar-opd"](filtered(PENDIDIKAN)))
    assert "Dinas Pendidikan Kabupaten Langkat" in text
    assert "Dinas Pekerjaan Umum" not in text
    assert "Tidak ada usulan prioritas yang dikirim." in read(PAPERS["daftar-opd"](bahan()))


@pytest.mark.parametrize("kertas", Kertas)
def test_the_letter_of_bappeda_invents_nothing(kertas: Kertas) -> None:
    text = read(PAPERS["surat-pemberitahuan"](replace(filtered(Saringan()), kertas=kertas)))
    assert "Hari, Tanggal : Senin, 15 Februari 2027 Waktu : 09.00 WIB s.d. selesai" in text
    assert re.search("Nomor : .*…", text)
    assert "Tembusan: 1. …" in text
    assert "NIP …" in text
    assert all(f"Desa {name}" in text for name in DESA)


def test_the_explanation_adds_up_its_example() -> None:
    text = read(PAPERS["penjelasan-skoring"](bahan()))
    assert "1. Pembangunan Infrastruktur" in text
    assert "1 Keterdesakan 25 satu dua tiga empat lima" in text
    assert "1 Keterdesakan 25 4 100" in text
    assert "POIN 380 SKOR = 380 : 100 3,80" in text
