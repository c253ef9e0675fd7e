"""Hasil Skoring (L25): order, ties, weights, what is incomplete, and long lists."""

import re
from dataclasses import replace
from datetime import date

from musrenbang.model import UsulanMasuk
from reports import PAPERS
from tests.reports.bahan import NAMA_KRITERIA, bahan, bobot, prioritas, scored, usulan
from tests.reports.reading import read, read_pages

hasil_skoring = PAPERS["hasil-skoring"]
SAME = (4, 3, 3, 3, 3, 3, 3, 2)


def tied() -> tuple[UsulanMasuk, ...]:
    levels = [(3, 3, 3, 3, 3, 3, 3, 3), SAME, (5, 5, 5, 5, 5, 5, 5, 3), SAME, SAME]
    return scored([usulan(n, tingkat=tingkat) for n, tingkat in enumerate(levels)])


def test_300_usulan_stand_once_in_order_below_a_head_on_every_page() -> None:
    rows = prioritas(300)
    pages = read_pages(hasil_skoring(bahan(rows)))
    expected = [u.kode for u in sorted(rows, key=lambda u: u.peringkat or 0)]
    assert re.findall(r"BHR-2027-\d{5}", " ".join(pages)) == expected
    assert len(pages) > 5
    assert all("K1 K2 K3 K4 K5 K6 K7 K8 Poin Skor Peringkat" in page for page in pages)
    assert all("(17) (18)" in page for page in pages)
    assert "CAMAT BAHOROK" in pages[-1]
    assert len(re.findall(r"BHR-2027-\d{5}", pages[-1])) >= 3


def test_rows_are_sorted_by_peringkat_and_shared_ranks_say_so() -> None:
    text = read(hasil_skoring(bahan(tied())))
    assert re.findall(r"BHR-2027-0000\d", text) == [f"BHR-2027-0000{n}" for n in (2, 1, 3, 4, 0)]
    assert "5 5 5 5 5 5 5 3 490 4,90 1 2" in text
    assert text.count("4 3 3 3 3 3 3 2 320 3,20 2 (seri 3 usulan)") == 3
    assert "3 3 3 3 3 3 3 3 300 3,00 5" in text


def test_the_rule_for_equal_points_is_printed() -> None:
    text = read(hasil_skoring(bahan(tied())))
    rule = "oleh tingkat Keterdesakan, kemudian Penanggulangan Kemiskinan, kemudian Manfaat/Dampak, kemudian urutan"
    assert rule in text
    assert "tetap sama menempati peringkat yang sama" in text


def test_the_legend_names_every_kriteria_with_its_bobot() -> None:
    text = read(hasil_skoring(bahan()))
    for kriteria in bobot().kriteria:
        assert f"K{kriteria.nomor} = {kriteria.nama} (bobot {kriteria.bobot}%)" in text
    assert len(bobot().kriteria) == len(NAMA_KRITERIA) == 8


def test_example_weights_are_called_so_until_they_are_approved() -> None:
    assert "Bobot contoh" in read(hasil_skoring(bahan()))
    approved = replace(bobot(), nomor_penetapan="050/77/2027", tanggal_penetapan=date(2027, 1, 4))
    text = read(hasil_skoring(bahan(bobot=approved)))
    assert "Bobot contoh" not in text
    assert "dengan Nomor 050/77/2027 tanggal 4 Januari 2027." in text


def test_a_meeting_not_yet_sent_has_results_for_the_time_being() -> None:
    assert "HASIL SEMENTARA" in read(hasil_skoring(bahan(tied(), dikirim=None)))
    assert "HASIL SEMENTARA" not in read(hasil_skoring(bahan(tied())))


def test_what_is_not_fully_scored_is_listed_and_never_ranked() -> None:
    half = usulan(8, tingkat=(4, 3, None, 3, 3, 3, 3, None))
    closed = usulan(9)
    text = read(hasil_skoring(bahan((*tied(), half, closed), dikirim=None)))
    ranking, unranked = text.split("Belum lengkap diskor")
    assert half.kode not in ranking
    assert f"{half.kode} Desa Lau Damak" in unranked
    assert "K3 Pengembangan Potensi Lokal Kecamatan, K8 Kelengkapan Dokumen/Bukti Pendukung" in unranked
    assert closed.kode in unranked.split("Skoring belum dibuka")[0]
    assert "JUMLAH (5 usulan) 15.000.000" in ranking


def test_the_signatures_stand_with_three_rows() -> None:
    for count in range(9, 15):
        last = read_pages(hasil_skoring(bahan(prioritas(count))))[-1]
        assert "CAMAT BAHOROK" in last
        assert last.count("BHR-2027-") >= 3


def test_only_usulan_prioritas_count() -> None:
    reserve = usulan(50, prioritas=None, alasan_cadangan="Menunggu lahan")
    text = read(hasil_skoring(bahan((*tied(), reserve))))
    assert reserve.kode not in text
    assert "Rp15.000.000 (lima belas juta rupiah)" in text


def test_the_order_that_the_meeting_set_is_marked() -> None:
    first, *rest = tied()
    facts = replace(bahan((first, *rest)), urutan_seri={rest[0].id: 1})
    assert "320 3,20 2 (seri 3 usulan) *" in read(hasil_skoring(facts))
    assert "* Poin dan tingkat pemecah serinya sama" in read(hasil_skoring(facts))
    assert "*" not in read(hasil_skoring(bahan(tied())))


def test_every_page_of_a_result_for_the_time_being_says_so() -> None:
    pages = read_pages(hasil_skoring(bahan(prioritas(60), dikirim=None)))
    assert len(pages) > 1
    assert all("HASIL SEMENTARA" in page for page in pages)
