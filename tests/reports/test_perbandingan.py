"""The comparison on paper: what the screen shows, told so that a reader can check it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from musrenbang.intake.reference_files import read_reference
from musrenbang.model import (
    BagianDesa,
    HasilKetegasan,
    JenisTanda,
    Jumlah,
    Kecamatan,
    Ketegasan,
    Lingkup,
    Nasib,
    Penyesuaian,
    Perbandingan,
    Ringkasan,
    RujukanBanding,
    Sebaran,
    Tanda,
)
from reports.lists.perbandingan import sheets
from reports.perbandingan import BahanBanding, perbandingan
from tests.reports.reading import read

NOW = datetime(2027, 3, 1, 3, 0)
BAHOROK, STABAT, KUALA, BINJAI = (
    Kecamatan(kode, nama)
    for kode, nama in (("12.05.01", "Bahorok"), ("12.05.07", "Stabat"), ("12.05.03", "Kuala"), ("12.05.05", "Binjai"))
)
NOTHING = Jumlah()
KINDS = {
    Nasib.PRIORITAS: Jumlah(7, 2_000_000_000),
    Nasib.CADANGAN: Jumlah(3, 999_999_998),
    Nasib.TIDAK_SESUAI: Jumlah(1, 1),
    Nasib.BELUM: Jumlah(1, 1),
}
OWN = Ringkasan(KINDS, Sebaran(7, 2355, 250, 300, 340, 380, 430))


def refs() -> RujukanBanding:
    data = read_reference()
    return RujukanBanding(
        (2027,), {}, {o.kode: o for o in data.opd}, {p.nomor: p for p in data.prioritas}, tuple(data.kriteria)
    )


FULL = Perbandingan(
    Lingkup(2027),
    (BAHOROK, STABAT, KUALA, BINJAI),
    frozenset({BAHOROK.kode}),
    {BAHOROK.kode: OWN},
    {
        (BAHOROK.kode, "1.03.01"): Jumlah(5, 10), (STABAT.kode, "1.03.01"): Jumlah(9, 10),
        (KUALA.kode, "1.03.01"): Jumlah(5, 10), (BINJAI.kode, "1.03.01"): Jumlah(5, 10),
        (BAHOROK.kode, None): Jumlah(2, 5),
    },
    {(BAHOROK.kode, 1): Jumlah(7, 20)},
    {},
    (
        BagianDesa("12.05.01.2006", "Suka Rakyat", BAHOROK.kode, Jumlah(9, 1), Jumlah(7, 1)),
        BagianDesa("12.05.01.2007", "Lau Damak", BAHOROK.kode, Jumlah(3, 1), NOTHING),
    ),
)  # fmt: skip


UNKNOWN = HasilKetegasan((), None, {}, False)
SIGN = Tanda(JenisTanda.SERAGAM, {"banyak": 3, "dinilai": 12})
STRICT = replace(
    UNKNOWN,
    penyesuaian=Penyesuaian({BAHOROK.kode: Ketegasan(12, 3600, -24.4, 5), STABAT.kode: Ketegasan(9, 1, 31, 20)}, {}),
    tanda={BAHOROK.kode: (SIGN,)},
)


BAGIAN = {
    (BAHOROK.kode, "1.03.01", 1): Jumlah(5, 12_499_999), (STABAT.kode, "1.03.01", 1): Jumlah(9, 3_000_000_000),
    (STABAT.kode, "1.03.01", 8): Jumlah(1, 500_000), (BAHOROK.kode, None, 2): Jumlah(2, 5),
}  # fmt: skip


def said(
    p: Perbandingan,
    lingkup: str = "Semua usulan",
    ketegasan: HasilKetegasan = UNKNOWN,
    bagian: Mapping[tuple[str, str | None, int], Jumlah] | None = None,
) -> str:
    return read(perbandingan(BahanBanding(p, bagian or {}, refs(), ketegasan, lingkup, NOW)))


def test_each_kecamatan_has_its_row() -> None:
    text = said(FULL)
    assert "Bahorok 12 7 3 1 0 1 3.000.000.000 2.000.000.000 3,36 1 dari 2" in text
    assert "Bahorok 7 2,50 3,00 3,40 3,80 4,30 3,36" in text
    assert "JUMLAH (12 usulan)" in text


def test_an_opd_names_the_kecamatan_with_most_and_none_that_is_equal_is_left_out() -> None:
    text = said(FULL)
    assert "Stabat (9), Bahorok (5), Kuala (5), Binjai (5)" in text
    assert "Belum ada OPD 2 5 Bahorok (2)" in text


def test_an_opd_is_told_what_it_receives_by_prioritas_from_all_kecamatan_and_from_each() -> None:
    text = said(FULL, bagian=BAGIAN)
    assert "Dinas Pekerjaan Umum dan Tata Ruang 14; 3.012 – – – – – – 1; 1" in text
    assert "Belum ada OPD – 2; 0 – – – – – –" in text
    sheet = next(one for one in sheets(FULL, BAGIAN, refs(), NOW) if one.judul == "OPD per Prioritas")
    assert [row[1:] for row in sheet.rows] == [
        ("Bahorok", "Belum ada OPD", "Pendidikan dan Kesehatan", 2, 5),
        ("Bahorok", "Dinas Pekerjaan Umum dan Tata Ruang", "Pembangunan Infrastruktur", 5, 12_499_999),
        ("Stabat", "Dinas Pekerjaan Umum dan Tata Ruang", "Fasilitas Publik", 1, 500_000),
        ("Stabat", "Dinas Pekerjaan Umum dan Tata Ruang", "Pembangunan Infrastruktur", 9, 3_000_000_000),
    ]


def test_a_desa_that_is_left_with_nothing_is_named() -> None:
    assert "Bahorok 1 Lau Damak" in said(FULL)


def test_a_desa_whose_meeting_has_not_sent_is_not_left_with_nothing_yet() -> None:
    text = said(replace(FULL, dikirim=frozenset()))
    assert "Lau Damak" not in text
    assert "Bahorok 12 7 3 1 0 1 3.000.000.000 2.000.000.000 3,36 –" in text


def test_the_strictness_of_each_meeting_is_told_with_its_limits() -> None:
    text = said(FULL, ketegasan=STRICT)
    assert "Bahorok 12 −0,24 −0,34 s.d. −0,15 Tingkat seragam: 3 dari 12 usulan (25%) diberi tingkat" in text
    assert "Stabat 9 +0,31 −0,08 s.d. +0,70 –" in text
    assert "tidak dapat membedakan rapat yang ketat dari rapat yang usulannya memang lebih lemah" in text


def test_a_sign_is_told_before_anything_can_be_estimated() -> None:
    text = said(FULL, ketegasan=replace(STRICT, penyesuaian=None))
    assert "Bahorok – – – Tingkat seragam: 3 dari 12 usulan" in text
    assert "Belum cukup usulan yang dinilai untuk memperkirakannya." in said(FULL)


def test_the_scope_stands_below_the_title() -> None:
    assert "Tahun 2027 Bidang: Ekonomi" in said(FULL, "Bidang: Ekonomi").replace("TAHUN", "Tahun")


def test_the_sheet_has_the_pagu_where_any_is_given() -> None:
    plain, *_ = sheets(FULL, BAGIAN, refs(), NOW)
    given, *_ = sheets(replace(FULL, pagu={BAHOROK.kode: 1_600_000_000}), BAGIAN, refs(), NOW)
    assert [field.head for field in given.fields[len(plain.fields) :]] == [
        "Pagu Indikatif (Rp)", "Biaya Prioritas dari Pagu (%)",
    ]  # fmt: skip
    assert [list(row[-2:]) for row in given.rows] == [[1_600_000_000, 125], *[[None, None]] * 3]
    assert [row[: len(plain.fields)] for row in given.rows] == [tuple(row) for row in plain.rows]


def test_the_mean_is_rounded_once_and_the_same_on_paper_and_in_the_sheet() -> None:
    many = Ringkasan(KINDS, Sebaran(201, 67_636, 250, 300, 340, 380, 430))  # 336,4975 poin
    p = replace(FULL, ringkasan={BAHOROK.kode: many})
    summary, *_ = sheets(p, BAGIAN, refs(), NOW)
    mean = [field.head for field in summary.fields].index("Skor Rata-rata")
    assert summary.rows[0][mean] == Decimal("3.36")
    assert "Bahorok 201 2,50 3,00 3,40 3,80 4,30 3,36" in said(p)


def test_nothing_is_said_in_words() -> None:
    text = said(replace(FULL, kecamatan=(), ringkasan={}, per_opd={}, per_prioritas={}, desa=()))
    assert "Belum ada usulan prioritas." in text
    assert "Belum ada usulan yang delapan kriterianya terisi." in text


def test_the_same_figures_give_the_same_bytes() -> None:
    bahan = BahanBanding(FULL, BAGIAN, refs(), STRICT, "Semua usulan", NOW)
    assert perbandingan(bahan) == perbandingan(bahan)
