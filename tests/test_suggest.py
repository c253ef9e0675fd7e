"""Suggested prioritas and OPD (L16, L22): what the meeting chose before comes first, then plain rules by words."""

import pytest

from musrenbang.intake.reference_files import read
from musrenbang.model import Bidang, Keputusan, Prioritas
from musrenbang.suggest import suggestions
from musrenbang.themes import theme_by_words
from tests.cast import DISDIK, PUTR, isi
from tests.pages.usulan_rows import masuk

PRIORITAS = {int(row["nomor"]): Prioritas(int(row["nomor"]), row["nama"]) for row in read("prioritas")}
SESUAI = Keputusan.SESUAI


def usulan(n: int, nama: str, bidang: Bidang = Bidang.FISIK, opd: str | None = PUTR, **other: object):
    return masuk("A", n, keputusan=SESUAI, isi=isi(nama, bidang=bidang, opd=opd), **other)


def suggested(u, *earlier):
    return suggestions([u], [u, *earlier], PRIORITAS)[u.id]


def test_the_plain_rules_know_every_typical_usulan():
    rows = read("usulan_contoh")
    wrong = [r["nama"] for r in rows if theme_by_words(r["nama"], PRIORITAS)[0] != int(r["prioritas"])]
    assert wrong == []


@pytest.mark.parametrize(
    ("nama", "nomor", "kata"),
    [
        ("Pembangunan bendung irigasi", 1, "bendung"),
        ("Insentif guru PAUD", 2, "guru"),
        ("Renovasi kios dan lapak pekan", 3, "kios"),
        ("Bantuan sound system masjid", 4, "masjid"),
        ("Pelayanan KTP keliling", 5, "ktp"),
        ("Pengadaan seragam Linmas", 6, "linmas"),
        ("Bantuan keramba ikan", 7, "keramba"),
        ("Bedah rumah warga miskin", 8, "rtlh"),
        ("Rabat beton jalan ke sekolah", 1, "rabat"),
        ("Drainase depan puskesmas", 1, "drainase"),
        ("Perbaikan drainase dan lantai pasar", 3, "pasar"),
    ],
)
def test_a_word_decides_the_particular_before_the_general(nama, nomor, kata):
    assert theme_by_words(nama, PRIORITAS) == (nomor, f"kata “{kata}”")


def test_without_a_telling_word_the_bidang_decides_or_nothing_is_suggested():
    assert suggested(usulan(1, "Lanjutan tahap kedua")).karena == "bidang Fisik dan Prasarana"
    assert suggested(usulan(1, "Lanjutan tahap kedua", Bidang.SOSIAL)).prioritas is None


def test_rules_hang_on_the_names_of_the_year_not_on_numbers():
    renamed = {5: Prioritas(5, "Infrastruktur Wilayah"), 9: Prioritas(9, "Ketahanan Pangan")}
    assert theme_by_words("Pengaspalan jalan", renamed)[0] == 5
    assert theme_by_words("Bantuan bibit padi", renamed)[0] == 9
    assert theme_by_words("Dialog kerukunan umat", renamed) == (None, "")


def test_what_was_chosen_for_like_usulan_wins_over_the_rule():
    earlier = [usulan(n, "Bantuan bibit durian unggul", prioritas=8) for n in (2, 3)]
    found = suggested(usulan(1, "Bantuan bibit durian"), *earlier)
    assert (found.prioritas, found.karena) == (8, "dipilih untuk 2 usulan serupa")


def test_the_majority_counts_and_a_divided_meeting_leaves_it_to_the_rule():
    here = usulan(1, "Bantuan bibit durian")
    eight = [usulan(n, "Bantuan bibit durian", prioritas=8) for n in (2, 3)]
    six = [usulan(n, "Bantuan bibit durian", prioritas=6) for n in (4, 5)]
    assert suggested(here, *eight, six[0]).prioritas == 8
    assert suggested(here, *eight, *six).karena == "kata “bibit”"


def test_nothing_is_learned_from_another_bidang_or_other_words():
    here = usulan(1, "Bantuan bibit durian")
    assert suggested(here, usulan(2, "Bantuan bibit durian", Bidang.EKONOMI, prioritas=8)).prioritas == 7
    assert suggested(here, usulan(2, "Pembangunan gedung serbaguna", prioritas=8)).prioritas == 7
    assert suggested(here, usulan(2, "Bantuan kursi roda lansia", prioritas=8)).prioritas == 7


def test_the_opd_that_the_desa_named_stays_and_a_missing_one_is_learned():
    like = usulan(2, "Bantuan bibit durian", opd=DISDIK)
    assert suggested(usulan(1, "Bantuan bibit durian"), like).opd == PUTR
    assert suggested(usulan(1, "Bantuan bibit durian", opd=None), like).opd == DISDIK
    assert suggested(usulan(1, "Bantuan bibit durian", opd=None)).opd is None
