"""What holds for every paper: any number of rows, any text, the same bytes, and the dates of the meeting."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from musrenbang.errors import Refused
from musrenbang.model import BahanCetak, Kecamatan, Keputusan
from reports import PAPERS
from tests.reports.bahan import BERITA_ACARA, DAFTAR_HADIR, DICETAK, KOSONG, bahan, left_out, prioritas, usulan
from tests.reports.reading import read, read_pages

LISTS = ("usulan-masuk", "hasil-skoring", "berita-acara", "pertinggal")
LONG = ("Pembangunan jembatan gantung penghubung antardusun " * 6)[:300].strip()
every_paper = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
OF_THE_CAMAT = {name: paper for name, paper in PAPERS.items() if name != "surat-pemberitahuan"}
every_paper_of_the_camat = pytest.mark.parametrize("paper", OF_THE_CAMAT.values(), ids=OF_THE_CAMAT)


@pytest.mark.parametrize("count", [0, 1, 12, 300])
@pytest.mark.parametrize("name", LISTS)
def test_a_list_holds_every_usulan_once(name: str, count: int) -> None:
    rows = prioritas(count)
    pages = read_pages(PAPERS[name](bahan(rows)))
    text = " ".join(pages)
    if name != "berita-acara":
        assert all(text.count(u.kode) == 1 for u in rows)
    assert f"({count} usulan)" in text
    assert f"Halaman {len(pages)} dari {len(pages)}" in pages[-1]


@every_paper
def test_the_same_facts_give_the_same_bytes(paper: Callable[[BahanCetak], bytes]) -> None:
    facts = bahan(prioritas(5) + left_out())
    assert paper(facts) == paper(facts)
    assert paper(facts) != paper(replace(facts, dicetak=datetime(2027, 3, 9, 1, 6)))


@every_paper
def test_a_paper_bears_its_title_language_and_time(paper: Callable[[BahanCetak], bytes]) -> None:
    reader = PdfReader(BytesIO(paper(bahan(prioritas(1)))))
    assert reader.metadata is not None
    assert str(reader.metadata.title).endswith("MUSRENBANG KECAMATAN BAHOROK TAHUN 2027")
    assert reader.metadata.creation_date_raw == f"D:{DICETAK:%Y%m%d%H%M%S}Z"
    assert reader.root_object["/Lang"] == "id-ID"
    assert {round(float(side) / 72 * 25.4) for side in reader.pages[0].mediabox[2:]} == {215, 330}


@every_paper
def test_the_letterhead_stands_on_page_one_only(paper: Callable[[BahanCetak], bytes]) -> None:
    left = [replace(u, prioritas=None, alasan_cadangan="Lahan belum siap") for u in prioritas(60)[:40]]
    rows = [replace(u, opd="1.03.01") for u in prioritas(60)[40:]]
    pages = read_pages(paper(bahan([*left, *rows], daftar_hadir=replace(DAFTAR_HADIR, baris=(20, 20, 20, 20, 20)))))
    assert len(pages) > 1
    assert ["PEMERINTAH KABUPATEN LANGKAT" in page for page in pages] == [True] + [False] * (len(pages) - 1)


@every_paper_of_the_camat
def test_the_letterhead_says_where_the_office_is_once_that_is_known(paper: Callable[[BahanCetak], bytes]) -> None:
    unknown = bahan(prioritas(1))
    office = Kecamatan("12.05.01", "Bahorok", "Jalan Proklamasi 7", "Telepon (061) 123")
    known = replace(unknown, fakta=replace(unknown.fakta, rapat=replace(unknown.fakta.rapat, kecamatan=office)))
    assert f"KECAMATAN BAHOROK {DAFTAR_HADIR.alamat}" in read_pages(paper(unknown))[0]
    assert "KECAMATAN BAHOROK Jalan Proklamasi 7 Telepon (061) 123" in read_pages(paper(known))[0]


@every_paper_of_the_camat
def test_the_date_is_the_meetings_and_not_that_of_printing(paper: Callable[[BahanCetak], bytes]) -> None:
    text = read(paper(bahan(prioritas(2))))
    assert "Bahorok, 15 Februari 2027" in text
    printed = "Dicetak dari Aplikasi Musrenbang Kecamatan pada 9 Maret 2027 pukul 08.05 WIB"
    assert "9 Maret 2027" in text
    assert "9 Maret 2027" not in text.replace(printed, "")


@every_paper_of_the_camat
def test_missing_facts_leave_dotted_lines(paper: Callable[[BahanCetak], bytes]) -> None:
    text = read(paper(bahan(prioritas(1), **KOSONG)))
    assert "Bahorok, ………… 2027".replace("…………", "…" * 10) in text
    assert "NIP " + "…" * 10 in text
    assert "None" not in text


@every_paper
def test_long_texts_stay_whole(paper: Callable[[BahanCetak], bytes]) -> None:
    facts = bahan(
        [replace(u, isi=replace(u.isi, nama=LONG)) for u in prioritas(3)],
        daftar_hadir=replace(DAFTAR_HADIR, nama_camat=LONG, tempat=LONG, alamat=LONG),
        berita_acara=replace(BERITA_ACARA, pimpinan=LONG, nama_bappeda=LONG, sambutan=(LONG,) * 5),
        kecamatan=LONG,
    )
    text = read(paper(facts))
    assert LONG in text
    assert f"KECAMATAN {LONG.upper()}" in text


@pytest.mark.parametrize("name", LISTS)
def test_what_people_write_is_printed_as_it_is(name: str) -> None:
    tricky = "{nb} =1+1 **x** <b>y</b> %s"
    rows = [replace(u, isi=replace(u.isi, nama=tricky)) for u in prioritas(2)]
    assert read(PAPERS[name](bahan(rows))).count(tricky) >= 2


@pytest.mark.parametrize(
    ("name", "key"),
    [("berita-acara", "belum_dikirim"), ("pertinggal", "belum_dikirim_opd"), ("daftar-opd", "belum_dikirim_opd")],
)
def test_what_was_not_sent_is_not_printed_as_sent(name: str, key: str) -> None:
    with pytest.raises(Refused) as refused:
        PAPERS[name](bahan(prioritas(1), dikirim=None))
    assert [issue.key for issue in refused.value.issues] == [key]


def test_daftar_hadir_has_a_row_for_every_signature() -> None:
    pages = read_pages(PAPERS["daftar-hadir"](bahan()))
    text = " ".join(pages)
    assert "Hari, Tanggal : Senin, 15 Februari 2027 Waktu : 09.00 WIB s.d. selesai" in text
    assert "Nama Camat : Drs. Ahmad Contoh, M.Si." in text
    assert "Dewan dapil 1 1. 2 2. Tim kabupaten 3 3." in text
    assert "12 12." in text
    assert "13 13." not in text
    assert "Mengetahui, CAMAT BAHOROK, Drs. Ahmad Contoh, M.Si. NIP 19700101 199603 1 001" in text


def test_daftar_hadir_leaves_out_a_kelompok_without_rows() -> None:
    facts = bahan(daftar_hadir=replace(DAFTAR_HADIR, baris=(0, 300, 0, 0, 0)))
    pages = read_pages(PAPERS["daftar-hadir"](facts))
    text = " ".join(pages)
    assert all(f" {n} {n}. " in text for n in range(1, 301))
    assert text.count("Tim kabupaten") == 1
    assert "Dewan dapil" not in text
    assert all("No Nama Usia L/P Lembaga/Instansi" in page for page in pages)


def test_daftar_hadir_without_rows_says_so() -> None:
    facts = bahan(daftar_hadir=replace(DAFTAR_HADIR, baris=(0, 0, 0, 0, 0)))
    assert "Belum ada baris tanda tangan yang disiapkan." in read(PAPERS["daftar-hadir"](facts))


def test_usulan_masuk_adds_up_by_desa() -> None:
    rows = prioritas(5)
    text = read(PAPERS["usulan-masuk"](bahan(rows)))
    assert "Jumlah Desa Lau Damak (2 usulan) 6.000.000" in text
    assert "Jumlah Kelurahan Pekan Bahorok (1 usulan) 4.000.000" in text
    assert "JUMLAH SELURUHNYA (5 usulan) 15.000.000" in text
    assert "Rp15.000.000 (lima belas juta rupiah)" in text


def test_usulan_masuk_tells_what_verification_decided() -> None:
    changed = usulan(7, keputusan=Keputusan.DIUBAH, biaya_asal=9_500_000)
    undecided = usulan(8, keputusan=Keputusan.BELUM)
    text = read(PAPERS["usulan-masuk"](bahan([*prioritas(1), *left_out(), changed, undecided])))
    assert "Tidak sesuai: Kewenangan desa" in text
    assert "Digabung dengan usulan BHR-2027-00000" in text
    assert "Sesuai dengan perubahan (semula Rp9.500.000)" in text
    assert "Belum diverifikasi" in text


def test_pertinggal_is_ranked_inside_each_opd_and_adds_up() -> None:
    rows = prioritas(12) + left_out()
    text = read(PAPERS["pertinggal"](bahan(rows)))
    assert "Dikirim pada : 15 Februari 2027 pukul 15.30 WIB" in text
    group = [u for u in rows if u.opd == "1.01.01"]
    places = [text.index(u.kode) for u in sorted(group, key=lambda u: u.peringkat or 0)]
    assert places == sorted(places)
    assert f"Jumlah Dinas Pendidikan ({len(group)} usulan) 26.000.000" in text
    assert "JUMLAH SELURUHNYA (12 usulan) 78.000.000" in text
    assert not any(u.kode in text for u in left_out())
